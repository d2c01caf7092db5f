"""What is asked for by words: the values that must be there, or those of another name for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from foedera.gazetteer.tables import cells, rows
from foedera.merge.telling import fold
from foedera.settle.facets import Facet, asked_values, words_of

Group: TypeAlias = tuple[frozenset[Facet], ...]
"""Alternatives, of which one must be there whole."""

LONGEST = 4
"""A name within other words has so many words at most."""
_PARTS = frozenset({"england", "scotland", "wales", "northern ireland"})
"""Parts that stand for their state in a report; who asks for one means it alone."""
_WORDS = frozenset({"us", "is", "i s", "it"})
"""Short forms that are words as well; meant where they are asked for in capitals."""
_SEVERAL = re.compile(r"\s*;\s*")


def words_asked(words: str | None) -> list[Group]:
    """Return what each word, or each other name of a state or body, may be told by.

    >>> [sorted(" ".join(sorted(v for _, v in one)) for one in g) for g in words_asked("UK vote")]
    [['kingdom united', 'uk'], ['vote']]
    """
    found: list[Group] = []
    for names in _names_in((words or "").split()):
        told = [frozenset(("word", word) for word in words_of(name)) for name in names]
        found.append(tuple(dict.fromkeys(one for one in told if one)))
    return [group for group in found if group]


def actors_asked(actor: str | None) -> list[Group]:
    """Return by what those are found who must all take part: several stand with ; between them.

    A state asked for by a name of its own is found by its code too, with all that is its own.

    >>> [len(group) for group in actors_asked("Burma; PRK; ISIS")]
    [2, 1, 2]
    """
    return [_alternatives(one) for one in _SEVERAL.split(actor or "") if one.strip()]


def _alternatives(actor: str) -> Group:
    asked = [asked_values(actor)]
    own = _known(actor)
    if own is not None:
        name, code = own
        asked.append({code} if code else asked_values(name))
    told = [frozenset(("actor", value) for value in values) for values in asked]
    return tuple(dict.fromkeys(told))


def also_named(name: str) -> list[str]:
    """Return a name and the usual one of the state or body that it is another name of.

    >>> also_named("Daesh"), also_named("Lima")
    (['Daesh', 'Islamic State'], ['Lima'])
    """
    own = _known(name)
    return [name] if own is None or fold(own[0]) == fold(name) else [name, own[0]]


def _known(name: str) -> tuple[str, str] | None:
    folded = fold(name)
    if folded in _WORDS and not name.isupper():
        return None
    return _usual().get(folded)


def _names_in(words: list[str]) -> Iterator[list[str]]:
    """Yield the words one after the other, a name of several words as one, with other names."""
    place = 0
    while place < len(words):
        for length in range(min(LONGEST, len(words) - place), 0, -1):
            names = also_named(" ".join(words[place : place + length]))
            if length == 1 or len(names) > 1:
                yield names
                place += length
                break


@cache
def _usual() -> Mapping[str, tuple[str, str]]:
    """Return the usual name of each state and body by all its names, a state with its code."""
    found: dict[str, tuple[str, str]] = {}
    for name, aliases, code in _listed():
        for one in (name, *cells(aliases)):
            if (folded := fold(one)) and folded not in _PARTS:
                found.setdefault(folded, (name, code))
    return found


def _listed() -> Iterable[tuple[str, str, str]]:
    yield from ((row[1], row[2], row[0]) for row in rows("countries"))
    yield from ((row[0], row[1], "") for table in _BODIES for row in rows(table))


_BODIES = ("bodies", "organisations")
