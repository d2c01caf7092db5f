"""Rows as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, is_dataclass


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
