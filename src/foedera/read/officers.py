"""Which years a text allows by the officers whom it names as in office: "Foreign Minister Wang Yi".

A report of an agency names who holds an office as its time has it. Where two are named, the years
in which both do, and the weekday of the dateline's day, mostly leave one year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from foedera.gazetteer import load_gazetteer

_READ = 6_000  # characters
_BEFORE = 40
_LONGEST = 4  # words of a name
_RUN = re.compile(
    r"[A-Z][\w’'-]{1,30}"
    r"(?: (?:(?:al|el)-|(?:bin|van|de|von|der|da|di|al) )?[A-Z][\w’'.-]{0,30}){1,7}"
)
_LINE_ENDS = re.compile(r"(?<!\n)\n(?!\n)")  # within a paragraph
_OWNED = re.compile(r"['’]s?$")
_NOT_NOW = re.compile(
    r"\b(?:former|late|ex|then|ousted|deposed|toppled|predecessor|jailed|onetime|one-time|slain"
    r"|candidate|elect|designate|deputy|vice|assistant|acting)\b",
    re.IGNORECASE,
)
_SPELT = (
    ("defense", "defence"),
    ("external affairs minister", "foreign minister"),
    ("minister of foreign affairs", "foreign minister"),
    ("secretary of defence", "defence secretary"),
    ("premier", "prime minister"),
)


@dataclass(frozen=True, slots=True)
class Term:
    """One who is told to hold an office, and the years in which he did, each first and last."""

    name: str
    years: tuple[tuple[int, int], ...]

    def holds(self, year: int) -> bool:
        """Say whether he held the office in a year."""
        return any(first <= year <= last for first, last in self.years)


def terms_told(text: str) -> tuple[Term, ...]:
    """Return whom a text names right behind his office, once each, with his years in it.

    >>> [t.name for t in terms_told("President Xi Jinping met former President Bill Clinton.")]
    ['Xi Jinping']
    >>> terms_told("President Xi Jinping arrived.")[0].holds(2010)
    False
    """
    unbroken = _LINE_ENDS.sub(" ", text[:_READ])
    return tuple({term.name: term for term in _terms(unbroken)}.values())


@cache
def last_year_known() -> int:
    """Return the last year in which the table has anybody take office: it knows none beyond."""
    people = load_gazetteer().people.values()
    return max(person.since for persons in people for person in persons)


def _terms(text: str) -> Iterator[Term]:
    gazetteer = load_gazetteer()
    for run in _RUN.finditer(text):
        words = run.group().split()
        for first in range(len(words) - 1):
            before = f"{text[max(0, run.start() - _BEFORE) : run.start()]}{' '.join(words[:first])}"
            for last in range(min(len(words), first + _LONGEST), first + 1, -1):
                held = gazetteer.persons(_OWNED.sub("", " ".join(words[first:last])))
                told = _spelt(before)
                years = tuple((p.since, p.until) for p in held if told.endswith(p.office))
                if years and not _NOT_NOW.search(before[-_BEFORE:]):
                    yield Term(held[0].name, years)


def _spelt(before: str) -> str:
    words = before.lower().rstrip(" ,")
    for written, ours in _SPELT:
        words = words.replace(written, ours)
    return words
