"""What waits for a person: near calls, contradictory statuses, inferred days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from foedera.data import Judgement
from foedera.errors import FoederaError
from foedera.merge.events import SAME
from foedera.record.asking import looks
from foedera.record.asking.pages import Page, check_limit, read_cursor, write_cursor
from foedera.record.listing import Listing, Row
from foedera.store import Store

if TYPE_CHECKING:
    from foedera.record.asking.finding import Finding

NEAR = 0.05
"""A verdict `same` so near its bound is asked about too."""
LAYERS = ("event", "agreement", "story", "copy")
SORTS = (*LAYERS, "status", "day")
_ASKS = {
    "event": "Do these two tell of one event?",
    "agreement": "Do these two name one agreement?",
    "story": "Do these two reports belong to one story?",
    "copy": "Is one of these reports a copy of the other?",
    "status": "Its acts contradict each other. Is one of the claims wrong?",
    "day": "The report bears no day. Was it published on the day inferred for it?",
}


def review_items(record: Finding, sort: str | None, limit: int, after: str | None) -> Page:
    """List a page of what waits, one sort after the other."""
    if sort is not None and sort not in SORTS:
        raise FoederaError(f"“{sort}” is no sort of review; these are: {', '.join(SORTS)}.")
    store = record._ask()
    sorts = SORTS if sort is None else (sort,)
    items = [(number, *item) for number, one in enumerate(sorts) for item in _keys(record, one)]
    start = () if after is None else read_cursor(after)
    following = [item for item in items if item[:3] > start] if start else items
    shown = following[: check_limit(limit)]
    rows = _rows(store, [(sorts[number], name) for number, _, name in shown])
    more = len(following) > len(shown)
    return Page(rows, len(items), write_cursor(shown[-1]) if more else None)


def _keys(record: Finding, sort: str) -> Iterable[tuple[int, str]]:
    """Yield the items of a sort: how far from the call they are, and their id."""
    store = record._ask()
    if sort in LAYERS:
        decided = {(j.left, j.right) for j in store.people_judgements() if j.withdrawn is None}
        return sorted(
            (_distance(j), j.id)
            for j in store.judgements(maker="rule")
            if j.layer == sort
            and (j.left, j.right) not in decided
            and (j.verdict == "unsure" or (j.verdict == "same" and j.score < SAME + NEAR))
        )
    if sort == "status":
        found = record.find_agreements(status="contested", limit=500).rows
        return [(place, row["id"]) for place, row in enumerate(found)]
    return sorted((0, row["id"]) for row in store.computed("day"))


def _distance(one: Judgement) -> int:
    return round(abs(one.score - SAME) * 1_000_000)


def _rows(store: Store, items: Sequence[tuple[str, str]]) -> Listing:
    judged = {name: found for sort, name in items if (found := store.decided(name)) is not None}
    rows = Listing()
    for sort, name in items:
        one = judged.get(name)
        if sort in LAYERS and isinstance(one, Judgement):
            rows.append(_judged(store, sort, one))
        elif sort == "status":
            rows.append(_contested(store, name))
        elif sort == "day":
            rows.append(_dated(store, name))
    return rows


def _judged(store: Store, sort: str, one: Judgement) -> Row:
    sides = [_side(store, sort, name) for name in (one.left, one.right)]
    reasons = sorted(one.reasons, key=lambda r: (-abs(r.weight), r.feature))
    return {
        "id": one.id,
        "sort": sort,
        "asks": _ASKS[sort],
        "left": sides[0],
        "right": sides[1],
        "verdict": one.verdict,
        "score": one.score,
        "because": [asdict(reason) for reason in reasons],
        "call": {"method": "judge", "left": one.left, "right": one.right, "verdict": None},
    }


def _side(store: Store, sort: str, name: str) -> Row | None:
    """Return a claim with its words, or a line about a report."""
    if sort in ("event", "agreement"):
        return next(iter(looks.tellings(store, [name])), None)
    return looks.brief_reports(store, [name]).get(name)


def _contested(store: Store, name: str) -> Row:
    cached = store.computed_row("agreement", name) or {}
    acts = [looks.tellings(store, act["claims"][:1]) for act in cached["acts"][:20]]
    return {
        "id": name,
        "sort": "status",
        "asks": _ASKS["status"],
        "left": {"titles": cached["titles"][:3], "parties": cached["parties"]},
        "right": None,
        "verdict": None,
        "score": None,
        "because": [told[0] for told in acts if told],
        "call": {"method": "reject", "claim": None},
    }


def _dated(store: Store, report: str) -> Row:
    because = store.judgements_about([report], layer="day")
    return {
        "id": report,
        "sort": "day",
        "asks": _ASKS["day"],
        "left": looks.brief_reports(store, [report]).get(report),
        "right": None,
        "verdict": None,
        "score": None,
        "because": [asdict(r) for one in because[:5] for r in one.reasons],
        "call": {"method": "judge", "left": report, "right": None, "verdict": "different"},
    }
