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
        rows = store.computed_rows(sort, names)
        return [{k: v for k, v in rows[name].items() if k not in hidden} for name in names]

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


LINES: Mapping[str, Lines] = {
    "event": _computed("event"),
    "actor": _computed("face", "id"),
    "place": _places,
    "story": _computed("story"),
    "report": _reports,
}
