"""How a pile of claims is parted by days, so that no more than a part need be in hand at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from foedera.merge.judging import day_by
from foedera.merge.telling import Telling
from foedera.settle.piles import AT_ONCE

REPORTS = 10_000
"""The days of so many reports make a part."""
CLAIMS = 60_000
"""Parts of fewer claims are judged together."""
FEWEST = 16
"""Writing fewer claims at once takes longer than it spares memory."""


class Parting:
    """Numbers the parts of piles: each pile has one for each stretch of days.

    >>> parting = Parting(range(100, 130), reports=10)
    >>> parting.parts(1), parting.gathered([0], lambda number: 50_000)
    (range(3, 6), [[0], [1], [2]])
    """

    def __init__(self, printed: Iterable[int | None], *, reports: int = REPORTS) -> None:
        days = sorted(day for day in printed if day is not None)
        cuts = range(reports, len(days) - reports // 2, reports)
        self._bounds = sorted({days[place] for place in cuts})

    def number(self, pile: int, telling: Telling) -> int:
        """Return the number of the part of a pile that a claim belongs to by its day."""
        return pile * self.count + bisect_right(self._bounds, day_by(telling))

    def parts(self, pile: int) -> range:
        """Return the numbers of a pile's parts, in the order of their days."""
        return range(pile * self.count, (pile + 1) * self.count)

    def gathered(self, piles: Sequence[int], count: Callable[[int], int]) -> list[list[int]]:
        """Return the numbers of the parts of piles that are judged as one, few ones together."""
        found: list[list[int]] = []
        held = 0
        for numbers in zip(*map(self.parts, piles), strict=True):
            size = sum(map(count, numbers))
            if not found or held + size > CLAIMS:
                found.append([])
                held = 0
            found[-1] += numbers
            held += size
        return found

    @property
    def count(self) -> int:
        """How many parts each pile has."""
        return len(self._bounds) + 1

    @property
    def at_once(self) -> int:
        """How many claims of a part wait to be written together: the fewer, the more parts."""
        return max(FEWEST, AT_ONCE // self.count)
