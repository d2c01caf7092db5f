"""The events as they were known on a day: what was told of since is made anew of what was out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np

from foedera.merge.assemble import event_id
from foedera.merge.events import Around
from foedera.merge.judging import judge_claims
from foedera.merge.rows import event_row
from foedera.merge.telling import Telling, ordinal_day
from foedera.merge.world import assemble_events
from foedera.record.index import Index
from foedera.record.listing import Row
from foedera.settle import Lookup, person_verdicts
from foedera.settle.asked import EARLY, LATE, Reported, event_values, facets_of, report_of, told_in
from foedera.settle.facets import Facet
from foedera.store import Store, id_name

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

    def is_found(
        self,
        asked: AbstractSet[Facet],
        some: AbstractSet[Facet] | None,
        groups: Iterable[Sequence[AbstractSet[Facet]]] = (),
    ) -> bool:
        """Say whether it has all values asked for, one of some, and a member of each group."""
        return (
            asked <= self.facets
            and (some is None or bool(some & self.facets))
            and all(any(one <= self.facets for one in group) for group in groups)
        )

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


class KnownEvents:
    """The events by a day: one that was told of since too is made anew when it is asked for.

    An event is then what the claims that were out tell, joined by what they say themselves: two
    that only a later telling joined are two. A report of unknown day is left out. The first part
    keeps the event's id. `whole` and `split` say of each number whether all of its reports were
    out, or only some.
    """

    def __init__(self, store: Store, index: Index, day: str) -> None:
        self.store, self.index, self._day = store, index, day
        self.day = asked = ordinal_day(day) or 0
        since, last = index.column("event", "since"), index.column("event", "told")
        self.whole: Numbers = (since > EARLY) & (last <= asked)
        # One report of unknown day tells the whole of it.
        lost = (since == EARLY) & (index.column("event", "reports") == 1)
        self.split: Numbers = (since <= asked) & ~self.whole & ~lost
        self._lookup, self._verdicts = Lookup(store), person_verdicts(store)["event"]
        self._made: dict[int, list[Told]] = {}
        self._parts: dict[str, int] | None = None

    def make(self, numbers: Iterable[int]) -> list[Told]:
        """Return the parts of some split events, in the order of the events."""
        wanted = list(numbers)
        missing = [number for number in wanted if number not in self._made]
        for start in range(0, len(missing), _MANY):
            batch = missing[start : start + _MANY]
            names = dict(zip(self.names(batch), batch, strict=True))
            made = _tell(self.store, self._lookup, list(names), self._day, self._verdicts)
            self._made |= {number: [] for number in batch}
            for event, told in made:
                self._made[names[event]].append(told)
        return [told for number in wanted for told in self._made[number]]

    def find(self, name: str) -> Told | None:
        """Return the part of a split event that has an id."""
        number = int(self.index.numbers("event", [name])[0])
        if number < 0 or not self.split[number]:
            number = self._part_numbers().get(name, -1)
        found = self.make([number]) if number >= 0 else []
        return next((told for told in found if told.row["id"] == name), None)

    def reports(self, numbers: Numbers) -> int:
        """Return how many reports tell of some events today, each counted for each event."""
        return int(self.index.column("event", "reports")[numbers].sum())

    def may_lie(self, numbers: Numbers, since: str | None, until: str | None) -> Numbers:
        """Keep the split events that some telling puts between two days, both included."""
        if since is None and until is None:
            return numbers
        first, last = self.days_told(numbers)
        early = first <= (ordinal_day(until) or 0) if until is not None else True
        return numbers[(last >= (ordinal_day(since) or 0)) & early]

    def days_told(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the bounds of the days that any telling gives each of some events."""
        soonest = self.index.column("event", "soonest")
        if len(soonest) != len(self.split):
            # An earlier version settled the record, or most of it, and did not write them.
            return np.full(len(numbers), EARLY), np.full(len(numbers), LATE)
        return soonest[numbers], self.index.column("event", "farthest")[numbers]

    def names(self, numbers: Sequence[int]) -> list[str]:
        """Return the ids of some events."""
        ids = self.index.column("event", "id")[np.asarray(numbers, np.int64)]
        return [id_name(int(name)) for name in ids]

    def _part_numbers(self) -> dict[str, int]:
        """Return the split event that each part, named by its first claim, may be of."""
        if self._parts is None:
            numbers = np.flatnonzero(self.split).tolist()
            names = dict(zip(self.names(numbers), numbers, strict=True))
            members = self.store.first_members("event", names, MOST)
            self._parts = {
                event_id([claim]): names[event] for event, own in members.items() for claim in own
            }
        return self._parts


def tell_events(store: Store, names: Sequence[str], day: str) -> list[Row]:
    """Return some events as the reports published by a day tell them, joined as they are now."""
    told = dict(_tell(store, Lookup(store), names, day, None))
    return [told[name].row for name in names if name in told]


def _tell(
    store: Store,
    lookup: Lookup,
    names: Sequence[str],
    day: str,
    verdicts: Mapping[Any, Any] | None,
) -> list[tuple[str, Told]]:
    """Make some events of the claims that were out by a day, each part beside its event's id.

    What joined them is judged anew by people's verdicts; without verdicts they stay joined.
    """
    with store.looking():
        members = store.first_members("event", names, MOST)
        known = known_tellings(lookup, {c for own in members.values() for c in own}, day)
        reports = {one.source.report for one in known.values()}
        copy_of = store.wholes_of("copy", reports)
        stories = {**{r: r for r in reports}, **store.wholes_of("story", reports)}
        chains = lookup.chains(known.values())
    around = None if verdicts is None else Around(stories, lookup.agreement_of, verdicts)
    groups: dict[str, list[Telling]] = {}
    whole_of: dict[str, str] = {}
    for event, claims in members.items():
        own = [known[claim] for claim in claims if claim in known]
        parts = _part(event, own, around)
        groups |= parts
        whole_of |= dict.fromkeys(parts, event)
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
    return [(whole_of[row["id"]], _enter(row, homes, reported)) for row in rows]


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
