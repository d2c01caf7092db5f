"""Everything computed from claims and who belongs together: one pure function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from foedera.data import Act, Agreement, Event
from foedera.merge.agreements import (
    Duty,
    acts_of,
    agreement_id,
    assemble_agreement,
    find_conduct,
    merge_obligations,
    near_days,
)
from foedera.merge.assemble import assemble_event
from foedera.merge.containment import find_parts
from foedera.merge.origins import Chain
from foedera.merge.telling import Telling


@dataclass(frozen=True, slots=True)
class Joined:
    """Who belongs together: the group of a claim, the agreement group of a claim, of a report."""

    event_of: Mapping[str, str]
    agreement_of: Mapping[str, str]
    story_of: Mapping[str, str]
    copy_of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class World:
    """The computed wholes, in order of their ids."""

    tellings: Mapping[str, Telling]
    chains: Mapping[str, Chain]
    events: tuple[Event, ...]
    parts: Mapping[str, tuple[str, ...]]
    agreements: tuple[Agreement, ...]
    acts: Mapping[str, tuple[Act, ...]]
    duties: Mapping[str, tuple[Duty, ...]]
    inferred: frozenset[tuple[str, str]]


def assemble(tellings: Sequence[Telling], chains: Mapping[str, Chain], joined: Joined) -> World:
    """Make events and agreements of the claims given; others in their groups are left out."""
    by_id = {t.id: t for t in tellings}
    named = _named(tellings, joined)
    events = _events(tellings, chains, joined, named)
    agreements, inferred = _agreements(by_id, events, named, joined)
    return World(
        tellings=by_id,
        chains=chains,
        events=events,
        parts=find_parts(events, by_id),
        agreements=agreements,
        acts={a.id: tuple(acts_of(a, by_id)) for a in agreements},
        duties={
            a.id: tuple(merge_obligations([by_id[c] for c in a.claims], a.parties))
            for a in agreements
        },
        inferred=inferred,
    )


def _named(tellings: Sequence[Telling], joined: Joined) -> dict[str, list[Telling]]:
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        group = joined.agreement_of.get(telling.id)
        if group is not None:
            groups[group].append(telling)
    return {agreement_id(t.id for t in told): told for told in groups.values()}


def _events(
    tellings: Sequence[Telling],
    chains: Mapping[str, Chain],
    joined: Joined,
    named: Mapping[str, list[Telling]],
) -> tuple[Event, ...]:
    agreement_of = {t.id: agreement for agreement, told in named.items() for t in told}
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[joined.event_of.get(telling.id, telling.id)].append(telling)
    made = []
    for told in groups.values():
        agreements = sorted(agreement_of[t.id] for t in told if t.id in agreement_of)
        agreement = max(agreements, key=agreements.count, default=None)
        event = assemble_event(told, chains, copy_of=joined.copy_of, agreement=agreement)
        made.append(event)
    return tuple(sorted(made, key=lambda e: e.id))


def _agreements(
    by_id: Mapping[str, Telling],
    events: Sequence[Event],
    named: Mapping[str, list[Telling]],
    joined: Joined,
) -> tuple[tuple[Agreement, ...], frozenset[tuple[str, str]]]:
    own: dict[str, list[Event]] = defaultdict(list)
    by_story: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.agreement is not None:
            own[event.agreement].append(event)
        for story in {_story(by_id[c], joined) for c in event.claims}:
            by_story[story].append(event)
    made, inferred = [], set()
    for name, told in sorted(named.items()):
        bare = assemble_agreement(told, own[name], ())
        stories = sorted({_story(t, joined) for t in told})
        around = {e.id: e for story in stories for e in by_story[story]}
        claims = set(bare.claims)
        shared = {e: set(stories) for e in around}
        conduct = find_conduct(list(around.values()), bare.parties, shared, claims)
        kept = [(e, guess) for e, guess in conduct if near_days(around[e], bare)]
        inferred |= {(name, e) for e, guess in kept if guess}
        made.append(replace(bare, conduct=tuple(sorted(e for e, _ in kept))))
    return tuple(made), frozenset(inferred)


def _story(telling: Telling, joined: Joined) -> str:
    report = telling.source.report
    return joined.story_of.get(report, report)
