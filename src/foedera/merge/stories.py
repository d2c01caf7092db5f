"""Which reports tell one story: by their words, names and days; claims play no part.

Two reports are of one story where they are alike and neither is much more alike to a third:
on a loud topic all reports are alike, and only the nearest tell of one happening. Bounds were
set by measuring on clusters of news stories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedera.data import Judgement, Reason
from foedera.merge.events import computed_judgement
from foedera.merge.groups import Groups
from foedera.merge.vectors import Telltale, Vector, dot, weigh_words

SAME = 0.04
DAYS = 4
SPAN = 10
"""A story's days may reach no further apart than this, follow-ups included."""
PER_DAY = 0.05
"""What each day between two reports takes off."""
BEHIND = 0.6
"""What it takes off to be less alike than the nearest other report."""
UNDATED = 2
"""How many days a report without a day is taken to lie from any other."""
TWINS = 0.7
"""Above this two reports share their text, and being behind such a pair costs nothing."""
COMMON = 200
"""A word in more reports of the window finds no candidates."""


@dataclass(frozen=True, slots=True)
class _Field:
    """All reports with their vectors, and how alike each is to its nearest other."""

    days: Mapping[str, int | None]
    vectors: Mapping[str, Vector]
    nearest: Mapping[str, float]

    def alike(self, a: str, b: str) -> float:
        """Return how alike two reports are, days taken off."""
        return dot(self.vectors[a], self.vectors[b]) - PER_DAY * min(self.gap(a, b), 6)

    def gap(self, a: str, b: str) -> int:
        return days_between(self.days[a], self.days[b])

    def tie(self, a: str, b: str) -> float:
        """Return how alike two reports are, what each is behind its nearest taken off."""
        alike = self.alike(a, b)
        ahead = max(self.nearest[a], self.nearest[b])
        return alike - BEHIND * max(0.0, ahead - alike)


def find_stories(reports: Sequence[Telltale]) -> tuple[list[Judgement], dict[str, str]]:
    """Group reports into stories; return judgements and each report's story."""
    vectors = weigh_words(reports)
    days = {r.report: r.day for r in reports}
    pairs = sorted(_pairs(reports, vectors))
    field = _Field(days, vectors, _nearest(days, pairs))
    ties = [(field.tie(a, b), a, b) for _, a, b in pairs]
    groups = Groups(sorted(days))
    kept = []
    for tie, a, b in sorted(ties, key=lambda e: (-e[0], e[1], e[2])):
        left, right = groups.root(a), groups.root(b)
        if tie <= SAME or left == right:
            continue
        if _may_join(groups.members(left), groups.members(right), field):
            groups.join(a, b)
            kept.append(_judgement(a, b, field))
    story_of = {report: groups.root(report) for report in days}
    return sorted(kept, key=lambda j: j.id), story_of


def days_between(left: int | None, right: int | None) -> int:
    """Return how many days lie between two reports; a day unknown counts as some days off."""
    return UNDATED if left is None or right is None else abs(left - right)


def _judgement(a: str, b: str, field: _Field) -> Judgement:
    words = sorted(
        field.vectors[a].keys() & field.vectors[b].keys(),
        key=lambda t: (-field.vectors[a][t] * field.vectors[b][t], t),
    )
    shown = list(dict.fromkeys(term.split(":", 1)[1] for term in words))[:6]
    alike = Reason(
        "shared_terms", round(dot(field.vectors[a], field.vectors[b]), 3), ", ".join(shown)
    )
    gap = field.gap(a, b)
    apart = (
        [Reason("printed_apart", round(-PER_DAY * min(gap, 6), 3), f"{gap} days")] if gap else []
    )
    return computed_judgement("story", (a, b), "same", (alike, *apart))


def _pairs(
    reports: Sequence[Telltale], vectors: Mapping[str, Vector]
) -> Iterator[tuple[float, str, str]]:
    """Yield pairs printed near each other that share words, with how alike they are."""
    postings: dict[str, list[tuple[int, str, float]]] = defaultdict(list)
    undated = sorted((r for r in reports if r.day is None), key=lambda r: r.report)
    dated = sorted((r for r in reports if r.day is not None), key=lambda r: (r.day or 0, r.report))
    for report in [*dated, *undated]:
        oldest = (report.day or 0) - DAYS if report.day is not None else 0
        sums: dict[str, float] = defaultdict(float)
        for term, weight in vectors[report.report].items():
            known = postings[term]
            for day, other, theirs in reversed(known[-COMMON:]):
                if day < oldest:
                    break
                sums[other] += weight * theirs
            known.append((report.day or 10**7, report.report, weight))
        for other, alike in sums.items():
            if alike > SAME:
                yield alike, min(other, report.report), max(other, report.report)


def _nearest(
    days: Mapping[str, int | None], pairs: Sequence[tuple[float, str, str]]
) -> dict[str, float]:
    nearest = dict.fromkeys(days, 0.0)
    for alike, a, b in pairs:
        gap = days_between(days[a], days[b])
        if alike < TWINS and gap < DAYS:
            net = alike - PER_DAY * gap
            nearest[a] = max(nearest[a], net)
            nearest[b] = max(nearest[b], net)
    return nearest


def _may_join(left: Sequence[str], right: Sequence[str], field: _Field) -> bool:
    """Say whether two groups are alike on the whole and near enough in time."""
    pairs = [(a, b) for a in left[:12] for b in right[:12]]
    if max(field.gap(a, b) for a, b in pairs) > SPAN:
        return False
    return sum(field.tie(a, b) for a, b in pairs) / len(pairs) > SAME
