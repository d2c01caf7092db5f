"""Arithmetic on the nouns that several rooms need: overlaps, ids, day steps."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from foedera.data import Span


def overlap(a: Span, b: Span) -> int:
    """Return how many characters two spans share.

    >>> overlap(Span(0, 5), Span(3, 9))
    2
    """
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def contains(outer: Span, inner: Span) -> bool:
    """Say whether `inner` lies wholly within `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def content_id(*pieces: object) -> str:
    """Hash the pieces to sixteen hex digits; equal pieces, equal id, on every machine.

    >>> content_id("a", 1) == content_id("a", 1)
    True
    """
    body = "\x1f".join(str(p) for p in pieces).encode("utf8", "surrogatepass")
    return hashlib.blake2b(body, digest_size=8).hexdigest()


def shift_day(day: str, days: int) -> str:
    """Return the ISO day `days` later.

    >>> shift_day("2024-12-31", 1)
    '2025-01-01'
    """
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def days_between(a: str, b: str) -> int:
    """Return how many days `b` lies after `a`."""
    return (date.fromisoformat(b) - date.fromisoformat(a)).days
