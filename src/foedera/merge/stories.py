"""Which reports tell one story: by their words, names and days; claims play no part.

Two reports are of one story where they are alike and neither is much more alike to a third:
on a loud topic all reports are alike, and only the nearest tell of one happening. Bounds were
set by measuring on clusters of news stories.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from foedera.data import Judgement, Reason
from foedera.merge.events import computed_judgement
from foedera.merge.groups import Groups
from foedera.merge.stretches import Array, run_starts, spread
from foedera.merge.vectors import BLOCKS, Counted, Telltale, Vectors, weigh_words

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
"""Of more reports than this that hold a word, the last ones are candidates."""
FACES = 12
"""How many members of each side are compared before two groups join."""
NO_DAY = -1


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Rows of reports printed near each other that share words, with how alike they are."""

    left: Array
    right: Array
    alike: Array


@dataclass(frozen=True, slots=True)
class _Field:
    """All reports with their vectors, and how alike each is to its nearest other."""

    vectors: Vectors
    days: Array
    nearest: Array
    terms: Array

    def ties(self, left: Array, right: Array) -> Array:
        """Return how alike the reports of two groups are, each with each.

        Days are taken off, and what each is behind its nearest.
        """
        alike = self._dots(left, right)
        a, b = np.repeat(left, len(right)), np.tile(right, len(left))
        return _tie(alike - _price(_gaps(self.days, a, b)), self.nearest[a], self.nearest[b])

    def _dots(self, left: Array, right: Array) -> Array:
        starts, lengths = self.vectors.starts[right], np.diff(self.vectors.starts)[right]
        places = spread(starts, lengths)
        owners = np.repeat(np.arange(len(right)), lengths)
        terms, weights = self.vectors.terms[places], self.vectors.weights[places]
        return np.concatenate([self._dot(row, terms, weights, owners) for row in left])

    def _dot(self, row: int, terms: Array, weights: Array, owners: Array) -> Array:
        own, own_weights = self.vectors.of(row)
        self.terms[own] = own_weights
        sums = np.bincount(owners, self.terms[terms].astype(np.float64) * weights)
        self.terms[own] = 0
        return sums


def find_stories(reports: Iterable[Telltale]) -> tuple[list[Judgement], dict[str, str]]:
    """Group reports into stories; return judgements and each report's story."""
    return join_stories(weigh_words(count_words(reports)))


def join_stories(vectors: Vectors) -> tuple[list[Judgement], dict[str, str]]:
    """Group reports that are weighed already into stories."""
    days = np.array([NO_DAY if d is None else d for d in vectors.days], dtype=np.int64)
    blank = np.zeros(len(BLOCKS) * len(vectors.words), dtype=np.float32)
    field = _Field(vectors, days, np.zeros(len(days)), blank)
    pairs = _find_pairs(field)
    _note_nearest(field, pairs)
    groups = Groups(vectors.reports, keep=FACES)
    rows = {report: row for row, report in enumerate(vectors.reports)}
    kept = []
    apart: set[frozenset[tuple[str, int]]] = set()
    for a, b in _by_tie(field, pairs):
        left, right = groups.root(a), groups.root(b)
        asked = frozenset(((left, groups.size(left)), (right, groups.size(right))))
        if left == right or asked in apart:
            continue
        faces = [np.array([rows[r] for r in groups.first(root)]) for root in (left, right)]
        if _may_join(faces[0], faces[1], field):
            groups.join(a, b)
            kept.append(_judgement(rows[a], rows[b], field))
        else:  # until one of them has grown
            apart.add(asked)
    story_of = {report: groups.root(report) for report in sorted(rows)}
    return sorted(kept, key=lambda j: j.id), story_of


def count_words(reports: Iterable[Telltale]) -> Counted:
    """Lay the words of reports end to end."""
    counted = Counted()
    for report in reports:
        counted.add(report)
    return counted


def _gaps(days: Array, left: Array, right: Array) -> Array:
    """Return how many days lie between reports; a day unknown counts as some days off."""
    unknown = (days[left] == NO_DAY) | (days[right] == NO_DAY)
    return np.where(unknown, UNDATED, np.abs(days[left] - days[right]))


def _price(gaps: Array) -> Array:
    return PER_DAY * np.minimum(gaps, 6)


def _tie(alike: Array, left: Array, right: Array) -> Array:
    """Take off what a pair is behind the nearest other of either."""
    behind: Array = np.maximum(0.0, np.maximum(left, right) - alike)
    return alike - BEHIND * behind


def _by_tie(field: _Field, pairs: _Pairs) -> Iterator[tuple[str, str]]:
    """Yield the pairs that are tied, the closest first, then by id."""
    a, b = pairs.left, pairs.right
    alike = pairs.alike - _price(_gaps(field.days, a, b))
    ties = np.round(_tie(alike, field.nearest[a], field.nearest[b]), 9)
    tied = np.flatnonzero(ties > SAME)
    reports = field.vectors.reports
    rank = np.empty(len(reports), dtype=np.int64)
    rank[sorted(range(len(reports)), key=reports.__getitem__)] = np.arange(len(reports))
    low, high = np.minimum(rank[a], rank[b])[tied], np.maximum(rank[a], rank[b])[tied]
    names = sorted(reports)
    for place in np.lexsort((high, low, -ties[tied])).tolist():
        yield names[low[place]], names[high[place]]


def _judgement(a: int, b: int, field: _Field) -> Judgement:
    vectors = field.vectors
    (left, left_weights), (right, right_weights) = vectors.of(a), vectors.of(b)
    shared, at, to = np.intersect1d(left, right, assume_unique=True, return_indices=True)
    products = left_weights[at].astype(np.float64) * right_weights[to]
    heaviest = sorted(zip((-products).tolist(), map(vectors.word, shared.tolist()), strict=True))
    shown = list(dict.fromkeys(word for _, (_, word) in heaviest))[:6]
    alike = Reason("shared_terms", round(float(products.sum()), 3), ", ".join(shown))
    gap = int(_gaps(field.days, np.array([a]), np.array([b]))[0])
    apart = (
        [Reason("printed_apart", round(-PER_DAY * min(gap, 6), 3), f"{gap} days")] if gap else []
    )
    names = vectors.reports[a], vectors.reports[b]
    return computed_judgement("story", names, "same", (alike, *apart))


def _find_pairs(field: _Field) -> _Pairs:
    """Find the pairs that share words, printed few days apart or one without a day."""
    days, count = field.days, int((field.days != NO_DAY).sum())
    found: list[tuple[int, Array, Array]] = []
    begin = 0
    while begin < count:
        end = int(np.searchsorted(days[:count], days[begin], side="right"))
        low = int(np.searchsorted(days[:count], days[begin] - DAYS, side="left"))
        found += _pairs_of(field, (low, begin, end))
        begin = end
    found += _pairs_of(field, (0, count, len(days)))
    rows = [np.full(len(others), row, dtype=np.int32) for row, others, _ in found]
    empty = np.zeros(0, dtype=np.int32)
    return _Pairs(
        np.concatenate([empty, *(others.astype(np.int32) for _, others, _ in found)]),
        np.concatenate([empty, *rows]),
        np.concatenate([np.zeros(0), *(alike for *_, alike in found)]),
    )


def _pairs_of(field: _Field, window: tuple[int, int, int]) -> Iterator[tuple[int, Array, Array]]:
    """Yield, for each row from the second bound on, the rows before it that are alike.

    A term that many hold finds only the last so many of them.
    """
    low, begin, end = window
    if begin == end:
        return
    vectors = field.vectors
    base = int(vectors.starts[low])
    own = vectors.stretch(begin, end)[0]
    terms, weights = vectors.stretch(low, end)
    owners = np.repeat(np.arange(low, end, dtype=np.int32), np.diff(vectors.starts[low : end + 1]))
    kept = np.flatnonzero(np.isin(terms, own)) if begin - low > 4 * (end - begin) else None
    order = (
        np.argsort(terms, kind="stable")
        if kept is None
        else kept[np.argsort(terms[kept], kind="stable")]
    )
    place = np.zeros(len(terms), dtype=np.int64)
    place[order] = np.arange(len(order))
    starts = run_starts(terms[order])
    first = np.repeat(starts, np.diff(np.append(starts, len(order))))
    sorted_owners, sorted_weights = owners[order], weights[order]
    for row in range(begin, end):
        inside = slice(int(vectors.starts[row]) - base, int(vectors.starts[row + 1]) - base)
        stop = place[inside]
        start = np.maximum(first[stop], stop - COMMON)
        lengths = stop - start
        at = spread(start, lengths)
        shares = sorted_weights[at] * np.repeat(weights[inside].astype(np.float64), lengths)
        sums = np.bincount(sorted_owners[at] - low, shares, minlength=1)
        others = np.flatnonzero(sums > SAME) + low
        if len(others):
            yield row, others, field._dots(np.array([row]), others)


def _note_nearest(field: _Field, pairs: _Pairs) -> None:
    gaps = _gaps(field.days, pairs.left, pairs.right)
    near = (pairs.alike < TWINS) & (gaps < DAYS)
    net = (pairs.alike - PER_DAY * gaps)[near]
    for side in (pairs.left, pairs.right):
        np.maximum.at(field.nearest, side[near], net)


def _may_join(left: Array, right: Array, field: _Field) -> bool:
    """Say whether two groups are alike on the whole and near enough in time."""
    a, b = np.repeat(left, len(right)), np.tile(right, len(left))
    if int(_gaps(field.days, a, b).max()) > SPAN:
        return False
    ties = field.ties(left, right)
    return math.fsum(ties.tolist()) / len(ties) > SAME
