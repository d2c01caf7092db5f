"""Events: found by what they are; each with its tellings side by side and why they are one."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedera.errors import FoederaError
from foedera.kinds import load_kinds
from foedera.serve.comparing import compare_tellings
from foedera.serve.frame import Nav, Page, TheDesk, show
from foedera.serve.numbers import draw_over_time
from foedera.serve.origin_tree import grow
from foedera.serve.paging import ROWS, Cursor, Day, Kind, Words, paged, with_days_told

router = APIRouter()
PAGE = Page(router, Nav("Events", "/events", "e"))

Order = Literal["day", "reports", "newest"]
ORDERS = {
    "newest": "newest told first", "reports": "most reports first", "day": "by day, oldest first",
}  # fmt: skip
REALITIES = (
    "happened", "ongoing", "planned", "possible", "conditional", "demanded", "not-happened",
)  # fmt: skip
MOST_SIDE_BY_SIDE = 40
REASONS = (
    "another day",
    "another place",
    "other parties",
    "another round",
    "a plan, not the act",
    "one tells of the whole, the other of a part",
    "the same act in other words",
)


@router.get("/events")
def list_events(
    request: Request,
    desk: TheDesk,
    *,
    q: Words = None,
    actor: Words = None,
    kind: Kind = None,
    place: Words = None,
    outlet: Words = None,
    story: Words = None,
    agreement: Words = None,
    reality: Words = None,
    doubt: Literal["", "conflict", "denied"] = "",
    since: Day = None,
    until: Day = None,
    days: Literal["", "told"] = "",
    known: Day = None,
    sort: Order = "newest",
    after: Cursor = None,
) -> Response:
    """List events that meet all conditions."""
    facets: dict[str, Any] = {
        "actor": actor, "kind": kind, "place": place, "outlet": outlet, "story": story,
        "agreement": agreement, "reality": reality, "since": since, "until": until,
        "known": known,
    }  # fmt: skip
    found = desk.record.find_events(
        q, **facets, told=bool(days), doubt=doubt or None, order=sort, limit=ROWS, after=after
    )
    asked = {"q": q, **facets, "days": days, "doubt": doubt, "sort": sort, "after": after}
    page = paged(found, "/events", asked, ("event", "events"))
    return show(
        request,
        "events.html",
        paged=page if known else replace(page, rows=with_days_told(desk.record, page.rows)),
        asked_for=asked,
        known=known,
        kinds=sorted(load_kinds()),
        orders=ORDERS,
        realities=REALITIES,
    )


@router.get("/events/{name}")
def show_event(
    request: Request,
    desk: TheDesk,
    name: Annotated[str, Path(max_length=64)],
    known: Day = None,
    all: bool = False,
) -> Response:
    """Show an event: its tellings side by side, where they differ, and why they are one."""
    looked = desk.record.event(name, known=known)
    tellings = looked["tellings"]
    shown = tellings if all else tellings[:MOST_SIDE_BY_SIDE]
    return show(
        request,
        "event.html",
        event=looked["event"],
        looked=looked,
        known=known,
        shown=shown,
        table=compare_tellings(looked["event"], shown),
        numbers=draw_over_time(tellings),
        tree=grow(tellings),
        merges=looked["judgements"],
        by_claim={one["id"]: one for one in tellings},
        decided=[one for one in looked["judgements"] if one["maker"] != "rule"],
        reasons=REASONS,
    )


@router.post("/events/{name}/judge")
def judge_event(
    desk: TheDesk,
    name: Annotated[str, Path(max_length=64)],
    *,
    verdict: Annotated[Literal["same", "different"], Form()],
    claim: Annotated[str, Form(max_length=64)] = "",
    other: Annotated[str, Form(max_length=64)] = "",
    because: Annotated[str, Form(max_length=1000)] = "",
    maker: Annotated[str, Form(max_length=80)] = "",
) -> Response:
    """Keep that a telling is, or is not, of this event; then work it into the record."""
    if not because.strip():
        raise FoederaError("A decision needs its reason: it is kept with the row.")
    claims = [str(one) for one in desk.record.event(name)["event"]["claims"]]
    if verdict == "different":
        pair = claim, next((one for one in claims if one != claim), "")
    else:
        pair = claims[0], other
    if not all(pair):
        raise FoederaError("Choose the telling that is meant, then send it again.")
    made = desk.decide(
        lambda record: record.judge(
            *pair, verdict, because=because.strip(), maker=maker.strip() or "user"
        )
    )
    return RedirectResponse(f"/decisions/{made.id}", status_code=303)
