"""What two reports share: whose prose, whose words, or only an outlet's furniture.

Copies are found by counts of word sequences; here the shared stretches themselves are read.
Words inside quotation marks are a speaker's, and two desks may both have heard them; what an
outlet prints again and again, and the captions of its galleries, are its furniture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

import numpy as np

from foedera.data import Judgement, Layer, Reason, Verdict
from foedera.lexicons import load_words
from foedera.merge.copies import SIZE, Text, hash_words, is_kept, sequences
from foedera.merge.events import computed_judgement
from foedera.merge.stretches import Array, is_among

Kinship: TypeAlias = Literal[
    "copy", "partial", "revision", "boilerplate", "quotation", "independent"
]

RUN = 7
"""So many words in a row that two reports share are no chance."""
OFTEN, OFTEN_ELSEWHERE = 3, 5
"""In so many of an outlet's reports a sequence is its furniture: for its own pairs, for others."""
GALLERY = 400
"""A stretch so long that one outlet prints in two stories is a gallery, not prose."""
WHOLE, REVISED = 0.45, 0.5
"""So much of the shorter report stands in a copy, in a later edition of one outlet's report."""
OWN = 0.25
"""Of a copy's words so many are prose, the rest what people said."""
SENTENCES = 35
"""About two sentences of prose."""
SAID = 12
STANDING = 12
FEED = 20
"""Two outlets share so many words of furniture before it is a feed's and no set phrase."""
READ = 2048
"""So many reports are kept at hand while pairs are judged."""
CITED = 70
"""So many words in a row without "I" or "we", in quotation marks in one report alone, are prose."""
MOSTLY = 8
"""Furniture so many times the prose explains the prose beside it: captions cut otherwise."""

_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Prose:
    """A report's words as hashes of their sequences, and which are inside quotation marks.

    `speaking` says which words only a speaker says of himself and his hearers ("we", "your");
    `said` and `told` are the runs within quotation marks and outside, `twice` those printed twice.
    """

    report: str
    outlet: str
    words: int
    runs: Array
    grams: Array
    quoted: Array
    speaking: Array
    said: Array
    told: Array
    twice: Array


@dataclass(frozen=True, slots=True)
class Sharing:
    """How many words two reports share, by whose they are, and what that makes the pair."""

    kinship: Kinship
    prose: int
    said: int
    furniture: int
    share: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """The sequences that outlets print again and again, by how often that has to be."""

    own: Array
    elsewhere: Array


def learn_furniture(texts: Iterable[Text]) -> Furniture:
    """Learn from all reports which sequences are an outlet's furniture."""
    by_outlet: dict[str, list[Array]] = {}
    for text in texts:
        by_outlet.setdefault(text.outlet, []).append(text.shingles)
    often: list[list[Array]] = [[], []]
    for held in by_outlet.values():
        if len(held) < OFTEN:
            continue
        grams, counts = np.unique(np.concatenate(held), return_counts=True)
        often[0].append(grams[counts >= OFTEN])
        often[1].append(grams[counts >= OFTEN_ELSEWHERE])
    own, elsewhere = (
        np.unique(np.concatenate(rows)) if rows else np.zeros(0, np.uint64) for rows in often
    )
    return Furniture(own, elsewhere)


def read_prose(report: str, outlet: str | None, text: str) -> Prose:
    """Read a report for comparison with others."""
    found = list(_WORD.finditer(text))
    hashes = hash_words([match.group().lower() for match in found])
    marks = _quoted(text)
    inside = np.frombuffer(bytes(marks), np.uint8)
    starts = np.array([match.start() for match in found], dtype=np.int64)
    quoted = inside[starts] > 0 if len(starts) else np.zeros(0, bool)
    speaking = np.isin(hashes, hash_words(sorted(load_words("speaking")["words"])))
    runs, grams = sequences(hashes, RUN), sequences(hashes, SIZE)
    middle = quoted[RUN // 2 : RUN // 2 + len(runs)]
    each, counts = np.unique(runs, return_counts=True)
    return Prose(
        report=report,
        outlet=outlet or "",
        words=len(found),
        runs=runs,
        grams=grams,
        quoted=quoted,
        speaking=speaking,
        said=np.unique(runs[middle]),
        told=np.unique(runs[~middle]),
        twice=each[counts > 1],
    )


def _quoted(text: str) -> bytearray:
    """Mark the characters inside quotation marks; a paragraph's open mark reaches to its end."""
    marks = bytearray(len(text))
    for paragraph in _PARAGRAPH.finditer(text):
        opened: int | None = None
        for place in range(paragraph.start(), paragraph.end()):
            mark = text[place]
            if opened is None and mark in '“"':
                opened = place
            elif opened is not None and mark in '”"':
                marks[opened:place] = b"\1" * (place - opened)
                opened = None
        if opened is not None:
            marks[opened : paragraph.end()] = b"\1" * (paragraph.end() - opened)
    return marks


def compare_prose(a: Prose, b: Prose, furniture: Furniture) -> Sharing:
    """Say how the texts of two reports hang together."""
    one_outlet = bool(a.outlet) and a.outlet == b.outlet
    standing = furniture.own if one_outlet else furniture.elsewhere
    counts = {"prose": 0, "said": 0, "furniture": 0}
    twice = (
        np.isin(a.runs, np.concatenate([a.twice, b.twice]))
        if one_outlet
        else np.zeros(len(a.runs), bool)
    )
    for start, end in _stretches(np.isin(a.runs, b.runs)):
        words = end - start
        grams = a.grams[start : max(start + 1, end - SIZE + 1)]
        known = is_among(grams, standing)
        kept = max(1, int(np.count_nonzero(is_kept(grams))))
        by_a = a.quoted[start:end].mean() > 0.5
        by_b = np.isin(a.runs[start], b.said)
        quoted = by_a or by_b
        if words >= CITED and not a.speaking[start:end].any():
            # One desk cites the other's prose, or a mark was never closed.
            own_words = np.isin(a.runs[start : end - RUN + 1], b.told).mean() > 0.5
            quoted = by_a and not own_words
        gallery = one_outlet and (words >= GALLERY or twice[start : end - RUN + 1].mean() > 0.5)
        if gallery or np.count_nonzero(known) / kept > 0.5:
            counts["furniture"] += words
        elif quoted:
            counts["said"] += words
        else:
            counts["prose"] += words
    shorter = max(1, min(a.words, b.words))
    share = min(1.0, (counts["prose"] + counts["said"]) / shorter)
    kinship = _kinship(counts, shorter, one_outlet)
    return Sharing(kinship, counts["prose"], counts["said"], counts["furniture"], round(share, 3))


def _stretches(shared: Array) -> Iterator[tuple[int, int]]:
    """Yield from and to which word the shared runs reach, adjoining runs as one."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], shared, [False])).astype(np.int8)))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield first, last + RUN - 1


def _kinship(counts: dict[str, int], shorter: int, one_outlet: bool) -> Kinship:
    prose, said, furniture = counts["prose"], counts["said"], counts["furniture"]
    whole = REVISED if one_outlet else WHOLE
    if prose + said >= whole * shorter and prose >= OWN * shorter:
        return "revision" if one_outlet else "copy"
    if one_outlet and furniture > max(MOSTLY * prose, said):
        return "boilerplate"
    if prose >= SENTENCES:
        return "partial"
    if said >= SAID and said >= prose:
        return "quotation"
    if furniture >= FEED or (one_outlet and furniture + prose >= STANDING):
        return "boilerplate"
    return "independent"


_SAYS: dict[Kinship, tuple[Layer, Verdict, str]] = {
    "copy": ("copy", "same", "copied"),
    "revision": ("revision", "same", "revised"),
    "partial": ("copy", "unsure", "partly_copied"),
    "quotation": ("copy", "different", "shared_quotation"),
    "boilerplate": ("copy", "different", "shared_furniture"),
}


FINDINGS = frozenset(finding for _, _, finding in _SAYS.values())
"""The findings of judgements that rest on two texts read side by side."""


def judge_sharing(a: Prose, b: Prose, furniture: Furniture) -> Judgement | None:
    """Judge how two reports hang together, with the words they share as evidence."""
    sharing = compare_prose(a, b, furniture)
    if sharing.kinship not in _SAYS:
        return None
    layer, verdict, finding = _SAYS[sharing.kinship]
    note = (
        f"{sharing.share:.0%} of the shorter one's words stand in the other: {sharing.prose} of "
        f"prose, {sharing.said} quoted, and {sharing.furniture} of furniture"
    )
    reason = Reason(finding, sharing.share, note)
    return computed_judgement(layer, (a.report, b.report), verdict, (reason,))


def judge_pairs(
    pairs: Sequence[tuple[str, str]],
    furniture: Furniture,
    read: Callable[[str], tuple[str | None, str]],
) -> Iterator[Judgement]:
    """Judge pairs of reports that share text; `read` gives a report's outlet and text."""

    @lru_cache(maxsize=READ)
    def prose(report: str) -> Prose:
        return read_prose(report, *read(report))

    for left, right in pairs:
        judgement = judge_sharing(prose(left), prose(right), furniture)
        if judgement is not None:
            yield judgement
