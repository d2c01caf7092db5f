"""Shared text: which reports hold another's words, and which are revisions of one report.

Word 5-grams are hashed with arrays, a quarter of them kept by their hash alone, and
those that an outlet prints again and again are taken for its boilerplate.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

import numpy as np

from foedera.data import Judgement, Layer, Reason
from foedera.merge.events import computed_judgement
from foedera.merge.groups import Groups
from foedera.merge.stretches import Array, run_starts, spread

SIZE = 5
KEPT = 4
"""One shingle in so many is kept; the share of words two reports have in common survives it."""
BOILERPLATE = 5
"""A shingle in so many reports of one outlet is the outlet's, not the story's."""
COMMON = 40
"""A shingle in so many reports is a phrase of the language; it also bounds the pairs."""
COPY = 0.25
REVISION = 0.6
FEWEST = 4
BESIDE = 6
"""A report is read side by side with so many others at most: those it shares most with. In a large
record chance phrases tie each report to ever more others; copies share far more than those."""
PART = 4_000_000
"""So many shingles are sorted at a time."""
_HIGH = np.uint64(40)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """What finding copies needs of a report."""

    report: str
    outlet: str
    shingles: np.ndarray


def shingle(report: str, outlet: str | None, text: str) -> Text:
    """Hash a text's word 5-grams and keep a quarter of them."""
    return shingle_words(report, outlet, hash_words(_WORD.findall(text.lower())))


def shingle_words(report: str, outlet: str | None, words: Array) -> Text:
    """Make the same of words that are hashed already."""
    grams = sequences(words, SIZE)
    return Text(report, outlet or "", np.unique(grams[is_kept(grams)]))


def hash_words(words: Sequence[str]) -> Array:
    """Return each word as a number."""
    return np.fromiter(map(hash_word, words), np.uint64, len(words))


def sequences(words: Array, size: int) -> Array:
    """Return each run of `size` words as a number."""
    grams = np.zeros(max(0, len(words) - size + 1), dtype=np.uint64)
    for place in range(size):
        grams = grams * np.uint64(0x9E3779B97F4A7C15) + words[place : place + len(grams)]
    mixed: Array = grams ^ (grams >> np.uint64(29))
    return mixed


def is_kept(grams: Array) -> Array:
    """Say which sequences are kept to find copies by."""
    kept: Array = grams % np.uint64(KEPT) == 0
    return kept


@lru_cache(maxsize=8192)
def hash_word(word: str) -> int:
    """Return a word as a number."""
    data = word.encode("utf8", "surrogatepass")
    return zlib.crc32(data) | (zlib.adler32(data) << 32)


def find_copies(texts: Sequence[Text]) -> list[Judgement]:
    """Judge which reports share text: a copy between outlets, a revision within one."""
    held, sizes = _shared(texts)
    found = []
    for left, right, count in _counted(held, len(texts)):
        share = count / max(1, min(sizes[left], sizes[right]))
        one_outlet = bool(texts[left].outlet) and texts[left].outlet == texts[right].outlet
        if share < (REVISION if one_outlet else COPY):
            continue
        layer: Layer = "revision" if one_outlet else "copy"
        note = f"{min(share, 1):.0%} of the shorter one's word sequences stand in the other"
        reason = Reason("shared_text", round(min(share, 1.0), 3), note)
        pair = texts[left].report, texts[right].report
        found.append(computed_judgement(layer, pair, "same", (reason,)))
    return sorted(found, key=lambda j: (j.left, j.right))


def sharing_pairs(texts: Sequence[Text]) -> list[tuple[str, str]]:
    """Return the pairs of reports that share enough to be read side by side, in order.

    A pair is kept where it is among those that one of the two shares most with.
    """
    held, _ = _shared(texts)
    partners: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for left, right, count in _counted(held, len(texts)):
        pair = texts[left].report, texts[right].report
        for one, other in (pair, pair[::-1]):
            partners[one].append((-count, other))
    return sorted(
        {
            (min(one, other), max(one, other))
            for one, others in partners.items()
            for _, other in nsmallest(BESIDE, others)
        }
    )


@dataclass(frozen=True, slots=True)
class _Holders:
    """The reports that hold each shared shingle, end to end; a stretch for each shingle."""

    owners: Array
    starts: Array


def _counted(held: _Holders, reports: int) -> Iterator[tuple[int, int, int]]:
    """Yield pairs of reports that share enough shingles, and how many."""
    lengths = np.diff(np.append(held.starts, len(held.owners)))
    shingle_of = np.repeat(np.arange(len(lengths)), lengths)
    order = np.argsort(held.owners, kind="stable")
    bounds = np.searchsorted(held.owners[order], np.arange(reports + 1))
    for report in np.flatnonzero(np.diff(bounds) >= FEWEST).tolist():
        own = shingle_of[order[bounds[report] : bounds[report + 1]]]
        others = held.owners[spread(held.starts[own], lengths[own])]
        partners, counts = np.unique(others[others > report], return_counts=True)
        for place in np.flatnonzero(counts >= FEWEST).tolist():
            yield report, int(partners[place]), int(counts[place])


def _shared(texts: Sequence[Text]) -> tuple[_Holders, list[int]]:
    """Return who holds the shingles that tell copies, and each report's number of shingles.

    Boilerplate is left out of both. The shingles are taken a part at a time by their hash,
    which bounds the memory.
    """
    sizes = np.array([len(text.shingles) for text in texts], dtype=np.int64)
    parts = 1 + int(sizes.sum()) // PART
    owners, starts = array("i"), array("q")
    for part in range(parts):
        for places in _holders(texts, part, parts):
            if _is_boilerplate(places.tolist(), texts):
                sizes[places] -= 1
                continue
            starts.append(len(owners))
            owners.extend(places.tolist())
    held = _Holders(np.array(owners, dtype=np.int32), np.array(starts, dtype=np.int64))
    return held, sizes.tolist()


def _holders(texts: Sequence[Text], part: int, parts: int) -> Iterator[Array]:
    """Yield the places of the reports that hold a shingle, for each shingle that several hold."""
    if not texts:
        return
    own = [t.shingles[(t.shingles >> _HIGH) % np.uint64(parts) == part] for t in texts]
    grams = np.concatenate(own)
    owners = np.repeat(np.arange(len(texts), dtype=np.int32), [len(one) for one in own])
    order = np.argsort(grams, kind="stable")
    grams, owners = grams[order], owners[order]
    starts = run_starts(grams)
    ends = np.append(starts[1:], len(grams))
    several = np.flatnonzero(ends - starts > 1)
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield owners[start:end]


def _is_boilerplate(places: Sequence[int], texts: Sequence[Text]) -> bool:
    if len(places) < BOILERPLATE:
        return False
    if len(places) > COMMON:
        return True
    outlets = Counter(texts[p].outlet for p in places)
    return max(outlets.values()) >= BOILERPLATE


def originals(
    copies: Iterable[Judgement], first_seen: Mapping[str, tuple[str, str]]
) -> dict[str, str]:
    """Map each report that shares text to the earliest of its group, which stands for all.

    `first_seen` ranks reports by day, then id.
    """
    pairs = [(j.left, j.right) for j in copies if j.verdict == "same"]
    groups = Groups(sorted({report for pair in pairs for report in pair}))
    for left, right in sorted(pairs):
        groups.join(left, right)
    found = {}
    for group in groups.all():
        original = min(group, key=lambda report: first_seen[report])
        found.update(dict.fromkeys(group, original))
    return found
