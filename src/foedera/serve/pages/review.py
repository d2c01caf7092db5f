"""What waits for a person: near calls, contradictory statuses, inferred days; a key for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedera.data import Layer
from foedera.errors import FoederaError, NotInRecord
from foedera.serve.frame import Nav, Page, TheDesk, address, show
from foedera.serve.opened import OpenRecord
from foedera.serve.pages.decisions import reason_of
from foedera.serve.pages.desk import go_back
from foedera.serve.paging import Cursor, Words, paged
from foedera.view.rows import Row

router = APIRouter()
PAGE = Page(router, Nav("Review", "/review", "v"))

AT_ONCE = 10
MAKER = "foedera_maker"
SORTS = {
    "event": "one event or two",
    "agreement": "one agreement or two",
    "story": "one story or two",
    "copy": "copied or not",
    "status": "contradictory status",
    "day": "inferred day",
}
Verdict = Literal["same", "different", "unsure", "reject"]
ANSWERS = {
    "event": {"same": "One event", "different": "Two events"},
    "agreement": {"same": "One agreement", "different": "Two agreements"},
    "story": {"same": "One story", "different": "Two stories"},
    "copy": {"same": "A copy", "different": "Not a copy"},
    "day": {"same": "Keep the day", "different": "Not that day"},
    "status": {"reject": "Reject the chosen claim"},
}
REASONS = {"unsure": "reviewed: it cannot be told from these reports"}


@router.get("/review")
def show_review(
    request: Request,
    desk: TheDesk,
    *,
    sort: Words = None,
    after: Cursor = None,
    done: Words = None,
) -> Response:
    """Show what waits, the nearest calls first, each with its sides, words and reasons."""
    asked = {"sort": sort, "after": after}
    found = desk.record.review_items(sort, limit=AT_ONCE, after=after)
    return show(
        request,
        "review.html",
        paged=paged(found, "/review", asked, ("thing waits", "things wait")),
        items=found.rows,
        openings=desk.record.openings_of(_reports(found.rows)),
        asked_for=asked,
        sorts=SORTS,
        answers=ANSWERS,
        decided=_decided(desk.record, done),
        maker=request.cookies.get(MAKER, "")[:80],
    )


def _reports(items: Sequence[Row]) -> list[str]:
    """Name the reports that stand on a side themselves."""
    sides = [one[side] for one in items for side in ("left", "right")]
    return [str(side["id"]) for side in sides if side and "key" in side]


def _decided(record: OpenRecord, name: str | None) -> Row | None:
    """Return the decision just made, so that it can be taken back."""
    if name is None:
        return None
    try:
        row = record.show(name)[0]
    except NotInRecord:
        return None
    return {**row, "reason": reason_of(row)} if row["type"] in ("judgement", "correction") else None


@router.post("/review")
def decide(
    desk: TheDesk,
    *,
    sort: Annotated[Layer | Literal["status"], Form()],
    verdict: Annotated[Verdict, Form()],
    left: Annotated[str, Form(max_length=64)] = "",
    right: Annotated[str, Form(max_length=64)] = "",
    claim: Annotated[str, Form(max_length=64)] = "",
    because: Annotated[str, Form(max_length=1000)] = "",
    maker: Annotated[str, Form(max_length=80)] = "",
    only: Annotated[str, Form(max_length=20)] = "",
    after: Annotated[str, Form(max_length=600)] = "",
) -> Response:
    """Keep a decision with its reason and maker; many are worked into the record together."""
    reason, who = because.strip() or _reason(sort, verdict), maker.strip() or "user"
    if sort == "status":
        if verdict != "reject" or not claim:
            raise FoederaError("Choose the claim that is wrong, then send it again.")
        made = desk.keep(lambda record: record.reject(claim, because=reason, maker=who)).id
    elif verdict == "reject":
        raise FoederaError("Two sides are the same, different, or it cannot be told.")
    else:
        pair, layer, said = (left, right), sort, verdict
        made = desk.keep(
            lambda record: record.judge(*pair, said, because=reason, maker=who, about=layer)
        ).id
    place = address("/review", sort=only, after=after, done=made)
    answer = RedirectResponse(place, status_code=303)
    if maker.strip():
        answer.set_cookie(
            MAKER, who, max_age=31_536_000, httponly=True, samesite="strict", path="/"
        )
    return answer


def _reason(sort: str, verdict: Verdict) -> str:
    """Say why where a person gave no words: that the two were looked at, and what was seen."""
    seen = ANSWERS[sort].get(verdict, "").lower()
    return REASONS.get(verdict) or f"reviewed side by side: {seen}"


@router.post("/review/undo")
def undo(
    desk: TheDesk,
    *,
    name: Annotated[str, Form(max_length=64)],
    back: Annotated[str, Form(max_length=4000)] = "/review",
) -> Response:
    """Take a decision back; the item waits again."""
    desk.keep(lambda record: record.withdraw(name))
    return go_back(back)


@router.post("/review/work-in")
def work_in(desk: TheDesk) -> Response:
    """Work what was decided into the record now."""
    desk.work_in()
    return RedirectResponse("/review", status_code=303)
