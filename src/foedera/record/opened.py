"""A record that is open: its store, settled before it is asked, and what was known on days."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from foedera.merge.summary import agreement_row
from foedera.record import knowing
from foedera.record.index import Index
from foedera.record.listing import Row
from foedera.settle import settle
from foedera.store import Store


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

    def _day(self, on: str | None, known: str | None) -> str:
        """Return the day that is asked about: without one, that of the last report known."""
        if on is not None:
            return on
        last = knowing.last_day(self._ask())
        return last if known is None else min(known, last)

    def _agreement_caches(self, known: str | None) -> list[Row]:
        if known is None:
            return self._index_now().agreements()
        return self._as_known(known).agreements

    def _agreements_on(self, day: str, known: str | None) -> list[Row]:
        """Return all agreements as of a day, those of most reports first."""
        if known is None:
            return self._index_now().agreements_on(day)
        return [agreement_row(row, day) for row in self._as_known(known).agreements]
