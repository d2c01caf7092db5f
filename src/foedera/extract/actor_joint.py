"""Which names before a noun own it together."""

from __future__ import annotations

from foedera.extract.actor_items import Item, Line

_JOINT = frozenset({"state", "adjective", "body", "seat"})


def are_joint(line: Line, first: Item, owner: Item) -> bool:
    """Say whether two names own a noun together: "Peru and Chile envoys".

    No name behind a preposition does that ends a clause: "flew in from Peru, Chile envoys spoke".
    """
    if first.sort not in _JOINT or owner.sort not in _JOINT:
        return False
    apart = line.low[first.end] == "," and bool(line.tags)
    return not (apart and line.sentence.deps[first.end - 1] == "pobj")
