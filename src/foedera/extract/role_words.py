"""The word lists of the rules that fill roles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from foedera.lexicons import load_words


@cache
def role_words(name: str) -> frozenset[str]:
    """Return one list of `lexicons/role_words.yaml`."""
    return frozenset(map(str, load_words("role_words")[name]))


@cache
def goal_fallbacks() -> Mapping[str, tuple[str, ...]]:
    """Return kind or family → the slots that may name whom it is done to, if no other does."""
    table = load_words("role_words")["goal_fallbacks"]
    return MappingProxyType({str(k): tuple(map(str, slots)) for k, slots in table.items()})
