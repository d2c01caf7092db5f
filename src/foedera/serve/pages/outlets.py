"""Outlets: who publishes the reports; each with what it tells and whom it cites."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from foedera.serve.frame import Nav, Page, TheDesk, show
from foedera.serve.paging import ROWS, Cursor, Words, paged
from foedera.view.rows import maps

router = APIRouter()
PAGE = Page(router, Nav("Outlets", "/outlets", "o"))


@router.get("/outlets")
def list_outlets(
    request: Request, desk: TheDesk, *, q: Words = None, after: Cursor = None
) -> Response:
    """List outlets, those of most reports first."""
    asked = {"q": q, "after": after}
    found = desk.record.find_outlets(q, limit=ROWS, after=after)
    return show(
        request,
        "outlets.html",
        paged=paged(found, "/outlets", asked, ("outlet", "outlets")),
        asked_for=asked,
    )


@router.get("/outlets/{name:path}")
def show_outlet(
    request: Request, desk: TheDesk, name: Annotated[str, Path(max_length=300)]
) -> Response:
    """Show what an outlet reports, whose texts it carries, and who cites it."""
    looked = desk.record.outlet(name)
    reports = maps(looked, "reports")
    return show(
        request,
        "outlet.html",
        outlet=looked["outlet"],
        looked=looked,
        source=desk.record.source_named([str(looked["outlet"]["name"])]),
        copied=desk.record.copies_of(str(row["id"]) for row in reports),
    )
