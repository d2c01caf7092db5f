"""Shared text: which reports hold another's words, and which are revisions of one report.

Word 5-grams are hashed with arrays, a quarter of them kept by their hash alone, and
those that an outlet prints again and again are taken for its boilerplate.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from foedera.data import Judgement, Layer, Reason
from foedera.merge.events import computed_judgement
from foedera.merge.groups import Groups

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

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """What finding copies needs of a report."""

    report: str
    outlet: str
    shingles: np.ndarray


def shingle(report: str, outlet: str | None, text: str) -> Text:
    """Hash a text's word 5-grams and keep a quarter of them."""
    words = _WORD.findall(text.lower())
    hashes = np.array([_hash(word) for word in words], dtype=np.uint64)
    if len(hashes) < SIZE:
        return Text(report, outlet or "", np.zeros(0, dtype=np.uint64))
    grams = np.zeros(len(hashes) - SIZE + 1, dtype=np.uint64)
    for place in range(SIZE):
        grams = grams * np.uint64(0x9E3779B97F4A7C15) + hashes[place : place + len(grams)]
    grams ^= grams >> np.uint64(29)
    return Text(report, outlet or "", np.unique(grams[grams % np.uint64(KEPT) == 0]))


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    data = word.encode("utf8", "surrogatepass")
    return zlib.crc32(data) | (zlib.adler32(data) << 32)


def find_copies(texts: Sequence[Text]) -> list[Judgement]:
    """Judge which reports share text: a copy between outlets, a revision within one."""
    shared, sizes = _count_shared(texts)
    outlets = {text.report: text.outlet for text in texts}
    found = []
    for (left, right), count in sorted(shared.items()):
        if count < FEWEST:
            continue
        share = count / max(1, min(sizes[left], sizes[right]))
        one_outlet = bool(outlets[left]) and outlets[left] == outlets[right]
        if share < (REVISION if one_outlet else COPY):
            continue
        layer: Layer = "revision" if one_outlet else "copy"
        note = f"{min(share, 1):.0%} of the shorter one's word sequences stand in the other"
        reason = Reason("shared_text", round(min(share, 1.0), 3), note)
        found.append(computed_judgement(layer, (left, right), "same", (reason,)))
    return found


def _count_shared(texts: Sequence[Text]) -> tuple[Counter[tuple[str, str]], dict[str, int]]:
    """Count the shingles that pairs of reports share, and each report's, boilerplate left out."""
    sizes = {text.report: len(text.shingles) for text in texts}
    shared: Counter[tuple[str, str]] = Counter()
    for places in _holders(texts):
        names = [texts[p].report for p in places]
        if _is_boilerplate(places, texts):
            for name in names:
                sizes[name] -= 1
            continue
        for i, left in enumerate(names):
            for right in names[i + 1 :]:
                shared[min(left, right), max(left, right)] += 1
    return shared, sizes


def _holders(texts: Sequence[Text]) -> Iterator[list[int]]:
    """Yield the places of the reports that hold a shingle, for each shingle that several hold."""
    if not texts:
        return
    grams = np.concatenate([text.shingles for text in texts])
    owners = np.repeat(np.arange(len(texts)), [len(text.shingles) for text in texts])
    order = np.argsort(grams, kind="stable")
    grams, owners = grams[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], grams[1:] != grams[:-1])))
    ends = np.append(starts[1:], len(grams))
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if end - start > 1:
            yield owners[start:end].tolist()


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
