"""What people decide over the rules: rows with reason, maker and time."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime

from foedera.data import Correction, Judgement, Layer, Reason, Verdict
from foedera.errors import FoederaError, NotInRecord
from foedera.measure import content_id
from foedera.merge.corrections import check_value
from foedera.settle import merging_verdict
from foedera.store import Store

LIVE_FROM = 500
"""From so many reports on, what people decide is merged at once; fewer are settled soon enough."""


def working_in(
    store: Store, name: str, claims: Collection[str], reports: Collection[str] = (), *, reach: bool
) -> AbstractContextManager[None]:
    """Work what is decided within at once into a large settled record; a small one settles whole.

    `name` is the id of the row that is made or taken back within.
    `reports` are those whose claims change; with `reach`, claims may come to other events.
    """
    if not store.settled() or store.count_reports() < LIVE_FROM:
        return nullcontext()
    return merging_verdict(store, name, claims, reports, reach=reach)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def judge(
    store: Store,
    pair: tuple[str, str],
    verdict: Verdict,
    *,
    because: str,
    maker: str,
    about: Layer | None = None,
) -> Judgement:
    """Add a person's judgement about two claims, events, agreements or reports.

    Of two reports it is whether they belong to one story, or with `about` whether one is a copy;
    of a report and itself, whether it was published on the day inferred for it.
    """
    layer, left, right = _pair(store, pair)
    if layer == "story":
        layer = "day" if left == right else "copy" if about == "copy" else "story"
    left, right = sorted((left, right))
    made = _now()
    row = Judgement(
        id=content_id("judged", layer, left, right, verdict, maker, made),
        layer=layer,
        left=left,
        right=right,
        verdict=verdict,
        score=1.0 if verdict == "same" else -1.0 if verdict == "different" else 0.0,
        reasons=(Reason("person", 1.0, because),),
        maker=maker,
        made=made,
    )
    if layer == "event":
        with working_in(store, row.id, _sides(row), reach=False):
            store.judge(row)
    else:
        store.judge(row)
    return row


def _sides(row: Judgement) -> tuple[str, str]:
    """Return the two that a judgement is about."""
    return row.left, row.right


def _pair(store: Store, pair: tuple[str, str]) -> tuple[Layer, str, str]:
    found = [_sort(store, name) for name in pair]
    (left_sort, left), (right_sort, right) = found
    if left_sort != right_sort:
        raise NotInRecord(
            f"{left_sort} {pair[0]} and {right_sort} {pair[1]}: name two of one sort."
        )
    layers: dict[str, Layer] = {
        "claim": "event",
        "event": "event",
        "agreement": "agreement",
        "report": "story",
    }
    return layers[left_sort], left, right


def _sort(store: Store, name: str) -> tuple[str, str]:
    """Return what an id names, and the claim or report that stands for it."""
    if store.holds_claim(name):
        return "claim", name
    for sort in ("event", "agreement"):
        row = store.computed_row(sort, name)
        if row is not None:
            return sort, min(row["claims"])
    if store.holds_report(name):
        return "report", name
    raise NotInRecord(f"Nothing in this record has the id {name}. Copy one from a listing.")


def correct(
    store: Store, change: tuple[str, str, str | None], *, because: str, maker: str
) -> Correction:
    """Add a person's correction of one claim's field, or its rejection."""
    claim, field, value = change
    report = store.claim(claim)["report"]
    problem = None if field == "reject" else check_value(field, value or "")
    if problem:
        raise FoederaError(f"{problem}.")
    made = _now()
    row = Correction(
        id=content_id("corrected", claim, field, value, maker, made),
        claim=claim,
        field=field,
        value=value,
        because=because,
        maker=maker,
        made=made,
    )
    with working_in(store, row.id, [claim], [report], reach=True):
        store.correct(row)
    return row


def withdraw(store: Store, name: str) -> None:
    """Withdraw a person's row."""
    with _taking_back(store, name):
        at = _now()
        if not store.withdraw_addition(name, at=at):
            store.withdraw(name, at=at)


def _taking_back(store: Store, name: str) -> AbstractContextManager[None]:
    """Work in what is taken back within: a claim's correction or addition, or a judgement."""
    decided = store.decided(name)
    if isinstance(decided, Judgement):
        if decided.layer == "event":
            return working_in(store, name, _sides(decided), reach=True)
        return nullcontext()
    claim = decided.claim if decided is not None else name
    if not store.holds_claim(claim):
        return nullcontext()
    return working_in(store, name, [claim], [store.claim(claim)["report"]], reach=True)
