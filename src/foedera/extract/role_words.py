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
def fallback_slots(table: str) -> Mapping[str, tuple[str, ...]]:
    """Return kind or family → the slots that name a party where no other slot does.

    The table is one of `lexicons/role_words.yaml`, as `goal_fallbacks` or `late_goals`.
    """
    rows = load_words("role_words")[table]
    return MappingProxyType({str(k): tuple(map(str, slots)) for k, slots in rows.items()})
