"""Find the one row that an id, the beginning of an id, or a report's own name means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from foedera.errors import NotInRecord
from foedera.view.rows import Listings, Row

FEWEST = 4


class Showing(Listings, Protocol):
    """A record that shows a row by its id."""

    def show(self, name: str) -> Sequence[Row]:
        """Show whatever has the id."""
        ...


def resolve(record: Showing, wanted: str) -> str:
    """Return the full id of the row that is meant: any id in full, or the beginning of one.

    Beginnings are looked for among agreements, events, claims and reports.
    """
    try:
        record.show(wanted)
    except NotInRecord:
        return _resolve_beginning(record, wanted)
    return wanted


def _resolve_beginning(record: Listings, wanted: str) -> str:
    found = dict.fromkeys(_matches(record, wanted))
    if wanted in found or len(found) == 1:
        return wanted if wanted in found else next(iter(found))
    if not found:
        raise NotInRecord(
            f"the record holds nothing under {wanted!r}. Ids stand in the first column of "
            "`foedera events`, `foedera agreements` and `foedera search WORDS`, and may be cut to "
            "their first four characters"
        )
    few = ", ".join(list(found)[:6])
    raise NotInRecord(f"{wanted!r} begins {len(found)} ids: {few}. Give more of the one you mean")


def _matches(record: Listings, wanted: str) -> Iterable[str]:
    for rows in (record.agreements(), record.events(), record.claims(), record.reports()):
        for row in rows:
            if _fits(row, wanted):
                yield str(row["id"])


def _fits(row: Row, wanted: str) -> bool:
    ident = str(row["id"])
    begins = len(wanted) >= FEWEST and ident.startswith(wanted)
    return ident == wanted or begins or row.get("key") == wanted
