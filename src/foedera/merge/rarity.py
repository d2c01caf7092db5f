"""How much a word in common says: stems of words, and how rare each is in news at large."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Set
from functools import cache, lru_cache
from itertools import repeat
from math import fsum, sqrt

from foedera.gazetteer.tables import cells, rows
from foedera.lexicons import load_words
from foedera.merge.recent import Recent

_WORD = re.compile(r"[^\W\d_][\w'’-]+|\d+")
_PARTS = re.compile(f"({_WORD.pattern})")
_ENDS = ("'s", "ings", "ing", "ies", "ied", "es", "ed", "s")
_TWIN = re.compile(r"([bdfglmnprt])\1$")
SOBER = 0.6
"""Words that weigh less than this together are compared as if they weighed so much."""


def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words and its numbers, the dull ones left out.

    >>> sorted(stems("The strikes in Velm, striking 40 towns"))
    ['40', 'strik', 'town', 'velm']
    """
    return frozenset(map(STEMS.__getitem__, _WORD.findall(text))) - {""}


def split_words(text: str) -> list[str]:
    """Return what stands before, between and after the words and numbers of a text, with these.

    >>> split_words("In Velm, 40")
    ['', 'In', ' ', 'Velm', ', ', '40', '']
    """
    return _PARTS.split(text)


def stem(word: str) -> str:
    """Cut inflection off a word; a word that every report may hold gives nothing.

    >>> stem("stopped"), stem("stops"), stem("countries"), stem("the")
    ('stop', 'stop', 'countri', '')
    """
    return STEMS[word]


def _cut(word: str) -> str:
    low = word.lower().replace("’", "'")
    if low in _dull():
        return ""
    end = next((e for e in _ENDS if low.endswith(e) and len(low) - len(e) >= 3), "")
    root = low[: len(low) - len(end)]
    if end in ("ies", "ied") or (not end and root.endswith("y") and len(root) > 3):
        root = root.rstrip("y") + "i"
    elif end in ("ing", "ings", "ed"):
        root = _TWIN.sub(r"\1", root)
    if end != "'s" and len(root) > 3:
        root = root.removesuffix("e")
    return sys.intern(root)


STEMS = Recent(_cut)
"""The stems of words."""


@cache
def _dull() -> frozenset[str]:
    return frozenset(str(word) for word in load_words("stop_words")["words"])


@cache
def _common() -> dict[str, float]:
    return {
        word: int(tenths) / 20 for tenths, words in rows("word_rarity") for word in cells(words)
    }


def rarity(word: str) -> float:
    """Return how rare a stem is in news: near 0 in nearly every report, 1 in none.

    >>> rarity("government") < rarity("parliament") < rarity("qwertish") == 1
    True
    """
    return _common().get(word, 1.0)


@lru_cache(maxsize=8192)
def by_rarity(word: str) -> tuple[float, str]:
    """Return what puts stems in order, the rarest first."""
    return -rarity(word), word


def rarest_first(words: Set[str]) -> list[str]:
    """Return stems in the order of `by_rarity`; those that news holds were put in order once.

    >>> rarest_first({"government", "velm", "arn", "militia"})
    ['arn', 'velm', 'militia', 'government']
    """
    places = _places()
    known = words & places.keys()
    return sorted(words - known) + sorted(known, key=places.__getitem__)


@cache
def _places() -> dict[str, int]:
    """Return the place of each stem that is less rare than an unknown one, the rarest first."""
    less = (word for word, how_rare in _common().items() if how_rare < 1)
    return {word: place for place, word in enumerate(sorted(less, key=by_rarity))}


def weight_of(words: Iterable[str]) -> float:
    """Return what some words weigh together: the sum of their rarities squared.

    The sum is exact, so that it does not hang on the order in which a set gives its words.
    """
    return fsum(map(_squares().get, words, _UNKNOWN))


def squared(word: str) -> float:
    """Return what a word weighs: its rarity squared."""
    return _squares().get(word, 1.0)


_UNKNOWN = repeat(1.0)
"""What words weigh that news at large does not hold."""


@cache
def _squares() -> dict[str, float]:
    return {word: how_rare**2 for word, how_rare in _common().items()}


def alike(shared: Iterable[str], left: float, right: float) -> float:
    """Return how alike two sets of words are, 0 to 1, by what they share and what each weighs."""
    return min(1.0, weight_of(shared) / max(SOBER, sqrt(left * right)))
