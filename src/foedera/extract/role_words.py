"""The word lists of the rules that fill roles."""

from __future__ import annotations

from functools import cache

from foedera.lexicons import load_words


@cache
def role_words(name: str) -> frozenset[str]:
    """Return one list of `lexicons/role_words.yaml`."""
    return frozenset(map(str, load_words("role_words")[name]))
