"""What a life-cycle picture shows: states between days, steps, parties, conduct."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that share a state; an open end runs on."""

    start: str
    end: str | None
    label: str
    style: str
    mark: str = ""

    def until(self, day: str | None) -> Iterator[tuple[Stretch, bool]]:
        """Give what lies up to a day, then what lies after it and is yet to come."""
        if day is None or (self.end is not None and self.end <= day):
            yield self, False
        elif self.start > day:
            yield self, True
        else:
            yield Stretch(self.start, day, self.label, self.style, self.mark), False
            yield Stretch(day, self.end, self.label, self.style, self.mark), True


@dataclass(frozen=True, slots=True)
class Act:
    """A dated step: in which lanes it stands, and whether it moves the state (`solid`).

    `derived` marks what no report tells of that day and what follows from terms.
    """

    start: str
    end: str
    label: str
    lanes: tuple[int, ...]
    style: str
    solid: bool = True
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A party and its states over time."""

    name: str
    states: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """Everything that the picture shows."""

    status: tuple[Stretch, ...]
    lanes: tuple[Lane, ...]
    acts: tuple[Act, ...]
    conduct: tuple[Stretch, ...] = ()
    on: str | None = None
