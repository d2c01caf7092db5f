"""Scores merging on pairs labelled by hand: one happening or two; copy, part or quotation.

A label of two claims names two places by report and offsets; the claims that stand there are
joined where they lie in one event. A place at which nothing was claimed counts as not joined, and
is counted. A label of two reports is met by the judgement on what they share.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any, TypeAlias

from foedera.data import Judgement
from foedera.merge.counting import count_origins
from foedera.merge.telling import Telling
from foedera.record.knowing import dated_sources
from foedera.settle import load_tellings, trace_all
from foedera.store import Store

Row: TypeAlias = dict[str, Any]
Pair: TypeAlias = frozenset[str]
Place: TypeAlias = tuple[str, int, int]
Judge: TypeAlias = Callable[[Iterable[tuple[str, str]]], list[Judgement]]


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


def score_origins(
    labels: Iterable[Row], tellings: Mapping[str, Sequence[Telling]], copy_of: Mapping[str, str]
) -> dict[str, float]:
    """Return how often both ends of the range of origins are as two readers counted them.

    `tellings` holds the claims of each report by the key it was read under. A label names places;
    the claims that stand there are taken for one event, whatever the record makes of them.
    """
    chains = trace_all(telling for told in tellings.values() for telling in told)
    seen: Counter[str] = Counter()
    for label in labels:
        found = [
            next((t for t in tellings.get(report, ()) if _stands_at(t, start, end)), None)
            for report, start, end in label["claims"]
        ]
        told = [telling for telling in found if telling is not None]
        seen["events"] += 1
        if told:
            counted = count_origins(told, chains, copy_of)
            ends = counted.low == label["low"], counted.high == label["high"]
            seen.update({"low": ends[0], "high": ends[1], "right": all(ends)})
    events = max(1, seen["events"])
    return {
        "origins right": seen["right"] / events,
        "origins low end": seen["low"] / events,
        "origins high end": seen["high"] / events,
    }


def tellings_in(
    store: Store, labels: Iterable[Row]
) -> tuple[dict[str, list[Telling]], dict[str, str]]:
    """Return the claims of the labelled reports by key, and which reports copy which."""
    wanted = {claim[0] for label in labels for claim in label["claims"]}
    keys = {head["report"]: head["id"] for head in store.heads() if head["id"] in wanted}
    sources = {r: source for r, source in dated_sources(store).items() if r in keys}
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in load_tellings(store, sources):
        found[keys[telling.source.report]].append(telling)
    return dict(found), dict(store.members("copy"))


def _stands_at(telling: Telling, start: int, end: int) -> bool:
    trigger = telling.claim.passage.trigger
    return trigger.start < end and start < trigger.end


SHARING = {
    "copied": "copy",
    "revised": "revision",
    "partly_copied": "partial",
    "shared_quotation": "quotation",
    "shared_furniture": "boilerplate",
}
"""The finding that a judgement on two reports rests on, as the labels call it."""


def sharing_of(labels: Iterable[Row], judge: Judge, keys: Mapping[str, str]) -> dict[Pair, str]:
    """Map the labelled pairs of reports, by the key they were read under, to what they share.

    `judge` answers for pairs of reports by id, as `foedera why` does.
    """
    named = {key: report for report, key in keys.items()}
    pairs = [
        (label["left"], label["right"])
        for label in labels
        if label["left"] in named and label["right"] in named
    ]
    judged = judge([(named[left], named[right]) for left, right in pairs])
    features = (one.reasons[0].feature for one in judged)
    return {
        frozenset(pair): SHARING[feature]
        for pair, feature in zip(pairs, features, strict=True)
        if feature in SHARING
    }


def score_sharing(
    labels: Iterable[Row], found: Mapping[Pair, str], held: Set[str]
) -> dict[str, float]:
    """Return F1 by label and its mean; pairs of which the record lacks a report are left out."""
    seen: Counter[tuple[str, str]] = Counter()
    for label in labels:
        if label["left"] in held and label["right"] in held:
            pair = frozenset((label["left"], label["right"]))
            seen[label["label"], found.get(pair, "independent")] += 1
    names = sorted({wanted for wanted, _ in seen})
    figures = {"report pairs": float(sum(seen.values()))}
    for name in names:
        wanted = sum(n for (a, _), n in seen.items() if a == name)
        made = sum(n for (_, b), n in seen.items() if b == name)
        figures[f"{name} f1"] = 2 * seen[name, name] / max(1, wanted + made)
    figures["sharing macro-f1"] = sum(figures[f"{n} f1"] for n in names) / max(1, len(names))
    return figures
