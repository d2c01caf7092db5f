"""Bounds of what was half told on a day: a key that no part of such an event comes before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from foedera.merge.assemble import event_id
from foedera.record.knowing_events import Key, KnownEvents
from foedera.settle.asked import EARLY
from foedera.store import id_name

Numbers: TypeAlias = Any


def bounds_by_day(held: KnownEvents, numbers: Numbers, _: Key | None) -> list[Key]:
    """Bound by the soonest day that any telling gives."""
    soonest, _ = held.days_told(numbers)
    return [(day, 0) for day in soonest.tolist()]


def bounds_by_reports(held: KnownEvents, numbers: Numbers, last: Key | None) -> list[Key]:
    """Bound by how many reports told of it by the day; `last` is the last key of a full page.

    Events that no page so full can show are bounded by all their reports instead.
    """
    soonest, _ = held.days_told(numbers)
    counts = held.index.column("event", "reports")[numbers].astype(np.int64)
    near = np.arange(len(numbers)) if last is None else np.flatnonzero(counts >= -last[0])
    names = held.names(numbers[near])
    told: dict[str, set[str]] = defaultdict(set)
    for event, _, report in held.store.telling(names):
        told[event].add(report)
    days = _days(held, sorted({report for own in told.values() for report in own}))
    for place, name in zip(near, names, strict=True):
        counts[place] = sum(EARLY < days[report] <= held.day for report in told[name])
    return [(-n, day, 0) for n, day in zip(counts.tolist(), soonest.tolist(), strict=True)]


def bounds_by_newest(held: KnownEvents, numbers: Numbers, last: Key | None) -> list[Key]:
    """Bound by when it was told of last by the day, then by when first, then by id.

    Its first part keeps its id and when it was told first; any other is named by one of its
    claims, and told no sooner than that. Only reports of the days that a full page reaches back
    to are looked up.
    """
    since = held.index.column("event", "since")[numbers].tolist()
    names = held.names(numbers)
    told = _told_since(held, names, None if last is None else -last[0])
    before = held.day if last is None else -last[0] - 1
    found: list[Key] = []
    for name, first in zip(names, since, strict=True):
        days = told.get(name)
        if days is None:
            found.append((-before, -before, 0))
            continue
        newest = max(days.values())
        parts = [int(event_id([c]), 16) for c, day in days.items() if day == newest]
        # One of unknown day is not out, so that when it was told first is not known.
        own = (-newest, -(newest if first == EARLY else first), int(name, 16))
        earlier = (-newest, 1 - newest, 0)
        found.append(min(own, (-newest, -newest, min(parts)), earlier))
    return found


def _told_since(
    held: KnownEvents, events: Sequence[str], since: int | None
) -> Mapping[str, Mapping[str, int]]:
    """Return for each of some events its claims that were out by the day, each with its day.

    With `since` only those of reports that were printed on that day or after.
    """
    if since is None:
        rows = held.store.telling(events)
    else:
        days = held.index.column("report", "last")
        there = np.flatnonzero((days >= since) & (days <= held.day))
        ids = held.index.column("report", "id")[there]
        rows = held.store.told_by(id_name(int(name)) for name in ids)
    wanted = set(events)
    printed = _days(held, sorted({report for _, _, report in rows}))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for event, claim, report in rows:
        if event in wanted and EARLY < printed[report] <= held.day:
            found[event][claim] = printed[report]
    return found


def _days(held: KnownEvents, reports: Sequence[str]) -> dict[str, int]:
    """Return the last day on which each of some reports may have been printed."""
    days = held.index.column("report", "last")[held.index.numbers("report", reports)]
    return dict(zip(reports, days.tolist(), strict=True))


BOUNDS = {"day": bounds_by_day, "reports": bounds_by_reports, "newest": bounds_by_newest}
