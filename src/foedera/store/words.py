"""Full-text search: FTS5 in SQLite, text search vectors in PostgreSQL."""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import text
from sqlalchemy.engine import Connection

_word = re.compile(r"\w+")
_HOLDING = "SELECT report FROM words WHERE body @@ to_tsquery('simple', :asked)"


def prepare(connection: Connection) -> None:
    """Make the index of words where the record has none yet."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5("
                "report UNINDEXED, body, tokenize='unicode61 remove_diacritics 2')"
            )
        )
        return
    connection.execute(
        text("CREATE TABLE IF NOT EXISTS words (report TEXT PRIMARY KEY, body TSVECTOR)")
    )
    connection.execute(text("CREATE INDEX IF NOT EXISTS words_body ON words USING gin(body)"))


def add(connection: Connection, report: str, body: str) -> None:
    """Index one report's words."""
    sqlite = connection.dialect.name == "sqlite"
    value = ":body" if sqlite else "to_tsvector('simple', :body)"
    body = body if sqlite else _bare(body)
    statement = f"INSERT INTO words (report, body) VALUES (:report, {value})"
    connection.execute(text(statement), {"report": report, "body": body})


def remove(connection: Connection, report: str) -> None:
    """Forget one report's words."""
    connection.execute(text("DELETE FROM words WHERE report = :report"), {"report": report})


def find(connection: Connection, query: str, *, limit: int) -> list[str]:
    """Return the reports that hold all the words, best first; ties by id."""
    asked = _match(connection, query)
    if not asked:
        return []
    if connection.dialect.name == "sqlite":
        order = "SELECT report FROM words WHERE words MATCH :asked ORDER BY rank, report"
    else:
        order = f"{_HOLDING} ORDER BY ts_rank(body, to_tsquery('simple', :asked)) DESC, report"
    rows = connection.execute(text(f"{order} LIMIT :limit"), {"asked": asked, "limit": limit})
    return [row[0] for row in rows]


def count(connection: Connection, query: str, *, most: int) -> int:
    """Return how many reports hold all the words, counted up to a number."""
    asked = _match(connection, query)
    if not asked:
        return 0
    if connection.dialect.name == "sqlite":
        found = "SELECT rowid FROM words WHERE words MATCH :asked"
    else:
        found = _HOLDING
    counted = text(f"SELECT count(*) FROM ({found} LIMIT :most) AS found")
    return int(connection.execute(counted, {"asked": asked, "most": most}).scalar() or 0)


def holding(connection: Connection, query: str, places: dict[int, str]) -> list[str]:
    """Return all reports that hold all the words, in no order.

    The index knows reports by places of its own; `places` keeps which report stands where, so
    that only those that came since are looked up.
    """
    asked = _match(connection, query)
    if not asked:
        return []
    if connection.dialect.name != "sqlite":
        return list(connection.execute(text(_HOLDING), {"asked": asked}).scalars())
    came = text("SELECT rowid, report FROM words WHERE rowid > :last")
    last = max(places, default=0)
    places |= {row[0]: row[1] for row in connection.execute(came, {"last": last})}
    found = text("SELECT rowid FROM words WHERE words MATCH :asked")
    rows = connection.execute(found, {"asked": asked}).scalars()
    return [places[row] for row in rows if row in places]


def _match(connection: Connection, query: str) -> str:
    """Return the words of a question in the index's own language; empty without any."""
    asked = _word.findall(query)
    if connection.dialect.name == "sqlite":
        return " ".join(f'"{word}"' for word in asked)
    return " & ".join(map(_bare, asked))


def _bare(body: str) -> str:
    """Take the accents off, as FTS5 does by itself; PostgreSQL would need an extension for it."""
    apart = unicodedata.normalize("NFKD", body.replace("\0", " "))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
