"""What the words of an agreement's name say: which one it is, or only what sort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from foedera.lexicons import load_words
from foedera.merge.folding import fold
from foedera.merge.known import keys_in, known_agreements
from foedera.merge.names import acronym_of, state_spans, states_named

STEM = 6
"""So many letters of a word of a name are compared."""
_EDGES = " \"'“”‘’«».,"
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "its", "their"))


@dataclass(frozen=True, slots=True)
class TitleParts:
    """A name taken apart: a world-known agreement, words of its own, states, words of its sort."""

    known: str | None
    proper: frozenset[str]
    states: frozenset[str]
    sort: frozenset[str]


@cache
def _dull() -> frozenset[str]:
    words = load_words("agreement_names")
    heads = set(words["heads"])
    return frozenset(map(str, words["plain"])) | heads | {f"{h}s" for h in heads} | _judging()


@cache
def _judging() -> frozenset[str]:
    return frozenset(map(str, load_words("agreement_words")["judging_words"]))


def bare_title(title: str) -> str:
    """Return a name without article, quotation marks and words that only judge it.

    >>> bare_title("the historic “Open Rivers Treaty”")
    'Open Rivers Treaty'
    """
    words = title.strip(_EDGES).split()
    while words and words[-1].lower() in load_words("agreement_names")["plain"]:
        words = words[:-1]
    while len(words) > 1 and _judges(words[0]):
        words = words[1:]
    return " ".join(words).strip("\"'“”‘’«»")


_SUBJECT = re.compile(r" (?:on|for|of|concerning|regarding|governing) ")


def without_subject(title: str) -> str:
    """Return what comes before the words that tell what a description is about.

    >>> without_subject("treaty on the river dam"), without_subject("Treaty on Open Skies")
    ('treaty', 'Treaty on Open Skies')
    """
    core = _SUBJECT.split(title, maxsplit=1)[0]
    return core if core.islower() else title


def _judges(word: str) -> bool:
    return word.strip(_EDGES + "-") in _judging() or word.lower() in _ARTICLES


@lru_cache(maxsize=8192)
def read_title(title: str) -> TitleParts:
    """Take a name apart.

    >>> read_title("Open Rivers Treaty").proper == {"open", "rivers"}
    True
    >>> read_title("trade deal with Peru").states
    frozenset({'PER'})
    """
    written = [w for w in re.split(r"[\s\-–—]+", title.strip(_EDGES)) if fold(w)]
    folded = tuple(fold(w) for w in written)
    states = states_named(" ".join(folded))
    proper: set[str] = set()
    sort: set[str] = set()
    for at in sorted(set(range(len(folded))) - set(_state_words(folded))):
        word = folded[at]
        if len(word) > 2 and word not in _dull() and not word.isdigit():
            (proper if written[at].strip(_EDGES)[:1].isupper() else sort).add(word[:STEM])
    known = next(keys_in(tuple(" ".join(folded).split())), None)
    return TitleParts(known, frozenset(proper), states, frozenset(sort))


def _state_words(words: tuple[str, ...]) -> Iterator[int]:
    """Yield where the words stand that name a state."""
    flat = [(place, part) for place, word in enumerate(words) for part in word.split()]
    for start, size, _ in state_spans([part for _, part in flat]):
        yield from {place for place, _ in flat[start : start + size]}


def differ(a: str, b: str) -> bool:
    """Say whether two names cannot mean one agreement: each has words that the other lacks.

    >>> differ("Open Rivers Treaty", "Long Bridge Accord"), differ("Open Rivers Treaty", "the pact")
    (True, False)
    """
    left, right = read_title(a), read_title(b)
    if left.known and right.known:
        return left.known != right.known
    if left.states and right.states and not _nest(left.states, right.states):
        return True
    if left.known or right.known:
        return _strange(left, right) if left.known else _strange(right, left)
    if not left.proper or not right.proper or _nest(left.proper, right.proper):
        return False
    return not (acronym_of(a.strip(), b) or acronym_of(b.strip(), a))


def _strange(known: TitleParts, other: TitleParts) -> bool:
    """Say whether a name cannot be a short form or a description of a world-known agreement."""
    row = known_agreements()[str(known.known)]
    if other.states and not other.states <= row.members | known.states:
        return True
    told = {word[:STEM] for name in row.names for word in name.split()} | known.proper
    return bool(other.proper - told)


def _nest(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def is_described(title: str) -> bool:
    """Say whether a name only describes: no word of its own, no state, nothing world-known."""
    parts = read_title(title)
    return not (parts.known or parts.proper or parts.states)


def same_title(a: str, b: str) -> bool:
    """Say whether two names are one by themselves: one known agreement, or the same words."""
    left, right = read_title(a), read_title(b)
    if left.known or right.known:
        return left.known == right.known
    words = left.proper | left.sort
    telling = bool(left.proper) or bool(left.states and words)
    return telling and left.states == right.states and words == right.proper | right.sort


def title_key(title: str) -> tuple[str, ...]:
    """Return what equal names have in common; empty for names that tell nothing."""
    parts = read_title(title)
    words = parts.proper | parts.sort
    if parts.known:
        return (parts.known,)
    return (*sorted(parts.states), *sorted(words)) if parts.states or parts.proper else ()
