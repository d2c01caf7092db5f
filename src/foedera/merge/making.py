"""Which tellings say that an agreement without a name was made, by whom, or ended or befallen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from foedera.data import Actor
from foedera.lexicons import load_words
from foedera.merge.parties import states_of
from foedera.merge.telling import Telling, fold
from foedera.merge.titles import read_title

_TWO = 2
_SAID = frozenset({"asserted", "confirmed"})


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def makes(telling: Telling) -> bool:
    """Say whether a telling of an agreement without a name tells that two states made it."""
    consents = telling.claim.kind in _words()["consent"] and telling.own
    if not consents or not _is_done(telling) or _is_unsaid(telling):
        return False
    return len(states_of(telling)) > 1


def _is_unsaid(telling: Telling) -> bool:
    """Say whether it is only thought or feared to have been made, or is in no words at all.

    "Fears that they had made a deal", "an implicit agreement".
    """
    name = telling.claim.agreement
    unspoken = set(fold(name.title).split()) & set(_words()["unspoken"]) if name else set()
    return bool(unspoken) or telling.claim.voice.stance not in _SAID


def deals_with(telling: Telling) -> bool:
    """Say whether "a deal" or "five pacts" is told as made by two sides, or as ended by one."""
    several = telling.naming.head in _words()["plural"]
    if telling.naming.indefinite and (makes(telling) or is_with_rebels(telling)):
        return True
    return several and is_told_by_verb(telling) and (makes(telling) or ends(telling))


def is_told_by_verb(telling: Telling) -> bool:
    """Say whether a clause tells an act, no noun alone: "a deal with Peru" may be hoped for."""
    return "noun_frame" not in telling.claim.rule and "deverbal" not in telling.claim.rule


def ends(telling: Telling) -> bool:
    """Say whether a state is told to leave what it has agreed with another that is named."""
    both = states_of(telling) | telling.naming.sides
    leaves = telling.claim.kind in _words()["leaving"]
    return (
        leaves and _is_done(telling) and telling.own and bool(states_of(telling)) and len(both) > 1
    )


def is_with_rebels(telling: Telling) -> bool:
    """Say whether a government and rebels of its state are told as having made something."""
    actors = telling.claim.roles.actors
    made = telling.claim.kind in _words()["consent"] and _is_done(telling)
    if not made or len(actors) < 2 or not telling.own:
        return False
    bands = {*_words()["rebels"], *_words()["armed_groups"]}
    armed = [a for a in actors if set(fold(a.name).split()) & bands]
    return bool(armed) and any(a.country and a not in armed for a in actors)


def is_speaking_ill(telling: Telling) -> bool:
    """Say whether somebody leaves an agreement by a word that also means to speak ill of it."""
    ill = bool(telling.trigger & set(_words()["ill_words"]))
    return ill and telling.claim.kind in _words()["leaving"]


def is_private(told: Sequence[Telling]) -> bool:
    """Say whether two of one state consent together, and nobody else, or one with a firm.

    So do bishops, mayors or unions of several, by whom no state is bound.
    """
    words = _words()["consent"]
    joint = [t.claim.roles.actors for t in told if t.claim.kind in words]
    if any(_are(actor, "firms") for actors in joint for actor in actors):
        return True
    if _is_of_private_people(told):
        return True
    states = {state for t in told for state in states_of(t) | t.naming.sides}
    return len(states) == 1 and any(len(actors) > 1 for actors in joint)


def _is_of_private_people(told: Sequence[Telling]) -> bool:
    making = [t for t in told if t.claim.kind in _words()["together"] and t.claim.roles.actors]
    return bool(making) and all(
        any(_are(a, "private_signers") for a in t.claim.roles.actors) for t in making
    )


def _are(actor: Actor, sort: str) -> bool:
    return not set(fold(actor.name).split()).isdisjoint(_words()[sort])


def befalls(telling: Telling) -> bool:
    """Say whether something is told to have befallen what two named sides have agreed."""
    kinds = {*_words()["weighty"], *_words()["leaving"], *_words()["laid_before"]}
    of_itself = telling.claim.kind in _words()["of_themselves"]  # "their fishing pact expired"
    acting = states_of(telling) if telling.naming.sides or of_itself else frozenset()
    sides = telling.naming.sides | acting
    told = telling.claim.kind in kinds and is_told_by_verb(telling)
    return told and (_is_done(telling) or _is_put_off(telling)) and len(sides) > 1


def _is_put_off(telling: Telling) -> bool:
    """Say whether what two sides were to sign was not: there is a text, whenever it is signed."""
    unsigned = telling.claim.voice.reality == "not-happened" and not telling.open_ended
    return unsigned and telling.claim.kind == "agreement.sign"


def is_negotiated(telling: Telling) -> bool:
    """Say whether a clause tells of two states that they negotiate this very agreement."""
    if telling.claim.agreement is None or not is_told_by_verb(telling):
        return False
    named = set(fold(telling.claim.agreement.title).split())
    return _is_in_talks(telling) and not named.isdisjoint(_words()["heads"])


def _is_in_talks(telling: Telling) -> bool:
    under_way = telling.claim.voice.reality in ("happened", "ongoing")
    talks = telling.claim.kind == "agreement.negotiate" and under_way and telling.own
    return talks and len(states_of(telling)) > 1


def tell_sides(told: Sequence[Telling]) -> list[Telling]:
    """Return tellings whose two doers are the sides though they make nothing.

    They negotiate it, or it is theirs that runs out.
    """
    of_itself = set(_words()["of_themselves"])
    return [
        t
        for t in told
        if is_negotiated(t)
        or (_is_in_talks(t) and _is_proper(t))
        or (t.claim.kind in of_itself and t.own and _is_done(t) and len(states_of(t)) == _TWO)
    ]


def _is_proper(telling: Telling) -> bool:
    name = telling.claim.agreement
    return name is not None and bool(read_title(name.title).proper)


def is_beside(telling: Telling) -> bool:
    """Say whether a telling is of a further agreement that one act makes."""
    return telling.claim.rule.endswith("pacts_beside.pacts_beside")


def _is_done(telling: Telling) -> bool:
    return telling.claim.voice.reality == "happened" and not telling.open_ended


def is_home_act(telling: Telling) -> bool:
    """Say whether what is signed or passed is a law or a decree, not the agreement it is about."""
    object_ = telling.claim.roles.object
    words = fold(object_.text).split()[:4] if object_ else []
    if len(states_of(telling)) > 1:
        return False  # "signed a joint statement"
    return telling.group in _words()["home_groups"] and bool(
        set(words) & set(_words()["home_acts"])
    )


def party_makers(told: Sequence[Telling]) -> list[Telling]:
    """Return the tellings whose doers are parties: those that speak of the agreement itself.

    So do acts that treaties alone see. Where none names it in its own clause, all acts that make
    one a party count. Who only means to join is none yet.
    """
    makers = [
        t
        for t in told
        if t.claim.kind in _words()["party_kinds"]
        and not is_home_act(t)
        and (t.claim.voice.reality in ("happened", "ongoing", "planned") or _is_put_off(t))
        and (t.claim.kind, t.claim.voice.reality) != ("agreement.accede", "planned")
    ]
    joint = {state for t in told if makes(t) for state in states_of(t)}
    makers = [t for t in makers if not (is_speaking_ill(t) and joint and not joint & states_of(t))]
    solemn = set(_words()["solemn_acts"]) - {"agreement.enter-into-force"}
    if not any(t.own for t in makers):
        return makers
    return [
        t
        for t in makers
        if t.own or (t.claim.kind in solemn and t.claim.voice.reality == "happened")
    ]
