"""The lexicon of agency names, credits and debris, in the form that matching wants."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from foedera.lexicons import load_words

Starts = Mapping[str, tuple[str, ...]]

_NUMBERS = re.compile(r"\d+")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
_LEAD = " \t\r\n*•·–—-|>\"'"


@dataclass(frozen=True, slots=True)
class Conventions:
    """Agencies by any of their names, and first words of blocks that are no prose."""

    agencies: Mapping[str, str]
    agency_names: re.Pattern[str]
    picture_names: re.Pattern[str]
    unnamed_inputs: re.Pattern[str]
    outlets: frozenset[str]
    cities: frozenset[str]
    no_places: frozenset[str]
    paper_words: frozenset[str]
    outlet_words: frozenset[str]
    sections: frozenset[str]
    initials_with_feeds: str
    notes: Starts
    notes_long: Starts
    notes_unended: Starts
    note_prefixes: Starts
    captions: Starts
    credits: Starts
    whole: frozenset[str]
    credit_words: tuple[str, ...]


@cache
def conventions() -> Conventions:
    """Read the lexicon once."""
    words = load_words("agencies")
    agencies = {
        fold(alias): name for name, also in words["agencies"].items() for alias in (name, *also)
    }
    spelt = [a for name, also in words["agencies"].items() for a in (name, *also)]
    return Conventions(
        agencies=agencies,
        agency_names=_any_of(spelt, re.NOFLAG),
        picture_names=_any_of([*spelt, *words["pictures"]], re.IGNORECASE),
        unnamed_inputs=_any_of(words["unnamed_inputs"], re.IGNORECASE),
        outlets=frozenset(fold(o) for o in words["outlets"]),
        cities=frozenset(fold(c) for c in words["dateline_cities"]),
        no_places=frozenset(words["no_places"]),
        paper_words=frozenset(words["paper_words"]),
        outlet_words=frozenset(words["outlet_words"]),
        sections=frozenset(words["sections"]),
        initials_with_feeds=words["initials_with_feeds"],
        notes=_by_first_word(words["notes"]),
        notes_long=_by_first_word(words["notes_long"]),
        notes_unended=_by_first_word(words["notes_unended"]),
        note_prefixes=_by_first_word(words["note_prefixes"]),
        captions=_by_first_word(words["captions"]),
        credits=_by_first_word(words["credits"]),
        whole=frozenset(words["notes_whole"]),
        credit_words=tuple(words["credit_words"]),
    )


def fold(words: str) -> str:
    """Lower the words, straighten quotes, single the spaces.

    >>> fold("The  Editor’s\\nNote")
    "the editor's note"
    """
    return " ".join(words.translate(_PLAIN).split()).lower()


@lru_cache(maxsize=64)  # blocks: each is asked for by several rules, one after the other
def folded_head(words: str, size: int = 120) -> str:
    """Fold the first characters of a block, leading dashes and bullets off, numbers as 0."""
    return _NUMBERS.sub("0", fold(words[:size].lstrip(_LEAD)))


def starts_with(head: str, starts: Starts) -> str | None:
    """Return the listed phrase that a folded head begins with, at a word's end.

    >>> starts_with("read more about it", {"read": ("read more",)})
    'read more'
    >>> starts_with("readers wrote", {"readers": ("readers w",)}) is None
    True
    """
    for phrase in starts.get(_first(head), ()):
        for begun in (head, head.lstrip("([ ")):
            if begun.startswith(phrase) and _ends_word(begun, phrase):
                return phrase
    return None


def name_agency(words: str) -> str | None:
    """Return the agency that the words name, by the name it is shown under.

    >>> name_agency("the Associated Press"), name_agency("Gazette")
    ('AP', None)
    """
    known = conventions().agencies
    key = fold(words)
    return known.get(key) or known.get(key.removeprefix("the "))


def in_running_text(piece: str) -> str:
    """Write what stands in capitals as running text does.

    >>> in_running_text("CÔTE D'IVOIRE"), in_running_text("U.S.")
    ("Côte D'Ivoire", 'U.S.')
    """
    if not piece.isupper() or ("." in piece and " " not in piece) or len(piece) <= 2:
        return piece
    words = re.split(r"(\W)", piece)
    small = {"DE", "DA", "DO", "OF", "THE", "AND", "LA", "DEL"}
    return "".join(
        w.lower() if i and (w in small or (w == "S" and words[i - 1] in "'’")) else w.capitalize()
        for i, w in enumerate(words)
    )


def _ends_word(head: str, phrase: str) -> bool:
    if len(head) == len(phrase) or not phrase[-1].isalnum():
        return True
    return not head[len(phrase)].isalnum()


def _first(head: str) -> str:
    return head.lstrip("([ ").split(" ", 1)[0].rstrip(":.,]|)")


def _by_first_word(phrases: Iterable[str]) -> Starts:
    found: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases, key=len, reverse=True):
        found[_first(phrase)].append(phrase)
    return {first: tuple(listed) for first, listed in found.items()}


def _any_of(names: Iterable[str], flags: int) -> re.Pattern[str]:
    listed = sorted({re.escape(n) for n in names}, key=lambda n: (-len(n), n))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(listed)})(?![\w-])", flags)
