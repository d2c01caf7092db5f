"""A page of a long list: its rows, how many there are, and the ways on and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Query
from pydantic import AfterValidator, BeforeValidator, StringConstraints

from foedera.record import Page as Found
from foedera.serve.frame import address
from foedera.view.rows import Row
from foedera.view.words import count_of

ROWS = 40


@dataclass(frozen=True, slots=True)
class Paged:
    """Rows with the links of their pager and the words between them."""

    rows: tuple[Row, ...]
    total: int
    words: str
    before: str | None
    after: str | None


def paged(found: Found, path: str, asked: Mapping[str, object], noun: tuple[str, str]) -> Paged:
    """Set a page of a list; from any further page the way back leads to its beginning."""
    least = "at least " if found.capped else ""
    here = {key: value for key, value in asked.items() if key != "after"}
    return Paged(
        rows=tuple(found.rows),
        total=found.total,
        words=least + count_of(found.total, *noun),
        before=address(path, here) if asked.get("after") else None,
        after=address(path, {**here, "after": found.next}) if found.next else None,
    )


def _blank(value: object) -> object:
    """Read an empty field of a form as one that was not filled in."""
    return None if isinstance(value, str) and not value.strip() else value


def _day(value: str | None) -> str | None:
    from datetime import date

    return None if value is None else date.fromisoformat(value.strip()).isoformat()


# The lengths stand with the words themselves: on the whole, they would be asked of None too.
Words: TypeAlias = Annotated[
    Annotated[str, StringConstraints(max_length=200)] | None, BeforeValidator(_blank), Query()
]
"""Words of a form; an empty field is none."""

Day: TypeAlias = Annotated[
    Annotated[str, StringConstraints(max_length=10)] | None,
    BeforeValidator(_blank),
    AfterValidator(_day),
    Query(),
]
"""A day as ISO writes it; an empty field is none."""

Cursor: TypeAlias = Annotated[
    Annotated[str, StringConstraints(max_length=600)] | None, BeforeValidator(_blank), Query()
]
"""Where a page of a list begins, as the page before it says."""
