"""Of which state somebody is whose name is told with a place: "Ana Lind of Peru"."""

from __future__ import annotations

from foedera.extract.actor_items import Item
from foedera.extract.actor_walk import Walk

_HOMES = frozenset({"state", "seat"})
_OWN = frozenset({"'s", "'"})


def state_behind(walk: Walk, name: Item) -> str | None:
    """Return the state that "of" and a place behind a full name tell, None where none is.

    The place stands alone: "of the Peru Institute" tells a body, "of Cambridge" no one state.
    """
    low, at = walk.line.low, name.end
    if at + 1 >= len(low) or low[at] != "of" or name.end < name.start + 2:
        return None
    at += 2 if low[at + 1] == "the" else 1
    place = walk.standing(at)
    if place is None or _goes_on(walk, place.end):
        return None
    if place.entry is not None:
        return place.entry.country if place.sort in _HOMES else None
    states = {s.country for s in walk.gazetteer.places_named(walk.line.words[at : place.end])}
    return states.pop() if len(states) == 1 else None


def _goes_on(walk: Walk, at: int) -> bool:
    """Say whether a place is only a part of a longer name: "of Chile-based", "of Lima College"."""
    after = walk.line.words[at : at + 1]
    return bool(after) and after[0] not in _OWN and (after[0] == "-" or after[0][:1].isupper())
