"""Reading into a record: what is held already is passed over, a kill loses the report in hand."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from foedera.data import Extraction, Report
from foedera.errors import InputError, UnreadReport
from foedera.settle import merge_report
from foedera.store import Store
from foedera.wire import Plover


@dataclass(slots=True)
class Summary:
    """What one run of reading came to; skips are counted by what was skipped and why."""

    reports: int = 0
    unchanged: int = 0
    claims: int = 0
    errors: list[InputError] = field(default_factory=list)
    skips: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    merged: int = 0
    """How many of the reports read were merged at once, so that no settling need follow."""


LIVE_FROM = 2000
"""From so many reports on, few new ones are merged at once; fewer are settled soon enough."""
LIVE_SHARE = 0.05
"""Of more new reports than this share of those held, a settling costs less than merging each."""


def read_into(
    store: Store,
    paths: Iterable[str | Path],
    *,
    workers: int = 1,
    progress: Callable[[Summary], None] | None = None,
    live: bool | None = None,
) -> Summary:
    """Read the paths, extract what is new, keep each report in a transaction of its own.

    `live` says whether each report is merged as it comes; left open, the record's size decides.
    """
    # The model's libraries load here, so that questions to a record need not wait for them.
    from foedera.pipeline import extract_reports
    from foedera.registry import plover_codes

    summary, began = Summary(), time.monotonic()
    codes = plover_codes()
    most = _most_live(store, live)
    for extraction in extract_reports(_new_reports(store, paths, summary), workers):
        if _keep(store, extraction, summary, codes) and summary.reports <= most:
            merge_report(store, extraction.report.id)
            summary.merged += 1
        if progress is not None:
            progress(summary)
    summary.seconds = time.monotonic() - began
    return summary


def _new_reports(store: Store, paths: Iterable[str | Path], summary: Summary) -> Iterator[Report]:
    from foedera.read import read_paths

    for found in read_paths(paths):
        if isinstance(found, InputError):
            summary.errors.append(found)
        elif store.skip(found):
            summary.unchanged += 1
        else:
            yield found


def _most_live(store: Store, live: bool | None) -> int:
    """Return how many new reports are merged as they come into a record that is settled."""
    held = store.count_reports()
    if live is False or not held or not store.settled():
        return 0
    if live:
        return sys.maxsize
    return int(held * LIVE_SHARE) if held >= LIVE_FROM else 0


def _keep(store: Store, extraction: Extraction, summary: Summary, codes: Plover) -> bool:
    if not store.put(extraction, codes):
        summary.unchanged += 1
        return False
    summary.reports += 1
    summary.claims += len(extraction.claims)
    if extraction.fault is not None:
        summary.errors.append(UnreadReport(extraction.report.id, extraction.fault))
    summary.skips.update(f"{skip.what}: {skip.reason}" for skip in extraction.skips)
    return True
