"""Pairs of a row of tellings, by their places: what the columns of the row say of both sides."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from foedera.merge.columns import BIT, Columns
from foedera.merge.stretches import Array

_NOTHING: dict[str, Array] = {}


class Pairs:
    """Pairs by the places of their sides; what columns say of them is looked up but once."""

    def __init__(self, columns: Columns, left: Array, right: Array, story: Array) -> None:
        self._columns = columns
        self._known: dict[str, Array] = {}
        self._before: tuple[dict[str, Array], Array] | None = None
        """What was known of more pairs, and which of those these are."""
        self.left, self.right, self.story = left, right, story

    def some(self, kept: Array) -> Pairs:
        """Return some of the pairs."""
        some = Pairs(self._columns, self.left[kept], self.right[kept], self.story[kept])
        some._before = self._known, kept
        return some

    def _know(self, name: str, find: Callable[[], Array]) -> Array:
        known = self._known.get(name)
        if known is None:
            before, kept = self._before or (_NOTHING, None)
            known = self._known[name] = before[name][kept] if name in before else find()
        return known

    def of_left(self, name: str) -> Array:
        """Return what a column holds of the left sides."""
        return self._know(f"left {name}", lambda: self._columns[name][self.left])

    def of_right(self, name: str) -> Array:
        """Return what a column holds of the right sides."""
        return self._know(f"right {name}", lambda: self._columns[name][self.right])

    def same(self, name: str) -> Array:
        """Say in which pairs a column holds the same of both sides."""
        return self._know(f"same {name}", lambda: self.of_left(name) == self.of_right(name))

    def share(self, name: str) -> Array:
        """Say in which pairs two sets may have something in common."""

        def look() -> Array:
            return np.asarray((self.of_left(name) & self.of_right(name)) != 0)

        return self._know(f"share {name}", look)

    def of_later(self, name: str) -> Array:
        """Return what a column holds of the side that its report tells later."""
        later = self.of_right("at") > self.of_left("at")
        return np.where(later, self.of_right(name), self.of_left(name))

    def of_earlier(self, name: str) -> Array:
        """Return what a column holds of the side that its report tells first."""
        later = self.of_right("at") > self.of_left("at")
        return np.where(later, self.of_left(name), self.of_right(name))

    def share_named(self, side: str) -> Array:
        """Say in which pairs a side may have somebody in common who has a name in one of them."""

        def look() -> Array:
            named = [of(f"named {side}") for of in (self.of_left, self.of_right)]
            any_of = self.of_right(side), self.of_left(side)
            return np.asarray(((named[0] & any_of[0]) | (named[1] & any_of[1])) != 0)

        return self._know(f"share named {side}", look)

    def both(self, flag: str) -> Array:
        """Say in which pairs something holds of both sides."""
        return has(self._know("both", lambda: self.of_left("flags") & self.of_right("flags")), flag)

    def either(self, flag: str) -> Array:
        """Say in which pairs something holds of at least one side."""
        return has(self._know("any", lambda: self.of_left("flags") | self.of_right("flags")), flag)

    def first(self, flag: str) -> Array:
        """Say in which pairs something holds of the left side, as it does of its kind."""
        return has(self.of_left("flags"), flag)

    def apart(self) -> Array:
        """Return how many days lie between the days of printing, -1 where one is not known."""

        def count() -> Array:
            days = np.abs(self.of_left("printed") - self.of_right("printed"))
            return np.where(self.both("printed"), days, -1)

        return self._know("apart", count)

    def within(self, days: int) -> Array:
        """Say in which pairs the reports are known to be printed so few days apart."""
        apart = self.apart()
        found: Array = (apart >= 0) & (apart <= days)
        return found


def has(flags: Array, name: str) -> Array:
    """Say which flags hold one."""
    found: Array = (flags & BIT[name]) != 0
    return found
