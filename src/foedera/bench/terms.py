"""Scores the terms of agreements that reports of our own tell, with who owes them.

A term is told where a claim that an agreement provides something, or one that carries an
obligation, has a trigger within the term's words. Who owes it is right where the obligation names
the answer's states and bodies and nobody else; terms that nobody owes (a share, a duration) are
not asked. What a report tells besides, and is no term, is listed with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]

_PROVIDES = "agreement.provide"


def score_terms(gold: Iterable[Row], system: Iterable[Row]) -> dict[str, float]:
    """Return recall and precision of terms, and how often who owes them is right."""
    claims = {row["id"]: row["claims"] for row in system}
    seen: Counter[str] = Counter()
    for row in gold:
        made = claims.get(str(row["n"]), [])
        sure = [term for term in row["terms"] if term.get("sure", True)]
        for term in sure:
            _count_term(term, _within(row, term["quote"], made), seen)
        provided = [c for c in made if c["kind"] == _PROVIDES]
        met = {c["id"] for term in row["terms"] for c in _within(row, term["quote"], provided)}
        led = {c["id"] for one in row["others"] for c in _within(row, one["quote"], provided)}
        seen["provided"] += len(provided)
        seen["met"] += len(met)
        seen["led astray"] += len(led - met)
    return {
        "terms recall": seen["told"] / max(1, seen["terms"]),
        "claims precision": seen["met"] / max(1, seen["provided"]),
        "claims of what is no term": float(seen["led astray"]),
        "owed": seen["owed"] / max(1, seen["duties"]),
        "bearers right": seen["bearers right"] / max(1, seen["owed"]),
    }


def _count_term(term: Row, found: Sequence[Row], seen: Counter[str]) -> None:
    owed = [c["obligation"] for c in found if c.get("obligation")]
    seen["terms"] += 1
    seen["told"] += bool(owed) or any(c["kind"] == _PROVIDES for c in found)
    if term["bearers"]:
        seen["duties"] += 1
        seen["owed"] += bool(owed)
        seen["bearers right"] += any(_same(term["bearers"], one["bearers"]) for one in owed)


def _within(row: Row, quote: str, claims: Sequence[Row]) -> list[Row]:
    """List the claims whose trigger lies within some words of a report."""
    start = row["text"].index(quote)
    end = start + len(quote)
    return [c for c in claims if c["trigger"][0] < end and c["trigger"][1] > start]


def _same(wanted: Sequence[str], told: Sequence[str]) -> bool:
    """Say whether the same are named: states by their codes, others where one name holds the other.

    >>> _same(["EU", "SEN"], ["SEN", "EU"]), _same(["SEN"], ["SEN", "FRA"])
    (True, False)
    """
    return len(wanted) >= len(set(told)) and all(
        any(w == t or w.lower() in t.lower() or t.lower() in w.lower() for t in told)
        for w in wanted
    )
