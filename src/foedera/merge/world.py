"""Everything computed from claims and who belongs together: one pure function."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from foedera.data import Act, Agreement, Event
from foedera.merge.acts import acts_of
from foedera.merge.agreements import (
    agreement_id,
    assemble_agreement,
    find_conduct,
    may_be_conduct,
    near_days,
    step_days,
)
from foedera.merge.assemble import assemble_event
from foedera.merge.containment import face_of, find_parts
from foedera.merge.doers import with_doers
from foedera.merge.duties import Duty, merge_obligations
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
    named = _named(tellings, joined)
    named_of = {t.id: name for name, told in named.items() for t in told}
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[joined.event_of.get(telling.id, telling.id)].append(telling)
    made = assemble_events(groups.values(), chains, named_of, joined.copy_of)
    events = tuple(sorted(made, key=lambda e: e.id))
    by_id = {t.id: t for t in tellings}
    around = [(e, stories_of((by_id[c] for c in e.claims), joined.story_of)) for e in events]
    faces = (face_of(event, by_id) for event in events)
    world = assemble_agreements(named, around, by_id, joined.story_of)
    return replace(
        world, chains=chains, parts=find_parts(face for face in faces if face is not None)
    )


def _named(tellings: Sequence[Telling], joined: Joined) -> dict[str, list[Telling]]:
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        group = joined.agreement_of.get(telling.id)
        if group is not None:
            groups[group].append(telling)
    return {agreement_id(t.id for t in told): told for told in groups.values()}


def assemble_events(
    groups: Iterable[Sequence[Telling]],
    chains: Mapping[str, Chain],
    named_of: Mapping[str, str],
    copy_of: Mapping[str, str],
    *,
    compared: bool = True,
) -> Iterator[Event]:
    """Make an event of each group; its agreement is the one that most of its claims name."""
    for told in groups:
        agreements = sorted(named_of[t.id] for t in told if t.id in named_of)
        agreement = max(agreements, key=agreements.count, default=None)
        yield assemble_event(told, chains, copy_of=copy_of, agreement=agreement, compared=compared)


def assemble_agreements(
    named: Mapping[str, Sequence[Telling]],
    events: Sequence[tuple[Event, frozenset[str]]],
    tellings: Mapping[str, Telling],
    story_of: Mapping[str, str],
) -> World:
    """Make agreements of the claims under their names, given the events of their stories.

    Each event comes with its stories; `tellings` holds the claims of all that names one.
    """
    own: dict[str, list[Event]] = defaultdict(list)
    by_story: dict[str, list[Event]] = defaultdict(list)
    for event, stories in events:
        if event.agreement is not None:
            own[event.agreement].append(event)
        if may_be_conduct(event):
            for story in stories:
                by_story[story].append(event)
    made, inferred = [], set()
    named = {name: with_doers(told) for name, told in named.items()}
    acting = {**tellings, **{t.id: t for told in named.values() for t in told}}
    for name, told in sorted(named.items()):
        bare = assemble_agreement(told, own[name], ())
        own_stories = sorted(stories_of(told, story_of))
        around = {e.id: e for story in own_stories for e in by_story[story]}
        claims = set(bare.claims)
        conduct = find_conduct(around.values(), bare.parties, claims)
        days = step_days(bare)
        kept = [(e, guess) for e, guess in conduct if near_days(around[e], days)]
        inferred |= {(name, e) for e, guess in kept if guess}
        made.append(replace(bare, conduct=tuple(sorted(e for e, _ in kept))))
    return World(
        tellings=tellings,
        chains={},
        events=tuple(event for event, _ in events),
        parts={},
        agreements=tuple(made),
        acts={a.id: tuple(acts_of(a, acting)) for a in made},
        duties={
            a.id: tuple(merge_obligations([tellings[c] for c in a.claims], a.parties)) for a in made
        },
        inferred=frozenset(inferred),
    )


def stories_of(tellings: Iterable[Telling], story_of: Mapping[str, str]) -> frozenset[str]:
    """Return the stories that the reports of some tellings belong to."""
    reports = (t.source.report for t in tellings)
    return frozenset(story_of.get(report, report) for report in reports)
