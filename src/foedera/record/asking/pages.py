"""Answers a page at a time: rows, how many there are, and where the next page begins."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from foedera.errors import FoederaError
from foedera.record.listing import Listing, Row

Key: TypeAlias = tuple[Any, ...]

MOST = 500
"""A page holds so many rows at most."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a longer answer.

    `total` counts all rows of the answer; where `capped`, there are at least so many. `next` is
    what to ask `after` for the following page, None on the last one.
    """

    rows: Listing
    total: int
    next: str | None = None
    capped: bool = False


def page_of(rows: Iterable[Row], key: Callable[[Row], Key], limit: int, after: str | None) -> Page:
    """Return the rows that follow a cursor, in the order of their keys, which differ."""
    ordered = sorted(((key(row), row) for row in rows), key=lambda pair: pair[0])
    total = len(ordered)
    if after is not None:
        start = read_cursor(after)
        ordered = [pair for pair in ordered if _follows(pair[0], start)]
    shown = ordered[: check_limit(limit)]
    more = len(ordered) > len(shown)
    return Page(
        Listing(row for _, row in shown),
        total,
        write_cursor(shown[-1][0]) if more and shown else None,
    )


def check_limit(limit: int) -> int:
    """Return how many rows a page may hold of those asked for."""
    return max(1, min(limit, MOST))


def write_cursor(key: Key) -> str:
    """Write where a page ended, so that it can stand in an address.

    >>> read_cursor(write_cursor((5, "a")))
    (5, 'a')
    """
    body = json.dumps(key, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(body).decode().rstrip("=")


def read_cursor(cursor: str, parts: int | None = None) -> Key:
    """Read where a page ended; with `parts`, of so many numbers.

    Raises: FoederaError for what no page gave out.
    """
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError) as wrong:
        raise _no_cursor() from wrong
    if not isinstance(key, list) or not all(isinstance(part, str | int) for part in key):
        raise _no_cursor()
    if parts is not None and (len(key) != parts or not all(_is_number(part) for part in key)):
        raise _no_cursor()
    return tuple(key)


def read_cursors(cursor: str, parts: int) -> tuple[str, ...]:
    """Read where several lists on one page ended.

    Raises: FoederaError for what no page gave out.
    """
    key = read_cursor(cursor)
    if len(key) != parts or not all(isinstance(part, str) and part for part in key):
        raise _no_cursor()
    return key


def _is_number(part: object) -> bool:
    return isinstance(part, int) and -(2**31) <= part < 2**64


def _follows(key: Key, start: Key) -> bool:
    try:
        return key > start
    except TypeError as wrong:
        raise _no_cursor() from wrong


def _no_cursor() -> FoederaError:
    return FoederaError("This page does not exist. Ask again from the first one.")
