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
from foedera.merge.notices import DEED
from foedera.merge.parties import states_of
from foedera.merge.rarity import stems
from foedera.merge.telling import Telling, fold
from foedera.merge.told_steps import by_lawmakers
from foedera.merge.upon import tells_upon

NEAR_BY = 60
"""Within so many characters a clause gives the reason of the one before."""


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def with_doers(told: Sequence[Telling]) -> list[Telling]:
    """Give acts told of nobody the one state that their report tells as acting on the agreement.

    "Peru returned to the pact on Monday. The instrument was deposited in Rome the same evening."
    """
    members = known_members(told)
    told = [_with_speakers(_own_entry(t)) for t in _with_listed(told)]
    told = [_with_members(t, members) for t in _without_conditions(told)]
    found = []
    for telling in told:
        if _lacks_doer(telling) and (actors := _doer_near(telling, told)):
            roles = replace(telling.claim.roles, actors=actors)
            telling = replace(telling, claim=replace(telling.claim, roles=roles))
        if not telling.own and _is_vouched(telling, told):
            telling = replace(telling, own=True)
        found.append(telling)
    return found


def _doer_near(telling: Telling, told: Sequence[Telling]) -> tuple[Actor, ...]:
    """Return the one state that a report tells as acting, else the one that it tells as having.

    Where a noun stands for the doer ("the island state"), that is who acts in the claim before.
    """
    here = [t for t in told if t.source.report == telling.source.report]
    here = [t for t in here if states_of(t) and t.claim.kind in _words()["steps"]]
    if telling.claim.kind not in _words()["lawmaking"]:
        here = [t for t in here if not by_lawmakers(t)]
    before = [t for t in here if t.order < telling.order]
    done = [t for t in here if t.claim.voice.reality in DEED]
    rows = [here, done]
    last = max(before, key=lambda t: t.order, default=None)
    if last and (telling.claim.roles.actors or _is_beside(last, telling)):
        rows.append([last])
    for row in rows:
        acting = {states_of(t): t.claim.roles.actors for t in reversed(row)}
        if len(acting) == 1 and len(next(iter(acting))) == 1:
            return next(iter(acting.values()))
    return ()


def _is_beside(last: Telling, telling: Telling) -> bool:
    """Say whether a deed gives the reason of the claim just before: "for Peru, as it deposited"."""
    gap = telling.claim.passage.trigger.start - last.claim.passage.trigger.end
    return last.claim.kind in _words()["binding"] and 0 <= gap < NEAR_BY


def _with_listed(told: Sequence[Telling]) -> list[Telling]:
    """Let a crowd that makes an agreement be those whom its report lists as its members.

    "Fifteen countries signed the pact on Sunday. It groups Peru, Chile, ..."
    """
    listed: dict[str, tuple[Actor, ...]] = {}
    for telling in told:
        groups = telling.trigger & set(_words()["grouping"])
        if telling.claim.kind == "agreement.describe" and groups and len(states_of(telling)) > 2:
            listed[telling.source.report] = telling.claim.roles.actors
    found, crowd = [], stems(" ".join(_words()["crowds"]))
    for telling in told:
        claim, members = telling.claim, listed.get(telling.source.report, ())
        makes = claim.kind in _words()["made_once"] and claim.voice.reality == "happened"
        one_of = telling.own or bool(states_of(telling) & {a.country for a in members})
        if members and makes and one_of and telling.words & crowd:
            roles = replace(claim.roles, actors=members)
            telling = replace(telling, claim=replace(claim, roles=roles))
        found.append(telling)
    return found


def _with_speakers(telling: Telling) -> Telling:
    """Let states that say an agreement is ended be those that end it, each its own part.

    "Peru and Chile said that the deal had been terminated": each ended its own part.
    """
    claim, sources = telling.claim, telling.claim.voice.sources
    ended = claim.kind == "agreement.terminate" and claim.voice.reality in DEED
    speakers = sources[-1] if sources else ()
    if not ended or claim.roles.actors or not speakers or not all(a.country for a in speakers):
        return telling
    roles = replace(claim.roles, actors=tuple(speakers))
    return replace(telling, claim=replace(claim, roles=roles))


def known_members(told: Sequence[Telling]) -> frozenset[str]:
    """Return the members of the agreement where the world knows it as closed."""
    known = known_as(told)
    return known.members if known else frozenset()


def _with_members(telling: Telling, members: frozenset[str]) -> Telling:
    """Let "world powers" and "the parties" to a closed agreement stand for its members."""
    claim = telling.claim
    joint = (claim.kind in _words()["consent"] or tells_upon(telling)) and telling.own
    every = f"{len(members)} parties"
    unnamed = [
        a
        for a in claim.roles.actors
        if fold(a.name) in _words()["makers"] or a.name == every or _heads_states(a)
    ]
    if not claim.roles.actors and claim.kind in _words()["made_together"] and telling.own:
        unnamed = [Actor("all", None, "group", None, claim.passage.trigger)]
        joint = claim.voice.reality == "happened" and not telling.open_ended
    if claim.kind == "agreement.exchange-instruments" and len(members) == 2 and telling.own:
        unnamed = [Actor("both", None, "group", None, claim.passage.trigger)]
        joint = claim.voice.reality == "happened"
    if not (joint and unnamed and members):
        return telling
    named = [a for a in claim.roles.actors if a not in unnamed]
    missing = sorted(members - {a.country for a in named if a.country})
    at = unnamed[0].span
    actors = (*named, *(Actor(state_name(m), m, "state", None, at) for m in missing))
    return replace(telling, claim=replace(claim, roles=replace(claim.roles, actors=actors)))


def _heads_states(actor: Actor) -> bool:
    """Say whether leaders or envoys are told by their office alone: "the heads of government"."""
    nameless = actor.country is None and actor.name == actor.name.lower()
    return nameless and fold(actor.name).split()[-1] in _words()["heads_of_states"]


def _own_entry(telling: Telling) -> Telling:
    """Let an entry into force or an end of its own be nobody's of whom its clause does not tell.

    "U.S. exports have grown since the pact took effect" tells no entry for one state, and "since
    the truce expired, the militants have fired rockets" no end that the militants made.
    """
    claim = telling.claim
    clause = claim.passage.span
    if claim.kind not in _words()["of_themselves"] or len(claim.roles.actors) != 1:
        return telling
    at = claim.roles.actors[0].span
    if clause.start <= at.start and at.end <= clause.end:
        return telling
    return replace(telling, claim=replace(claim, roles=replace(claim.roles, actors=())))


def _is_vouched(telling: Telling, told: Sequence[Telling]) -> bool:
    """Say whether a deed that names no text is told of several states, or beside one that does.

    "175 states signed the pact on Friday. China and Iran were among the signatories."
    "Russia, Ukraine and Burundi have signed without ratifying." "Peru joined on 3 May."
    """
    claim, states = telling.claim, states_of(telling)
    if claim.kind not in _words()["vouched"] or claim.voice.reality != "happened":
        return False
    if not any(word.endswith(("ed", "signatories", "signatory")) for word in telling.trigger):
        return False
    named = claim.roles.object is not None and fold(claim.roles.object.text) != "it"
    if named or claim.agreement is None or telling.open_ended:
        return False
    if len(states) > 1 and claim.kind == "agreement.sign":
        return True
    dated = telling.last is not None and bool(states)
    return any(
        other.own
        and other.source.report == telling.source.report
        and (
            (dated and other.claim.kind in _words()["steps"])
            or (
                other.claim.kind in _words()["consent"]
                and other.last is not None
                and other.claim.voice.reality == "happened"
            )
        )
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
    if not counts or states_of(telling):  # "Peru became the 60th to ratify"
        return telling
    terms = tuple(t for t in setting.terms if t not in counts)
    claim = replace(telling.claim, setting=replace(setting, terms=terms))
    return replace(telling, claim=claim, open_ended=True)


def _lacks_doer(telling: Telling) -> bool:
    """Say whether an act that each does for itself is told as done, or as due, of nobody."""
    claim = telling.claim
    if claim.rule.endswith("+anyone"):
        return False
    nouns = set(_words()["stand_ins"])
    named = [a for a in claim.roles.actors if a.country or fold(a.name).split()[-1] not in nouns]
    each = {*_words()["by_each"], *(_words()["by_several"] if claim.roles.actors else ())}
    if named or claim.kind not in each or telling.open_ended:
        return False
    if telling.last is None and claim.rule.startswith("frames.noun_frame"):
        return False  # "Approval of the pact needs a vote" tells of nobody who approves
    due = any(term.kind == "effect" for term in claim.setting.terms)
    reality = claim.voice.reality
    if reality == "ongoing":
        return claim.kind in _words()["by_saying"]
    return reality == "happened" or (reality == "planned" and due)
