"""The claims of a new report among those that the record holds: which event each one tells of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import numpy as np

from foedera.data import Judgement
from foedera.merge.assemble import event_id
from foedera.merge.events import HOPE, SAME, UNSURE, Around, add_up, hopeless, judge
from foedera.merge.joining import CHECKED, are_one, score_members
from foedera.merge.kindred import load_kindred
from foedera.merge.plain import Plain
from foedera.merge.telling import Telling
from foedera.settle.entries import day_of, has_days, key
from foedera.settle.lookup import Lookup

NEAR = 10
"""A claim is compared with so many of each block, the nearest by day."""
MANY = 2500
"""Of more pairs than this those that cannot be one are looked for together."""
STORY = 12
"""And with the claims of so many reports of its story."""

_Weighed: TypeAlias = tuple[float, Telling]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The event of each new claim, and the judgements that say why."""

    event_of: Mapping[str, str]
    judgements: Sequence[Judgement]


def gather(lookup: Lookup, told: Sequence[Telling], around: Around) -> Gathered:
    """Find for each new claim the event that it tells of; else it makes one of its own.

    Claims join in their order in the report. Two events that the record holds stay two: only
    settling joins them.
    """
    candidates = _candidates(lookup, told, around)
    others = lookup.tellings(c for found in candidates.values() for c in found)
    event_of = lookup.store.wholes_of("event", others)
    members = lookup.store.first_members("event", set(event_of.values()), CHECKED)
    judgements: list[Judgement] = []
    near: dict[str, list[Telling]] = {}
    for place, telling in enumerate(told):
        near[telling.id] = [
            *(others[c] for c in candidates[telling.id] if c in others and c in event_of),
            *(before for before in told[:place] if before.group == telling.group),
        ]
    held = _weigh_all(told, near, around)
    asked = {event_of[o.id] for found in held.values() for _, o in found if o.id in event_of}
    lookup.tellings(c for event in asked for c in sorted(members.get(event, ()))[:CHECKED])
    for telling in told:
        joined, judged = _join(lookup, telling, (held[telling.id], event_of, members), around)
        judgements += judged
        event_of[telling.id] = joined
        members[joined] = [*members.get(joined, ()), telling.id]
    return Gathered({t.id: event_of[t.id] for t in told}, judgements)


def _candidates(lookup: Lookup, told: Sequence[Telling], around: Around) -> dict[str, list[str]]:
    """Return for each claim those near it: by its actors' days, its agreement, its story."""
    store = lookup.store
    by_kind: dict[str, list[str]] = defaultdict(list)
    for claim, kind in store.kinds_in(sorted(around.story_of)[:STORY]):
        by_kind[load_kindred().of(kind)].append(claim)
    found: dict[str, list[str]] = {}
    own = {telling.id for telling in told}
    for telling in told:
        near = set(by_kind[telling.group])
        agreement = around.agreement_of.get(telling.id)
        keys = [key(telling.group, "agreement", agreement)] if agreement is not None else []
        if has_days(telling):
            keys += [key(telling.group, "actor", actor) for actor in sorted(telling.actors)]
        for one in keys:
            near.update(lookup.near(one, day_of(telling), NEAR))
        found[telling.id] = sorted(near - own)
    return found


def _join(
    lookup: Lookup,
    telling: Telling,
    held: tuple[Sequence[_Weighed], Mapping[str, str], Mapping[str, Sequence[str]]],
    around: Around,
) -> tuple[str, list[Judgement]]:
    """Return the event that a claim joins, or a new one's id, and the judgements."""
    weighed, event_of, members = held
    doubt: list[Judgement] = []
    for total, other in sorted(weighed, key=lambda pair: (-pair[0], pair[1].id)):
        event = event_of[other.id]
        if not _may_join(lookup, telling, (members.get(event, ()), total), around):
            continue
        judgement = judge(telling, other, around)
        if total >= SAME:
            return event, [judgement]
        doubt = doubt or [judgement]
    return event_id([telling.id]), doubt


def _weigh_all(
    told: Sequence[Telling], near: Mapping[str, Sequence[Telling]], around: Around
) -> dict[str, list[_Weighed]]:
    """Return for each claim those near it that it may be one with, and what each scores.

    Of many pairs those that cannot be one are seen at once; the reckoning for that costs as much
    as a thousand pairs do one by one.
    """
    if sum(map(len, near.values())) > MANY:
        near = _hopeful(told, near, around)
    return {telling.id: list(_weigh(telling, near[telling.id], around)) for telling in told}


def _hopeful(
    told: Sequence[Telling], near: Mapping[str, Sequence[Telling]], around: Around
) -> dict[str, list[Telling]]:
    """Leave out of the claims near each those that are plainly not one with it."""
    row = list({t.id: t for t in [*told, *chain.from_iterable(near.values())]}.values())
    places = {telling.id: place for place, telling in enumerate(row)}
    plain = Plain()
    plain.add(row, [around.agreement_of.get(telling.id) for telling in row])
    pairs = [(telling, other) for telling in told for other in near[telling.id]]
    left, right = (np.array([places[pair[side].id] for pair in pairs]) for side in (0, 1))
    story = np.array([around.story(*pair) for pair in pairs])
    found: dict[str, list[Telling]] = {telling.id: [] for telling in told}
    for place in plain.hopeful(left, right, story, HOPE)[0].tolist():
        telling, other = pairs[place]
        found[telling.id].append(other)
    return found


def _weigh(telling: Telling, near: Iterable[Telling], around: Around) -> Iterator[_Weighed]:
    """Yield of the claims near one those that it may be one with, and what each scores."""
    for other in near:
        pair = around.near(telling, other)
        if hopeless(telling, other, pair):
            continue
        total = add_up(telling, other, pair)
        if total >= UNSURE:
            yield total, other


def _may_join(
    lookup: Lookup, telling: Telling, event: tuple[Sequence[str], float], around: Around
) -> bool:
    """Say whether a claim is one with the first claims of an event on the whole, as settling does.

    An `event` comes with what its claim that is nearest scores.
    """
    first, scored = event
    scores: list[float] = []
    for other in lookup.tellings(sorted(first)[:CHECKED]).values():
        left, right = (telling, other) if telling.id < other.id else (other, telling)
        score = score_members(left, right, around.near(left, right))
        if score is None:
            return False
        scores.append(score)
    return are_one(scores, scored)
