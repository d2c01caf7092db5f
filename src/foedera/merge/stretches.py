"""Many short rows laid end to end in one array: how memory and time of merging stay small."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = np.ndarray[Any, Any]


def spread(starts: Array, lengths: Array) -> Array:
    """Return the places of several stretches, one stretch after the other.

    >>> spread(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    before = np.cumsum(lengths) - lengths
    whole = int(lengths.sum())
    return np.repeat(starts - before, lengths) + np.arange(whole)


def run_starts(values: Array) -> Array:
    """Return where each run of equal values begins, in an array that holds equal ones together.

    >>> run_starts(np.array([7, 7, 9])).tolist()
    [0, 2]
    """
    if not len(values):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))


def is_among(values: Array, held: Array) -> Array:
    """Say of each value whether a sorted array holds it, in time that hardly grows with that.

    >>> is_among(np.array([3, 8]), np.array([1, 3, 7])).tolist()
    [True, False]
    """
    if not len(held):
        return np.zeros(len(values), dtype=bool)
    places = np.minimum(np.searchsorted(held, values), len(held) - 1)
    found: Array = held[places] == values
    return found
