"""The events as they were known on a day: what was told of since is made anew of what was out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np

from foedera.merge.assemble import event_id
from foedera.merge.events import Around, judge_claims
from foedera.merge.rows import event_row
from foedera.merge.telling import Telling, ordinal_day
from foedera.merge.world import assemble_events
from foedera.record.index import Index
from foedera.record.listing import Row
from foedera.settle import Lookup, person_verdicts
from foedera.settle.asked import EARLY, Reported, event_values, facets_of, report_of, told_in
from foedera.settle.facets import Facet
from foedera.store import Store

Numbers: TypeAlias = Any
Key: TypeAlias = tuple[int, ...]
Order: TypeAlias = Sequence[tuple[str, int]]
"""Columns, each with 1 for rising or -1 for falling."""

MOST = 2000
"""So many claims of an event are gone through at most."""
_MANY = 400
JUDGED = 200
"""An event of more claims than this by then keeps them together as it is joined now."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event of which some reports were out by the day and some were not."""

    row: Row
    values: Mapping[str, int]
    facets: AbstractSet[Facet]

    def key(self, order: Order) -> Key:
        """Return where it stands in an order of columns, each with its sign."""
        return tuple(sign * self.values[name] for name, sign in order)

    def is_found(self, asked: AbstractSet[Facet], some: AbstractSet[Facet] | None) -> bool:
        """Say whether it has all values that are asked for, and one of some."""
        return asked <= self.facets and (some is None or bool(some & self.facets))

    def may_lie(self, since: str | None, until: str | None) -> bool:
        """Say whether its days may lie between two days, both included."""
        if since is None and until is None:
            return True
        first, last = self.values["first"], self.values["last"]
        return (
            first <= last
            and (since is None or last >= (ordinal_day(since) or 0))
            and (until is None or first <= (ordinal_day(until) or 0))
        )


@dataclass(frozen=True, slots=True)
class KnownEvents:
    """The events by a day: `whole` says of each number whether all its reports were out."""

    whole: Numbers
    told: Mapping[str, Told]


def know_events(store: Store, index: Index, day: str) -> KnownEvents:
    """Find the events that were told of by a day; those told of since are judged anew.

    An event is then what the claims that were out tell, joined by what they say themselves: two
    that only a later telling joined are two. A report of unknown day is left out. The first part
    keeps the event's id.
    """
    asked = ordinal_day(day) or 0
    since, last = index.column("event", "since"), index.column("event", "told")
    whole = (since > EARLY) & (last <= asked)
    # One report of unknown day tells the whole of it.
    lost = (since == EARLY) & (index.column("event", "reports") == 1)
    split = np.flatnonzero((since <= asked) & ~whole & ~lost)
    names = [f"{int(name):016x}" for name in index.column("event", "id")[split]]
    told: dict[str, Told] = {}
    lookup, verdicts = Lookup(store), person_verdicts(store)["event"]
    for start in range(0, len(names), _MANY):
        told |= _tell(store, lookup, names[start : start + _MANY], day, verdicts)
    return KnownEvents(whole, told)


def tell_events(store: Store, names: Sequence[str], day: str) -> list[Row]:
    """Return some events as the reports published by a day tell them, joined as they are now."""
    told = _tell(store, Lookup(store), names, day, None)
    return [told[name].row for name in names if name in told]


def _tell(
    store: Store,
    lookup: Lookup,
    names: Sequence[str],
    day: str,
    verdicts: Mapping[Any, Any] | None,
) -> dict[str, Told]:
    """Make some events of the claims that were out by a day; judge anew by people's verdicts."""
    with store.looking():
        members = store.first_members("event", names, MOST)
        known = known_tellings(lookup, {c for own in members.values() for c in own}, day)
        reports = {one.source.report for one in known.values()}
        copy_of = store.wholes_of("copy", reports)
        stories = {**{r: r for r in reports}, **store.wholes_of("story", reports)}
        chains = lookup.chains(known.values())
    around = None if verdicts is None else Around(stories, lookup.agreement_of, verdicts)
    groups: dict[str, list[Telling]] = {}
    for event, claims in members.items():
        own = [known[claim] for claim in claims if claim in known]
        groups |= _part(event, own, around)
    made = assemble_events(groups.values(), chains, lookup.agreement_of, copy_of)
    reported = {
        one.source.report: report_of(one.source, stories[one.source.report])
        for one in known.values()
    }
    homes = {claim: one.source.report for claim, one in known.items()}
    rows = (
        {**event_row(replace(one, id=event), known, chains), "contains": [], "part_of": []}
        for event, one in zip(groups, made, strict=True)
    )
    return {row["id"]: _enter(row, homes, reported) for row in rows}


def _part(event: str, own: Sequence[Telling], around: Around | None) -> dict[str, list[Telling]]:
    """Part an event where what joined its claims was not out yet; its first part keeps its id."""
    if not own:
        return {}
    if around is None or len(own) == 1 or len(own) > JUDGED:
        return {event: list(own)}
    by_id = {one.id: one for one in own}
    verdicts = {pair: said for pair, said in around.verdicts.items() if set(pair) <= by_id.keys()}
    _, found = judge_claims(own, replace(around, verdicts=verdicts))
    parts = sorted(found, key=lambda group: (event_id([min(group)]) != event, -len(group), group))
    first, *rest = ([by_id[claim] for claim in group] for group in parts)
    return {event: first, **{event_id([one.id for one in group]): group for group in rest}}


def _enter(row: Row, homes: Mapping[str, str], reported: Mapping[str, Reported]) -> Told:
    told = told_in(row, homes, reported)
    return Told(row, event_values(row, told), facets_of(row, told))


def known_tellings(lookup: Lookup, claims: Iterable[str], day: str) -> Mapping[str, Telling]:
    """Return the claims whose reports were published by a day."""
    return {
        claim: told
        for claim, told in lookup.tellings(claims).items()
        if (told.source.published.latest or "9999") <= day
    }
