"""Places in the making, and who else stands where they may stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from foedera.data import Actor, Mention
from foedera.gazetteer import Spot

_BY_NOUN = "actors.noun"


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the making: its tokens and what the tables say of it."""

    start: int
    end: int
    spot: Spot
    rule: str


class Standing:
    """Who stands where in a report, and how often it speaks of each state."""

    def __init__(self, actors: Iterable[Mention]) -> None:
        self.told: Counter[str] = Counter()
        self.owners: dict[int, str] = {}
        self.surnames: set[str] = set()
        named: list[tuple[int, int, bool]] = []
        self._states: dict[int, int] = {}
        for mention in actors:
            value = mention.value
            if not isinstance(value, Actor):
                continue
            if value.country:
                self.told[value.country] += 1
                self.owners[mention.span.end] = value.country
            if value.kind != "state" and mention.rule != "actors.people":
                named.append((mention.span.start, mention.span.end, mention.rule == _BY_NOUN))
            if value.kind == "state":
                self._states[mention.span.start] = mention.span.end
            if value.kind == "person" and " " in value.name:
                self.surnames.add(value.name.rsplit(" ", 1)[1])
        named.sort()
        self._starts = [start for start, _, _ in named]
        self._named = named

    def covers(self, first: int, last: int, end: int) -> bool:
        """Say whether somebody other than a state has a name over the last word of a place.

        A place of several words that a noun alone made somebody ("Sharm el-Sheikh") is a place;
        a word of a state's own name ("South" in "South Sudanese") is none.
        """
        if self._states.get(first, end) > end:
            return True
        at = bisect_right(self._starts, last)
        over = [one for one in self._named[max(0, at - 3) : at] if one[1] > last]
        return any(one != (first, end, True) or first == last for one in over)
