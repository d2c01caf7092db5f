"""Happenings within happenings: the visit holds the meeting, the meeting the signing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from foedera.data import Event
from foedera.merge.kindred import load_kindred
from foedera.merge.telling import Telling, actor_key, ordinal_day
from foedera.swift import swift


@swift
@dataclass(frozen=True, slots=True)
class Face:
    """What containment asks of an event."""

    id: str
    kind: str
    parties: frozenset[str]
    first: int
    last: int
    country: str | None
    reports: tuple[str, ...]


def face_of(event: Event, tellings: Mapping[str, Telling]) -> Face | None:
    """Return an event's face; None for one that can neither hold another nor be held."""
    when, where = event.setting.when, event.setting.where
    if event.reality not in ("happened", "ongoing") or event.kind not in _may_take_part():
        return None
    first, last = (ordinal_day(when.earliest), ordinal_day(when.latest)) if when else (None, None)
    if first is None or last is None:
        return None
    return Face(
        event.id,
        event.kind,
        frozenset(actor_key(a) for a in event.roles.actors + event.roles.recipients),
        first,
        last,
        where.country if where else None,
        tuple(sorted({tellings[claim].source.report for claim in event.claims})),
    )


@cache
def _may_take_part() -> frozenset[str]:
    holds = load_kindred().holds
    return frozenset(holds).union(*holds.values())


def find_parts(faces: Iterable[Face]) -> dict[str, tuple[str, ...]]:
    """Return, for each event that holds others, their ids; only events that share a report."""
    holds = load_kindred().holds
    by_report: dict[str, list[Face]] = defaultdict(list)
    for face in faces:
        for report in face.reports:
            by_report[report].append(face)
    found: dict[str, set[str]] = defaultdict(set)
    for together in by_report.values():
        for outer in (face for face in together if face.kind in holds):
            for inner in together:
                if inner.kind in holds[outer.kind] and _fits(outer, inner):
                    found[outer.id].add(inner.id)
    return {outer: tuple(sorted(inner)) for outer, inner in sorted(found.items())}


def _fits(outer: Face, inner: Face) -> bool:
    shared = outer.parties & inner.parties
    if outer.id == inner.id or not shared:
        return False
    if len(shared) < min(2, len(outer.parties), len(inner.parties)):
        return False
    meet = max(outer.first, inner.first) <= min(outer.last, inner.last)
    here, there = outer.country, inner.country
    return meet and (here == there or here is None or there is None)
