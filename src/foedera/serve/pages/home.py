"""Home: what the record holds, what is new in it, what stands in doubt."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from foedera.serve.frame import Page, TheDesk, show

router = APIRouter()
PAGE = Page(router)


@router.get("/")
def show_home(request: Request, desk: TheDesk) -> Response:
    """Show what an analyst opens in the morning."""
    return show(
        request,
        "home.html",
        agreements=desk.record.agreements()[:12],
        warnings=desk.record.warnings()[:12],
    )
