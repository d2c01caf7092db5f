"""The rows that a page shows for the wholes that were found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from foedera.record.asking.looks import brief_reports
from foedera.record.index import Index
from foedera.record.listing import Row
from foedera.store import Store

Numbers: TypeAlias = Any
Lines: TypeAlias = Callable[[Store, Index, Numbers, Sequence[str]], list[Row]]


def _computed(sort: str, *hidden: str) -> Lines:
    """Return what reads rows of a sort that are kept as they are shown, but for some fields."""

    def lines(store: Store, _: Index, __: Numbers, names: Sequence[str]) -> list[Row]:
        rows = store.computed_rows(sort, names, hidden)
        return [dict(rows[name]) for name in names]

    return lines


def _places(store: Store, index: Index, numbers: Numbers, names: Sequence[str]) -> list[Row]:
    counts = index.column("place", "events")[numbers].tolist()
    rows = _computed("place", "id")(store, index, numbers, names)
    return [{**row, "events": count} for row, count in zip(rows, counts, strict=True)]


def _reports(store: Store, index: Index, numbers: Numbers, names: Sequence[str]) -> list[Row]:
    counts = index.column("report", "claims")[numbers].tolist()
    heads = brief_reports(store, names)
    stories = store.wholes_of("story", names)
    return [
        {**heads[name], "story": stories.get(name, name), "claims": count}
        for name, count in zip(names, counts, strict=True)
    ]


BULKY = ("comparison", "claims", "origins")
"""What of an event grows with its tellings, and what no picture needs."""


def leave_out(row: Row, fields: Sequence[str]) -> Row:
    """Return a row without some of its fields."""
    return {name: value for name, value in row.items() if name not in fields}


LINES: Mapping[str, Lines] = {
    "event": _computed("event"),
    "brief": _computed("event", *BULKY),
    "actor": _computed("face", "id"),
    "place": _places,
    "story": _computed("story"),
    "report": _reports,
}
