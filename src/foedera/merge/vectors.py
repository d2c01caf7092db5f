"""Reports as weighted words: what tells a report from others printed in the same days."""

from __future__ import annotations

import math
import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np

from foedera.lexicons import load_words
from foedera.merge.recent import Recent
from foedera.merge.stretches import Array

BLOCKS = {"body": 0.6, "lead": 0.2, "title": 0.1, "names": 0.1}
"""What each view of a report counts for in how alike two are."""
KEPT = {"body": 160, "lead": 70, "title": 30, "names": 60}
NEARBY = 0.8
"""How much rarity among the reports of these days counts, the rest being rarity in all."""
DAYS_AROUND = 10
UNSEEN = 20
"""Reports assumed besides those held, so that a handful of reports weighs words soberly."""
LEAD = 800
LONGEST = 12000
"""So much of a text is counted; no word stands in it more often than two bytes can tell."""

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+|\d+")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][A-Za-z'’-]+")


@dataclass(frozen=True, slots=True)
class Telltale:
    """What finding stories needs of a report: its day, and how often words stand in each view."""

    report: str
    day: int | None
    views: Mapping[str, Mapping[str, int]]


def telltale(report: str, day: int | None, title: str | None, text: str) -> Telltale:
    """Count a report's words: in the whole, in its lead, in its title, and its names."""
    body = text[:LONGEST]
    views = {
        "body": _count(_WORD.findall(body)),
        "lead": _count(_WORD.findall(body[:LEAD])),
        "title": _count(_WORD.findall((title or "")[:LONGEST])),
        "names": _count(_NAME.findall(body)),
    }
    return Telltale(report, day, views)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(str(word) for word in load_words("stop_words")["words"])


def _count(words: Iterable[str]) -> dict[str, int]:
    counts = Counter(map(_STEMS.__getitem__, words))
    counts.pop("", None)
    return counts


def _stem(word: str) -> str:
    """Cut inflection off; stop words give nothing."""
    low = word.lower().replace("’", "'")
    if low in _stop_words():
        return ""
    for end in ("'s", "ing", "es", "ed", "s"):
        if low.endswith(end) and len(low) - len(end) >= 3:
            return sys.intern(low[: -len(end)])
    return sys.intern(low)


_STEMS = Recent(_stem)


class _Numbers(dict[str, int]):
    """Numbers words in the order in which they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class Counted:
    """Reports' words as numbers, end to end: what stays in memory of many telltales."""

    def __init__(self) -> None:
        self.reports: list[str] = []
        self.days: list[int | None] = []
        self._numbers = _Numbers()
        self._terms = array("i")
        self._counts = array("H")
        self._ends = array("q", [0])

    def add(self, one: Telltale) -> None:
        """Take a report's counts over."""
        self.reports.append(one.report)
        self.days.append(one.day)
        for view in BLOCKS:
            counts = one.views[view]
            self._terms.extend(map(self._numbers.__getitem__, counts))
            self._counts.extend(counts.values())
            self._ends.append(len(self._terms))

    def words(self) -> list[str]:
        """Return the words by their numbers."""
        return list(self._numbers)

    def view(self, place: int, view: int) -> tuple[Array, Array]:
        """Return the numbers and counts of one view of the report at a place."""
        start, end = self._ends[place * len(BLOCKS) + view : place * len(BLOCKS) + view + 2]
        terms = np.frombuffer(self._terms, np.int32, end - start, start * 4)
        return terms, np.frombuffer(self._counts, np.uint16, end - start, start * 2)


@dataclass(frozen=True, slots=True)
class Vectors:
    """All reports as unit vectors, end to end in the order of their days, undated ones last.

    A term is a word in a view; `ranks` puts terms in the order of their writing. Weights are
    rounded to what a machine of any kind computes alike.
    """

    reports: tuple[str, ...]
    days: tuple[int | None, ...]
    starts: Array
    terms: Array
    weights: Array
    words: tuple[str, ...]
    held: Array

    def of(self, row: int) -> tuple[Array, Array]:
        """Return the terms and weights of a row."""
        return self.stretch(row, row + 1)

    def stretch(self, low: int, high: int) -> tuple[Array, Array]:
        """Return the terms and weights of several rows."""
        inside = slice(self.starts[low], self.starts[high])
        return self.terms[inside], self.weights[inside]

    def word(self, term: int) -> tuple[str, str]:
        """Return the view and the word of a term."""
        return tuple(BLOCKS)[term // len(self.words)], self.words[term % len(self.words)]


Held: TypeAlias = tuple[Array, int]
"""In how many reports each word stands, of how many."""
Learnt: TypeAlias = tuple[Mapping[str, int], int]
"""In how many reports words stand, and of how many reports that was learnt."""


def weigh_words(counted: Counted, learnt: Learnt | None = None) -> Vectors:
    """Return each report as a unit vector over the words of its views.

    A word weighs by how few reports hold it, most of all among those of the days around;
    where that was `learnt` before, it is taken as it stands for all days.
    """
    order = sorted(range(len(counted.reports)), key=lambda p: _by_day(counted, p))
    dated = [p for p in order if counted.days[p] is not None]
    words = counted.words()
    ranks = np.empty(len(words), dtype=np.int32)
    ranks[sorted(range(len(words)), key=words.__getitem__)] = np.arange(len(words))
    whole = _held_by_all(counted, words) if learnt is None else _held_as_learnt(words, learnt)
    window = _Window(counted, dated)
    terms, weights, starts = array("i"), array("f"), [0]
    for place in order:
        day = counted.days[place]
        near = whole if day is None or learnt is not None else window.around(day)
        for number, view in enumerate(BLOCKS):
            own, weighed = _weigh(counted.view(place, number), view, (whole, near), ranks)
            terms.frombytes((own + number * len(words)).astype(np.int32).tobytes())
            weights.frombytes(weighed.astype(np.float32).tobytes())
        starts.append(len(terms))
    return Vectors(
        reports=tuple(counted.reports[p] for p in order),
        days=tuple(counted.days[p] for p in order),
        starts=np.array(starts, dtype=np.int64),
        terms=np.frombuffer(terms, np.int32) if terms else np.zeros(0, np.int32),
        weights=np.frombuffer(weights, np.float32) if weights else np.zeros(0, np.float32),
        words=tuple(words),
        held=whole[0],
    )


def _held_by_all(counted: Counted, words: Sequence[str]) -> Held:
    everywhere = np.zeros(len(words), dtype=np.int32)
    for place in range(len(counted.reports)):
        everywhere[counted.view(place, 0)[0]] += 1
    return everywhere, len(counted.reports)


def _held_as_learnt(words: Sequence[str], learnt: Learnt) -> Held:
    counts, reports = learnt
    return np.array([counts.get(word, 1) for word in words], dtype=np.int32), reports


def _by_day(counted: Counted, place: int) -> tuple[bool, int, str]:
    day = counted.days[place]
    return day is None, day or 0, counted.reports[place]


class _Window:
    """Counts in how many reports of the days around a day each word stands; days only rise."""

    def __init__(self, counted: Counted, dated: Sequence[int]) -> None:
        self._counted = counted
        self._dated = dated
        self._days = [counted.days[place] or 0 for place in dated]
        self._low = self._high = 0
        self._counts = np.zeros(len(counted.words()), dtype=np.int32)

    def around(self, day: int) -> Held:
        low = bisect_left(self._days, day - DAYS_AROUND)
        high = bisect_right(self._days, day + DAYS_AROUND)
        for place in self._dated[self._high : high]:
            self._counts[self._counted.view(place, 0)[0]] += 1
        for place in self._dated[self._low : low]:
            self._counts[self._counted.view(place, 0)[0]] -= 1
        self._low, self._high = low, high
        return self._counts, high - low


def _weigh(
    own: tuple[Array, Array], view: str, held: tuple[Held, Held], ranks: Array
) -> tuple[Array, Array]:
    """Return the weightiest terms of a view with their weights, the heaviest first."""
    terms, counts = own
    (far, far_all), (near, near_all) = held
    rare = (1 - NEARBY) * np.log((far_all + UNSEEN) / (far[terms] + 0.5))
    rare += NEARBY * np.log((near_all + UNSEEN) / (near[terms] + 0.5))
    weights = np.round((1 + np.log(counts.astype(np.float64))) * rare, 6)
    top = np.lexsort((ranks[terms], -weights))[: KEPT[view]]
    norm = math.sqrt(math.fsum((weights[top] ** 2).tolist())) or 1.0
    return terms[top], weights[top] * (math.sqrt(BLOCKS[view]) / norm)
