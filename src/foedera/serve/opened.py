"""A record kept open behind pages: it answers at once, from its last settling."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from foedera.record import Row, knowing
from foedera.record.asking import looks
from foedera.serve.surroundings import Surroundings

MOST_DAYS_KNOWN = 4
"""What was known on a day is kept for so many days, since it takes long to work out."""

MOST_EVENTS = 120
"""A page gathers so many events at most."""


class OpenRecord(Surroundings):
    """A record that answers from its last settling; the desk settles it behind the pages."""

    _knowing = threading.Lock()

    def settle_if_changed(self) -> None:
        """Leave settling to the desk."""

    def last_day(self) -> str:
        """Return the day of the last report, as of which questions without a day are answered."""
        return knowing.last_day(self._store)

    def events_named(self, names: Iterable[str]) -> list[Row]:
        """Return some events whole, in the order of their names."""
        rows = self._store.computed_rows("event", sorted(set(names))[:MOST_EVENTS])
        return [rows[name] for name in sorted(rows)]

    def tellings_of(self, claims: Iterable[str]) -> list[Row]:
        """Return claims with their words and reports, in order of publication."""
        return looks.tellings(self._store, sorted(set(claims)))

    def _as_known(self, day: str) -> knowing.Known:
        with self._knowing:
            while len(self._known) >= MOST_DAYS_KNOWN and day not in self._known:
                self._known.pop(next(iter(self._known)))
            return super()._as_known(day)
