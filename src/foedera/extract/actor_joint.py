"""Which names before a noun own it together."""

from __future__ import annotations

from foedera.extract.actor_items import Item, Line

_JOINT = frozenset({"state", "adjective", "body", "seat"})


def are_joint(line: Line, first: Item, owner: Item) -> bool:
    """Say whether two names own a noun together: "Peru and Chile envoys".

    No name does that ends a clause, behind a preposition ("flew in from Peru, Chile envoys spoke")
    or as the object of a verb ("while it left Peru, Chilean envoys spoke").
    """
    if first.sort not in _JOINT or owner.sort not in _JOINT:
        return False
    apart = line.low[first.end] == "," and bool(line.tags)
    return not (apart and line.sentence.deps[first.end - 1] in {"pobj", "dobj", "npadvmod"})
