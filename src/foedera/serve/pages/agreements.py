"""Agreements: all of them with their status, found by words, party, status and day."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from foedera.serve.frame import Nav, Page, TheDesk, show

router = APIRouter()
PAGE = Page(router, Nav("Agreements", "/agreements", "a"))


@router.get("/agreements")
def list_agreements(request: Request, desk: TheDesk) -> Response:
    """List the agreements."""
    return show(request, "agreements.html", rows=desk.record.agreements())
