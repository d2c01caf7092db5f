"""Why the record says what it says: from a whole through judgements to words on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from foedera.data import Judgement, Layer, Reason
from foedera.errors import NotInRecord
from foedera.merge.events import Around, judge
from foedera.merge.held_apart import holds_apart
from foedera.merge.summary import agreement_row
from foedera.merge.telling import Telling
from foedera.record.knowing import dated_sources, last_day
from foedera.record.listing import Listing, Row
from foedera.record.sharing import SharedText
from foedera.settle import load_claim, person_verdicts
from foedera.store import Store


def quote(store: Store, claim: str) -> str:
    """Return the words of a claim's clause as they stand in its report."""
    row = store.claim(claim)
    return store.text(row["report"])[row["start"] : row["end"]]


def quotes(store: Store, claims: Iterable[str]) -> dict[str, str]:
    """Return the words of some claims' clauses, by claim."""
    rows = store.claims_in(claims)
    texts = {head["report"]: text for head, text in store.reports_in({r["report"] for r in rows})}
    return {row["id"]: texts[row["report"]][row["start"] : row["end"]] for row in rows}


def show(store: Store, name: str) -> Listing:
    """Show whatever has the id."""
    if store.holds_claim(name):
        return Listing([_claim_row(store, name)])
    if store.holds_report(name):
        return Listing([{"type": "report", **store.head(name), "text": store.text(name)}])
    for sort in ("event", "agreement"):
        row = store.computed_row(sort, name)
        if row is not None:
            return Listing(
                [
                    {
                        "type": sort,
                        **(agreement_row(row, last_day(store)) if sort == "agreement" else row),
                    }
                ]
            )
    found = store.decided(name)
    if isinstance(found, Judgement):
        return Listing([judgement_row(found)])
    if found is not None:
        return Listing([{"type": "correction", **asdict(found)}])
    raise NotInRecord(f"Nothing in this record has the id {name}. Copy one from a listing.")


def judgement_row(one: Judgement) -> Row:
    """Write a judgement with its reasons, the heaviest first."""
    reasons = sorted(one.reasons, key=lambda r: (-abs(r.weight), r.feature))
    fields = {name: getattr(one, name) for name in Judgement.__dataclass_fields__}
    return {"type": "judgement", **fields, "reasons": [reason_row(r) for r in reasons]}


def reason_row(reason: Reason) -> Row:
    """Write a finding that speaks for or against a judgement."""
    return {"feature": reason.feature, "weight": reason.weight, "note": reason.note}


def _claim_row(store: Store, name: str) -> Row:
    row = store.claim(name)
    return {
        "type": "claim",
        **row,
        "quote": store.text(row["report"])[row["start"] : row["end"]],
        "event": store.whole("event", name),
        "corrections": [asdict(c) for c in store.corrections() if c.claim == name],
    }


def why(store: Store, name: str) -> Listing:
    """Explain a whole, a claim or a report: the chain of judgements, the weakest first."""
    first = show(store, name)
    if first[0]["type"] in ("claim", "judgement", "correction"):
        return first
    if first[0]["type"] == "report":
        layers: tuple[Layer, ...] = ("copy", "revision", "story", "day")
        return Listing([*first, *_chain(store, [name], layers)])
    layer: Layer = "event" if first[0]["type"] == "event" else "agreement"
    members = first[0]["claims"]
    claims = [_claim_row(store, claim) for claim in members]
    return Listing([*first, *_chain(store, members, (layer,), within=True), *claims])


def _chain(
    store: Store, members: Iterable[str], layers: Iterable[Layer], *, within: bool = False
) -> Iterator[Row]:
    inside = set(members)
    found = [j for layer in layers for j in store.judgements_about(inside, layer=layer)]
    if within:
        found = [j for j in found if {j.left, j.right} <= inside or j.verdict != "same"]
    for one in sorted(found, key=lambda j: (j.score, j.id)):
        yield judgement_row(one)


def why_two(store: Store, left: str, right: str) -> Listing:
    """Weigh two claims, two reports, or the nearest claims of two wholes, against each other.

    Where the two would be one and their events are not, what holds these apart follows.
    """
    if store.holds_report(left) and store.holds_report(right):
        return _why_two_reports(store, left, right)
    sides = [_claims_of(store, name) for name in (left, right)]
    verdicts = person_verdicts(store)["event"]
    around = Around(store.members("story"), store.members("agreement"), verdicts)
    judged = [judge(a, b, around) for a in sides[0][:8] for b in sides[1][:8] if a.id != b.id]
    if not judged:
        raise NotInRecord(f"{left} and {right} are one claim.")
    best = max(judged, key=lambda j: (j.score, j.id))
    people = [j for j in store.people_judgements() if {j.left, j.right} == {best.left, best.right}]
    rows = [judgement_row(j) for j in [*people, best]]
    apart = _held_apart(store, best, around) if best.verdict == "same" and not people else []
    claims = dict.fromkeys((best.left, best.right, *(c for row in apart[1:] for c in _pair(row))))
    return Listing([*rows, *apart, *(_claim_row(store, claim) for claim in claims)])


def _pair(judgement: Row) -> tuple[str, str]:
    return judgement["left"], judgement["right"]


def _held_apart(store: Store, best: Judgement, around: Around) -> list[Row]:
    """Say what holds the events of two claims apart, and judge the two that stand between most."""
    event_of = store.wholes_of("event", (best.left, best.right))
    events = [event_of.get(claim, claim) for claim in (best.left, best.right)]
    if events[0] == events[1]:
        return []
    left, right = (_claims_of(store, event) for event in events)
    held = holds_apart(left, right, around, best.score)
    by_id = {telling.id: telling for telling in (*left, *right)}
    a, b = (by_id[claim] for claim in held.between)
    row = {"type": "apart", "events": events, **asdict(held)}
    return [row, judgement_row(judge(a, b, around))]


def _why_two_reports(store: Store, left: str, right: str) -> Listing:
    """Say what the texts of two reports share, and by what their stories are one."""
    if left == right:
        raise NotInRecord(f"{left} and {right} are one report.")
    told = [j for j in store.judgements_about([left], layer="story") if right in (j.left, j.right)]
    people = [j for j in store.people_judgements() if {j.left, j.right} == {left, right}]
    shared = SharedText(store).judge(left, right)
    known = dict.fromkeys(one.id for one in (*people, shared, *told))
    rows = {one.id: one for one in (*people, shared, *told)}
    heads = ({"type": "report", **store.head(name)} for name in (left, right))
    return Listing([*(judgement_row(rows[name]) for name in known), *heads])


def _claims_of(store: Store, name: str) -> list[Telling]:
    names = [name]
    if not store.holds_claim(name):
        whole = store.computed_row("event", name) or store.computed_row("agreement", name)
        if whole is None:
            raise NotInRecord(f"No claim, event or agreement {name} in this record.")
        names = whole["claims"]
    sources = dated_sources(store)
    return [load_claim(store, claim, sources) for claim in names[:8]]


def find_reports(store: Store, words: str) -> Iterator[Row]:
    """Yield the reports that hold all the words, best first."""
    for report in store.search(words):
        head = store.head(report)
        yield {
            "id": head["id"],
            "report": report,
            "title": head["title"],
            "outlet": head["outlet"],
            "published": head["published"],
        }
