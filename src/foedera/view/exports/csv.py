"""One listing as comma-separated values, nested fields laid flat."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from foedera.view.rows import Row

if TYPE_CHECKING:
    from foedera.view.exports.choice import Chosen

BY_STATE = frozenset({"party_status", "party_basis", "acknowledgement"})  # keyed by country codes
RISKY = ("=", "+", "-", "@", "\t", "\r")


def write_table(chosen: Chosen, table: str) -> Iterator[str]:
    """Write one listing of what is chosen."""
    from foedera.view.exports.listings import list_rows

    return csv_lines(list(list_rows(chosen, table)))


def csv_lines(rows: Sequence[Row]) -> Iterator[str]:
    r"""Write a heading and one line a row; a field within a field is named `when.earliest`.

    >>> list(csv_lines([{"id": "e1", "when": {"earliest": "2031-05-04"}}]))
    ['id,when.earliest\r\n', 'e1,2031-05-04\r\n']
    """
    flat = [dict(flatten(row)) for row in rows]
    fields = list(dict.fromkeys(field for row in flat for field in row))
    yield csv_line(fields)
    for row in flat:
        yield csv_line([safe(row.get(field)) for field in fields])


def flatten(row: Row, prefix: str = "") -> Iterable[tuple[str, Any]]:
    """Lay nested fields flat; lists become words joined by "; "."""
    for key, value in row.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping) and key in BY_STATE:
            held = ((state, _word(one)) for state, one in sorted(value.items()))
            yield name, "; ".join(f"{state}: {one}" for state, one in held)
        elif isinstance(value, Mapping):
            yield from flatten(value, f"{name}.")
        elif isinstance(value, list | tuple):
            yield name, "; ".join(_word(item) for item in value)
        else:
            yield name, value


def _word(item: object) -> str:
    if isinstance(item, Mapping) and "comparison" in item:
        return f"{item['field']}: {item['comparison']}"
    if isinstance(item, Mapping):
        named = (item.get(key) for key in ("name", "words", "kind", "act", "value"))
        return str(next((value for value in named if value is not None), dict(item)))
    if isinstance(item, list | tuple):
        return " & ".join(_word(inner) for inner in item)
    return str(item)


def safe(value: object) -> object:
    """Keep a spreadsheet from running words of a report as a formula.

    >>> safe("=1+1"), safe(-3)
    ("'=1+1", -3)
    """
    risky = isinstance(value, str) and value.startswith(RISKY)
    return f"'{value}" if risky else value


def csv_line(cells: Sequence[object]) -> str:
    """Write one line; what is None stays empty."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow(["" if cell is None else cell for cell in cells])
    return buffer.getvalue()
