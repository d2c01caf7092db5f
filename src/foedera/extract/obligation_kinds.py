"""Names of what kind a duty is, by the words of its clause."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from typing import TypeAlias

from foedera.lexicons import load_words

_Need: TypeAlias = tuple[frozenset[str], ...]


def kind_of(held: Set[str]) -> str | None:
    """Return the first kind of `obligation_words.yaml` whose words are all held, None for none.

    >>> kind_of({"limit", "warship"}), kind_of({"limit", "visa"}), kind_of({"port"})
    ('arms limits', 'access', 'access')
    """
    known = held & _telling()
    if not known:
        return None
    return next((k for k, needs in _kinds() if any(_holds(known, n) for n in needs)), None)


def _holds(known: Set[str], need: _Need) -> bool:
    return all(not one.isdisjoint(known) for one in need)


@cache
def _kinds() -> tuple[tuple[str, tuple[_Need, ...]], ...]:
    """Return what each kind asks for: one word of each of some sets, in the order of the file."""
    rows = load_words("obligation_words")["kinds"]
    return tuple((str(row["kind"]), tuple(map(_need, row["words"]))) for row in rows)


def _need(written: str) -> _Need:
    """Read "cut+@arms": a word, and one of a list of the same file."""
    words = load_words("obligation_words")
    return tuple(
        frozenset(map(str, words[one[1:]])) if one.startswith("@") else frozenset({one})
        for one in written.split("+")
    )


@cache
def _telling() -> frozenset[str]:
    """Return every word that a kind asks for, so that most clauses cost one look."""
    return frozenset(w for _, needs in _kinds() for need in needs for one in need for w in one)
