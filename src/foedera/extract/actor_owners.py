"""Tells which state owns a name by "'s", also where a number stands between."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.extract.actor_items import Item, Line

_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MARKS = frozenset({"'s", "'"})


def state_owning(line: Line, items: Sequence[Item], name: Item) -> Item | None:
    """Return the state that a name's "'s" belongs to: "Peru's Zelmash", "Peru's 3rd Army"."""
    at = name.start - is_ordinal(line, name.start - 1)
    if at < 2 or line.low[at - 1] not in _MARKS:
        return None
    return next((i for i in items if i.end == at - 1 and i.sort == "state"), None)


def is_ordinal(line: Line, at: int) -> bool:
    """Say whether a token counts what it stands before: "3rd", "101st"."""
    return at >= 0 and line.low[at][:1].isdigit() and line.low[at][-2:] in _ORDINALS


def is_numbered(line: Line, noun: Item, at: int) -> bool:
    """Say whether a number is part of a body's name: "47th Brigade", not "40th country"."""
    return line.words[noun.start][:1].isupper() and is_ordinal(line, at)
