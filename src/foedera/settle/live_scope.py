"""Which claims a decision is judged among: those of the events concerned, and few besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from foedera.data import Judgement
from foedera.merge.assemble import event_id
from foedera.merge.events import SAME, Around, add_up, hopeless
from foedera.merge.judging import judge_claims
from foedera.merge.kindred import load_kindred
from foedera.merge.telling import Telling
from foedera.settle.entries import day_of, has_days, key
from foedera.settle.live_events import NEAR, STORY
from foedera.settle.lookup import Lookup
from foedera.settle.tellings import person_verdicts

MOST = 400
"""Events of more claims are left to the next settling."""
REACH = 60
"""The neighbours of so many claims are looked at."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The events that a decision concerns: as they were, as they are, and why."""

    old: Mapping[str, Sequence[str]]
    groups: Mapping[str, Sequence[str]]
    changed: AbstractSet[str]
    """The events of `groups` that are new, or hold other claims, or claims that changed."""
    judgements: Sequence[Judgement]

    @property
    def gone(self) -> set[str]:
        """Return the events that are no more."""
        return set(self.old) - set(self.groups)

    @property
    def event_of(self) -> dict[str, str]:
        """Return the event of each claim concerned."""
        return {claim: event for event, claims in self.groups.items() for claim in claims}


def judge_anew(
    lookup: Lookup,
    claims: AbstractSet[str],
    homes: Mapping[str, str],
    *,
    among: AbstractSet[str] | None,
    touched: bool,
    reach: bool,
) -> Judged | None:
    """Judge the events of some claims anew among themselves; None where they are too large.

    `homes` are the events that claims no longer held stood in. `touched` claims are not what they
    were. `among` are those that they were judged among before; where that is not known, with
    `reach` events that a finding would join with those are judged with them.
    """
    verdicts = person_verdicts(lookup.store)["event"]
    told = claims | (among or set())
    events = {*lookup.store.wholes_of("event", told).values(), *homes.values()}
    scope = _claims(lookup, events) | claims
    partners = {
        name
        for pair, verdict in verdicts.items()
        if verdict == "same" and scope & set(pair)
        for name in pair
    }
    events |= set(lookup.store.wholes_of("event", partners).values())
    scope |= _claims(lookup, events)
    if len(scope) > MOST:
        return None
    if reach and among is None:
        events |= _tied(lookup, claims if touched else scope, scope)
        scope |= _claims(lookup, events)
    old = lookup.store.first_members("event", events, 2 * MOST)
    tellings = lookup.tellings(scope)
    own = {pair: verdict for pair, verdict in verdicts.items() if set(pair) <= tellings.keys()}
    around = Around(_stories(lookup, tellings.values()), lookup.agreement_of, own)
    judgements, groups = judge_claims(list(tellings.values()), around)
    named = _name(groups, set(old))
    before = {event: frozenset(held) for event, held in old.items()}
    changed = {
        event
        for event, held in named.items()
        if before.get(event) != frozenset(held) or (touched and claims & set(held))
    }
    return Judged(old, named, changed, judgements)


def _claims(lookup: Lookup, events: Iterable[str]) -> set[str]:
    held = lookup.store.first_members("event", events, MOST + 1)
    return {claim for claims in held.values() for claim in claims}


def _name(groups: Iterable[Sequence[str]], old: AbstractSet[str]) -> dict[str, Sequence[str]]:
    """Name events by one of their claims: by that which named one before, else by the first."""
    named = {}
    for group in groups:
        names = [event_id([claim]) for claim in sorted(group)]
        named[next((name for name in names if name in old), names[0])] = group
    return named


def _stories(lookup: Lookup, tellings: Iterable[Telling]) -> dict[str, str]:
    return lookup.store.wholes_of("story", {t.source.report for t in tellings})


# --------------------------------------------------------------- neighbours


def _tied(lookup: Lookup, names: AbstractSet[str], scope: AbstractSet[str]) -> set[str]:
    """Return further events of which a claim would join one of these."""
    told = list(lookup.tellings(sorted(names)[:REACH]).values())
    near = _near(lookup, told)
    others = lookup.tellings({c for found in near.values() for c in found} - scope)
    stories = _stories(lookup, [*told, *others.values()])
    around = Around(stories, lookup.agreement_of)
    event_of = lookup.store.wholes_of("event", others)
    tied: set[str] = set()
    for telling in told:
        for name in near[telling.id]:
            other = others.get(name)
            if other is None or name not in event_of or event_of[name] in tied:
                continue
            if _one(telling, other, around):
                tied.add(event_of[name])
    return _small(lookup, tied, MOST - len(scope))


def _one(telling: Telling, other: Telling, around: Around) -> bool:
    near = around.near(telling, other)
    return not hopeless(telling, other, near) and add_up(telling, other, near) >= SAME


def _small(lookup: Lookup, events: AbstractSet[str], room: int) -> set[str]:
    """Return the smallest of some events whose claims are not too many together."""
    held = lookup.store.first_members("event", events, MOST + 1)
    kept = set()
    for event in sorted(held, key=lambda name: (len(held[name]), name)):
        room -= len(held[event])
        if room < 0:
            break
        kept.add(event)
    return kept


def _near(lookup: Lookup, told: Sequence[Telling]) -> dict[str, set[str]]:
    """Return for each claim those near it: by its actors' days, its agreement, its story."""
    store = lookup.store
    stories = _stories(lookup, told)
    by_story = {
        story: _by_group(lookup, store.members_of("story", story, STORY))
        for story in sorted(set(stories.values()))
    }
    found: dict[str, set[str]] = {}
    for telling in told:
        story = stories.get(telling.source.report, "")
        near = set(by_story.get(story, {}).get(telling.group, ()))
        agreement = lookup.agreement_of.get(telling.id)
        keys = [key(telling.group, "agreement", agreement)] if agreement is not None else []
        if has_days(telling):
            keys += [key(telling.group, "actor", actor) for actor in sorted(telling.actors)]
        for one in keys:
            near.update(lookup.near(one, day_of(telling), NEAR))
        found[telling.id] = near - {telling.id}
    return found


def _by_group(lookup: Lookup, reports: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for claim, kind in lookup.store.kinds_in(reports):
        found[load_kindred().of(kind)].append(claim)
    return found
