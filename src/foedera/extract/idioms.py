"""Turns of phrase in which a word that tells a happening elsewhere tells none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache
from types import MappingProxyType

from foedera.lexicons import load_lists

_GAP = "..."
_DASHES = frozenset({"–", "—"})
_LONGEST_TITLE = 30
_LONGEST_GAP = 4


@cache
def _idioms() -> Mapping[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]:
    """Return the idioms of `lexicons/idioms.yaml` and their words, by their first word."""
    out: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for idiom in load_lists("idioms")["idioms"]:
        words = tuple(idiom.split())
        out.setdefault(words[0], []).append((words, frozenset(words) - {_GAP}))
    return MappingProxyType({first: tuple(found) for first, found in out.items()})


def idle_words(words: Sequence[str], lemmas: Sequence[str], held: Set[str]) -> frozenset[int]:
    """Return the tokens that stand in an idiom: "come" of "when it comes to tanks".

    `held` is the set of all words and lemmas, by which most idioms are ruled out at once.
    """
    table = _idioms()
    out: set[int] = set()
    for first in held & table.keys():
        for idiom, needed in table[first]:
            if held >= needed:
                for at in range(len(words)):
                    out.update(_match(words, lemmas, at, idiom))
    return frozenset(out)


def _match(
    words: Sequence[str], lemmas: Sequence[str], start: int, idiom: tuple[str, ...]
) -> tuple[int, ...]:
    """Return the idiom's tokens from `start` on, none if it does not stand there."""
    out: list[int] = []
    at, gap = start, 0
    for word in idiom:
        if word == _GAP:
            gap = _LONGEST_GAP
            continue
        stop = min(at + gap + 1, len(words))
        found = next((k for k in range(at, stop) if word in (words[k], lemmas[k])), None)
        if found is None:
            return ()
        out.append(found)
        at, gap = found + 1, 0
    return tuple(out)


def title_words(words: Sequence[str]) -> frozenset[int]:
    """Return the tokens of the title that a series of pictures repeats above each.

    "Photos: Unrest in Egypt Unrest in Egypt – A man waves a flag" tells of the flag alone.
    """
    out: set[int] = set()
    for at in range(len(words) - 1):
        if words[at] in {"photo", "photos"} and words[at + 1] == ":":
            title = range(at, min(at + _LONGEST_TITLE, len(words)))
            end = next((k for k in title if words[k] in _DASHES), at)
            out.update(range(at, end))
    return frozenset(out)
