"""Write a file whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from foedera.errors import FoederaError


def write_whole(target: Path, pieces: Iterable[str | bytes]) -> None:
    """Write pieces to a file, which stands there whole or stays as it was.

    Raises: FoederaError where the place cannot be written.
    """
    try:
        _write(target, pieces)
    except OSError as error:
        why = error.strerror or error
        raise FoederaError(f"{target} cannot be written: {why}. Name another place.") from error


def _write(target: Path, pieces: Iterable[str | bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.part")
    try:
        with draft.open("wb") as file:
            for piece in pieces:
                file.write(as_bytes(piece))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def as_bytes(piece: str | bytes) -> bytes:
    """Return a piece as it lies in a file."""
    return piece if isinstance(piece, bytes) else piece.encode("utf8")
