"""Smaller towns, and other spellings of all towns, read as they are looked up.

There are too many to make values of each: a line holds all whose names begin with one word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from foedera.gazetteer.entries import Spot
from foedera.gazetteer.index import PhraseIndex
from foedera.gazetteer.names import tokens
from foedera.gazetteer.tables import cells, rows

_KEPT = 20_000


class TownIndex:
    """Finds towns in running tokens."""

    def __init__(self) -> None:
        self._lines = {first: towns for first, towns, *_ in rows("towns")}

    def at(self, words: Sequence[str], place: int) -> tuple[list[Spot], int] | None:
        """Return the towns of the longest name that starts at `place`, and its length.

        >>> [town.country for town in TownIndex().at(["in", "Pahalgam"], 1)[0]]
        ['IND']
        """
        line = self._lines.get(words[place])
        return None if line is None else _read(line).at(words, place)


@lru_cache(maxsize=_KEPT)
def _read(line: str) -> PhraseIndex[Spot]:
    index = PhraseIndex[Spot]()
    for town in line.split(";"):
        name, country, lat, lon, size = cells(town)
        spot = Spot(name, country, float(lat), float(lon), int(size), "city")
        index.add(tokens(name), spot)
    return index
