"""What was worked out of values lately, looked up as fast as anything in Python is.

`lru_cache` puts each value it gives in front of all others, which costs as much as finding it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

KEPT = 8192


class Recent(dict[Key, Value]):
    """Keeps what a function gives for the last values it was asked for, some thousands of them.

    What was not asked for while so many others came is forgotten.

    >>> lengths = Recent(len, kept=2)
    >>> [lengths[word] for word in ("a", "bc", "a", "def")], sorted(lengths)
    ([1, 2, 1, 3], ['def'])
    """

    def __init__(self, make: Callable[[Key], Value], *, kept: int = KEPT) -> None:
        self._make, self._kept = make, kept
        self._before: dict[Key, Value] = {}

    def __missing__(self, key: Key) -> Value:
        known = self._before.get(key)
        value = self._make(key) if known is None else known
        if len(self) >= self._kept:
            self._before = dict(self)
            self.clear()
        self[key] = value
        return value
