"""Scores type and both countries of acts between states, on sentences labelled by hand.

The labels name a report and a stretch of it; its text stays with the stream. A claim answers a
label where its trigger stands in the stretch. Countries are met as the scorer of the gold sets
meets them: one source among the actors, one target among the recipients, or among the actors
where the claim has no recipient.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]


def score_acts(labels: Iterable[Row], system: Iterable[Row]) -> dict[str, float]:
    """Return the shares of labelled acts whose type, countries, and both at once are found."""
    claims = {row["id"]: row["claims"] for row in system}
    seen: Counter[str] = Counter()
    for label in labels:
        inside = [c for c in claims.get(label["report"], ()) if _stands_in(c, label)]
        wanted = {label["event"], *label.get("also", ())}
        typed = [c for c in inside if c["plover"]["event"] in wanted]
        seen["labels"] += 1
        seen["type"] += bool(typed)
        seen["countries"] += any(names_both(c, label) for c in inside)
        seen["whole"] += any(names_both(c, label) for c in typed)
    whole = max(1, seen["labels"])
    return {
        "sentences": float(seen["labels"]),
        "type recall": seen["type"] / whole,
        "both countries": seen["countries"] / whole,
        "type and both countries": seen["whole"] / whole,
    }


def _stands_in(claim: Row, label: Row) -> bool:
    inside: bool = label["start"] <= claim["trigger"][0] < label["end"]
    return inside and bool((claim.get("plover") or {}).get("event"))


def names_both(claim: Mapping[str, Any], label: Mapping[str, Any]) -> bool:
    """Say whether a claim names a source and a target of a label.

    >>> usa, irn = {"country": "USA"}, {"country": "IRN"}
    >>> claim = {"actors": [usa], "recipients": [irn]}
    >>> names_both(claim, {"source": ["USA"], "target": ["IRN", "SYR"]})
    True
    """
    actors = {a["country"] for a in claim["actors"] if a.get("country")}
    recipients = {a["country"] for a in claim["recipients"] if a.get("country")}
    source, target = set(label["source"]), set(label["target"])
    return bool(actors & source) and bool((recipients or actors) & target)
