"""Rows as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING

from foedera.errors import FoederaError

if TYPE_CHECKING:
    from foedera.view.exports.choice import Chosen


def json_line(row: object) -> str:
    """Write one row, or a judgement, as a JSON line in its own order.

    >>> json_line({"b": 1, "a": "é"})
    '{"b": 1, "a": "é"}'
    """
    plain = asdict(row) if is_dataclass(row) and not isinstance(row, type) else row
    return json.dumps(plain, ensure_ascii=False)


def json_lines(rows: Iterable[object]) -> Iterator[str]:
    """Write rows as JSON lines."""
    return map(json_line, rows)


def write(chosen: Chosen) -> Iterator[str]:
    """Write the whole record: equal records, equal bytes.

    Raises: FoederaError where only a part is chosen.
    """
    if chosen.choice.narrow or chosen.choice.known:
        raise FoederaError(
            "jsonl writes the whole record, for another foedera or an archive. For a part of it "
            "take csv or parquet with --table, or one of the other formats."
        )
    return (f"{line}\n" for line in chosen.record.export_jsonl())


def json_array(rows: Iterable[object]) -> Iterator[str]:
    """Write rows as the items of a JSON array, one a line, never all in memory.

    >>> "".join(json_array([{"a": 1}, {"a": 2}]))
    '[\\n{"a": 1},\\n{"a": 2}\\n]'
    """
    before = "["
    for row in rows:
        yield f"{before}\n{json_line(row)}"
        before = ","
    yield "[]" if before == "[" else "\n]"
