"""The small word lists of the rules that read actors and places."""

from __future__ import annotations

from functools import cache

from foedera.lexicons import load_lists


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of `lexicons/actor_words.yaml`.

    >>> "visit" in words("motion")
    True
    """
    return frozenset(load_lists("actor_words")[name])
