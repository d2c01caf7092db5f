"""By what an event or a report can be found: values that its row, outlets and stories give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeAlias

from foedera.merge.names import country_codes
from foedera.merge.telling import fold

Row: TypeAlias = dict[str, Any]
Facet: TypeAlias = tuple[str, str]
"""What is asked by, and a value: ("actor", "PRK"), ("kind", "military")."""

RUN = 2
"""A name is found by each run of so many of its words at most."""
_WORDS = 40
_CAPITALS = re.compile(r"\b[A-Z]{3}\b")


@lru_cache(maxsize=8192)
def name_values(name: str) -> tuple[str, ...]:
    """Return every word and every two words of a name; three capitals as they stand too.

    Capitals that are a country's code stand for the country alone.

    >>> name_values("Kim Jong"), name_values("PKK"), name_values("USA")
    (('kim', 'jong', 'kim jong'), ('pkk', 'PKK'), ('usa',))
    """
    words = words_of(name)
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    capitals = (word for word in _CAPITALS.findall(name) if word not in country_codes())
    return (*words, *pairs, *capitals)


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """Return the first words of a text, folded."""
    return tuple(fold(text).split()[:_WORDS])


def asked_values(name: str) -> set[str]:
    """Return the runs that a name must have to be found by what is asked: a code, or words.

    >>> sorted(asked_values("foreign affairs ministry"))
    ['affairs ministry', 'foreign affairs']
    >>> asked_values("PRK"), asked_values("The Guardian")
    ({'PRK'}, {'guardian'})
    """
    if _CAPITALS.fullmatch(name):
        return {name}
    words = words_of(name)
    words = words[words[:1] == ("the",) :] or words
    last = max(1, len(words) - RUN + 1)
    return {" ".join(words[start : start + RUN]) for start in range(last)}


def actor_values(actors: Iterable[Row]) -> set[str]:
    """Return by what any of some actors is found: the code of the state, runs of the name."""
    found: set[str] = set()
    for name, country in {(actor["name"], actor.get("country")) for actor in actors}:
        found.update(name_values(name))
        if country:
            found.add(country)
    return found


def kind_values(kind: str) -> set[str]:
    """Return a kind and its family."""
    return {kind, kind.split(".")[0]}


def word_values(texts: Iterable[str | None]) -> set[str]:
    """Return the words of some texts."""
    return {word for text in texts if text for word in words_of(text)}


def event_facets(row: Row, outlets: Iterable[str], stories: Iterable[str]) -> set[Facet]:
    """Return all that an event is found by; its outlets and stories follow from its reports."""
    taking_part = [*row["actors"], *row["recipients"], *row["participants"]]
    where = row["where"]
    values = {
        "actor": actor_values(taking_part),
        "kind": kind_values(row["kind"]),
        "place": actor_values([where]) if where else set(),
        "outlet": {fold(outlet) for outlet in outlets},
        "story": set(stories),
        "agreement": {row["agreement"]} if row["agreement"] else set(),
        "reality": {row["reality"]},
        "word": _event_words(row, taking_part),
        "doubt": _doubts(row),
    }
    return {(facet, value) for facet, held in values.items() for value in held}


def _doubts(row: Row) -> set[str]:
    """Say whether tellings exclude each other, and whether anybody denies what is told."""
    told = [
        value["value"].rpartition(", ")[2]
        for one in row["comparison"]
        if one["field"] == "reality"
        for value in one["values"]
    ]
    denied = "denied" in (*row["acknowledgement"].values(), *told)
    conflict = any(one["comparison"] == "conflict" for one in row["comparison"])
    return {name for name, holds in (("conflict", conflict), ("denied", denied)) if holds}


def _event_words(row: Row, taking_part: Iterable[Row]) -> set[str]:
    counted = [q.get("words") for q in row["quantities"]]
    names = [actor["name"] for actor in taking_part]
    place = row["where"]["name"] if row["where"] else None
    return word_values([row["kind"], *names, row["object"], *row["items"], place, *counted])


def report_facets(claims: Iterable[Row]) -> set[Facet]:
    """Return what a report is found by of its claims: kinds, and who acts or speaks in them."""
    named: list[Row] = []
    kinds: set[str] = set()
    for claim in claims:
        kinds.add(claim["kind"])
        named += (*claim["actors"], *claim["recipients"], *claim["participants"])
        for level in claim["sources"]:
            named += level
    found = {("actor", value) for value in actor_values(named)}
    return found | {("kind", value) for kind in kinds for value in kind_values(kind)}
