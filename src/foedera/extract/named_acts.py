"""Exercises that have a name of their own: "Zapad-2021" is nobody's name and no place's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from foedera.gazetteer.index import PhraseIndex
from foedera.gazetteer.names import tokens
from foedera.lexicons import load_words

_YEARS = range(1980, 2041)
_LONGEST = 6
_SMALL = frozenset({"of", "the", "and", "-"})
_CALLED = frozenset({"exercise", "exercises", "the", "in", "during", "at"})
_OTHERS = frozenset({"battalion", "brigade", "coast", "cosmodrome", "group", "rocket", "station"})
_YEARED = re.compile(r"(.+)-\d{2,4}")


def named_acts() -> Iterator[tuple[str, str]]:
    """Yield each name, in lower case, with its noun class; an exercise with a year behind too."""
    told = load_words("named_acts")
    for sort, name_class in told["classes"].items():
        for name in told[sort]:
            yield name, name_class
            if sort == "exercises" and not name[-1].isdigit():
                yield from ((f"{name}-{year}", name_class) for year in _YEARS)
                yield from ((f"{name}-{year % 100:02}", name_class) for year in _YEARS)


@cache
def _index() -> PhraseIndex[str]:
    index = PhraseIndex[str]()
    for name in load_words("named_acts")["exercises"]:
        index.add(tokens(name), name)
    return index


def exercise_at(words: Sequence[str], low: Sequence[str], at: int) -> int:
    """Count the words of the exercise that is named at a place, 0 where none is.

    A single word that is part of a longer name ("Port Kavkaz", "Malabar Hill") is none.

    >>> exercise_at(["in", "Zapad-2021"], ["in", "zapad-2021"], 1)
    1
    >>> exercise_at(["cobra", "gold"], ["cobra", "gold"], 0)
    0
    """
    if not words[at][:1].isupper():
        return 0
    if low[at] == "exercise" and at + 1 < len(words):
        named = exercise_at(words, low, at + 1)
        return named and named + 1
    near = [_unyeared(word) for word in low[at : at + _LONGEST]]
    found = _index().at(near, 0)
    if found is None:
        return 0
    end = at + found[1]
    if not all(w[:1].isupper() or w in _SMALL for w in words[at:end]):
        return 0
    beside = [*words[max(0, at - 1) : at], *words[end : end + 1]]
    longer = any(w.istitle() and w.isalpha() and w.lower() not in _CALLED for w in beside)
    longer = longer or not _OTHERS.isdisjoint(low[end : end + 1])
    return 0 if end == at + 1 and longer else found[1]


def _unyeared(word: str) -> str:
    found = _YEARED.fullmatch(word)
    return found[1] if found is not None else word
