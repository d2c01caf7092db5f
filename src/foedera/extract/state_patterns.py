"""The expressions by which a second reading finds what states do upon agreements."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from foedera.lexicons import load_words

CLAUSE = re.compile(r"[;:–—]| - ")
LEAVES = re.compile(
    r"\b(?:withdr\w+|leav\w+|left|quit\w*|exit\w*|pull\w* out|abandon\w*|denounc\w+|denunciation"
    r"|(?:months?|years?|days?|weeks?|half-year)['’]s? notice|depart\w*|farewell|membership)\b"
)


@cache
def words_for() -> dict[str, Any]:
    """Return the words and expressions of the lexicon."""
    return load_words("state_acts")


@cache
def patterns(manner: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the expressions of one manner with the kind that each tells."""
    table: dict[str, list[str]] = words_for()[manner]
    return tuple((kind, _compiled(one)) for kind, told in table.items() for one in told)


@cache
def any_of(*manners: str) -> re.Pattern[str]:
    """Return an expression that stands wherever one of some manners does: most lines hold none."""
    each = (pattern.pattern for manner in manners for _, pattern in patterns(manner))
    return re.compile("|".join(each))


@cache
def expressions(name: str) -> tuple[re.Pattern[str], ...]:
    """Return a list of expressions that tell no kind of their own."""
    return tuple(_compiled(one) for one in words_for()[name])


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, held in (("OBJECT", "objects"), ("PAPER", "papers"), ("NOTICE", "notices")):
        pattern = pattern.replace(name, words_for()[held])
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the lexicon's lists of words."""
    return frozenset(words_for()[name])


def clause_before(words: str, start: int) -> str:
    """Return what stands of a clause before a place in it.

    >>> clause_before("it rained; peru signed", 16)
    ' peru '
    """
    opening = max((m.end() for m in CLAUSE.finditer(words[:start])), default=0)
    return words[opening:start]


def is_condition(words: str, place: int) -> bool:
    """Say whether a clause only says when something else is to be: "before @ have ratified".

    >>> is_condition("it cannot bind before @ have ratified", 22)
    True
    """
    before = words[:place].split()[-3:]
    if set(before) & word_set("conditions"):
        return True
    return "after" in before and " will " in words
