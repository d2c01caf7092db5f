"""Which body is meant by what it is: "the nuclear watchdog", "the West African bloc".

The last one told of that may be called so is meant; some phrases mean one body wherever they
stand ("the world body").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from foedera.data import Actor, Sentence
from foedera.extract.discourse import Discourse
from foedera.lexicons import load_words

_LONGEST = 6  # words of a phrase with its noun


def body_described(talk: Discourse, number: int, last: int, value: Actor) -> Actor | None:
    """Return the body that the phrase ending at a token describes, None where none is known."""
    told, sure = _phrases(talk.sentences[number], last)
    if told is None:
        return None
    may_be = _told()[told]
    for seen in talk.before(number, number):
        if seen.actor.name in may_be:
            return seen.actor
    return replace(value, name=_sure()[sure], kind="organisation") if sure else None


def _phrases(s: Sentence, last: int) -> tuple[str | None, str | None]:
    """Return the longest listed words that end a phrase, and the longest that mean one body."""
    words = [w.lower() for w in s.words[max(0, last - _LONGEST + 1) : last + 1]]
    ends = [_joined(words[at:]) for at in range(len(words))]
    told = next((end for end in ends if end in _told()), None)
    return told, next((end for end in ends if end in _sure()), None)


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" - ", "-").replace(" 's", "'s").replace(" '", "'")


@cache
def _told() -> Mapping[str, frozenset[str]]:
    told: Mapping[str, list[str]] = load_words("body_descriptions")["told"]
    return {phrase: frozenset(bodies) for phrase, bodies in told.items()}


@cache
def _sure() -> Mapping[str, str]:
    return dict(load_words("body_descriptions")["sure"])
