"""Headlines whose every word has a capital, written for the parser as prose is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from foedera.lexicons import load_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEADING = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "must", "should", "not"}
)
_LISTED = ("happens", "forces")
"""Sorts of words that are not written small for themselves."""
_LONG = 3
_FEWEST = 4


def is_headline(words: list[str]) -> bool:
    """Say whether all longer words are capitalised and not all of them shouted.

    >>> is_headline("Peru Ends River Treaty With Chile".split())
    True
    >>> is_headline("Peru ends River Treaty".split()), is_headline("PERU ENDS RIVER TREATY".split())
    (False, False)
    """
    long = [word for word in words if len(word) > _LONG]
    capital = len(long) >= _FEWEST and all(word[0].isupper() for word in long)
    return capital and not all(word.isupper() for word in long)


def as_prose(text: str) -> str:
    """Write the verbs and small words of such a headline small; every place stays what it was.

    >>> as_prose("Peru Ends River Treaty With Chile")
    'Peru ends River Treaty with Chile'
    >>> as_prose("Peru Votes To Leave River Treaty")
    'Peru votes to leave River Treaty'
    >>> as_prose("Rebel Leader Arrested In Velm")
    'Rebel Leader arrested in Velm'
    >>> as_prose("Three Killed in Roadside Bombing"), as_prose("Boston Bombing Suspect Killed")
    ('Three killed in Roadside bombing', 'Boston Bombing Suspect killed')
    >>> as_prose("The Ends of the River Treaty")
    'The Ends of the River Treaty'
    """
    found = list(_WORD.finditer(text))
    if not is_headline([one.group() for one in found]):
        return text
    out, happens = list(text), load_words("headline_words")["happens"]
    for before, one, behind in zip(found, found[1:], [*found[2:], None], strict=False):
        word, last = one.group(), behind is None or behind.group() in _written_small()
        to_do = before.group().lower() in _LEADING and word in _told_to_do()
        dead = word == "Dead" and before.group() in befell()
        if to_do or dead or word in _written_small() or (last and word in happens):
            out[one.start()] = word[0].lower()
    return "".join(out)


def is_told_as_headline(words: Sequence[str]) -> bool:
    """Say whether the words of a sentence were a headline's before some were written small.

    >>> is_told_as_headline("Rebel Leader arrested in Velm".split())
    True
    >>> is_told_as_headline("Rebel leader arrested in Velm".split())
    False
    """
    small = _written_small()
    small = small.union(load_words("headline_words")["happens"], ["Dead"])
    large = [one if (known := one.capitalize()) not in small else known for one in words]
    return words[-1] != "." and is_headline([word for word in large if word[0].isalpha()])


@cache
def befell() -> frozenset[str]:
    """Return the participles of what befalls their subject: "Arrested"."""
    return frozenset(load_words("headline_words")["befell"])


@cache
def striking() -> frozenset[str]:
    """Return those of them that also stand without an object: "Troops Fired On Crowd"."""
    return frozenset(load_words("headline_words")["striking"])


@cache
def _told_to_do() -> frozenset[str]:
    """Return the verbs as they stand behind "to": "Leave" of "Leaves", "Deny" of "Denies"."""
    told = load_words("headline_words")["verbs"]
    plain = (f"{word[:-3]}y" if word.endswith("ies") else word[:-1] for word in told)
    return frozenset((*plain, *(word[:-2] for word in told if word.endswith("es"))))


@cache
def _written_small() -> frozenset[str]:
    table = load_words("headline_words")
    return frozenset(word for sort, own in table.items() if sort not in _LISTED for word in own)
