"""Scores how values of two tellings are compared, on pairs of short reports of our own.

Each item is one happening told twice, with the field that is compared and the verdict of its
writer. Both reports are read as any other; an item whose happening is not claimed in both counts
as wrong and is counted apart.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from foedera.data import Extraction, Report
from foedera.errors import FoederaError
from foedera.merge.compare import compare
from foedera.merge.kindred import load_kindred
from foedera.merge.telling import Telling, source_of, tell
from foedera.pipeline import extract_reports
from foedera.read import read_paths

Row: TypeAlias = dict[str, Any]

_FIELDS = {"number": "quantity"}


def score_comparisons(items: Sequence[Row], folder: Path) -> dict[str, float]:
    """Return the share of items whose verdict is met, in all and by field.

    `folder` takes the reports as a file while they are read.
    """
    seen: Counter[tuple[str, str]] = Counter()
    told = _tell_all(items, folder)
    for item in items:
        field = item["field"]
        pair = [told.get((item["n"], side)) for side in ("left", "right")]
        told_twice = [telling for telling in pair if telling is not None]
        right = len(told_twice) == 2 and verdict_of(told_twice, field) == item["verdict"]
        for name in ("", field):
            seen[name, "items"] += 1
            seen[name, "unclaimed"] += len(told_twice) < 2
            seen[name, "right"] += right
    whole = max(1, seen["", "items"])
    figures = {n: seen["", n] / whole for n in ("right", "unclaimed")}
    for field in sorted({item["field"] for item in items}):
        figures[f"right of {field}"] = seen[field, "right"] / seen[field, "items"]
    return figures


def verdict_of(tellings: Sequence[Telling], field: str) -> str | None:
    """Return the first comparison's verdict on a field; None where nothing is compared."""
    name = _FIELDS.get(field, field)
    return next((c.verdict for c in compare(tellings) if c.field == name), None)


def _tell_all(items: Iterable[Row], folder: Path) -> dict[tuple[int, str], Telling]:
    kinds = {str(item["n"]): item["kind"] for item in items}
    path = folder / "told.jsonl"
    path.write_text("".join(_lines(items)), "utf8")
    reports = []
    for report in read_paths([str(path)]):
        if not isinstance(report, Report):
            raise FoederaError(str(report))
        reports.append(report)
    found: dict[tuple[int, str], Telling] = {}
    for extraction in extract_reports(reports):
        number, side = extraction.report.key.split(":")
        telling = _telling(extraction, kinds[number])
        if telling is not None:
            found[int(number), side] = telling
    return found


def _lines(items: Iterable[Row]) -> Iterable[str]:
    for item in items:
        for side in ("left", "right"):
            report = item[side]
            row = {"id": f"{item['n']}:{side}", "text": report["text"], "source": report["outlet"]}
            yield json.dumps(row | {"published": report.get("published")}) + "\n"


def _telling(extraction: Extraction, kind: str) -> Telling | None:
    """Return the first claim of a kind, failing that of a kin kind, as merging sees it."""
    kindred, by_rank = load_kindred(), defaultdict(list)
    for order, claim in enumerate(extraction.claims):
        if kindred.of(claim.kind) == kindred.of(kind):
            by_rank[claim.kind != kind].append((order, claim))
    for rank in sorted(by_rank):
        order, claim = by_rank[rank][0]
        return tell(claim, source_of(extraction.report), extraction.report.text, order)
    return None
