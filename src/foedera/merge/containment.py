"""Happenings within happenings: the visit holds the meeting, the meeting the signing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from foedera.data import Event
from foedera.merge.kindred import load_kindred
from foedera.merge.telling import Telling, actor_key, ordinal_day


def find_parts(
    events: Sequence[Event], tellings: Mapping[str, Telling]
) -> dict[str, tuple[str, ...]]:
    """Return, for each event that holds others, their ids; only events that share a report."""
    holds = load_kindred().holds
    by_report: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for report in {tellings[claim].source.report for claim in event.claims}:
            by_report[report].append(event)
    found: dict[str, set[str]] = defaultdict(set)
    for together in by_report.values():
        outer_events = [event for event in together if event.kind in holds]
        for outer in outer_events:
            for inner in together:
                if inner.kind in holds[outer.kind] and _fits(outer, inner):
                    found[outer.id].add(inner.id)
    return {outer: tuple(sorted(inner)) for outer, inner in sorted(found.items())}


def _fits(outer: Event, inner: Event) -> bool:
    if outer.id == inner.id or outer.reality not in ("happened", "ongoing"):
        return False
    if inner.reality not in ("happened", "ongoing"):
        return False
    return _parties_fit(outer, inner) and _days_fit(outer, inner) and _places_fit(outer, inner)


def _parties(event: Event) -> set[str]:
    return {actor_key(a) for a in event.roles.actors + event.roles.recipients}


def _parties_fit(outer: Event, inner: Event) -> bool:
    left, right = _parties(outer), _parties(inner)
    return len(left & right) >= min(2, len(left), len(right)) and bool(left & right)


def _days_fit(outer: Event, inner: Event) -> bool:
    left, right = outer.setting.when, inner.setting.when
    if left is None or right is None:
        return False
    a, b = ordinal_day(left.earliest), ordinal_day(left.latest)
    c, d = ordinal_day(right.earliest), ordinal_day(right.latest)
    if a is None or b is None or c is None or d is None:
        return False
    return max(a, c) <= min(b, d)


def _places_fit(outer: Event, inner: Event) -> bool:
    left, right = outer.setting.where, inner.setting.where
    if left is None or right is None:
        return True
    return left.country == right.country or left.country is None or right.country is None
