"""What belongs to no part of the record: the door, the look, keys and help."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedera.serve.frame import Page, frame_of, show
from foedera.serve.guard import admits_token, enter

router = APIRouter()
PAGE = Page(router)


@router.post("/enter")
def open_door(request: Request, token: Annotated[str, Form(max_length=400)]) -> Response:
    """Let in whoever gives the token."""
    settings = frame_of(request).settings
    if settings.token is None or admits_token(token.strip(), settings):
        return enter("/", "", settings)
    return RedirectResponse("/", status_code=303)


@router.post("/look")
def choose_look(
    look: Annotated[Literal["light", "dark"], Form()],
    back: Annotated[str, Form(max_length=4000)] = "/",
) -> Response:
    """Keep whether a person wants it light or dark."""
    answer = go_back(back)
    answer.set_cookie(
        "foedera_look", look, max_age=31_536_000, httponly=True, samesite="strict", path="/"
    )
    return answer


def go_back(place: str) -> Response:
    """Lead back to a page of ours, whatever the form said."""
    there = urlsplit(place)
    ours = place.startswith("/") and not place.startswith(("//", "/\\"))
    if not ours or there.scheme or there.netloc:
        place = "/"
    return RedirectResponse(place, status_code=303)


@router.get("/help")
def show_help(request: Request) -> Response:
    """Show the keys and how to read the pages."""
    return show(request, "help.html")
