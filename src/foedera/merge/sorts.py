"""Of what sort something is, by the words that tell it: a nuclear test, a missile test."""

from __future__ import annotations

import re
from functools import lru_cache

from foedera.data import Claim
from foedera.merge.folding import fold
from foedera.merge.kindred import load_kindred

NONE: frozenset[str] = frozenset()
BEFORE = 30
"""How many characters before a noun are read for what it is one of."""
_ATTACK = "military.attack"
_WORD = re.compile(r"[a-z]+")
_ENDS = re.compile(r"[.,;:!?]\s")


def sorts_of(claim: Claim, text: str) -> frozenset[str]:
    """Return of what sorts a claim's happening is, as far as its own words tell.

    They are those of its trigger, the two before a noun, and those of what it is done to; but an
    attack on a gas plant is none with gas.
    """
    group = load_kindred().of(claim.kind)
    table = load_kindred().sorts.get(group)
    if table is None:
        return NONE
    trigger = claim.passage.trigger
    told = [_WORD.findall(text[trigger.start : trigger.end].lower())]
    if "noun_frame" in claim.rule:
        before = _ENDS.split(text[max(0, trigger.start - BEFORE) : trigger.start].lower())[-1]
        told.append(_WORD.findall(before)[-2:])
    if claim.roles.object is not None:
        told.append(_WORD.findall(claim.roles.object.text.lower()))
    words = {word for phrase in told if not _is_struck(group, phrase) for word in phrase}
    return frozenset(sort for sort, own in table.items() if not own.isdisjoint(words))


def _is_struck(group: str, phrase: list[str]) -> bool:
    """Say whether words tell where an attack falls, not what it is made with."""
    return group == _ATTACK and not load_kindred().sites.isdisjoint(phrase[-1:])


def chambers_of(claim: Claim) -> frozenset[str]:
    """Return the chambers of a parliament that do it, each of which acts for itself."""
    return NONE.union(*(_chambers_in(actor.name) for actor in claim.roles.actors))


@lru_cache(maxsize=4096)
def _chambers_in(name: str) -> frozenset[str]:
    """Return the chambers that a name tells of: the last that it holds.

    >>> sorted(_chambers_in("House of Lords")), sorted(_chambers_in("White House"))
    (['upper'], [])
    >>> sorted(_chambers_in("Peru's upper house of parliament"))
    ['upper']
    """
    words = fold(name).replace("white house", "").replace("upper house", "upper").split()
    found = [c for word in words for c, own in load_kindred().chambers.items() if word in own]
    return frozenset(found[-1:])
