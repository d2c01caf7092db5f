"""Scores claims against whole reports in which readers wrote down every act.

The labels name a report and offsets; its text stays with the stream. A claim meets an act of one
of its kinds whose words its trigger touches, failing that one in the same sentence whose words no
such claim touches. What a careful reader might as well leave out (`sure` is false) is not asked
for, but a claim that meets it is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]

_BESIDE: Mapping[str, frozenset[str]] = {
    "happened": frozenset({"ongoing"}),
    "ongoing": frozenset({"happened"}),
    "planned": frozenset({"possible"}),
    "possible": frozenset({"planned", "conditional"}),
    "conditional": frozenset({"planned", "possible"}),
}
"""Realities that readers take for one another."""


def score_whole_reports(labels: Iterable[Row], system: Iterable[Row]) -> dict[str, float]:
    """Return the share of sure acts that are claimed, and of claims that tell an act.

    Then of the acts that are claimed the shares whose states, reality and day are right. A day is
    right where it is read from words that the label marks, or where neither has one.
    """
    claims = {row["id"]: row["claims"] for row in system}
    by_report: dict[str, list[Row]] = defaultdict(list)
    for label in labels:
        by_report[label["report"]].append(label)
    seen: Counter[str] = Counter()
    for name, acts in by_report.items():
        _count(acts, claims.get(name, ()), seen)
    acts_asked, made, met = (max(1, seen[n]) for n in ("sure", "claims", "met"))
    return {
        "acts": float(seen["sure"]),
        "acts recall": seen["sure met"] / acts_asked,
        "claims precision": seen["met"] / made,
        "claims where no act is told": 1 - seen["touching"] / made,
        "actors right": seen["actors"] / met,
        "recipients right": seen["recipients"] / met,
        "reality right": seen["reality"] / met,
        "when right": seen["when"] / met,
    }


def _count(acts: Sequence[Row], claims: Sequence[Row], seen: Counter[str]) -> None:
    met = meet(acts, claims)
    seen["claims"] += len(claims)
    seen["touching"] += sum(
        place in met.values() or any(_touches(claim, act) for act in acts)
        for place, claim in enumerate(claims)
    )
    for number, act in enumerate(acts):
        sure = act.get("sure", True)
        seen["sure"] += sure
        if number not in met:
            continue
        claim = claims[met[number]]
        seen["met"] += 1
        seen["sure met"] += sure
        for role in ("actors", "recipients"):
            seen[role] += {a["country"] for a in claim[role] if a.get("country")} == set(act[role])
        seen["reality"] += _fits(claim, act)
        seen["when"] += _is_dated_alike(claim, act)


def meet(acts: Sequence[Row], claims: Sequence[Row]) -> dict[int, int]:
    """Return act → the claim that meets it, by their places; each claim meets one act.

    >>> act = {"trigger": [5, 9], "sentence": [0, 30], "kind": "military.attack", "also": []}
    >>> meet([act], [{"trigger": [12, 16], "kind": "military.attack"}])
    {0: 0}
    """
    met: dict[int, int] = {}
    for number, act in enumerate(acts):
        free = [p for p, c in enumerate(claims) if _is_of(c, act) and p not in met.values()]
        found = [p for p in free if _touches(claims[p], act)]
        inside = (p for p in free if _stands_in(claims[p], act))
        others = [a for a in acts if a is not act]
        found += [p for p in inside if not any(_tells(claims[p], a) for a in others)]
        if found:
            met[number] = found[0]
    return met


def _is_of(claim: Row, act: Row) -> bool:
    return claim["kind"] == act["kind"] or claim["kind"] in act.get("also", ())


def _tells(claim: Row, act: Row) -> bool:
    return _is_of(claim, act) and _touches(claim, act)


def _touches(claim: Row, act: Row) -> bool:
    (start, end), (first, last) = claim["trigger"], act["trigger"]
    return bool(start < last and end > first)


def _stands_in(claim: Row, act: Row) -> bool:
    first, last = act["sentence"]
    return bool(first <= claim["trigger"][0] < last)


def _fits(claim: Row, act: Row) -> bool:
    """Say whether realities agree.

    Of a request that was made `demanded` is right too, of a step that is weighed `possible`.
    """
    told, wanted = claim["reality"], act["reality"]
    asked = act["kind"].startswith("request.") and told == "demanded"
    weighed = act["kind"] == "statement.consider" and told == "possible"
    return bool(told == wanted or told in _BESIDE.get(wanted, ()) or asked or weighed)


def _is_dated_alike(claim: Row, act: Row) -> bool:
    told, words = claim.get("when"), act.get("when")
    if not told or not words:
        return not told and not words
    return bool(told["start"] < words[1] and told["end"] > words[0])
