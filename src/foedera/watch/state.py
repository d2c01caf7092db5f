"""What a watch remembers: feeds, items on their way, what was told, and who is yet to hear it.

One SQLite file. Each step of a round ends in one transaction, so that a kill at any moment leaves
the round before the step or after it; `decisions/` says what follows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

from foedera.errors import RecordError

Row: TypeAlias = dict[str, Any]
VERSION = "1"
FORGET = 200 * 86_400.0
"""Items that no feed has shown for so many seconds are forgotten."""
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS feeds (
  url TEXT PRIMARY KEY, etag TEXT, modified TEXT, next_at REAL NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0, note TEXT);
CREATE TABLE IF NOT EXISTS items (
  id INTEGER PRIMARY KEY, feed TEXT NOT NULL, guid TEXT, link TEXT, print TEXT NOT NULL,
  stage TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, next_at REAL NOT NULL DEFAULT 0,
  seen REAL NOT NULL, row TEXT);
CREATE INDEX IF NOT EXISTS items_by_guid ON items (feed, guid);
CREATE INDEX IF NOT EXISTS items_by_link ON items (link);
CREATE INDEX IF NOT EXISTS items_by_stage ON items (stage, feed, id);
CREATE TABLE IF NOT EXISTS told (report TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS turned (agreement TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS said (print TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alerts (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, row TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outbox (
  number INTEGER NOT NULL, channel TEXT NOT NULL, stage TEXT NOT NULL, tries INTEGER NOT NULL,
  next_at REAL NOT NULL, note TEXT, PRIMARY KEY (channel, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outbox_by_stage ON outbox (stage, channel, number);
"""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed since it was last asked."""

    url: str
    etag: str | None = None
    modified: str | None = None
    next_at: float = 0.0
    failures: int = 0
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An item as its feed shows it, ready to be kept; `stage` is what is to happen to it."""

    guid: str | None
    link: str | None
    print: str
    stage: str
    row: Row


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item on its way into the record."""

    id: int
    feed: str
    link: str | None
    tries: int
    row: Row


@dataclass(frozen=True, slots=True)
class Due:
    """An alert that one channel has yet to hear."""

    number: int
    channel: str
    stage: str
    tries: int
    alert: Row


class State:
    """The file that a watch keeps beside its settings. One watch at a time may hold it."""

    def __init__(self, path: Path | str, record: str) -> None:
        try:
            self._db = sqlite3.connect(path, timeout=2.0, isolation_level=None)
            self._db.row_factory = sqlite3.Row
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.executescript(f"BEGIN EXCLUSIVE;{_TABLES}COMMIT;")
        except sqlite3.Error as error:
            raise RecordError(f"{path}: {_plain(str(error))}") from error
        self._check(path, record)

    def _check(self, path: Path | str, record: str) -> None:
        held = self.meta("version"), self.meta("record")
        if held == (None, None):
            with self._writing():
                self._set("version", VERSION)
                self._set("record", record)
        elif held[0] != VERSION:
            self.close()
            raise RecordError(f"{path}: kept by another foedera. Name another file under `state`.")
        elif held[1] != record:
            self.close()
            said = f"{path}: kept for the record {held[1]}, not {record}."
            raise RecordError(f"{said} Name another file under `state`.")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def copy(self, record: str) -> State:
        """Return a copy that is forgotten when it is closed, for a trial."""
        other = State(":memory:", record)
        self._db.backup(other._db)
        return other

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # ---------------------------------------------------------------- meta

    def meta(self, name: str) -> str | None:
        """Return a note about the whole watch."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, name: str, value: str) -> None:
        """Keep a note about the whole watch."""
        with self._writing():
            self._set(name, value)

    def _set(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    # --------------------------------------------------------------- feeds

    def feed(self, url: str) -> FeedState:
        """Return what is known of a feed."""
        row = self._db.execute("SELECT * FROM feeds WHERE url = ?", (url,)).fetchone()
        return FeedState(url) if row is None else FeedState(**dict(row))

    def keep_feed(self, feed: FeedState, items: Sequence[Found], now: float) -> tuple[int, int]:
        """Keep what a feed gave, with its marks; say how many items are new, and how many edited.

        A mark such as an ETag is never kept without the items that came with it.
        """
        names = [field.name for field in fields(FeedState)]
        marks = ", ".join("?" * len(names))
        counts = [0, 0]
        with self._writing():
            values = [asdict(feed)[name] for name in names]
            order = ", ".join(names)
            self._db.execute(f"INSERT OR REPLACE INTO feeds ({order}) VALUES ({marks})", values)
            for item in items:
                kept = self._keep_item(feed.url, item, now)
                if kept is not None:
                    counts[kept] += 1
            if items:
                old = now - FORGET
                gone = "DELETE FROM items WHERE stage = 'done' AND seen < ?"
                self._db.execute(gone, (old,))
        return counts[0], counts[1]

    def _keep_item(self, feed: str, item: Found, now: float) -> int | None:
        """Keep an item: 0 for a new one, 1 for one that was edited, None for one that is known."""
        held = self._held(feed, item)
        row = json.dumps(item.row, ensure_ascii=False)
        if held is None:
            twin = item.link and self._one("SELECT id FROM items WHERE link = ?", item.link)
            stage = "done" if twin else item.stage
            self._db.execute(
                "INSERT INTO items (feed, guid, link, print, stage, seen, row)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (feed, item.guid, item.link, item.print, stage, now, None if twin else row),
            )
            return None if twin else 0
        if held["print"] == item.print:
            self._db.execute("UPDATE items SET seen = ? WHERE id = ?", (now, held["id"]))
            return None
        self._db.execute(
            "UPDATE items SET link = ?, print = ?, stage = ?, tries = 0, next_at = 0, seen = ?,"
            " row = ? WHERE id = ?",
            (item.link, item.print, item.stage, now, row, held["id"]),
        )
        return 1

    def _held(self, feed: str, item: Found) -> sqlite3.Row | None:
        """Return an item that this feed has shown before, by its id, else by its address."""
        for column, value in (("guid", item.guid), ("link", item.link)):
            if value is not None:
                query = f"SELECT id, print FROM items WHERE feed = ? AND {column} = ?"
                found = self._one(query, feed, value)
                if found is not None:
                    return found
        return None

    def _one(self, query: str, *values: object) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._db.execute(query, values).fetchone()
        return row

    # --------------------------------------------------------------- items

    def waiting(self, stage: str, feed: str, most: int, now: float) -> list[Waiting]:
        """Return items of a feed that wait for a page ("page") or for reading ("ready")."""
        found = self._db.execute(
            "SELECT id, feed, link, tries, row FROM items"
            " WHERE stage = ? AND feed = ? AND next_at <= ? ORDER BY id LIMIT ?",
            (stage, feed, now, most),
        )
        return [
            Waiting(row["id"], row["feed"], row["link"], row["tries"], json.loads(row["row"]))
            for row in found
        ]

    def count_waiting(self) -> int:
        """Return how many items are on their way."""
        query = "SELECT count(*) FROM items WHERE stage IN ('page', 'ready')"
        return int(self._db.execute(query).fetchone()[0])

    def next_item_at(self) -> float | None:
        """Return when the next item on its way may be taken up."""
        query = "SELECT min(next_at) FROM items WHERE stage IN ('page', 'ready')"
        at = self._db.execute(query).fetchone()[0]
        return None if at is None else float(at)

    def keep_page(self, item: int, row: Row) -> None:
        """Keep an item's text: it can be read."""
        with self._writing():
            self._db.execute(
                "UPDATE items SET stage = 'ready', tries = 0, next_at = 0, row = ? WHERE id = ?",
                (json.dumps(row, ensure_ascii=False), item),
            )

    def put_off(self, item: int, tries: int, next_at: float) -> None:
        """Leave an item for later."""
        with self._writing():
            self._db.execute(
                "UPDATE items SET tries = ?, next_at = ? WHERE id = ?", (tries, next_at, item)
            )

    def finish(self, items: Iterable[int]) -> None:
        """Note that items are read, or cannot be."""
        with self._writing():
            self._db.executemany(
                "UPDATE items SET stage = 'done', row = NULL WHERE id = ?",
                [(item,) for item in items],
            )

    # ---------------------------------------------------------------- told

    def told(self) -> set[str]:
        """Return the reports whose news was told, or was old when the watch began."""
        return {row[0] for row in self._db.execute("SELECT report FROM told")}

    def begin(self, reports: Collection[str], day: str) -> None:
        """Take what the record holds, and how things stand on a day, as known."""
        with self._writing():
            self._tell(reports)
            if reports:
                self._set("day", day)
            self._set("begun", "yes")

    def tell(
        self,
        reports: Collection[str],
        alerts: Sequence[tuple[Row, Sequence[str]]],
        *,
        said: Collection[str] = (),
        turned: Collection[str] = (),
        day: str | None = None,
    ) -> int:
        """Keep alerts for their channels and note what they were told about, at once.

        `said` are prints of the clauses that they rest on, `turned` agreements that were told as
        of a day later than the one kept; `day` becomes that day. Returns how many alerts are new.
        """
        made = 0
        with self._writing():
            for alert, channels in alerts:
                cursor = self._db.execute(
                    "INSERT OR IGNORE INTO alerts (id, row) VALUES (?, ?)",
                    (alert["id"], json.dumps(alert, ensure_ascii=False)),
                )
                if cursor.rowcount == 1:
                    made += 1
                    self._db.executemany(
                        "INSERT INTO outbox VALUES (?, ?, 'waiting', 0, 0, NULL)",
                        [(cursor.lastrowid, channel) for channel in channels],
                    )
            self._db.executemany(
                "INSERT OR IGNORE INTO said VALUES (?)", [(one,) for one in sorted(said)]
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO turned VALUES (?)", [(one,) for one in sorted(turned)]
            )
            self._tell(reports)
            if day is not None:
                self._set("day", day)
                self._db.execute("DELETE FROM turned")
        return made

    def turned(self) -> set[str]:
        """Return the agreements that were told as of a day later than the one kept."""
        return {row[0] for row in self._db.execute("SELECT agreement FROM turned")}

    def has_said(self, prints: Sequence[str]) -> bool:
        """Say whether an alert has rested on each of these clauses before."""
        query = "SELECT 1 FROM said WHERE print = ?"
        return bool(prints) and all(self._one(query, one) is not None for one in prints)

    def _tell(self, reports: Collection[str]) -> None:
        self._db.executemany(
            "INSERT OR IGNORE INTO told VALUES (?)", [(report,) for report in sorted(reports)]
        )

    # -------------------------------------------------------------- outbox

    def due(self, channel: str) -> list[Due]:
        """Return what a channel has yet to hear, in order, whether or not its time has come."""
        found = self._db.execute(
            "SELECT o.number, o.channel, o.stage, o.tries, a.row, o.next_at FROM outbox o"
            " JOIN alerts a ON a.number = o.number"
            " WHERE o.channel = ? AND o.stage != 'sent' ORDER BY o.number",
            (channel,),
        )
        return [
            Due(row["number"], row["channel"], row["stage"], row["tries"], json.loads(row["row"]))
            for row in found
        ]

    def next_try(self, channel: str) -> float | None:
        """Return when a channel may next be tried, None where it has nothing to hear."""
        query = (
            "SELECT max(next_at) FROM outbox WHERE channel = ? AND stage != 'sent' AND tries > 0"
        )
        tried = self._db.execute(query, (channel,)).fetchone()[0]
        query = "SELECT count(*) FROM outbox WHERE channel = ? AND stage != 'sent'"
        waits = int(self._db.execute(query, (channel,)).fetchone()[0])
        return (float(tried) if tried is not None else 0.0) if waits else None

    def mark(
        self,
        due: Due,
        stage: str,
        *,
        tries: int = 0,
        next_at: float = 0.0,
        note: str | None = None,
        place: int | None = None,
    ) -> None:
        """Note how far an alert has come; `place` is where a file ends behind it."""
        with self._writing():
            self._db.execute(
                "UPDATE outbox SET stage = ?, tries = ?, next_at = ?, note = ?"
                " WHERE channel = ? AND number = ?",
                (stage, tries, next_at, note, due.channel, due.number),
            )
            if place is not None:
                self._set(f"place {due.channel}", str(place))

    def place(self, channel: str) -> int:
        """Return where a channel's file ended behind the last alert that is marked."""
        return int(self.meta(f"place {channel}") or 0)

    def count_due(self) -> dict[str, int]:
        """Return how many alerts each channel has yet to hear."""
        query = "SELECT channel, count(*) FROM outbox WHERE stage != 'sent' GROUP BY channel"
        return {str(row[0]): int(row[1]) for row in self._db.execute(query)}


def _plain(said: str) -> str:
    if "locked" in said:
        return "another watch is at work with this file. End it, or name another under `state`"
    if "not a database" in said:
        return "this is no file that a watch keeps. Name another under `state`"
    return f"{said}. Check the rights of the folder"
