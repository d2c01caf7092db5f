"""The shapes that all rows share: spans, absent values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from sys import intern
from typing import Any, TypeAlias

from foedera.data import Span

Row: TypeAlias = dict[str, Any]


def lean(row: Row) -> Row:
    """Leave out what is absent: None, but neither zero nor an empty list."""
    return {k: v for k, v in row.items() if v is not None}


def alike(word: Any) -> Any:
    """Return a word of a few that millions of rows hold as the one that all of them hold."""
    return intern(word)


def pair(where: Span) -> list[int]:
    """Write a span as a pair."""
    return [where.start, where.end]


def span(row: Mapping[str, Any]) -> Span:
    """Read the span of a row that has start and end."""
    return Span(row["start"], row["end"])


def spans(pairs: Iterable[list[int]]) -> tuple[Span, ...]:
    """Read pairs as spans."""
    return tuple(Span(a, b) for a, b in pairs)


def at(where: Span) -> Row:
    """Write a span as start and end."""
    return {"start": where.start, "end": where.end}
