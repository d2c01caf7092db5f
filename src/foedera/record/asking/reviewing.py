"""What waits for a person: near calls, contradictory statuses, inferred days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from foedera.data import Judgement, Layer, Verdict
from foedera.errors import FoederaError
from foedera.merge.events import SAME
from foedera.record.asking import looks
from foedera.record.asking.pages import Page, check_limit, read_cursor, write_cursor
from foedera.record.explain import reason_row
from foedera.record.knowing import last_day
from foedera.record.listing import Listing, Row
from foedera.store import Store

if TYPE_CHECKING:
    from foedera.record.asking.finding import Finding

NEAR = 0.05
"""A verdict `same` so near its bound is asked about too."""
COUNTED = 10_000
"""So many of a sort are counted; of more it is said that there are at least so many."""
LAYERS: tuple[Layer, ...] = ("event", "agreement", "story", "copy")
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
    store, most = record._ask(), check_limit(limit)
    stages = [stage for stage in _stages(record) if sort in (None, stage.sort)]
    counts = [stage.count() for stage in stages]
    number, last = _start(after, len(stages))
    items: list[tuple[int, str]] = []
    while number < len(stages) and len(items) <= most:
        names = stages[number].names(last, most + 1 - len(items))
        items += [(number, name) for name in names]
        number, last = number + 1, None
    rows = _rows(store, [(stages[place].sort, name) for place, name in items[:most]])
    following = write_cursor(items[most - 1]) if len(items) > most else None
    return Page(rows, sum(counts), following, capped=max(counts, default=0) >= COUNTED)


class Stage(Protocol):
    """One sort of what waits, or the part of it that is judged alike."""

    sort: str

    def count(self) -> int:
        """Return how many wait."""

    def names(self, after: str | None, most: int) -> list[str]:
        """Return the first ids, or the first that follow one."""


def _start(after: str | None, stages: int) -> tuple[int, str | None]:
    if after is None:
        return 0, None
    key = read_cursor(after)
    if len(key) != 2 or not isinstance(key[0], int) or not 0 <= key[0] < stages:
        raise FoederaError("This page does not exist. Ask again from the first one.")
    return key[0], str(key[1])


def _stages(record: Finding) -> list[Stage]:
    """Return what waits in the order of asking."""
    store = record._ask()
    calls = [_Calls(store, layer, "unsure", (-100.0, 100.0)) for layer in LAYERS]
    calls.insert(1, _Calls(store, "event", "same", (SAME, SAME + NEAR)))
    index = record._index_now()
    on = index.agreements_on(last_day(store))
    contested = [row["id"] for row in on if row["contested"]]
    kept = {j.left for j in store.people_judgements() if j.layer == "day" and not j.withdrawn}
    inferred = sorted({row["id"] for row in store.computed("day")} - kept)
    return [*calls, _Listed("status", contested), _Listed("day", inferred)]


class _Listed:
    """Ids in their order."""

    def __init__(self, sort: str, names: list[str]) -> None:
        self.sort = sort
        self._names = names

    def count(self) -> int:
        return len(self._names)

    def names(self, after: str | None, most: int) -> list[str]:
        start = self._names.index(after) + 1 if after in self._names else 0
        return self._names[start : start + most]


class _Calls:
    """Judgements of the rules that no person decided, the nearest to the bound first."""

    def __init__(
        self, store: Store, layer: Layer, verdict: Verdict, bounds: tuple[float, float]
    ) -> None:
        self.sort: str = layer
        self._store = store
        self._asked = layer, verdict, bounds
        pairs = (j for j in store.people_judgements() if j.withdrawn is None)
        self._decided = {(j.left, j.right) for j in pairs if j.layer == layer}

    def count(self) -> int:
        layer, verdict, bounds = self._asked
        found = self._store.count_calls(layer, verdict, bounds, COUNTED)
        if not self._decided or found == COUNTED:
            return found
        about = self._store.judgements_about({left for left, _ in self._decided}, layer=layer)
        return found - sum(
            j.maker == "rule"
            and (j.left, j.right) in self._decided
            and j.verdict == verdict
            and bounds[0] <= j.score < bounds[1]
            for j in about
        )

    def names(self, after: str | None, most: int) -> list[str]:
        last = self._store.decided(after) if after is not None else None
        start = last if isinstance(last, Judgement) else None
        found = self._store.calls(*self._asked, start, most + len(self._decided))
        return [j.id for j in found if (j.left, j.right) not in self._decided][:most]


def _rows(store: Store, items: Sequence[tuple[str, str]]) -> Listing:
    """Write what waits, with the sides of all judgements looked up together."""
    judged = {
        name: found
        for sort, name in items
        if sort in LAYERS and isinstance(found := store.decided(name), Judgement)
    }
    sides = _sides(store, judged.values())
    rows = Listing()
    for sort, name in items:
        if name in judged:
            rows.append(_judged(sort, judged[name], sides))
        elif sort == "status":
            rows.append(_contested(store, name))
        elif sort == "day":
            rows.append(_dated(store, name))
    return rows


def _sides(store: Store, judged: Iterable[Judgement]) -> dict[str, Row]:
    """Return claims with their words, and lines about reports."""
    claims: set[str] = set()
    reports: set[str] = set()
    for one in judged:
        wanted = claims if one.layer in ("event", "agreement") else reports
        wanted |= {one.left, one.right}
    told = looks.tellings(store, claims) if claims else []
    return {row["id"]: row for row in told} | looks.brief_reports(store, reports)


def _judged(sort: str, one: Judgement, sides: Mapping[str, Row]) -> Row:
    reasons = sorted(one.reasons, key=lambda r: (-abs(r.weight), r.feature))
    return {
        "id": one.id,
        "sort": sort,
        "asks": _ASKS[sort],
        "left": sides.get(one.left),
        "right": sides.get(one.right),
        "verdict": one.verdict,
        "score": one.score,
        "because": [reason_row(reason) for reason in reasons],
        "call": {
            "method": "judge",
            "left": one.left,
            "right": one.right,
            "verdict": None,
            "about": one.layer,
        },
    }


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
        "because": [reason_row(r) for one in because[:5] for r in one.reasons],
        "call": {
            "method": "judge",
            "left": report,
            "right": report,
            "verdict": None,
            "about": "day",
        },
    }
