"""Whose jail it is in which somebody is held, or out of which he comes: "freed from an X jail"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.noun_classes import classes_of
from foedera.extract.prepositions import prepositions
from foedera.tree import children

_WAYS = frozenset({"from", "in", "out of", "inside", "at"})
_OWNERS = ("poss", "amod", "compound", "nmod")


def keepers_of(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return the words that tell whose the jail is, before it or behind its "in"."""
    jails = [j for name, goals in prepositions(s, verb) if name in _WAYS for j in goals]
    found: list[int] = []
    for jail in jails:
        if "jail_proper" not in classes_of(s, jail):
            continue
        found += children(s, jail, *_OWNERS)
        found += [t for name, goals in prepositions(s, jail) if name == "in" for t in goals]
    return tuple(found)
