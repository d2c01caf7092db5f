"""What two days of knowledge differ in: only what the reports between them tell is made twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from foedera.merge.summary import agreement_row
from foedera.record.index import Index
from foedera.record.knowing_agreements import known_agreement
from foedera.record.knowing_events import KnownEvents
from foedera.record.listing import Row
from foedera.settle import Lookup, place_of_agreement, place_of_event
from foedera.store import Store, id_name

Numbers: TypeAlias = Any
MOST = 500
"""Where more reports lie between the days, all that is known on each is made."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The events and agreements that some reports tell of."""

    events: frozenset[str]
    agreements: frozenset[str]


def moved_by(store: Store, index: Index, reports: Collection[str]) -> Moved:
    """Return what some reports tell, and the agreements of which such events tell."""
    claims = [name for name, _ in store.kinds_in(reports)]
    events = frozenset(store.wholes_of("event", claims).values())
    told = set(store.wholes_of("agreement", claims).values())
    for cached in index.agreements():
        own = store.wholes_of("event", cached["claims"]).values()
        if not events.isdisjoint(own):
            told.add(cached["id"])
    return Moved(events, frozenset(told))


def events_on(store: Store, index: Index, held: KnownEvents, names: Iterable[str]) -> list[Row]:
    """Return some events as they were known on a day, those that were told of by then."""
    numbers = index.numbers("event", sorted(names))
    numbers = numbers[numbers >= 0]
    ids = index.column("event", "id")[numbers[held.whole[numbers]]]
    whole = [id_name(int(name)) for name in ids]
    rows = [dict(row) for row in store.computed_rows("event", whole).values()]
    rows += [one.row for one in held.make(numbers[held.split[numbers]].tolist())]
    return sorted(rows, key=lambda row: (place_of_event(row), row["id"]))


def agreements_on(
    store: Store, index: Index, moved: frozenset[str], days: tuple[str, str]
) -> tuple[list[Row], list[Row]]:
    """Return the agreements as known on two days; those that did not move are made once."""
    lookup = Lookup(store)
    last = [known_agreement(lookup, cached, days[1]) for cached in index.agreements()]
    first = [
        known_agreement(lookup, cached, days[0]) if cached["id"] in moved else row
        for cached, row in zip(index.agreements(), last, strict=True)
    ]
    return _listed(first), _listed(last)


def _listed(rows: Iterable[Row | None]) -> list[Row]:
    held = [row for row in rows if row is not None]
    return sorted(held, key=lambda row: (place_of_agreement(row), row["id"]))


def as_of(rows: Iterable[Row], day: str) -> list[Row]:
    """Return agreements with their status on a day."""
    return [dict(agreement_row(row, day)) for row in rows]
