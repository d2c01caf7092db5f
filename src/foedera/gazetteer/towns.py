"""Smaller towns, and other spellings of all towns, read as they are looked up.

There are too many to make values of each: a line holds all whose names begin with one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedera.gazetteer.entries import Spot
from foedera.gazetteer.index import PhraseIndex
from foedera.gazetteer.names import tokens
from foedera.gazetteer.tables import cells, rows


class TownIndex:
    """Finds towns in running tokens; of each first word the towns are read once."""

    def __init__(self) -> None:
        self._shut = {first: towns for first, towns, *_ in rows("towns")}
        self._open = PhraseIndex[Spot]()

    def at(self, words: Sequence[str], place: int) -> tuple[list[Spot], int] | None:
        """Return the towns of the longest name that starts at `place`, and its length.

        >>> [town.country for town in TownIndex().at(["in", "Pahalgam"], 1)[0]]
        ['IND']
        """
        line = self._shut.pop(words[place], None)
        for spot in _read(line) if line else ():
            self._open.add(tokens(spot.name), spot)
        return self._open.at(words, place)


def _read(line: str) -> Iterator[Spot]:
    for town in line.split(";"):
        name, country, lat, lon, size = cells(town)
        yield Spot(name, country, float(lat), float(lon), int(size), "city")
