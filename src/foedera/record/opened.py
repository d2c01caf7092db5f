"""A record that is open: its store, settled before it is asked, and what was known on days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from foedera.errors import FoederaError
from foedera.merge.summary import agreement_row
from foedera.record import knowing
from foedera.record.index import Index
from foedera.record.knowing_agreements import known_agreements
from foedera.record.knowing_events import KnownEvents
from foedera.record.listing import Row
from foedera.settle import place_of_event, settle
from foedera.store import Store, id_name


class Opened:
    """What every question to a record begins with."""

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self._store = Store.open(path, create=create)
        self._known: dict[str, knowing.Known] = {}
        self._index = Index(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        self._store.close()

    def settle(self) -> None:
        """Judge and compute the whole record afresh, in id order."""
        settle(self._store)
        self._known.clear()

    def settle_if_changed(self) -> None:
        """Settle where a report, a judgement or a correction has come since the last time."""
        if not self._store.settled():
            self.settle()

    def is_settled(self) -> bool:
        """Say whether answers follow from all that is held, without settling first."""
        return self._store.settled()

    def _ask(self) -> Store:
        self.settle_if_changed()
        return self._store

    def _index_now(self) -> Index:
        """Return what is kept at hand, as it follows from the store now."""
        self._ask()
        self._index.refresh()
        return self._index

    def _as_known(self, day: str) -> knowing.Known:
        store = self._ask()
        if day not in self._known:
            self._known[day] = knowing.know(store, day)
        return self._known[day]

    def _events_by(self, day: str) -> KnownEvents:
        """Return the events as known on a day; those of the last few days asked about are kept."""
        store, index, asked = self._ask(), self._index_now(), check_day(day) or day
        return index.known_on(("events", asked), lambda: KnownEvents(store, index, asked))

    def _reports_by(self, day: str) -> frozenset[str]:
        """Return the reports published by a day."""
        return knowing.reports_by(self._ask(), check_day(day) or day)

    def _all_known(self, day: str) -> list[Row]:
        """Return all events as known on a day, in the order of `events`."""
        held, ids = self._events_by(day), self._index.column("event", "id")
        out = {id_name(int(name)) for name in ids[held.whole]}
        rows = [row for row in self._store.each_computed("event") if row["id"] in out]
        rows += [one.row for one in held.make(np.flatnonzero(held.split).tolist())]
        return sorted(rows, key=lambda row: (place_of_event(row), row["id"]))

    def _day(self, on: str | None, known: str | None) -> str:
        """Return the day that is asked about: without one, that of the last report known."""
        if on is not None:
            return on
        last = knowing.last_day(self._ask())
        return last if known is None else min(known, last)

    def _agreement_caches(self, known: str | None) -> list[Row]:
        if known is None:
            return self._index_now().agreements()
        store, index, day = self._ask(), self._index_now(), check_day(known) or known
        return index.known_on(("agreements", day), lambda: known_agreements(store, index, day))

    def _agreements_on(self, day: str, known: str | None) -> list[Row]:
        """Return all agreements as of a day, those of most reports first."""
        if known is None:
            return self._index_now().agreements_on(day)
        return [agreement_row(row, day) for row in self._agreement_caches(known)]


def check_day(day: str | None) -> str | None:
    """Return a day as it was asked for, in the form that rows have.

    >>> check_day("2024-06-19")
    '2024-06-19'

    Raises: FoederaError for what is no day.
    """
    try:
        return None if day is None else date.fromisoformat(day).isoformat()
    except ValueError as wrong:
        raise FoederaError(f"“{day}” is no day. Write it like 2024-06-19.") from wrong
