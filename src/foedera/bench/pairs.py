"""Scores merging on pairs of claims labelled by hand: are they one happening or two?

A label names two places by report and offsets; the claims that stand there are joined where they
lie in one event. A place at which nothing was claimed counts as not joined, and is counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
Place: TypeAlias = tuple[str, int, int]


def score_pairs(labels: Iterable[Row], events: Mapping[Place, str]) -> dict[str, float]:
    """Return how well joins follow the labels; `events` maps places of claims to their event."""
    by_report: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for (report, start, end), event in events.items():
        by_report[report].append((start, end, event))
    seen: Counter[str] = Counter()
    for label in labels:
        left, right = (_events_at(label[side], by_report) for side in ("left", "right"))
        joined, same = bool(left & right), label["verdict"] == "same"
        seen["pairs"] += 1
        seen["unclaimed"] += not (left and right)
        seen["same"] += same
        seen["joined"] += joined
        seen["hit"] += joined and same
    precision = seen["hit"] / max(1, seen["joined"])
    recall = seen["hit"] / max(1, seen["same"])
    different = seen["pairs"] - seen["same"]
    return {
        "pairs": float(seen["pairs"]),
        "claimed": 1 - seen["unclaimed"] / max(1, seen["pairs"]),
        "same precision": precision,
        "same recall": recall,
        "same f1": 2 * precision * recall / max(1e-9, precision + recall),
        "false merges": (seen["joined"] - seen["hit"]) / max(1, different),
    }


def _events_at(
    place: tuple[str, int, int], by_report: Mapping[str, list[tuple[int, int, str]]]
) -> set[str]:
    report, start, end = place
    return {e for a, b, e in by_report.get(report, ()) if a < end and start < b}


def places_of(claims: Iterable[Row], events: Iterable[Row], keys: Mapping[str, str]) -> Any:
    """Map the place of each claim, its report by the key it was read under, to its event."""
    event_of = {claim: row["id"] for row in events for claim in row["claims"]}
    return {
        (keys[row["report"]], row["trigger"][0], row["trigger"][1]): event_of.get(
            row["id"], row["id"]
        )
        for row in claims
    }
