"""Events coded in PLOVER, one object each: event, mode, contexts, who, when, where, and the words.

An event that nobody tells as done, asks for or refuses in PLOVER's sense is left out, and so is
one that is only denied: who counts the objects counts no denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from foedera.registry import plover_codes
from foedera.view.exports.choice import Chosen
from foedera.view.exports.jsonl import json_array
from foedera.view.exports.places import find_precision
from foedera.view.exports.standing import Standing, find_standing, list_evidence, who_doubts
from foedera.view.rows import Row

_UNREAL = ("possible", "conditional")


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with its PLOVER code, how it stands, and its claims."""

    event: Row
    code: Row
    standing: Standing
    claims: list[Row]


def write(chosen: Chosen) -> Iterator[str]:
    """Write a JSON array, one event a line."""
    yield from json_array(_row(coded) for coded in code_events(chosen))
    yield "\n"


def code_events(chosen: Chosen) -> Iterator[Coded]:
    """Yield the events that PLOVER codes, as they are told.

    What is promised agrees, what is announced threatens, what is asked for is a request; what is
    only possible, or only denied, is no event.
    """
    codes = plover_codes()

    def find_code(event: Row) -> Row | None:
        return codes.get((str(event["kind"]), str(event["reality"])))

    def is_coded(event: Row) -> bool:
        return event["reality"] not in _UNREAL and find_code(event) is not None

    for event, claims in chosen.told(is_coded):
        code, standing = find_code(event), find_standing(event, claims)
        if code is not None and not standing.is_denied:
            yield Coded(event, code, standing, claims)


def _row(coded: Coded) -> dict[str, Any]:
    event, code = coded.event, coded.code
    when = event["when"] or {}
    first, last = when.get("earliest"), when.get("latest")
    return {
        "id": event["id"],
        "date": first if first and first == last else None,
        "earliest": first,
        "latest": last,
        "datePrecision": when.get("precision"),
        "dateWords": when.get("words"),
        "event": code["event"],
        "mode": code["mode"],
        "contexts": code["contexts"],
        "kind": event["kind"],
        "reality": event["reality"],
        "standing": coded.standing.word,
        "doubts": who_doubts(coded.claims),
        "actors": [_actor(row) for row in event["actors"]],
        "recipients": [_actor(row) for row in event["recipients"]],
        "location": _location(event["where"]),
        "quantities": [_quantity(row) for row in event["quantities"]],
        "origins": event["origins"],
        "evidence": list_evidence(coded.claims),
    }


def _actor(row: Row) -> dict[str, Any]:
    return {key: row.get(key) for key in ("name", "country", "kind", "office")}


def _location(where: Row | None) -> dict[str, Any] | None:
    if where is None:
        return None
    point = {key: where.get(key) for key in ("name", "country", "lat", "lon")}
    return {**point, "precision": find_precision(where)}


def _quantity(row: Row) -> dict[str, Any]:
    keys = ("value", "bound", "low", "high", "approximate", "unit", "words")
    return {key: row.get(key) for key in keys}
