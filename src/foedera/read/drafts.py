"""What a reader hands over: a text with what its file says about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from foedera.errors import InputError

MAX_TEXT = 1_000_000  # characters; the longest wire report has some forty thousand


@dataclass(frozen=True, slots=True)
class Draft:
    """One text before its parts and day are known.

    `given` is the day that the input states about the report, `stamped` the one in its
    page's metadata; both as written. `where` names file and line for remarks.
    """

    key: str
    text: str
    where: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str = "en"
    given: str | None = None
    stamped: str | None = None


Reader: TypeAlias = Callable[[Path], Iterator[Draft | InputError]]
