"""Scores how origins are counted, on little events of our own: a few short reports each.

Each item is one happening told by two to four reports, with the words that tell it in each, and
the range of origins as its writer counted it by `docs/labelling.md`. The reports are read as any
other; a place at which nothing is claimed is left out, as in a record, and counted.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from foedera.data import Claim, Extraction, Report
from foedera.errors import FoederaError
from foedera.merge.counting import count_origins
from foedera.merge.telling import Telling, source_of, tell
from foedera.pipeline import extract_reports
from foedera.read import read_paths
from foedera.settle import trace_all

Row: TypeAlias = dict[str, Any]


def score_tracing(items: Iterable[Row], folder: Path) -> dict[str, float]:
    """Return how often each end of the range is as its writer counted it, and both ends are.

    `folder` takes the reports as a file while they are read.
    """
    items = list(items)
    told, wanted = _tell_all(items, folder)
    seen: Counter[str] = Counter()
    for item in items:
        found = told.get(item["n"], [])
        seen["places"] += wanted[item["n"]]
        seen["claimed"] += len(found)
        if found:
            low, high = _counted(found)
            ends = low == item["low"], high == item["high"]
            seen.update({"low end": ends[0], "high end": ends[1], "right": all(ends)})
    whole = max(1, len(items))
    figures = {name: seen[name] / whole for name in ("right", "low end", "high end")}
    return figures | {"unclaimed": 1 - seen["claimed"] / max(1, seen["places"])}


def _counted(tellings: Sequence[Telling]) -> tuple[int, int]:
    found = count_origins(tellings, trace_all(tellings), {})
    return found.low, found.high


def _tell_all(
    items: Iterable[Row], folder: Path
) -> tuple[dict[int, list[Telling]], Mapping[int, int]]:
    """Return the claims at the places that items name, by item, and how many places there are."""
    rows = [(f"{item['n']}:{k}", report) for item in items for k, report in _reports(item)]
    path = folder / "told.jsonl"
    path.write_text("".join(_line(key, report) for key, report in rows), "utf8")
    reports = []
    for report in read_paths([str(path)]):
        if not isinstance(report, Report):
            raise FoederaError(str(report))
        reports.append(report)
    by_key = dict(rows)
    found: dict[int, list[Telling]] = defaultdict(list)
    wanted: Counter[int] = Counter()
    for extraction in extract_reports(reports):
        item, words = int(extraction.report.key.split(":")[0]), by_key[extraction.report.key]["at"]
        wanted[item] += len(words)
        found[item] += (t for word in words for t in _telling(extraction, word))
    return found, wanted


def _reports(item: Row) -> Iterable[tuple[int, Row]]:
    return enumerate(item["reports"])


def _line(key: str, report: Row) -> str:
    row = {"id": key, "text": report["text"], "source": report["outlet"]}
    return json.dumps(row | {"published": report["published"]}) + "\n"


def _telling(extraction: Extraction, word: str) -> list[Telling]:
    """Return the first claim that stands where a report has a word, as merging sees it."""
    text = extraction.report.text
    start = text.index(word)

    def stands_there(claim: Claim) -> bool:
        trigger = claim.passage.trigger
        return trigger.start < start + len(word) and start < trigger.end

    source = source_of(extraction.report)
    told = (
        tell(claim, source, text, order)
        for order, claim in enumerate(extraction.claims)
        if stands_there(claim)
    )
    return list(told)[:1]
