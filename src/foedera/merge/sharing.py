"""What two reports share: whose prose, whose words, or only an outlet's furniture.

Copies are found by counts of word sequences; here the shared stretches themselves are read.
Words inside quotation marks are a speaker's, and two desks may both have heard them; what an
outlet prints again and again, and the captions of its galleries, are its furniture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias

import numpy as np

from foedera.data import Judgement, Layer, Reason, Verdict
from foedera.lexicons import load_words
from foedera.merge.copies import (
    SIZE,
    Text,
    hash_word,
    hash_words,
    is_kept,
    sequences,
    shingle,
    shingle_words,
)
from foedera.merge.events import computed_judgement
from foedera.merge.recent import Recent
from foedera.merge.stretches import Array, is_among, run_starts, spread

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
READ = 1024
"""So many reports are kept at hand while pairs are judged."""
CITED = 70
"""So many words in a row without "I" or "we", in quotation marks in one report alone, are prose."""
MOSTLY = 8
"""Furniture so many times the prose explains the prose beside it: captions cut otherwise."""

_TOKEN = re.compile(r"\w+|[“”\"\n]")
_OPENING, _END = '“"', "\n"
_CLOSING = '”"' + _END
_MARKS = frozenset(_OPENING + _CLOSING)


@dataclass(frozen=True, slots=True)
class Prose:
    """A report's words as hashes of their sequences, and which are inside quotation marks.

    `speaking` says which words only a speaker says of himself and his hearers ("we", "your"). Of
    each of its runs, `each` in order, `said` tells whether it stands within quotation marks
    anywhere, `told` whether outside, `twice` whether it is printed twice; `own` finds them from
    the place of a run.
    """

    report: str
    outlet: str
    words: int
    grams: Array
    quoted: Array
    speaking: Array
    each: Array
    own: Array
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


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's words as hashes, and which of them are inside quotation marks."""

    words: Array
    quoted: Array


def read_wording(text: str) -> Wording:
    """Read the words of a report."""
    tokens = _TOKEN.findall(text)
    hashes = np.fromiter(map(_HASHES.__getitem__, tokens), np.uint64, len(tokens))
    marks = np.flatnonzero(is_among(hashes, _marks())).tolist()
    is_word, quoted = _quoted([tokens[place] for place in marks], marks, len(tokens))
    return Wording(hashes[is_word], quoted[is_word])


def _hash_small(word: str) -> int:
    return hash_word(word.lower())


_HASHES = Recent(_hash_small)


@cache
def _marks() -> Array:
    return np.unique(hash_words(sorted(_MARKS)))


def shingle_wording(report: str, outlet: str | None, text: str, wording: Wording) -> Text:
    """Shingle a text whose words are read already."""
    if len(text.lower()) != len(text):
        return shingle(report, outlet, text)  # what grows when written small may part a word
    return shingle_words(report, outlet, wording.words)


def read_prose(report: str, outlet: str | None, text: str) -> Prose:
    """Read a report for comparison with others."""
    return prose_of(report, outlet, read_wording(text))


def prose_of(report: str, outlet: str | None, wording: Wording) -> Prose:
    """Make a report ready for comparison with others, its words read already."""
    hashes, quoted = wording.words, wording.quoted
    runs, grams = sequences(hashes, RUN), sequences(hashes, SIZE)
    middle = quoted[RUN // 2 : RUN // 2 + len(runs)]
    order = np.argsort(runs)
    firsts = run_starts(runs[order])
    own = np.empty(len(runs), np.int32)
    own[order] = np.repeat(
        np.arange(len(firsts), dtype=np.int32), np.diff(np.append(firsts, len(runs)))
    )
    counts = np.bincount(own, minlength=len(firsts))
    said = np.bincount(own[middle], minlength=len(firsts))
    return Prose(
        report=report,
        outlet=outlet or "",
        words=len(hashes),
        grams=grams,
        quoted=quoted,
        speaking=is_among(hashes, _speaking()),
        each=runs[order[firsts]],
        own=own,
        said=said > 0,
        told=counts > said,
        twice=counts > 1,
    )


@cache
def _speaking() -> Array:
    return np.unique(hash_words(load_words("speaking")["words"]))


def _quoted(marks: Sequence[str], places: Sequence[int], count: int) -> tuple[Array, Array]:
    """Say which of some tokens are words, and which stand inside quotation marks.

    Those that are `marks` stand at `places`; a paragraph's open mark reaches to its end.
    """
    is_word, quoted = np.ones(count, bool), np.zeros(count, bool)
    is_word[places] = False
    opened: int | None = None
    for mark, place in zip((*marks, _END), (*places, count), strict=True):
        if opened is None and mark in _OPENING:
            opened = place
        elif opened is not None and mark in _CLOSING:
            quoted[opened:place] = True
            opened = None
    return is_word, quoted


def compare_prose(a: Prose, b: Prose, furniture: Furniture) -> Sharing:
    """Say how the texts of two reports hang together."""
    one_outlet = bool(a.outlet) and a.outlet == b.outlet
    shorter = max(1, min(a.words, b.words))
    at, shared = _find_runs(a, b)
    counts = {"prose": 0, "said": 0, "furniture": 0}
    if shared.any():
        stretches = _stretches(shared)
        words = stretches.words
        standing = furniture.own if one_outlet else furniture.elsewhere
        printed = _is_printed_again(a, stretches, standing)
        if one_outlet:
            twice = a.twice[a.own] | (shared & b.twice[at])
            printed |= (words >= GALLERY) | _mostly(twice, stretches.first, stretches.last)
        said = ~printed & _is_said(a, b, at, stretches)
        counts["furniture"] = int(words[printed].sum())
        counts["said"] = int(words[said].sum())
        counts["prose"] = int(words.sum()) - counts["furniture"] - counts["said"]
    share = min(1.0, (counts["prose"] + counts["said"]) / shorter)
    kinship = _kinship(counts, shorter, one_outlet)
    return Sharing(kinship, counts["prose"], counts["said"], counts["furniture"], round(share, 3))


def _find_runs(a: Prose, b: Prose) -> tuple[Array, Array]:
    """Return where each run of one report stands among those of the other, and if it does."""
    if not len(b.each):
        return a.own, np.zeros(len(a.own), bool)
    at = np.minimum(np.searchsorted(b.each, a.each), len(b.each) - 1)
    shared = b.each[at] == a.each
    return at[a.own], shared[a.own]


@dataclass(frozen=True, slots=True)
class _Stretches:
    """From and to which run two reports share, the last not included, adjoining runs as one."""

    first: Array
    last: Array

    @property
    def ends(self) -> Array:
        """The word after the last one that each stretch reaches to."""
        ends: Array = self.last + (RUN - 1)
        return ends

    @property
    def words(self) -> Array:
        """How many words each stretch has."""
        return self.ends - self.first


def _stretches(shared: Array) -> _Stretches:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], shared, [False])).astype(np.int8)))
    return _Stretches(edges[::2], edges[1::2])


def _is_printed_again(a: Prose, stretches: _Stretches, standing: Array) -> Array:
    """Say which stretches are furniture: most of what is kept of their sequences is known so."""
    lengths = np.maximum(1, stretches.ends - SIZE + 1 - stretches.first)
    grams = a.grams[spread(stretches.first, lengths)]
    ends = np.cumsum(lengths)
    known = _count(is_among(grams, standing), ends - lengths, ends)
    kept = np.maximum(1, _count(is_kept(grams), ends - lengths, ends))
    printed: Array = 2 * known > kept
    return printed


def _is_said(a: Prose, b: Prose, at: Array, stretches: _Stretches) -> Array:
    """Say which stretches are a speaker's words; `at` finds the runs of `a` among those of `b`."""
    first, last = stretches.first, stretches.last
    by_a = _mostly(a.quoted, first, stretches.ends)
    # One desk cites the other's prose, or a mark was never closed.
    cited = (stretches.words >= CITED) & (_count(a.speaking, first, stretches.ends) == 0)
    return np.where(cited, by_a & ~_mostly(b.told[at], first, last), by_a | b.said[at[first]])


def _count(flags: Array, first: Array, last: Array) -> Array:
    """Return how many flags are set in each stretch."""
    sums = np.concatenate(([0], np.cumsum(flags)))
    counts: Array = sums[last] - sums[first]
    return counts


def _mostly(flags: Array, first: Array, last: Array) -> Array:
    """Say of each stretch whether more than half of its flags are set."""
    mostly: Array = 2 * _count(flags, first, last) > last - first
    return mostly


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
    read: Callable[[str], Prose],
) -> Iterator[Judgement]:
    """Judge pairs of reports that share text; `read` gives a report."""
    prose = lru_cache(maxsize=READ)(read)
    for left, right in pairs:
        judgement = judge_sharing(prose(left), prose(right), furniture)
        if judgement is not None:
            yield judgement
