"""Who is meant where a deed names nobody and the report tells of one doer of such deeds alone.

"Another missile test" in a report on one state's tests, "the airstrikes" in one on another's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace

from foedera.data import Actor, Claim, Roles, Sentence
from foedera.extract.frames import Match
from foedera.extract.role_words import role_words
from foedera.tree import children

_Side = frozenset[str]
_ATTACK = "military.attack"
_NOUNS = {"military.test": "tests_of_one", "military.attack": "strikes_of_one"}


class SoleDoers:
    """The doers told so far of each kind of deed."""

    def __init__(self) -> None:
        self._told: dict[str, dict[_Side, Roles]] = defaultdict(dict)
        self._from_air: dict[_Side, Roles] = {}

    def add(self, claim: Claim, s: Sentence) -> None:
        """Remember who was told to do a kind of deed, and to whom."""
        if claim.kind in _NOUNS and claim.roles.actors:
            side = frozenset(a.country or a.name for a in claim.roles.actors)
            self._told[claim.kind].setdefault(side, claim.roles)
            last = bisect_left(s.starts, claim.passage.trigger.end) - 1
            if claim.kind == _ATTACK and _is_from_air(s, last):
                self._from_air.setdefault(side, claim.roles)

    def complete(self, match: Match, roles: Roles, s: Sentence) -> Roles:
        """Give a deed that names nobody its only doer so far, none where two were told.

        Strikes from the air are those of the only one who was told to strike from there, whatever
        else others attacked with, and whomever they hit but him.
        """
        if any(_is_known(a) for a in roles.actors):
            return roles
        if match.kind.name == _ATTACK and match.frame.sort == "nouns" and not roles.actors:
            (only, *others) = (*self._from_air.values(), None)
            if only is not None and others == [None] and _is_from_air(s, match.head):
                struck = {r.country for r in roles.recipients if r.country}
                if all(_is_known(a) and a.country not in struck for a in only.actors):
                    return replace(roles, actors=only.actors)
        told = self._told.get(match.kind.name, {})
        if any(_is_known(r) for r in roles.recipients) or len(told) != 1:
            return roles
        if not _is_told_by_one(match, s):
            return roles
        (only,) = told.values()
        return replace(roles, actors=only.actors) if all(map(_is_known, only.actors)) else roles


def _is_from_air(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells strikes from the air: "airstrikes", "the drone strike"."""
    if s.deps[noun] == "compound":
        return False
    lemma = s.lemmas[noun].lower()
    if lemma in role_words("strikes_of_one"):
        return True
    before = children(s, noun, "compound", "amod", "nmod")
    flown = any(s.lemmas[k].lower() in role_words("flown_words") for k in before)
    return flown and lemma in role_words("strike_words")


def _is_told_by_one(match: Match, s: Sentence) -> bool:
    """Say whether a noun tells a deed that few can do: tests of missiles, strikes from the air.

    "The launch of a barrage of missiles of their own" tells more of it than a known one would.
    """
    nouns = _NOUNS.get(match.kind.name)
    if nouns is None or match.frame.sort != "nouns" or match.slots.get("of"):
        return False
    return s.lemmas[match.head] in role_words(nouns) and s.deps[match.head] != "compound"


def _is_known(actor: Actor) -> bool:
    return actor.country is not None or actor.kind != "group" or actor.name[:1].isupper()
