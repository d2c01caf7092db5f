"""Shades of reality, and the word lists that cast them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, cast

from foedera.data import Reality
from foedera.lexicons import load_words

REAL: frozenset[Reality] = frozenset({"happened", "ongoing"})


class Reading(NamedTuple):
    """How real, and the word that makes it so (None: the trigger's own tense)."""

    reality: Reality
    cause: str | None = None


@cache
def table(name: str) -> Mapping[str, Reality]:
    """Return the reality that each word of a table casts on what it governs."""
    body = load_words("reality_words")[name]
    return MappingProxyType(
        {str(w): cast("Reality", reality) for reality, words in body.items() for w in words}
    )


@cache
def words_of(name: str) -> frozenset[str]:
    """Return a plain list of words."""
    return frozenset(map(str, load_words("reality_words")[name]))


def reading_of(name: str, word: str) -> Reading | None:
    """Return what a word of a table casts, None where it stands in no list of it."""
    reality = table(name).get(word)
    return Reading(reality, word) if reality else None
