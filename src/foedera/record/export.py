"""The whole record as JSON lines: reports, claims, judgements, then what is computed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from foedera.record.face import Record


def lines(record: Record) -> Iterator[str]:
    """Yield one JSON line a row, in a fixed order, without times of day."""
    for sort, row in _rows(record):
        yield json.dumps({"type": sort, **row}, ensure_ascii=False, sort_keys=True)


def _rows(record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from (("report", row) for row in record.reports())
    yield from (("claim", row) for row in record.claims())
    for judgement in record.judgements():
        yield "judgement", _dated(asdict(judgement))
    for correction in record.corrections():
        yield "correction", _dated(asdict(correction))
    for addition in record.additions():
        row = _dated(asdict(addition))
        yield "addition", {**row, "claim": addition.id}
    yield from (("event", row) for row in record.events())
    yield from (("agreement", row) for row in record.agreements())
    yield from (("obligation", row) for row in record.obligations())
    yield from (("story", row) for row in record.stories())
    yield from (("actor", row) for row in record.actors())
    yield from (("origin", row) for row in record.origins())
    yield from (("disagreement", row) for row in record.disagreements())
    yield from (("warning", row) for row in record.warnings())


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """Keep the days of making and withdrawing, not the times."""
    return {k: v[:10] if k in ("made", "withdrawn") and v else v for k, v in row.items()}
