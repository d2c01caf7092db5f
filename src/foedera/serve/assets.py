"""The stylesheet, the script and the mark: our own, from this package, nothing else."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from foedera.serve.stylesheet import load_script, load_style

router = APIRouter(include_in_schema=False)
KEPT = {"cache-control": "public, max-age=31536000, immutable"}
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="6" fill="#23735a"/>'
    '<path d="M9 12h14M9 20h14" stroke="#fffefb" stroke-width="3"/>'
    '<circle cx="12" cy="12" r="4" fill="#fffefb"/><circle cx="21" cy="20" r="4" fill="#cf9f34"/>'
    "</svg>"
)


@router.get("/static/style.css")
def give_style() -> Response:
    """Give the stylesheet; its address changes with it."""
    return Response(load_style(), media_type="text/css", headers=KEPT)


@router.get("/static/desk.js")
def give_script() -> Response:
    """Give the script; its address changes with it."""
    return Response(load_script(), media_type="text/javascript", headers=KEPT)


@router.get("/static/mark.svg")
def give_mark() -> Response:
    """Give the mark that stands in a browser's tab."""
    return Response(MARK, media_type="image/svg+xml", headers=KEPT)
