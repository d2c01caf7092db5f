"""An agreement mention as read, before the chains of a report give it its name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from foedera.data import Span
from foedera.lexicons import load_words


@cache
def nouns(name: str) -> frozenset[str]:
    """Return one list of words about agreements."""
    return frozenset(map(str, load_words("agreement_words")[name]))


@dataclass(frozen=True, slots=True)
class Found:
    """An agreement mention before chaining: head noun, telling words, how it is introduced.

    `names` are its capitalised words, `partners` the names after "with" or "between"; `many`
    tells of no single agreement. `fresh` is one told as new, `replaced` one that it replaces;
    `loose` is "a deal" that is one only by being made or by whom it is with.
    """

    span: Span
    words: str
    named: bool
    definite: bool
    telling: frozenset[str]
    same: Found | None = None
    partners: frozenset[str] = frozenset()
    many: bool = False
    names: frozenset[str] = frozenset()
    fresh: bool = False
    replaced: bool = False
    loose: bool = False


@lru_cache(maxsize=1024)
def head_of(words: str) -> str:
    """Return the noun that says what sort of agreement a name or description tells of.

    >>> head_of("Treaty on Open Skies"), head_of("arms control pact"), head_of("USMCA")
    ('treaty', 'pact', 'usmca')
    """
    told = words.lower().split()
    heads = [word for word in told if word in nouns("heads")]
    if told and told[-1] in heads:
        return told[-1]
    return heads[0] if heads else (told[-1] if told else "")
