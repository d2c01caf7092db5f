"""Plain text: the report's text is the file's, character for character."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from foedera.read.decode import read_text
from foedera.read.drafts import Draft


def read_plain(path: Path) -> Iterator[Draft]:
    """Read a text file as one report."""
    yield Draft(str(path), read_text(path), str(path))
