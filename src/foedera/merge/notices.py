"""Which tellings of a leaving tell of notice given, not of an end."""

from __future__ import annotations

from functools import cache
from typing import Any

from foedera.lexicons import load_words
from foedera.measure import overlap
from foedera.merge.parties import party_key, states_of
from foedera.merge.rarity import stems
from foedera.merge.telling import Telling, fold

DEED = ("happened", "ongoing")


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def is_notice(telling: Telling) -> bool:
    """Say whether a withdrawal is told as given notice of, as under way, or as due on a day."""
    voice, notice = telling.claim.voice, set(_words()["notice_words"])
    leaves = telling.claim.kind in _words()["leaving"] and not leaves_another(telling)
    if not leaves or voice.stance not in ("asserted", "confirmed"):
        return False
    if telling.open_ended and voice.reality != "happened":
        return False
    worded = bool(telling.words & stems(" ".join(notice))) and not _has_come(telling)
    if voice.reality == "planned":
        return worded or any(term.kind == "effect" for term in telling.claim.setting.terms)
    if voice.reality not in DEED:
        return False
    if worded and telling.trigger & {*_words()["leaving_nouns"], *_words()["received"]}:
        return True
    going = any(word.endswith("ing") for word in telling.trigger)
    return bool(telling.trigger & notice) or (worded and going) or _is_under_way(telling)


def is_ahead(telling: Telling) -> bool:
    """Say whether a leaving is told as decided on: "announced that it would quit the pact"."""
    voice = telling.claim.voice
    told = voice.reality == "planned" and voice.stance in ("asserted", "confirmed")
    return told and telling.own and not telling.open_ended


def _has_come(telling: Telling) -> bool:
    """Say whether a clause tells that a withdrawal took effect, so long after its notice."""
    effect = telling.words >= stems("took effect") or "took" in telling.trigger
    return effect and telling.claim.voice.reality == "happened"


def is_own_word(telling: Telling) -> bool:
    """Say whether states are told to have said themselves that they end or suspend an agreement."""
    voice = telling.claim.voice
    said = {party_key(a) for level in voice.sources[-1:] for a in level}
    kinds = {"agreement.terminate", *_words()["one_sided"]}
    ends = telling.claim.kind in kinds and voice.reality in DEED
    return ends and bool(states_of(telling)) and states_of(telling) == said


def leaves_another(telling: Telling) -> bool:
    """Say whether what is left is a body that the agreement did not found: "left the bloc"."""
    thing, name = telling.claim.roles.object, telling.claim.agreement
    if thing is None or telling.naming.by_body or telling.claim.kind != "agreement.withdraw":
        return False
    apart = name is None or not overlap(name.span, thing.span)
    return apart and bool(set(fold(thing.text).split()[-1:]) & set(_words()["left_bodies"]))


def _is_under_way(telling: Telling) -> bool:
    """Say whether a state is told to be withdrawing, by somebody: that is its notice."""
    claim = telling.claim
    if claim.kind != "agreement.withdraw" or claim.voice.reality not in DEED:
        return False
    going = any(word.endswith("ing") for word in telling.trigger)
    return going and telling.own and bool(claim.voice.sources) and bool(states_of(telling))
