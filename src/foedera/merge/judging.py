"""Judging all claims of a pile, part by part: memory holds a part and what still may be joined.

First all parts are looked through, in the order of their days, and what is plain to see of each
claim is noted. Then they come again in the same order. A claim stays in hand until all that it may
be one with have come, and no surer pair ties it to one that still awaits others; what comes out is
the same in however many parts the claims come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import numpy as np

from foedera.data import Judgement
from foedera.merge.blocks import Blocks
from foedera.merge.columns import Coder
from foedera.merge.events import HOPE, SAME, Around, Edge, edge_between, judge, judgement_id
from foedera.merge.joining import Joining
from foedera.merge.near import VETO, Near
from foedera.merge.plain import Plain
from foedera.merge.stretches import Array
from foedera.merge.telling import Telling, ordinal_day

Judged: TypeAlias = tuple[Iterator[Judgement], list[tuple[str, ...]]]
"""The judgements that join or leave a doubt, and the groups they make."""


def judge_claims(
    tellings: Iterable[Telling], around: Around
) -> tuple[list[Judgement], list[tuple[str, ...]]]:
    """Judge all claims at once.

    Groups hold every claim once, each in order of ids, the groups in order of their first.
    Claims of different groups of kinds never meet, so each group of kinds may be judged alone.
    """
    judging = Judging(around)
    judgements, groups = judging.judge(judging.survey(tellings))
    return list(judgements), groups


def day_by(telling: Telling) -> int:
    """Return the day by which a claim stands among others: its own, else its report's."""
    return telling.first or ordinal_day(telling.source.published.earliest) or 0


class Judging:
    """Judges claims that come in parts; no day of a part lies before one of the part before."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._stories, self._story = Coder(), [np.zeros(0, np.int32)]
        self._plain, self._blocks = Plain(), Blocks((), around)
        self._bound_to: dict[str, int] = {}
        self._ends: list[int] = [0]
        self._part = 0
        self._pairs: _Hopeful | None = None
        self._in_hand: dict[int, Telling] = {}
        """The claims that pairs may still come to, by their places."""
        self._open: dict[str, int] = {}
        """The places of those whose groups do not stand yet."""
        self._edges: list[Edge] = []
        self._joining = Joining(around)

    def survey(self, tellings: Iterable[Telling]) -> list[Telling]:
        """Look through the next part; return it in the order in which it is judged."""
        row = self.in_order(tellings)
        around, start = self._around, self._ends[-1]
        story_of, named = around.story_of, around.agreement_of
        reports = (telling.source.report for telling in row)
        self._story.append(self._stories.codes(story_of.get(r, (r,)) for r in reports))
        self._plain.add(row, [named.get(telling.id) for telling in row])
        self._blocks.add(row)
        judged = {name for pair, v in around.verdicts.items() if v == "same" for name in pair}
        if judged:
            places = {telling.id: start + place for place, telling in enumerate(row)}
            self._bound_to |= {name: places[name] for name in judged & places.keys()}
        self._ends.append(start + len(row))
        return row

    @staticmethod
    def in_order(tellings: Iterable[Telling]) -> list[Telling]:
        """Return the claims of a part in the order in which they are judged."""
        return sorted(tellings, key=_neighbourhood)

    def judge(self, row: Sequence[Telling]) -> Judged:
        """Judge what the next part brings to an end, the part as it was surveyed.

        The judgements are made as they are asked for.
        """
        if self._pairs is None:
            self._pairs = self._find()
        start, end = self._ends[self._part : self._part + 2]
        self._part += 1
        self._in_hand.update(enumerate(row, start))
        self._open |= {telling.id: place for place, telling in enumerate(row, start)}
        self._joining.add(row)
        self._edges += self._weigh(*self._pairs.among(start, end))
        judged = self._finish(*self._pairs.coming(end))
        if self._part == len(self._ends) - 1:  # what is remembered of pairs takes much room
            self._joining, self._pairs = Joining(self._around), None
        return judged

    def _find(self) -> _Hopeful:
        """Find the pairs that may be one by what is plain to see, of all parts."""
        story = np.concatenate(self._story)
        found: list[tuple[Array, ...]] = [(*np.zeros((2, 0), np.int32), np.zeros(0, np.float32))]
        for left, right in self._blocks.pairs():
            kept, most = self._plain.hopeful(left, right, story[left] == story[right], HOPE)
            left, right = left[kept].astype(np.int32), right[kept].astype(np.int32)
            found.append((left, right, most.astype(np.float32)))
        left, right, most = (np.concatenate(side) for side in zip(*found, strict=True))
        self._plain, self._blocks = Plain(), Blocks((), self._around)
        pairs = _Hopeful((left, right), most, story[left] == story[right], self._ends[-1])
        for (one, other), verdict in self._around.verdicts.items():
            if verdict == "same" and {one, other} <= self._bound_to.keys():
                pairs.bind(*sorted((self._bound_to[one], self._bound_to[other])))
        return pairs

    def _weigh(self, left: Array, right: Array, story: Array) -> Iterator[Edge]:
        """Yield those of some pairs that may be one."""
        named = self._around.agreement_of
        pairs = (side.tolist() for side in (left, right, story))
        for place, other, one_story in zip(*pairs, strict=True):
            a, b = self._in_hand[place], self._in_hand[other]
            if a.id > b.id:
                a, b = b, a
            edge = edge_between(a, b, Near(one_story, named.get(a.id), named.get(b.id)))
            if edge is not None:
                yield edge

    def _finish(self, most: Array, until: Array) -> Judged:
        """Join what can be joined, and let go of the groups that stand.

        A claim may, by its place, still meet a pair that scores so much at `most`. Where that
        joins groups it holds up its own, and each group that a pair ties to one that is held up,
        if that pair is no surer than what may come. A doubt waits until the groups on both sides
        stand; `until` which place a claim is awaited by pairs of any kind.
        """
        joining = self._joining
        joining.follow(self._around.verdicts)
        coming: dict[str, float] = {}
        for name, place in self._open.items():
            if most[place] >= SAME:
                root = joining.root(name)
                coming[root] = max(coming.get(root, VETO), most[place])
        sure = sorted(edge for edge in self._edges if edge[0] <= -SAME)
        waiting: list[Edge] = []
        pairs = list(joining.join(sure, coming, waiting))
        standing = [name for name in self._open if joining.root(name) not in coming]
        by_id = joining.tellings()
        for name in standing:
            del self._open[name]
        unsure = joining.surest_between(edge for edge in self._edges if edge[0] > -SAME)
        now: list[Edge] = []
        for edge in unsure:
            later = edge[1] in self._open or edge[2] in self._open
            (waiting if later else now).append(edge)
        pairs += joining.doubt(now)
        self._edges = waiting
        groups = {root: joining.members(root) for root in set(map(joining.root, standing))}
        self._let_go(until)
        pairs.sort(key=lambda pair: judgement_id("event", *pair))
        judgements = (judge(by_id[a], by_id[b], self._around) for a, b in pairs)
        return judgements, sorted(groups.values())

    def _let_go(self, until: Array) -> None:
        """Keep of the claims that are closed only those that a doubt waits for, or may yet."""
        end, opened = self._ends[self._part], self._open.keys()
        awaited = {place: one for place, one in self._in_hand.items() if until[place] >= end}
        ends = {name for edge in self._edges for name in edge[1:]} - opened
        ends |= {one.id for one in awaited.values()} - opened
        faces = {face for name in ends for face in self._joining.first(name)}
        self._joining.keep(opened | ends | faces)
        self._in_hand = awaited


class _Hopeful:
    """Pairs that may be one, in the order of their right sides, with the most they may score."""

    def __init__(self, sides: tuple[Array, Array], most: Array, story: Array, count: int) -> None:
        order = np.argsort(sides[1], kind="stable")
        self._left, self._right = (side[order] for side in sides)
        self._most, self._story = most[order], story[order]
        self._count = count
        self._bound: list[tuple[int, int]] = []

    def bind(self, first: int, second: int) -> None:
        """Let a place await another that a person's word makes one with it."""
        self._bound.append((first, second))

    def among(self, start: int, end: int) -> tuple[Array, Array, Array]:
        """Return the pairs whose right sides lie between two places."""
        low, high = np.searchsorted(self._right, (start, end))
        return self._left[low:high], self._right[low:high], self._story[low:high]

    def coming(self, end: int) -> tuple[Array, Array]:
        """Return of each place what its pairs may score at most that end brings, and the last."""
        most = np.full(self._count, VETO, np.float32)
        until = np.zeros(self._count, np.int32)
        rest = slice(int(np.searchsorted(self._right, end)), None)
        np.maximum.at(most, self._left[rest], self._most[rest])
        np.maximum.at(until, self._left[rest], self._right[rest])
        for first, second in self._bound:
            if second >= end:
                most[first] = np.inf
        return most, until


def _neighbourhood(telling: Telling) -> tuple[int, list[str], str]:
    return day_by(telling), sorted(telling.parties), telling.id
