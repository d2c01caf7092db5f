"""The body of an answer, unpacked no further than it may grow."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from foedera.errors import FetchError

_GZIP = zlib.MAX_WBITS | 16
ACCEPTED = "gzip"


def read_bounded(pieces: Iterable[bytes], encoding: str, most: int) -> bytes:
    """Join the pieces of a body, packed or not.

    Raises: FetchError past `most` bytes, for a broken packing, or one that was not asked for.
    """
    kept = bytearray()
    for piece in _unpack(pieces, encoding.strip().lower(), most):
        kept += piece
        if len(kept) > most:
            raise FetchError(f"more than {most:,} bytes", again=False)
    return bytes(kept)


def _unpack(pieces: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip"):
        raise FetchError(f"packed as {encoding[:40]!r}, which was not asked for", again=False)
    unpacker = zlib.decompressobj(_GZIP)
    try:
        for piece in pieces:
            yield unpacker.decompress(piece, most + 1)
            if unpacker.unconsumed_tail:
                raise FetchError(f"more than {most:,} bytes once unpacked", again=False)
        yield unpacker.flush(1)
    except zlib.error as error:
        raise FetchError("a broken packing", again=True) from error
    if not unpacker.eof:
        raise FetchError("the answer broke off", again=True)
