"""Names of one person or thing in several spellings: transliterations, short forms, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from foedera.gazetteer.tables import cells, rows
from foedera.lexicons import load_words
from foedera.merge.folding import fold

_LONGEST = 7
"""No state has a name of more words."""
_VOWELS = re.compile(r"(?<=.)[aeiouyjw]+")
_TWINS = re.compile(r"(.)\1+")
_REGION_WORDS = frozenset(
    {
        "province",
        "region",
        "governorate",
        "district",
        "county",
        "prefecture",
        "oblast",
        "state",
        "strip",
        "peninsula",
        "valley",
        "delta",
        "highlands",
        "mountains",
    }
)
_ALIKE = (("kh", "h"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("ts", "z"), ("x", "ks"))


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """Return what transliterations of a word share: its first letter and its consonants.

    >>> skeleton("andrei") == skeleton("andrey"), skeleton("kyiv") == skeleton("kiev")
    (True, True)
    """
    for written, sound in _ALIKE:
        word = word.replace(written, sound)
    return _TWINS.sub(r"\1", _VOWELS.sub("", word))


@lru_cache(maxsize=8192)
def parts_of(name: str) -> frozenset[str]:
    """Return the words of a folded name as they are compared: short forms in full, no letters."""
    full = _nicknames()
    return frozenset(skeleton(full.get(word, word)) for word in name.split() if len(word) > 1)


@cache
def _nicknames() -> dict[str, str]:
    """Map short given names to full ones ("mike": "michael")."""
    return {str(short): str(full) for short, full in load_words("nicknames")["full"].items()}


@lru_cache(maxsize=8192)
def same_person(left: str, right: str) -> bool:
    """Say whether two folded names can be one person's: a spelling, or a short form.

    >>> same_person("andrei petrov", "andrey petrov"), same_person("petrov", "ivan petrov")
    (True, True)
    >>> same_person("mike lund", "michael a lund")
    True
    >>> same_person("ivan petrov", "oleg petrov")
    False
    """
    if left == right or skeleton(left.replace(" ", "")) == skeleton(right.replace(" ", "")):
        return True
    fewer, more = sorted((left, right), key=lambda name: len(name.split()))
    if len(fewer.split()) == 1:
        return fewer in more.split() or (len(fewer) > 4 and skeleton(fewer) in parts_of(more))
    return bool(parts_of(fewer)) and parts_of(fewer) <= parts_of(more)


def is_acronym(name: str) -> bool:
    """Say whether a name may be made of initials.

    >>> is_acronym("UNHCR"), is_acronym("Unicef")
    (True, False)
    """
    return 2 <= len(name) <= 7 and name.isupper()


def is_odd(name: str) -> bool:
    """Say whether a folded name has words that do not tell it apart: a short form, a letter, twice.

    >>> is_odd("ivan petrov"), is_odd("mike lund"), is_odd("ivan i petrov")
    (False, True, True)
    """
    words = name.split()
    return len(parts_of(name)) < len(words) or any(word in _nicknames() for word in words)


def acronym_of(short: str, long: str) -> bool:
    """Say whether `short` is made of the initials of `long`'s words.

    >>> acronym_of("UNHCR", "United Nations High Commissioner for Refugees")
    True
    """
    if not is_acronym(short):
        return False
    words = re.findall(r"[A-Za-z]+", long)
    initials = "".join(word[0] for word in words).upper()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return len(words) > 1 and (short in (initials, capitals) or capitals.endswith(short))


def body_name(name: str) -> str:
    """Return the name under which the tables list a body, folded; another is only folded.

    >>> body_name("ISIL") == body_name("Islamic State"), body_name("Order of Rask")
    (True, 'order of rask')
    """
    return _bodies().get(fold(name), fold(name))


@cache
def _bodies() -> dict[str, str]:
    listed = (row for table in ("bodies", "organisations") for row in rows(table))
    return {
        fold(form): fold(name) for name, aliases, *_ in listed for form in (name, *cells(aliases))
    }


def is_country_name(name: str) -> bool:
    """Say whether a place is a whole country.

    >>> is_country_name("Peru"), is_country_name("Lima")
    (True, False)
    """
    return fold(name) in _countries()


def is_region_name(name: str, country: str | None = None) -> bool:
    """Say whether a place is a part of a country: a province, a state, a governorate.

    Where its country is known, only towns of that country may bear the name as well.

    >>> is_region_name("Helmand"), is_region_name("Helmand province"), is_region_name("Kabul City")
    (True, True, False)
    >>> is_region_name("Florida"), is_region_name("Florida", "USA")
    (False, True)
    """
    words, whole = fold(name).split(), fold(name)
    if country is None:
        known = whole in _names_in("subdivisions") and whole not in _names_in("cities")
    else:
        known = (whole, country) in _places_in("subdivisions")
        known = known and (whole, country) not in _places_in("cities")
    return known or (bool(words) and words[-1] in _REGION_WORDS)


@cache
def _names_in(table: str) -> frozenset[str]:
    return frozenset(name for name, _ in _places_in(table))


@cache
def _places_in(table: str) -> frozenset[tuple[str, str]]:
    return frozenset((fold(name), country) for name, country, *_ in rows(table))


def states_named(text: str) -> frozenset[str]:
    """Return the codes of the states that a text names, by name or adjective, the longest first.

    "Democratic People's Republic of Korea" names one state, and not the Republic of Korea.

    >>> sorted(states_named("an attack on Peru or a Chilean port"))
    ['CHL', 'PER']
    """
    return frozenset(code for _, _, code in state_spans(fold(text).split()))


def state_spans(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where folded words name states: first word, number of words, code."""
    table, longest, at = state_words(), _longest_from(), 0
    while at < len(words):
        sizes = range(min(longest.get(words[at], 0), len(words) - at), 0, -1)
        size = next((n for n in sizes if " ".join(words[at : at + n]) in table), 0)
        if size:
            yield at, size, table[" ".join(words[at : at + size])]
        at += size or 1


@cache
def _longest_from() -> dict[str, int]:
    """Return of how many words the longest name of a state is that begins with a word."""
    found: dict[str, int] = {}
    for name in state_words():
        words = name.split()
        found[words[0]] = max(min(len(words), _LONGEST), found.get(words[0], 0))
    return found


def state_name(code: str) -> str:
    """Return the name of a state, or what is given where it is none.

    >>> state_name("PER"), state_name("hamas")
    ('Peru', 'Hamas')
    """
    bodies = load_words("agreement_names")["body_names"]
    return str(_state_names().get(code) or bodies.get(code, code.title()))


@cache
def _state_names() -> dict[str, str]:
    return {code: name for code, name, *_ in rows("countries")}


@cache
def state_words() -> dict[str, str]:
    """Map the folded names and adjectives of states to their codes."""
    found: dict[str, str] = {}
    for code, name, aliases, adjectives, *_ in rows("countries"):
        for word in (name, *cells(aliases), *cells(adjectives)):
            found.setdefault(fold(word), code)
    return found


@cache
def country_codes() -> frozenset[str]:
    """Return the codes of all countries."""
    return frozenset(code for code, *_ in rows("countries"))


@cache
def _countries() -> frozenset[str]:
    named = ((name, *cells(aliases)) for _, name, aliases, *_ in rows("countries"))
    return frozenset(fold(name) for names in named for name in names)


@cache
def country_points() -> Mapping[str, tuple[float, float]]:
    """Return a point within each country, by its code."""
    return {code: (float(lat), float(lon)) for code, lat, lon in rows("country_points")}


@cache
def state_names() -> Mapping[str, str]:
    """Return the name of each state and territory by its code.

    >>> state_names()["RUS"]
    'Russia'
    """
    # A territory with a code of its own that is no state of the list goes by its own name.
    regions = {row[2]: row[0] for row in rows("regions") if row[2]}
    return regions | {row[0]: row[1] for row in rows("countries")}


def is_part_name(name: str) -> bool:
    """Say whether a place is a side of a country.

    >>> is_part_name("eastern Ukraine"), is_part_name("North Dakota")
    (True, False)
    """
    side, _, whole = name.partition(" ")
    return side in load_words("actor_words")["directions"] and is_country_name(whole)
