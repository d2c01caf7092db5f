"""Places: where something took place; each with where it lies and what happened there."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from foedera.serve.frame import Nav, Page, TheDesk, show
from foedera.serve.globe import draw_map, spots_of
from foedera.serve.pages.agreements import code_of
from foedera.serve.paging import ROWS, Cursor, Words, paged

router = APIRouter()
PAGE = Page(router, Nav("Places", "/places", "p"))


@router.get("/places")
def list_places(
    request: Request,
    desk: TheDesk,
    *,
    q: Words = None,
    country: Words = None,
    after: Cursor = None,
) -> Response:
    """List places, those of most events first."""
    asked = {"q": q, "country": country, "after": after}
    found = desk.record.find_places(q, country=code_of(country), limit=ROWS, after=after)
    return show(
        request,
        "places.html",
        paged=paged(found, "/places", asked, ("place", "places")),
        asked_for=asked,
    )


@router.get("/places/{name:path}")
def show_place(
    request: Request, desk: TheDesk, name: Annotated[str, Path(max_length=300)]
) -> Response:
    """Show where a place lies and what took place there."""
    looked = desk.record.place(name)
    spots, _ = spots_of([looked["place"]])
    return show(
        request,
        "place.html",
        spot=looked["place"],
        looked=looked,
        exact=all(one.exact for one in spots),
        drawing=draw_map(spots, world=False) if spots else None,
    )
