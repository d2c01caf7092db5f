"""Tellings side by side: one row a telling, what differs from the rest marked in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedera.serve.quoting import Span, span_of
from foedera.serve.wording import name_actor
from foedera.view.rows import Row, maps, texts
from foedera.view.words import say_days, say_quantity

FIELDS = (
    ("who", ("actors",)),
    ("to whom", ("recipients",)),
    ("when", ("when",)),
    ("where", ("where",)),
    ("how many", ("quantities",)),
)
COMPARED = {
    "who": ("actors", "participants", "parties"),
    "to whom": ("recipients",),
    "when": ("when",),
    "where": ("where",),
    "how many": ("quantities", "quantity"),
    "told as": ("reality", "stance"),
}
MARKED = ("conflict", "update", "more-precise", "compatible")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a telling, with the words it was read from."""

    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one telling says of one field; `mark` is how it differs from most, in a word."""

    name: str
    values: tuple[Value, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One telling with its cells."""

    telling: Row
    cells: tuple[Cell, ...]
    told_as: str = ""


def compare_tellings(event: Row, tellings: Sequence[Row]) -> list[Line]:
    """Set tellings side by side, with what the record found to differ."""
    marks = _marks(event)
    told_as = "told as"
    return [
        Line(one, tuple(_cells(one, marks)), marks.get((told_as, str(one["id"])), ""))
        for one in tellings
    ]


def _cells(telling: Row, marks: dict[tuple[str, str], str]) -> Iterable[Cell]:
    for name, fields in FIELDS:
        values = tuple(value for field in fields for value in _values(telling, field))
        yield Cell(name, values, marks.get((name, str(telling["id"])), "") if values else "")


def _values(telling: Row, field: str) -> list[Value]:
    if field == "when":
        when = telling.get("when")
        return [Value(say_days(when, short=True), span_of(when))] if when else []
    if field == "where":
        where = telling.get("where")
        return [Value(str(where["name"]), span_of(where))] if where else []
    rows = maps(telling, field)
    say = say_quantity if field == "quantities" else name_actor
    return [Value(say(row), span_of(row)) for row in rows]


def _marks(event: Row) -> dict[tuple[str, str], str]:
    """Return, for each telling whose value is not that of most, how it differs."""
    found: dict[tuple[str, str], str] = {}
    for row in maps(event, "comparison"):
        name = _column(str(row["field"]))
        values = sorted(maps(row, "values"), key=lambda value: -len(texts(value, "claims")))
        if name is None or row["comparison"] not in MARKED or len(values) < 2:
            continue
        for value in values[1:]:
            for claim in texts(value, "claims"):
                found.setdefault((name, claim), str(row["comparison"]))
    return found


def _column(field: str) -> str | None:
    bare = field.partition(":")[0]
    return next((name for name, fields in COMPARED.items() if bare in fields), None)
