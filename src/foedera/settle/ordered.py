"""Rows of numbers that are put aside to be written in their order, so that an index of them grows
at its end instead of everywhere: millions written as they come would not find their pages at hand.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import numpy as np

_AT_ONCE = 4096


class Ordered:
    """Takes rows of as many numbers as there are types, those of `array`.

    >>> ordered = Ordered("qQ")
    >>> ordered.add(7, 2), ordered.add(-3, 9), list(ordered.take())
    (None, None, [(-3, 9), (7, 2)])
    """

    def __init__(self, types: str) -> None:
        self._types = types
        self._columns = [array(one) for one in types]

    def add(self, *row: int) -> None:
        """Take a row."""
        for column, value in zip(self._columns, row, strict=True):
            column.append(value)

    def take(self) -> Iterator[tuple[int, ...]]:
        """Yield all rows in order; none is left then."""
        columns = [np.array(column) for column in self._columns]
        self._columns = [array(one) for one in self._types]
        order = np.lexsort(columns[::-1])
        for start in range(0, len(order), _AT_ONCE):
            some = order[start : start + _AT_ONCE]
            yield from zip(*(column[some].tolist() for column in columns), strict=True)
