"""Reports: found by words, outlet, actor and day; each with its words and what was read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedera.errors import FoederaError
from foedera.kinds import load_kinds
from foedera.merge.corrections import FIELDS
from foedera.serve.frame import Nav, Page, TheDesk, show
from foedera.serve.links import web_link
from foedera.serve.marking import MOST_TEXT, mark_report
from foedera.serve.paging import ROWS, Cursor, Day, Words, paged
from foedera.serve.speaking import grow_speech

router = APIRouter()
PAGE = Page(router, Nav("Reports", "/reports", "r"))

ABSENT = {"when": None, "where": None, "agreement": None}
"""What a claim's row leaves out where it has none."""


@router.get("/reports")
def list_reports(
    request: Request,
    desk: TheDesk,
    *,
    q: Words = None,
    outlet: Words = None,
    actor: Words = None,
    kind: Words = None,
    story: Words = None,
    since: Day = None,
    until: Day = None,
    after: Cursor = None,
) -> Response:
    """List reports, with words the best first, else the newest."""
    asked = {
        "q": q, "outlet": outlet, "actor": actor, "kind": kind, "story": story,
        "since": since, "until": until, "after": after,
    }  # fmt: skip
    conditions = {key: value for key, value in asked.items() if key not in ("q", "after")}
    found = desk.record.find_reports(q, **conditions, limit=ROWS, after=after)
    return show(
        request,
        "reports.html",
        paged=paged(found, "/reports", asked, ("report", "reports")),
        asked_for=asked,
        passages=desk.record.passages_of((row["id"] for row in found.rows), q),
        kinds=sorted(load_kinds()),
    )


@router.get("/reports/{name:path}")
def show_report(
    request: Request, desk: TheDesk, name: Annotated[str, Path(max_length=500)]
) -> Response:
    """Show a report: its text with all that was read from it marked, and who says what."""
    looked = desk.record.report(name)
    return show(
        request,
        "report.html",
        report=looked["report"],
        looked=looked,
        claims=[{**ABSENT, **claim} for claim in looked["claims"]],
        blocks=mark_report(looked),
        speech=grow_speech(looked),
        link=web_link(looked["report"].get("url")),
        cut_short=len(looked["report"]["text"]) > MOST_TEXT,
        fields=FIELDS,
    )


@router.post("/claims/{name}/correct")
def correct_claim(
    desk: TheDesk,
    name: Annotated[str, Path(max_length=64)],
    *,
    field: Annotated[str, Form(max_length=40)],
    value: Annotated[str, Form(max_length=1000)] = "",
    because: Annotated[str, Form(max_length=1000)] = "",
    maker: Annotated[str, Form(max_length=80)] = "",
) -> Response:
    """Set a field of a claim anew, or take the claim out; what was read stays beneath."""
    reason, who = because.strip(), maker.strip() or "user"
    if not reason:
        raise FoederaError("A decision needs its reason: it is kept with the row.")
    if field == "reject":
        made = desk.decide(lambda record: record.reject(name, because=reason, maker=who))
    else:
        change = name, field, value.strip()
        made = desk.decide(lambda record: record.correct(*change, because=reason, maker=who))
    return RedirectResponse(f"/decisions/{made.id}", status_code=303)
