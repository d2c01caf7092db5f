"""Names of two states told by their directions alone ("North and South Korean envoys")."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.extract.actor_items import Item, Line
from foedera.gazetteer import Gazetteer

_DIRECTIONS = frozenset({"North", "South", "East", "West"})
_JOINING = frozenset({"and", "or"})


def with_directions(line: Line, items: Sequence[Item], gazetteer: Gazetteer) -> list[Item]:
    """Return the items with each direction that shares the words behind the next one a name.

    Where the words name no state with it, as of "North and South Dakota", it stays a word.
    """
    found = [d for at in range(len(line.words)) if (d := _direction_at(line, gazetteer, at))]
    if not found:
        return list(items)
    starts = {d.start for d in found}
    return sorted([*(i for i in items if i.start not in starts), *found])


def full_name(line: Line, item: Item) -> str | None:
    """Return the whole name of which only the direction is told, None of any other."""
    words = _shared_words(line, item.start)
    return " ".join(words) if words is not None and item.end == item.start + 1 else None


def joint_stretch(line: Line, item: Item) -> tuple[int, int]:
    """Return the tokens of two states that share a word, those of the item itself for any other.

    Both stand in the place of the one phrase: "Oslo urged North and South Korea".
    """
    if full_name(line, item) is not None:
        return item.start, item.start + 4
    shared = item.end == item.start + 2 and _shared_words(line, item.start - 2) is not None
    return (item.start - 2 if shared else item.start), item.end


def _direction_at(line: Line, gazetteer: Gazetteer, at: int) -> Item | None:
    words = _shared_words(line, at)
    if words is None:
        return None
    found, other = gazetteer.names.at(words, 0), gazetteer.names.at(line.words, at + 2)
    if found is None or other is None or not found[1] == other[1] == 2:
        return None
    entry = found[0][0]
    two = entry.sort == other[0][0].sort and entry.country != other[0][0].country
    return Item(at, at + 1, entry.sort, entry) if two else None


def _shared_words(line: Line, start: int) -> list[str] | None:
    told = line.words[start : start + 4] if start >= 0 else ()
    if len(told) != 4 or not {told[0], told[2]} <= _DIRECTIONS:
        return None
    return None if told[0] == told[2] or told[1] not in _JOINING else [told[0], told[3]]
