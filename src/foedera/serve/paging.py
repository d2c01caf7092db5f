"""A page of a long list: its rows, how many there are, and the ways on and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Query
from pydantic import AfterValidator, BeforeValidator, StringConstraints

from foedera.record import Page as Found
from foedera.serve.frame import address
from foedera.serve.opened import OpenRecord
from foedera.view.rows import Row
from foedera.view.words import count_of, kind_meant

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


def with_days_told(record: OpenRecord, rows: Iterable[Row]) -> tuple[Row, ...]:
    """Give each event of unknown day the day on which it was told last: `told_last`."""
    held = list(rows)
    undated = [str(row["id"]) for row in held if not row["when"]]
    told = dict(zip(undated, record.days_told(undated), strict=True))
    return tuple({**row, "told_last": told.get(str(row["id"]))} for row in held)


def _blank(value: object) -> object:
    """Read an empty field of a form as one that was not filled in."""
    return None if isinstance(value, str) and not value.strip() else value


def _day(value: str | None) -> str | None:
    from datetime import date

    if value is None:
        return None
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError:
        raise ValueError(f"{value.strip()} is no day; write one as 2024-12-05") from None


# The lengths stand with the words themselves: on the whole, they would be asked of None too.
Words: TypeAlias = Annotated[
    Annotated[str, StringConstraints(max_length=200)] | None, BeforeValidator(_blank), Query()
]
"""Words of a form; an empty field is none."""

Kind: TypeAlias = Annotated[
    Annotated[str, StringConstraints(max_length=200), AfterValidator(kind_meant)] | None,
    BeforeValidator(_blank),
    Query(),
]
"""A kind or a family by its id, or a kind by its noun."""

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
