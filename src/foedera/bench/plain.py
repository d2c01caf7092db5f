"""Scores claims on single sentences of our own in the manner of agencies, with their answers.

An act is found where a claim of its kind has a trigger that overlaps the act's. Parties are right
where the states are the same and each other name stands in the name of a party; days, reality and
the number of levels of sources are right where they are equal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]

FIELDS = ("actors", "recipients", "when", "reality", "sources")


def score_plain(gold: Iterable[Row], system: Iterable[Row]) -> dict[str, float]:
    """Return recall and precision of acts, and how often each field is right on found acts."""
    claims = {row["id"]: row["claims"] for row in system}
    seen: Counter[str] = Counter()
    for row in gold:
        made = claims.get(str(row["n"]), [])
        pairs = match_acts(row, made)
        seen["acts"] += len(row["acts"])
        seen["claims"] += len(made)
        seen["found"] += len(pairs)
        seen["idle claims"] += 0 if row["acts"] else len(made)
        for act, claim in pairs:
            for field in FIELDS:
                if field in act:
                    seen[f"{field} asked"] += 1
                    seen[f"{field} right"] += is_right(field, act, claim)
    figures = {
        "acts recall": seen["found"] / max(1, seen["acts"]),
        "claims precision": seen["found"] / max(1, seen["claims"]),
        "claims where no act is told": float(seen["idle claims"]),
    }
    for field in FIELDS:
        figures[f"{field} right"] = seen[f"{field} right"] / max(1, seen[f"{field} asked"])
    return figures


def match_acts(row: Row, claims: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Pair each act with the first free claim of its kind at its trigger."""
    free, pairs = list(claims), []
    for act in row["acts"]:
        start = row["text"].find(act["trigger"])
        end = start + len(act["trigger"])
        for claim in free:
            at = claim["trigger"]
            if claim["kind"] == act["kind"] and at[0] < end and start < at[1]:
                pairs.append((act, claim))
                free.remove(claim)
                break
    return pairs


def is_right(field: str, act: Row, claim: Row) -> bool:
    """Say whether a claim has one field as the answer has it."""
    if field in ("actors", "recipients"):
        return _same_parties(act[field], claim.get(field) or [])
    if field == "when":
        return _days(act["when"]) == _told_days(claim.get("when") or {})
    if field == "reality":
        return bool(claim["reality"] == act["reality"])
    return len(act["sources"]) == len(claim.get("sources") or [])


def _same_parties(wanted: Sequence[str], found: Sequence[Row]) -> bool:
    states = {w for w in wanted if len(w) == 3 and w.isupper()}
    have = {a["country"] for a in found if a.get("country")}
    names = [_fold(w) for w in wanted if w not in states]
    said = [_fold(a["name"]) for a in found]
    return states == have - _told_of(names, found) and all(
        any(name in one or one in name for one in said) for name in names
    )


def _told_of(names: Sequence[str], found: Sequence[Row]) -> set[str]:
    """Return the states of parties that the answer gives by name."""
    return {
        a["country"]
        for a in found
        if a.get("country") and any(n in _fold(a["name"]) or _fold(a["name"]) in n for n in names)
    }


def _fold(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()


def _days(told: str) -> tuple[str | None, str | None]:
    first, _, last = told.partition("/")
    return first or None, (last if "/" in told else first) or None


def _told_days(when: Row) -> tuple[str | None, str | None]:
    return when.get("earliest"), when.get("latest")
