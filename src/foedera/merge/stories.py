"""Which reports tell one story: by their words, names and days; claims play no part."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedera.data import Judgement, Reason
from foedera.merge.events import computed_judgement
from foedera.merge.groups import Groups

SAME = 0.30
TERMS = 60
DAYS = 4
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+|\d+")


@dataclass(frozen=True, slots=True)
class Telltale:
    """What finding stories needs of a report: how often each word stands in it, and its day."""

    report: str
    day: int | None
    counts: Mapping[str, float]


def telltale(report: str, day: int | None, title: str | None, text: str) -> Telltale:
    """Count a report's words; names and the title's words weigh more."""
    counts: dict[str, float] = defaultdict(float)
    for match in _WORD.finditer(text[:6000]):
        word = match[0]
        counts[_stem(word)] += 1.5 if word[0].isupper() else 1
    for match in _WORD.finditer(title or ""):
        counts[_stem(match[0])] += 2
    return Telltale(report, day, counts)


def _stem(word: str) -> str:
    low = word.lower().replace("’", "'")
    for end in ("'s", "ing", "es", "ed", "s"):
        if low.endswith(end) and len(low) - len(end) >= 3:
            return low[: -len(end)]
    return low


def find_stories(reports: Sequence[Telltale]) -> tuple[list[Judgement], dict[str, str]]:
    """Group reports into stories; return judgements and each report's story."""
    vectors = _vectors(reports)
    groups = Groups(sorted(r.report for r in reports))
    kept = []
    for cosine, a, b in sorted(_pairs(reports, vectors), key=lambda e: (-e[0], e[1], e[2])):
        if groups.root(a) != groups.root(b):
            groups.join(a, b)
            reason = Reason("shared_terms", round(cosine, 3), f"their words agree to {cosine:.2f}")
            kept.append(computed_judgement("story", (a, b), "same", (reason,)))
    story_of = {r.report: groups.root(r.report) for r in reports}
    return sorted(kept, key=lambda j: j.id), story_of


def _vectors(reports: Sequence[Telltale]) -> dict[str, dict[str, float]]:
    seen: Counter[str] = Counter()
    for report in reports:
        seen.update(report.counts.keys())
    total = len(reports) + 20
    vectors = {}
    for report in reports:
        weights = {
            term: (1 + math.log(count)) * math.log(total / (seen[term] + 0.5))
            for term, count in report.counts.items()
        }
        top = sorted(weights, key=lambda t: (-weights[t], t))[:TERMS]
        norm = math.sqrt(sum(weights[t] ** 2 for t in top)) or 1.0
        vectors[report.report] = {t: weights[t] / norm for t in top}
    return vectors


def _pairs(
    reports: Sequence[Telltale], vectors: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[float, str, str]]:
    order = sorted(reports, key=lambda r: (r.day or 0, r.report))
    postings: dict[str, list[tuple[int, str, float]]] = defaultdict(list)
    for report in order:
        sums: dict[str, float] = defaultdict(float)
        for term, weight in vectors[report.report].items():
            for day, other, theirs in reversed(postings[term]):
                if report.day is not None and day < report.day - DAYS and day:
                    break
                sums[other] += weight * theirs
            postings[term].append((report.day or 0, report.report, weight))
        for other, cosine in sums.items():
            if cosine >= SAME:
                yield cosine, min(other, report.report), max(other, report.report)
