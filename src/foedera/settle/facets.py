"""By what an event or a report can be found: values that its row, outlets and stories give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from foedera.merge.telling import fold

Row: TypeAlias = dict[str, Any]
Facet: TypeAlias = tuple[str, str]
"""What is asked by, and a value: ("actor", "PRK"), ("kind", "military")."""

RUN = 2
"""A name is found by each run of so many of its words at most."""
_WORDS = 40


def name_values(name: str) -> Iterator[str]:
    """Yield every word and every two words of a name.

    >>> list(name_values("Kim Jong"))
    ['kim', 'kim jong', 'jong']
    """
    words = fold(name).split()[:_WORDS]
    for start in range(len(words)):
        for end in range(start + 1, min(start + RUN, len(words)) + 1):
            yield " ".join(words[start:end])


def asked_values(name: str) -> set[str]:
    """Return the runs that a name must have to be found by what is asked: a code, or words.

    >>> sorted(asked_values("foreign affairs ministry"))
    ['affairs ministry', 'foreign affairs']
    >>> asked_values("PRK")
    {'PRK'}
    """
    if len(name) == 3 and name.isascii() and name.isalpha() and name.isupper():
        return {name}
    words = fold(name).split()[:_WORDS]
    last = max(1, len(words) - RUN + 1)
    return {" ".join(words[start : start + RUN]) for start in range(last)}


def actor_values(actors: Iterable[Row]) -> set[str]:
    """Return by what any of some actors is found: the code of the state, runs of the name."""
    found: set[str] = set()
    for actor in actors:
        found.update(name_values(actor["name"]))
        if actor.get("country"):
            found.add(actor["country"])
    return found


def kind_values(kind: str) -> set[str]:
    """Return a kind and its family."""
    return {kind, kind.split(".")[0]}


def word_values(texts: Iterable[str | None]) -> set[str]:
    """Return the words of some texts."""
    return {word for text in texts if text for word in fold(text).split()[:_WORDS]}


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
        "doubt": {one["comparison"] for one in row["comparison"]} & {"conflict"},
    }
    return {(facet, value) for facet, held in values.items() for value in held}


def _event_words(row: Row, taking_part: Iterable[Row]) -> set[str]:
    counted = [q.get("words") for q in row["quantities"]]
    names = [actor["name"] for actor in taking_part]
    place = row["where"]["name"] if row["where"] else None
    return word_values([row["kind"], *names, row["object"], *row["items"], place, *counted])


def report_facets(claims: Iterable[Row]) -> set[Facet]:
    """Return what a report is found by of its claims: kinds, and who acts or speaks in them."""
    found: set[Facet] = set()
    for claim in claims:
        speaking = (actor for level in claim["sources"] for actor in level)
        named = [*claim["actors"], *claim["recipients"], *claim["participants"], *speaking]
        found.update(("actor", value) for value in actor_values(named))
        found.update(("kind", value) for value in kind_values(claim["kind"]))
    return found
