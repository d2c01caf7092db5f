"""Postings as bytes: a few numbers of a block one after the other, many as one bit a number.

A posting of half of all reports would else take sixteen times the room, all of which is written
again for each number that it gains.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

Numbers: TypeAlias = Any
"""An array of numbers."""

BLOCK = 65536
"""So many numbers lie in a block of a posting."""
MARKS = BLOCK // 8
"""So many bytes hold a bit for each of them; what is shorter holds them one after the other."""
_OFFSET = np.dtype("<u2")


def read_posting(body: bytes) -> Numbers:
    """Return the offsets that a posting holds, in order.

    >>> read_posting(write_posting(np.array([3, 70], "<u2"))).tolist()
    [3, 70]
    """
    if len(body) < MARKS:
        return np.frombuffer(body, _OFFSET)
    bits = np.unpackbits(np.frombuffer(body, np.uint8), bitorder="little")
    return np.flatnonzero(bits).astype(_OFFSET)


def write_posting(offsets: Numbers) -> bytes:
    """Write offsets, which come in order.

    >>> len(write_posting(np.arange(4095, dtype="<u2"))), len(write_posting(np.arange(60000)))
    (8190, 8192)
    """
    if len(offsets) * _OFFSET.itemsize < MARKS:
        return bytes(offsets.astype(_OFFSET).tobytes())
    bits = np.zeros(BLOCK, bool)
    bits[offsets] = True
    return bytes(np.packbits(bits, bitorder="little").tobytes())


def lengthen(body: bytes, gained: Numbers) -> bytes | None:
    """Return a posting with some offsets more; None where it must be read for that."""
    if len(body) == MARKS:
        marks = bytearray(body)
        for offset in gained.tolist():
            marks[offset >> 3] |= 1 << (offset & 7)
        return bytes(marks)
    last = int.from_bytes(body[-2:], "little") if body else -1
    longer = len(body) + gained.nbytes
    return body + bytes(gained.tobytes()) if gained[0] > last and longer < MARKS else None
