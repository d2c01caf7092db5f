"""Stories: reports that go on about one thing; each report by report, with what it adds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from foedera.serve.frame import Nav, Page, TheDesk, show
from foedera.serve.paging import ROWS, Cursor, Day, Words, paged
from foedera.serve.storytelling import tell_story

router = APIRouter()
PAGE = Page(router, Nav("Stories", "/stories", "s"))


@router.get("/stories")
def list_stories(
    request: Request,
    desk: TheDesk,
    *,
    q: Words = None,
    since: Day = None,
    until: Day = None,
    after: Cursor = None,
) -> Response:
    """List stories, those that went on latest first."""
    asked = {"q": q, "since": since, "until": until, "after": after}
    found = desk.record.find_stories(q, since=since, until=until, limit=ROWS, after=after)
    return show(
        request,
        "stories.html",
        paged=paged(found, "/stories", asked, ("story", "stories")),
        asked_for=asked,
    )


@router.get("/stories/{name}")
def show_story(
    request: Request, desk: TheDesk, name: Annotated[str, Path(max_length=64)]
) -> Response:
    """Tell a story report by report: what each adds, which are copies, what follows."""
    looked = desk.record.story(name)
    return show(
        request,
        "story.html",
        story=looked["story"],
        looked=looked,
        told=tell_story(desk.record, looked),
    )
