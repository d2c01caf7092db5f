"""Search over everything: words and typed conditions, all of them in the address."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedera.errors import NotInRecord
from foedera.kinds import load_kinds
from foedera.record import Listing
from foedera.record import Page as Found
from foedera.serve.frame import Page, TheDesk, address, show
from foedera.serve.opened import OpenRecord
from foedera.serve.pages.agreements import line_of, state_named
from foedera.serve.pages.events import ORDERS, Order
from foedera.serve.paging import Day, Kind, Words, with_days_told
from foedera.serve.querying import ID, read_query
from foedera.view.rows import Row

router = APIRouter()
PAGE = Page(router)

FEW = 8
PAGES = {"event": "events", "report": "reports", "agreement": "agreements"}


@dataclass(frozen=True, slots=True)
class Section:
    """The first of what was found of one sort, and the way to the rest."""

    name: str
    plural: str
    rows: tuple[Row, ...]
    total: int
    more: str


@router.get("/search")
def search(
    request: Request,
    desk: TheDesk,
    *,
    q: Words = None,
    actor: Words = None,
    kind: Kind = None,
    place: Words = None,
    outlet: Words = None,
    since: Day = None,
    until: Day = None,
    sort: Order = "reports",
) -> Response:
    """Find agreements, events, reports and actors; an id leads straight to what it names."""
    asked = {
        "q": q, "actor": actor, "kind": kind, "place": place, "outlet": outlet,
        "since": since, "until": until, "sort": "" if sort == "reports" else sort,
    }  # fmt: skip
    words, typed = read_query(q or "")
    if typed:
        return RedirectResponse(address("/search", {**asked, "q": words, **typed}), 303)
    if q and ID.fullmatch(q.strip()) and (there := _place_of(desk.record, q.strip())):
        return RedirectResponse(there, 303)
    conditions = {key: value for key, value in asked.items() if value}
    sections = _sections(desk.record, asked, sort) if conditions else []
    shown = [row["id"] for one in sections if one.name == "report" for row in one.rows]
    return show(
        request,
        "search.html",
        asked_for={**asked, "sort": sort},
        sections=sections,
        passages=desk.record.passages_of(shown, q),
        searched=bool(conditions),
        kinds=sorted(load_kinds()),
        orders=ORDERS,
    )


def _place_of(record: OpenRecord, name: str) -> str | None:
    """Return the page of whatever has an id."""
    try:
        row = record.show(name)[0]
    except NotInRecord:
        return None
    sort = str(row["type"])
    if sort == "claim":
        return f"/reports/{row['report']}#c-{name}"
    return f"/{PAGES.get(sort, 'decisions')}/{name}"


def _sections(record: OpenRecord, asked: dict[str, str | None], order: Order) -> list[Section]:
    """Ask for the first rows of every sort that the conditions can be put to."""
    q, actor, kind, place = (asked[name] for name in ("q", "actor", "kind", "place"))
    days = {"since": asked["since"], "until": asked["until"]}
    sections = []
    only_words = q and not any((actor, kind, place, asked["outlet"], *days.values()))
    if only_words:
        state = state_named(q or "")
        found = record.find_agreements(None if state else q, party=state, limit=FEW)
        own: dict[str, str | None] = {"party": state} if state else {"q": q}
        sections.append(_section(("agreement", "agreements"), found, "/agreements", own))
        found = record.find_actors(q, limit=FEW)
        sections.append(_section(("actor", "actors"), found, "/actors", {"q": q}))
    found = record.find_events(
        q, actor=actor, kind=kind, place=place, outlet=asked["outlet"],
        since=asked["since"], until=asked["until"], order=order, limit=FEW,
    )  # fmt: skip
    found = replace(found, rows=Listing(dict(row) for row in with_days_told(record, found.rows)))
    sections.append(_section(("event", "events"), found, "/events", {**asked, "sort": order}))
    if not place:
        found = record.find_reports(
            q, actor=actor, kind=kind, outlet=asked["outlet"], **days, limit=FEW
        )
        sections.append(_section(("report", "reports"), found, "/reports", asked))
    return [section for section in sections if section.total]


def _section(
    noun: tuple[str, str], found: Found, path: str, asked: dict[str, str | None]
) -> Section:
    rows = [line_of(row) for row in found.rows] if noun[0] == "agreement" else found.rows
    return Section(*noun, tuple(rows), found.total, address(path, asked))
