"""What a page needs of events that were half told on a day: no more of them is made anew."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any, TypeAlias

from foedera.record.asking.asked import Group
from foedera.record.asking.pages import Key, read_cursor
from foedera.record.knowing_bounds import BOUNDS
from foedera.record.knowing_events import KnownEvents, Order, Told
from foedera.settle.facets import Facet

Numbers: TypeAlias = Any
Stretch: TypeAlias = tuple[str | None, str | None]

EAGER = 100
"""Events that so many reports tell of in all are made at once, and then counted exactly."""
_STEP = 8


@dataclass(frozen=True, slots=True)
class Conditions:
    """What events must meet: values that all must have, some of which one, days, an order."""

    asked: AbstractSet[Facet]
    printed: AbstractSet[Facet] | None
    spans: Sequence[Stretch]
    order: str
    columns: Order
    groups: Sequence[Group] = ()

    def __bool__(self) -> bool:
        return (
            bool(self.asked)
            or bool(self.groups)
            or self.printed is not None
            or any(map(any, self.spans))
        )

    def met_by(self, told: Told) -> bool:
        """Say whether an event meets them as it was known."""
        found = told.is_found(self.asked, self.printed, self.groups)
        return found and all(told.may_lie(*span) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page holds already: the keys of other rows, of which `following` come in all."""

    keys: Sequence[Key]
    following: int
    limit: int
    after: str | None


def first_told(
    held: KnownEvents, numbers: Numbers, conditions: Conditions, page: Beside
) -> tuple[list[Told], int]:
    """Return those of some split events that a page may show, and how many more were not made.

    Each event has a bound that none of its parts comes before, so the rest need not be made once
    the page is full of what comes before their bounds.
    """
    if held.reports(numbers) <= EAGER:
        return [told for told in held.make(numbers.tolist()) if conditions.met_by(told)], 0
    limit = page.limit
    last = page.keys[limit - 1] if len(page.keys) >= limit else None
    bounds = BOUNDS[conditions.order](held, numbers, last)
    queue = sorted(zip(bounds, numbers.tolist(), strict=True))
    start = None if page.after is None else read_cursor(page.after)
    found: list[Told] = []
    shown = list(page.keys)
    for place in range(0, len(queue), _STEP):
        following = page.following + len(shown) - len(page.keys)
        if following > limit and queue[place][0] > nsmallest(limit, shown)[-1]:
            return found, len(queue) - place
        made = held.make([number for _, number in queue[place : place + _STEP]])
        fit = [told for told in made if conditions.met_by(told)]
        found += fit
        own = (told.key(conditions.columns) for told in fit)
        shown += [key for key in own if start is None or key > start]
    return found, 0
