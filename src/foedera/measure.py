"""Arithmetic on the nouns that several rooms need: overlaps, ids, day steps."""

from __future__ import annotations

import hashlib
import math
from datetime import date, timedelta

from foedera.data import Span, Where


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


def id_number(name: str) -> int:
    """Return an id, sixteen hex digits, as a number.

    >>> id_name(id_number("00ff00ff00ff00ff"))
    '00ff00ff00ff00ff'
    """
    return int(name, 16)


def id_name(number: int) -> str:
    """Return a number as the id that it stands for."""
    return f"{number:016x}"


def shift_day(day: str, days: int) -> str:
    """Return the ISO day `days` later.

    >>> shift_day("2024-12-31", 1)
    '2025-01-01'
    """
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def days_between(a: str, b: str) -> int:
    """Return how many days `b` lies after `a`."""
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def distance_km(a: Where, b: Where) -> float | None:
    """Return how far two places lie from each other on a sphere, None where one is not located.

    >>> here = Where("A", None, 0.0, 0.0, Span(0, 1))
    >>> round(distance_km(here, Where("B", None, 0.0, 90.0, Span(0, 1))))
    10008
    """
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))
