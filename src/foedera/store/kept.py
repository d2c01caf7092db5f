"""What a process that merges one report after another need not read again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

Numbers: TypeAlias = Any
"""An array of numbers."""

Value = TypeVar("Value")

WORDS = 200_000
"""Counts of so many words are kept at most."""
CLAIMS = 12_000
"""And some so many claims, of some 4 kB each."""
REPORTS = 1000
"""And some so many reports with what they are compared by, of some 40 kB each."""
STORIES = 200
"""And what is told of so many stories."""


class Latest(Generic[Value]):
    """Values by id, some so many of those that were asked for last.

    >>> latest = Latest[int](2)
    >>> latest.keep({"a": 1, "b": 2}); latest.keep({"c": 3}); latest.keep({"d": 4, "e": 5})
    >>> latest.of(["a", "c", "e"])
    {'c': 3, 'e': 5}
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._now: dict[str, Value] = {}
        self._before: dict[str, Value] = {}

    def of(self, names: Collection[str]) -> dict[str, Value]:
        """Return what is kept of some."""
        found = {name: self._now[name] for name in names if name in self._now}
        again = {name: self._before[name] for name in names if name in self._before}
        self.keep(again)
        return again | found

    def keep(self, values: Mapping[str, Value]) -> None:
        """Keep some; what was not asked for while so many others came is let go of."""
        if values and len(self._now) + len(values) > self._most:
            self._before, self._now = self._now, {}
        self._now |= values


@dataclass(slots=True)
class Kept:
    """What was read of a record at one stamp; whoever else changes the record makes it stale."""

    stamp: str = ""
    ids: dict[str, tuple[Numbers, int]] = field(default_factory=dict)
    """By sort the ids of all wholes, with room for more, and how many there are."""
    held: dict[str, int] = field(default_factory=dict)
    """In how many reports words stood at the last settling; nought where none does."""
    claims: Latest[Any] = field(default_factory=lambda: Latest(CLAIMS))
    """Claims that nobody corrected, as merging sees them."""
    reports: Latest[Any] = field(default_factory=lambda: Latest(REPORTS))
    """Reports with what they are compared by."""
    stories: Latest[Any] = field(default_factory=lambda: Latest(STORIES))
    """What is told of the reports of stories, none of which ever leaves while the stamp stands."""

    def at(self, stamp: str) -> Kept:
        """Return this where it is of that stamp, else nothing kept."""
        return self if self.stamp == stamp else Kept(stamp)

    def keep_held(self, counts: Mapping[str, int]) -> None:
        """Keep the counts of some words; all are let go of where they become too many."""
        if len(self.held) + len(counts) > WORDS:
            self.held.clear()
        self.held |= counts
