"""Which actors may be parties to an agreement of states."""

from __future__ import annotations

from functools import cache
from typing import Any

from foedera.data import Actor
from foedera.lexicons import load_words
from foedera.merge.folding import fold
from foedera.merge.telling import Telling


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def states_of(telling: Telling) -> frozenset[str]:
    """Return the states, and the bodies of states, that do an act: no crowds, no common nouns."""
    found = (party_key(actor) for actor in telling.claim.roles.actors)
    return frozenset(key for key in found if key is not None)


def party_key(actor: Actor) -> str | None:
    """Return under which key an actor may be a party: its state of today, or a body's code or name.

    A state that another continues (the Soviet Union) acts in the lane of that state; "former Soviet
    states" are other states, and a firm is no state.
    """
    words = set(fold(actor.name).split())
    if words & set(_words()["firms"]):
        return None
    if actor.country in _words()["continued"] and words & set(_words()["heirs"]):
        return None
    if actor.country is not None:
        return str(_words()["continued"].get(actor.country, actor.country))
    name = fold(actor.name)
    if actor.kind != "organisation" or not actor.name[:1].isupper():
        return None
    if name in _words()["no_parties"] or name.split()[-1] in _words()["organs"]:
        return None  # "the Foreign Ministry" of whichever state
    return str(_words()["bodies"].get(name, name))
