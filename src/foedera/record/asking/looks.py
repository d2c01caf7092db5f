"""What a page about one thing shows, gathered in one go and bounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from foedera.errors import NotInRecord
from foedera.record.explain import judgement_row
from foedera.record.listing import Row
from foedera.store import Store

MOST = 200
"""A look lists so many claims, judgements or reports at most, and counts them all."""
_BRIEF = (
    *("id", "kind", "actors", "recipients", "object", "when", "where", "quantities"),
    *("reality", "reports", "agreement"),
)


def brief_event(row: Row) -> Row:
    """Return what a line about an event needs."""
    return {name: row[name] for name in _BRIEF}


def brief_events(store: Store, names: Iterable[str]) -> list[Row]:
    """Return lines about some events, in time."""
    rows = store.computed_rows("event", list(names)[:MOST]).values()
    return sorted(map(brief_event, rows), key=lambda row: (_first_day(row["when"]), row["id"]))


def brief_reports(store: Store, reports: Iterable[str]) -> dict[str, Row]:
    """Return id, key, title, outlet, url and day of some reports, by id."""
    wanted = sorted(set(reports))
    days = store.computed_rows("day", wanted)
    names = store.keys_in(wanted)
    found = {}
    for head in store.heads_in(wanted):
        report = head["report"]
        inferred = days.get(report)
        found[report] = {
            "id": report,
            "key": names[report][0],
            **{name: head.get(name) for name in ("title", "outlet", "url")},
            "published": _days(inferred) if inferred else head["published"],
        }
    return found


def tellings(store: Store, claims: Iterable[str]) -> list[Row]:
    """Return claims with the words they stand in and their reports, in order of publication.

    `report` is a line about the report, `event` the event's id, `agreed` the agreement's,
    `corrections` what people set anew.
    """
    rows = store.claims_in(claims)
    names = [row["id"] for row in rows]
    texts = store.texts_in({row["report"] for row in rows})
    heads = brief_reports(store, texts)
    events = store.wholes_of("event", names)
    agreements = store.wholes_of("agreement", names)
    corrected: dict[str, list[Row]] = {}
    for one in store.corrections(names):
        corrected.setdefault(one.claim, []).append(asdict(one))
    told = [
        {
            **{k: v for k, v in row.items() if k not in ("report", "order")},
            "quote": texts[row["report"]][row["start"] : row["end"]],
            "report": heads[row["report"]],
            "event": events.get(row["id"]),
            "agreed": agreements.get(row["id"]),
            "corrections": corrected.get(row["id"], []),
        }
        for row in rows
    ]
    return sorted(told, key=_telling_order)


def _telling_order(row: Row) -> tuple[str, str, int, str]:
    report = row["report"]
    return _first_day(report["published"]), report["id"], row["start"], row["id"]


def look_event(store: Store, row: Row) -> Row:
    """Gather an event: its tellings, why they are one, what it may be one with."""
    told = tellings(store, row["claims"][:MOST])
    reports = {one["report"]["id"] for one in told}
    held = set(row["claims"][:MOST])
    judged = store.judgements_about(held, layer="event")
    within = sorted((j for j in judged if {j.left, j.right} <= held), key=lambda j: (j.score, j.id))
    beside = [j for j in judged if not {j.left, j.right} <= held and j.verdict != "same"]
    beside.sort(key=lambda j: (-j.score, j.id))
    return {
        "event": row,
        "tellings": told,
        "tellings_total": len(row["claims"]),
        "judgements": [judgement_row(j) for j in within[:MOST]],
        "judgements_total": len(within),
        "beside": _beside(store, beside[:20], held),
        "beside_total": len(beside),
        "contains": brief_events(store, row["contains"]),
        "part_of": brief_events(store, row["part_of"]),
        "agreement": _brief_agreement(store, row["agreement"]),
        "stories": sorted(set(store.wholes_of("story", reports).values())),
    }


def _beside(store: Store, judged: Sequence[Any], held: set[str]) -> list[Row]:
    """Return judgements that kept something apart from an event, with the other event."""
    others = [one.right if one.left in held else one.left for one in judged]
    homes = store.wholes_of("event", others)
    events = {row["id"]: row for row in brief_events(store, set(homes.values()))}
    return [
        {**judgement_row(one), "other": events.get(homes.get(other, ""))}
        for one, other in zip(judged, others, strict=True)
    ]


def _brief_agreement(store: Store, name: str | None) -> Row | None:
    row = store.computed_row("agreement", name) if name else None
    if row is None:
        return None
    return {"id": row["id"], "title": next(iter(row["titles"]), None), "parties": row["parties"]}


def look_report(store: Store, name: str) -> Row:
    """Gather a report by its id or the input's name: text, what was read, what it belongs to."""
    report = name if store.holds_report(name) else store.report_named(name)
    if report is None:
        raise NotInRecord(f"No report {name} in this record. Copy an id from a listing.")
    (head, text), *_ = store.reports_in([report])
    own = {k: v for k, v in head.items() if k not in ("id", "report")}
    claims = tellings(store, [name for name, _ in store.kinds_in([report])])
    events = {one["event"] for one in claims} - {None}
    agreements = {one["agreed"] for one in claims} - {None}
    return {
        "report": {**brief_reports(store, [report])[report], **_undated(own), "text": text},
        "keys": store.keys_in([report])[report],
        **store.found_in(report),
        "claims": claims,
        "events": {row["id"]: row for row in brief_events(store, sorted(map(str, events)))},
        "agreements": [_brief_agreement(store, str(name)) for name in sorted(map(str, agreements))],
        "story": store.whole("story", report) or report,
        "copies": _copies(store, report),
    }


def _undated(head: Row) -> Row:
    return {k: v for k, v in head.items() if k != "published"}


def _copies(store: Store, report: str) -> list[Row]:
    """Return the reports that share text with one, with what was judged of the two."""
    found = [
        one
        for layer in ("copy", "revision")
        for one in store.judgements_about([report], layer=layer)
    ][:MOST]
    others = {one.id: one.right if one.left == report else one.left for one in found}
    heads = brief_reports(store, others.values())
    return [
        {**judgement_row(one), "other": heads[others[one.id]]}
        for one in sorted(found, key=lambda j: (-j.score, j.id))
        if others[one.id] in heads
    ]


def _days(row: Row) -> Row:
    return {name: row[name] for name in ("earliest", "latest", "basis")}


def _first_day(days: Row | None) -> str:
    return (days or {}).get("earliest") or (days or {}).get("latest") or "9999-12-31"
