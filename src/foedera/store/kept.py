"""What a process that merges one report after another need not read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Numbers: TypeAlias = Any
"""An array of numbers."""

WORDS = 200_000
"""Counts of so many words are kept at most."""


@dataclass(slots=True)
class Kept:
    """What was read of a record at one stamp; whoever else changes the record makes it stale."""

    stamp: str = ""
    ids: dict[str, tuple[Numbers, int]] = field(default_factory=dict)
    """By sort the ids of all wholes, with room for more, and how many there are."""
    held: dict[str, int] = field(default_factory=dict)
    """In how many reports words stood at the last settling; nought where none does."""

    def at(self, stamp: str) -> Kept:
        """Return this where it is of that stamp, else nothing kept."""
        return self if self.stamp == stamp else Kept(stamp)

    def keep_held(self, counts: Mapping[str, int]) -> None:
        """Keep the counts of some words; all are let go of where they become too many."""
        if len(self.held) + len(counts) > WORDS:
            self.held.clear()
        self.held |= counts
