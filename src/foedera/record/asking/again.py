"""Pages of what changed: where each begins, and how much of it is assembled for a page.

Comparing an event as it was told with as it is told means reading its claims again, so that a page
goes through as many events as hold so many claims, those of most reports first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from itertools import accumulate
from typing import Any, TypeAlias

from foedera.merge.telling import iso_day
from foedera.record import changes as changing
from foedera.record.asking.pages import read_cursor, read_cursors, write_cursor
from foedera.record.index import Index, after_of, first_of
from foedera.record.knowing_events import tell_events
from foedera.record.listing import Row
from foedera.store import Store, id_name

Numbers: TypeAlias = Any

AGAIN = 40
"""So many events told of again are gone through for a page at most."""
CLAIMS = 250
"""And as many as hold so many claims."""
LARGE = 40
"""An event of more reports is not compared: the page about it tells what was known when."""
FEW = 10
"""So many of those, and so many agreements, stand on a page."""
UNTOLD = ("reports", "origins")
"""More reports and origins alone are no news of an event."""
LEFT_OUT = ("type", "id", "named", "claims")
DONE = "-"
"""The place of a list of which nothing is left."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the lists of a page of changes go on: None at the beginning, `DONE` after the end."""

    agreement: str | None = None
    small: str | None = None
    large: str | None = None
    events: str | None = None


def read_places(after: str | None) -> Places:
    """Read where a page begins. Raises: FoederaError for what no page gave out."""
    if after is None:
        return Places()
    return Places(*read_cursors(after, 4))


def write_places(places: Places) -> str | None:
    """Write where the next page begins, None after the last one; a list at its end is done.

    >>> read_places(write_places(Places(small="abc")))
    Places(agreement='-', small='abc', large='-', events='-')
    """
    ends = tuple(part or DONE for part in astuple(places))
    return None if set(ends) == {DONE} else write_cursor(ends)


def following(rows: Sequence[Row], after: str | None, most: int) -> tuple[Sequence[Row], str]:
    """Return the rows that come after one, and the id of the last where more follow.

    >>> following([{"id": "a"}, {"id": "b"}], None, 1)
    ([{'id': 'a'}], 'a')
    """
    if after == DONE:
        return [], DONE
    start = next((n + 1 for n, row in enumerate(rows) if row["id"] == after), 0)
    shown = rows[start : start + most]
    return shown, shown[-1]["id"] if start + most < len(rows) else DONE


@dataclass(frozen=True, slots=True)
class Retold:
    """The events told of before a day and since, in the record as it stands."""

    store: Store
    index: Index
    found: Numbers

    def compare(self, since: str, until: str | None, here: str | None) -> tuple[list[Row], str]:
        """Compare the next of those that can be, and say where to go on.

        One whose claims alone are too many stands among the others with `compared` False.
        """
        names, ends = self._next(self._sized(large=False), here, AGAIN)
        rows = self.store.computed_rows("event", names)
        sizes = [len(rows[name]["claims"]) for name in names]
        held = list(accumulate(size if size <= CLAIMS else 0 for size in sizes))
        most = sum(size <= CLAIMS for size in held)
        told = _differences(self.store, rows, names[:most], since, until)
        return told, ends[most - 1] if names else DONE

    def large(self, here: str | None) -> tuple[list[Row], str]:
        """Return the next of those that are not compared, each with the day it was told last."""
        names, ends = self._next(self._sized(large=True), here, FEW)
        rows = self.store.computed_rows("event", names)
        numbers = self.index.numbers("event", names)
        days = self.index.column("event", "told")[numbers] if names else []
        told = [
            {"event": rows[name], "told": iso_day(int(day))}
            for name, day in zip(names, days, strict=True)
        ]
        return told, ends[-1] if names else DONE

    def count_large(self) -> int:
        """Count those that are not compared."""
        return len(self._sized(large=True))

    def _sized(self, *, large: bool) -> Numbers:
        return self.found[(self.index.column("event", "reports")[self.found] > LARGE) == large]

    def _next(self, found: Numbers, here: str | None, most: int) -> tuple[list[str], list[str]]:
        """Return the next events and, of each, the place that follows it."""
        if here == DONE:
            return [], []
        keys = [-self.index.column("event", "reports"), self.index.column("event", "id")]
        if here is not None:
            found = after_of(found, keys, read_cursor(here, 2))
        shown = first_of(found, keys, most)
        ends = [write_cursor(tuple(int(key[number]) for key in keys)) for number in shown]
        if ends and len(found) == len(shown):
            ends[-1] = DONE
        return [id_name(int(name)) for name in keys[1][shown]], ends


def _differences(
    store: Store, rows: dict[str, Row], names: Sequence[str], since: str, until: str | None
) -> list[Row]:
    fit = [name for name in names if len(rows[name]["claims"]) <= CLAIMS]
    old = tell_events(store, fit, since)
    new = [rows[name] for name in fit] if until is None else tell_events(store, fit, until)
    now = {row["id"]: row for row in new}
    changes: dict[str, list[Row]] = {}
    for row in changing.changes(changing.State([], [], old), changing.State([], [], new)):
        if row["change"] not in ("new", "gone") and row.get("field") not in UNTOLD:
            kept = {name: value for name, value in row.items() if name not in LEFT_OUT}
            changes.setdefault(row["id"], []).append(kept)
    return [
        {
            "event": now.get(name, rows[name]),
            "changes": changes.get(name, []),
            "compared": name in fit,
        }
        for name in names
        if name in changes or name not in fit
    ]
