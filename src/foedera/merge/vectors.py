"""Reports as weighted words: what tells a report from others printed in the same days."""

from __future__ import annotations

import math
import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from foedera.lexicons import load_words

Vector: TypeAlias = dict[str, float]

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
        "title": _count(_WORD.findall(title or "")),
        "names": _count(_NAME.findall(body)),
    }
    return Telltale(report, day, views)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(str(word) for word in load_words("stop_words")["words"])


def _count(words: Iterable[str]) -> dict[str, int]:
    counts: Counter[str] = Counter(words)
    stems: dict[str, int] = defaultdict(int)
    for word, count in counts.items():
        stem = _stem(word)
        if stem:
            stems[stem] += count
    return stems


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    """Cut inflection off; stop words give nothing."""
    low = word.lower().replace("’", "'")
    if low in _stop_words():
        return ""
    for end in ("'s", "ing", "es", "ed", "s"):
        if low.endswith(end) and len(low) - len(end) >= 3:
            return sys.intern(low[: -len(end)])
    return sys.intern(low)


def weigh_words(reports: Sequence[Telltale]) -> dict[str, Vector]:
    """Return each report as a unit vector over the words of its views.

    A word weighs by how few reports hold it, most of all among those of the days around.
    """
    dated = sorted((r for r in reports if r.day is not None), key=lambda r: (r.day or 0, r.report))
    everywhere = Counter(term for r in reports for term in r.views["body"])
    vectors: dict[str, Vector] = {}
    window = _Window(dated)
    for report in dated:
        around, held = window.around(report.day or 0)
        vectors[report.report] = _vector(report, (everywhere, len(reports)), (around, held))
    for report in reports:
        if report.day is None:
            whole = (everywhere, len(reports))
            vectors[report.report] = _vector(report, whole, whole)
    return vectors


class _Window:
    """Counts in how many reports of the days around a day each word stands; days only rise."""

    def __init__(self, dated: Sequence[Telltale]) -> None:
        self._dated = dated
        self._days = [report.day or 0 for report in dated]
        self._low = self._high = 0
        self._counts: Counter[str] = Counter()

    def around(self, day: int) -> tuple[Counter[str], int]:
        low = bisect_left(self._days, day - DAYS_AROUND)
        high = bisect_right(self._days, day + DAYS_AROUND)
        while self._high < high:
            self._counts.update(self._dated[self._high].views["body"].keys())
            self._high += 1
        while self._low < low:
            self._counts.subtract(self._dated[self._low].views["body"].keys())
            self._low += 1
        return self._counts, high - low


def _vector(
    report: Telltale, whole: tuple[Counter[str], int], near: tuple[Counter[str], int]
) -> Vector:
    far, near_counts = whole[0], near[0]
    all_reports, near_reports = whole[1] + UNSEEN, near[1] + UNSEEN
    log = math.log
    vector: Vector = {}
    for view, share in BLOCKS.items():
        weights = {
            term: (1 + log(count))
            * (
                (1 - NEARBY) * log(all_reports / (far[term] + 0.5))
                + NEARBY * log(near_reports / (near_counts[term] + 0.5))
            )
            for term, count in report.views[view].items()
        }
        top = sorted(weights, key=lambda t: (-weights[t], t))[: KEPT[view]]
        norm = math.sqrt(sum(weights[t] ** 2 for t in top)) or 1.0
        scale = math.sqrt(share) / norm
        for term in top:
            vector[sys.intern(f"{view}:{term}")] = weights[term] * scale
    return vector


def dot(a: Vector, b: Vector) -> float:
    """Return how alike two vectors are, 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)
