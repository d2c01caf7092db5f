"""Headlines whose every word has a capital, written for the parser as prose is."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from foedera.lexicons import load_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEADING = frozenset(
    {"to", "will", "would", "can", "could", "may", "might", "must", "should", "not"}
)
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
    >>> as_prose("The Ends of the River Treaty")
    'The Ends of the River Treaty'
    """
    found = list(_WORD.finditer(text))
    if not is_headline([one.group() for one in found]):
        return text
    out = list(text)
    for before, one in pairwise(found):
        to_do = before.group().lower() in _LEADING and one.group() in _told_to_do()
        if to_do or one.group() in _written_small():
            out[one.start()] = one.group()[0].lower()
    return "".join(out)


@cache
def _told_to_do() -> frozenset[str]:
    """Return the verbs as they stand behind "to": "Leave" of "Leaves", "Deny" of "Denies"."""
    told = load_words("headline_words")["verbs"]
    plain = (f"{word[:-3]}y" if word.endswith("ies") else word[:-1] for word in told)
    return frozenset((*plain, *(word[:-2] for word in told if word.endswith("es"))))


@cache
def _written_small() -> frozenset[str]:
    table = load_words("headline_words")
    return frozenset((*table["small"], *table["verbs"]))
