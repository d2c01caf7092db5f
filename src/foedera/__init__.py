"""foedera reads news reports and keeps one sourced record of what states agree and do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foedera.record import Record

__all__ = ["open"]

__version__ = "0.1.0"


def open(path: str | Path) -> Record:
    """Open the record at a path or database URL, or begin a new one there."""
    # Rooms that never touch a record need not load a database.
    from foedera.record import Record

    return Record(path)
