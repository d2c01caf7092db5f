"""Who does an act upon an agreement where a sentence alone does not say, but its report does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from foedera.data import Actor
from foedera.lexicons import load_words
from foedera.merge.agreements import known_as
from foedera.merge.names import state_name
from foedera.merge.parties import states_of
from foedera.merge.telling import Telling, fold


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def with_doers(told: Sequence[Telling]) -> list[Telling]:
    """Give acts told of nobody the one state that their report tells as acting on the agreement.

    "Peru returned to the pact on Monday. The instrument was deposited in Rome the same evening."
    """
    members = known_members(told)
    told = [_with_members(t, members) for t in _without_conditions(told)]
    acting: dict[str, dict[frozenset[str], tuple[Actor, ...]]] = defaultdict(dict)
    for telling in told:
        states = states_of(telling)
        if states and telling.claim.kind in _words()["steps"]:
            acting[telling.source.report].setdefault(states, telling.claim.roles.actors)
    found = []
    for telling in told:
        around = acting[telling.source.report]
        if _lacks_doer(telling) and len(around) == 1:
            states, actors = next(iter(around.items()))
            if len(states) == 1:
                roles = replace(telling.claim.roles, actors=actors)
                telling = replace(telling, claim=replace(telling.claim, roles=roles))
        if not telling.own and _is_vouched(telling, told):
            telling = replace(telling, own=True)
        found.append(telling)
    return found


def known_members(told: Sequence[Telling]) -> frozenset[str]:
    """Return the members of the agreement where the world knows it as closed."""
    known = known_as(told)
    return known.members if known else frozenset()


def _with_members(telling: Telling, members: frozenset[str]) -> Telling:
    """Let "world powers" and "the parties" to a closed agreement stand for its members."""
    claim = telling.claim
    joint = claim.kind in _words()["consent"] and telling.own
    unnamed = [a for a in claim.roles.actors if fold(a.name) in _words()["makers"]]
    if not (joint and unnamed and members):
        return telling
    named = [a for a in claim.roles.actors if a not in unnamed]
    missing = sorted(members - {a.country for a in named if a.country})
    at = unnamed[0].span
    actors = (*named, *(Actor(state_name(m), m, "state", None, at) for m in missing))
    return replace(telling, claim=replace(claim, roles=replace(claim.roles, actors=actors)))


def _is_vouched(telling: Telling, told: Sequence[Telling]) -> bool:
    """Say whether a signature that names no text is told of several states, or beside a day.

    "175 states signed the pact on Friday. China and Iran were among the signatories."
    "Russia, Ukraine and Burundi have signed without ratifying."
    """
    claim = telling.claim
    if claim.kind != "agreement.sign" or claim.voice.reality != "happened":
        return False
    if claim.roles.object is not None or claim.agreement is None or telling.open_ended:
        return False
    return len(states_of(telling)) > 1 or any(
        other.own
        and other.claim.kind == claim.kind
        and other.source.report == telling.source.report
        and other.claim.voice.reality == "happened"
        and other.last is not None
        for other in told
    )


def _without_conditions(told: Sequence[Telling]) -> list[Telling]:
    """Take from tellings the numbers that their report tells as what entry into force needs.

    "It will enter into force after the deposit of the 60th instrument" tells of no deposit.
    """
    needed: dict[str, set[str]] = defaultdict(set)
    for telling in told:
        for term in telling.claim.setting.terms:
            if term.kind == "entry-count":
                needed[telling.source.report].add(term.value)
    return [_without_count(t, needed[t.source.report]) for t in told]


def _without_count(telling: Telling, needed: set[str]) -> Telling:
    setting = telling.claim.setting
    counts = [t for t in setting.terms if t.kind == "count" and t.value in needed]
    if not counts:
        return telling
    terms = tuple(t for t in setting.terms if t not in counts)
    claim = replace(telling.claim, setting=replace(setting, terms=terms))
    return replace(telling, claim=claim, open_ended=True)


def _lacks_doer(telling: Telling) -> bool:
    """Say whether an act that each does for itself is told as done, or as due, of nobody."""
    claim = telling.claim
    named = [a for a in claim.roles.actors if fold(a.name) not in _words()["stand_ins"]]
    if named or claim.kind not in _words()["by_each"] or telling.open_ended:
        return False
    if telling.last is None and claim.rule.startswith("frames.noun_frame"):
        return False  # "Approval of the pact needs a vote" tells of nobody who approves
    due = any(term.kind == "effect" for term in claim.setting.terms)
    reality = claim.voice.reality
    if reality == "ongoing":
        return claim.kind in _words()["by_saying"]
    return reality == "happened" or (reality == "planned" and due)
