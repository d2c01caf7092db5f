"""Which state is meant by its region: "Mali and Norway met. The West African nation asked".

Agencies call a state so once it is known. Of those spoken of one alone may fit, or the last of
them; where two do, nobody is meant for sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from foedera.data import Sentence
from foedera.extract.discourse import SUBJECT, Discourse
from foedera.lexicons import load_words

# Nouns that stand for a state behind a word for its region; "kingdom" and the like do alone.
HEADS = frozenset(
    ["country", "nation", "state", "republic", "neighbour", "neighbor", "kingdom", "emirate",
     "sultanate", "monarchy", "island", "archipelago", "power", "giant", "member", "rival", "foe"]
)  # fmt: skip
_NEAR = 2  # sentences back within which the last of several that fit is meant
_LONGEST = 6  # words before the noun
_DESCRIBING = frozenset({"JJ", "JJS", "JJR", "RB", "RBS", "VBN", "HYPH", ","})


def state_by_region(
    talk: Discourse, number: int, last: int, fits: Callable[[str], bool]
) -> str | None:
    """Return the state that a phrase ending at a token means by its region, None if unsure.

    `fits` says whether a state may be called by the phrase's noun ("emirate").
    """
    may_be = _called(talk.sentences[number].words, last) or frozenset()
    told: dict[str, int] = {}
    doers = set()
    for seen in talk.before(number, number):
        state = seen.actor.country
        if state in may_be and state is not None and fits(state):
            told.setdefault(state, seen.sentence)
            if seen.sentence == number and seen.role == SUBJECT:
                doers.add(state)
    if len(told) > 1:  # who does something to it is another
        told = {state: at for state, at in told.items() if state not in doers}
    near = [state for state, at in told.items() if number - at <= _NEAR]
    if len(told) == 1:
        return next(iter(told))
    return near[0] if len(near) == 1 else None


def stands_definite(s: Sentence, first: int) -> bool:
    """Say whether "the" or "this" stands before a phrase, words that describe it between."""
    at = first
    while at > 0 and first - at < _LONGEST and s.tags and s.tags[at - 1] in _DESCRIBING:
        at -= 1
    return at > 0 and s.words[at - 1].lower() in {"the", "this", "that"}


def is_by_region(words: Sequence[str], last: int) -> bool:
    """Say whether a phrase calls a state by its region: "the South American country".

    >>> is_by_region(["the", "South", "American", "country"], 3), is_by_region(["a", "country"], 1)
    (True, False)
    """
    return words[last].lower() in HEADS and _called(words, last) is not None


def _called(words: Sequence[str], last: int) -> frozenset[str] | None:
    """Return the states that may be called so, None where no region is told."""
    before = " ".join(words[max(0, last - _LONGEST) : last + 1]).lower().replace(" - ", "-")
    start = max(before.rfind(f"{opening} ") for opening in ("the", "this", "that", ",", "and"))
    phrase = before[max(0, start) :]
    found = [match[0] for match in _pattern().finditer(phrase)]
    if not found:
        return None
    return frozenset.intersection(*(_regions()[one] for one in found))


@cache
def _regions() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(states) for name, states in load_words("state_regions").items()}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_regions(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
