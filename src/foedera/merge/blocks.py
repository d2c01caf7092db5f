"""Which claims are compared: each with those that come next in any of its blocks.

The blocks lie end to end in arrays: as lists under their keys they would take a fifth of what
the claims themselves take.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import numpy as np

from foedera.merge.near import Around
from foedera.merge.stretches import Array, run_starts, spread
from foedera.merge.telling import Telling

Key: TypeAlias = tuple[str, str, str]

WINDOW = 30
"""How many neighbours by day and words a claim is compared with in a block; bounds the cost."""
WIDE = 16
"""And how many in the blocks that reports of many stories share."""
MOST = 32
"""With so many claims of other stories at most; it binds where blocks have filled up."""
PART = 2048
"""The neighbours of so many claims are looked up at a time."""

_CLOSE = frozenset(("story", "report", "agreement"))


def block_keys(telling: Telling, around: Around) -> Iterator[Key]:
    """Yield the blocks of a claim: its story, its report, its agreement, each actor's month."""
    report = telling.source.report
    story = around.story_of.get(report, report)
    yield telling.group, "story", story
    if story != report:
        yield telling.group, "report", report
    agreement = around.agreement_of.get(telling.id)
    if agreement:
        yield telling.group, "agreement", agreement
    for party in telling.parties:
        if party not in telling.nameless:
            yield telling.group, party, ""
        for word in telling.marks:
            yield telling.group, party, word
    first, last = telling.first, telling.last
    if first is None or last is None or last - first > 45:
        return
    for actor in sorted(telling.actors):
        for month in sorted({first // 30, last // 30}):
            yield telling.group, actor, str(month)


class Blocks:
    """The blocks of a row of claims; a claim stands in several of them.

    The row may come in several pieces, one after the other. Of each entry of a claim in a block,
    in the order of the claims, `_after` and `_until` tell where in `_places` those lie that come
    next in the block.
    """

    def __init__(self, row: Sequence[Telling], around: Around) -> None:
        self._around = around
        self._keys, self._near, self._counts = array("q"), array("b"), array("i")
        self.add(row)

    def add(self, row: Iterable[Telling]) -> None:
        """Take the next claims of the row."""
        keys, near = self._keys, self._near
        for telling in row:
            before = len(keys)
            for key in block_keys(telling, self._around):
                keys.append(hash(key))
                near.append(key[1] in _CLOSE)
            self._counts.append(len(keys) - before)

    def _lay_out(self) -> None:
        """Lay the blocks end to end; no more claims are taken then."""
        count = len(self._counts)
        self._close = np.array(self._near, dtype=bool)
        self._firsts = np.concatenate(([0], np.cumsum(np.array(self._counts, dtype=np.int64))))
        hashes = np.array(self._keys, np.int64)
        self._keys, self._near = array("q"), array("b")
        order = np.argsort(hashes, kind="stable").astype(np.int32)
        starts = run_starts(hashes[order])
        ends = np.append(starts, len(order))[1:]
        del hashes
        entry_of = np.repeat(np.arange(count, dtype=np.int32), np.diff(self._firsts))
        self._places = entry_of[order]
        self._after = np.empty(len(order), np.int32)
        self._after[order] = np.arange(1, len(order) + 1, dtype=np.int32)
        until = np.empty(len(order), np.int32)
        until[order] = np.repeat(ends, ends - starts)
        self._until = np.minimum(
            until, self._after + np.where(self._close, np.int32(WINDOW), np.int32(WIDE))
        )

    def pairs(self) -> Iterator[tuple[Array, Array]]:
        """Yield the places of claims with those of the claims that they are compared with.

        Those that come next in its story and its agreement are all among them; of the others
        those that most blocks show, then the nearest.
        """
        self._lay_out()
        for first in range(0, len(self._firsts) - 1, PART):
            yield self._pairs(first, min(first + PART, len(self._firsts) - 1))

    def _pairs(self, first: int, last: int) -> tuple[Array, Array]:
        entries = slice(self._firsts[first], self._firsts[last])
        lengths = self._until[entries] - self._after[entries]
        counts = np.diff(self._firsts[first : last + 1])
        left = np.repeat(np.repeat(np.arange(first, last), counts), lengths)
        right = self._places[spread(self._after[entries], lengths)].astype(np.int64)
        both = left << 32 | right
        order = np.argsort(both)
        both = both[order]
        starts = run_starts(both)
        if not len(starts):
            return both, both
        close = np.repeat(self._close[entries], lengths)[order]
        shown = np.diff(np.append(starts, len(both)))
        near = np.add.reduceat(close, starts, dtype=np.int64)
        left, right = both[starts] >> 32, both[starts] & 0xFFFFFFFF
        kept = (near > 0) | _among_most(left, right, shown - near)
        return left[kept], right[kept]


def _among_most(left: Array, right: Array, shown: Array) -> Array:
    """Say which pairs are among the few that most blocks show of a claim, then the nearest."""
    order = np.lexsort((right, -shown, left))
    starts = run_starts(left)
    rank = np.empty(len(left), np.int64)
    rank[order] = np.arange(len(left)) - np.repeat(starts, np.diff(np.append(starts, len(left))))
    among: Array = (shown > 0) & (rank < MOST)
    return among
