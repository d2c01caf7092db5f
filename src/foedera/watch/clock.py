"""Time and chance, so that a test can give its own."""

from __future__ import annotations

import random
import time
from typing import Protocol


class Clock(Protocol):
    """What waits and what tells the time; seconds since 1970."""

    def now(self) -> float:
        """Return the time."""

    def sleep(self, seconds: float) -> None:
        """Wait."""

    def chance(self) -> float:
        """Return a number from 0 up to 1, for delays that should not fall together."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> float:
        """Return the time."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(max(0.0, seconds))

    def chance(self) -> float:
        """Return a number from 0 up to 1."""
        return random.random()


def back_off(failures: int, first: float, most: float, chance: float) -> float:
    """Return how long to wait after so many failures: twice as long each time, never in step.

    >>> [back_off(n, 60, 600, 0.5) for n in (1, 2, 3, 9)]
    [60.0, 120.0, 240.0, 600.0]
    """
    grown = first * 2.0 ** min(max(failures, 1) - 1, 30)
    return float(min(grown * (0.75 + chance / 2), most))
