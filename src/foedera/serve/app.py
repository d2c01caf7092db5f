"""The app put together: pages, API, files, refusals, and the guard before all of them."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from foedera import __version__
from foedera.errors import FoederaError, NotInRecord, RecordError
from foedera.serve import api, api_pictures, assets
from foedera.serve.desk import Busy, Desk
from foedera.serve.frame import Frame, frame_of, make_environment, show
from foedera.serve.guard import Guard, Refusal
from foedera.serve.pages import PAGES
from foedera.serve.settings import Settings
from foedera.serve.stylesheet import stamp

ABOUT = (
    "Everything the pages show, as JSON, in the shapes of “foedera … --json”. Changes are POSTs "
    "that carry X-CSRF-Token (GET /api/session tells it) or, where the desk asks for a token, "
    "“Authorization: Bearer TOKEN”."
)


def make_app(desk: Desk, settings: Settings | None = None) -> Guard:
    """Make the app over one record, with the guard before it."""
    settings = settings or Settings()
    app = FastAPI(
        title="foedera",
        version=__version__,
        description=ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    navigation = tuple(page.nav for page in PAGES if page.nav)
    app.state.frame = Frame(desk, settings, make_environment(), navigation)
    app.include_router(assets.router)
    app.include_router(api.router)
    app.include_router(api_pictures.router)
    for page in PAGES:
        app.include_router(page.router, include_in_schema=False)
    _add_refusals(app)
    return Guard(app, settings=settings, refuse=_refuser(app))


def _refuser(app: FastAPI) -> Callable[[Request, Refusal], Response]:
    """Return how the guard answers: as a page, or as JSON where JSON was asked for."""

    def refuse(request: Request, refusal: Refusal) -> Response:
        request.scope["app"] = app
        if request.url.path.startswith("/api/"):
            return answer(request, refusal)
        # Whoever is turned away at the door learns nothing of the record behind it.
        door = frame_of(request).environment.get_template("door.html")
        body = door.render(refusal=refusal, stamp=stamp())
        return HTMLResponse(body, status_code=refusal.status)

    return refuse


def answer(request: Request, refusal: Refusal) -> Response:
    """Say in the asker's own form why there is nothing to show, and what to do."""
    if request.url.path.startswith("/api/"):
        body = {"error": refusal.title, "detail": refusal.words}
        return JSONResponse(body, status_code=refusal.status)
    return show(request, "refusal.html", status=refusal.status, refusal=refusal)


def _add_refusals(app: FastAPI) -> None:
    for error, handler in (
        (NotInRecord, _missing),
        (Busy, _busy),
        (RecordError, _unreadable),
        (FoederaError, _mistaken),
        (RequestValidationError, _misread),
        (HTTPException, _plain),
        (Exception, _broken),
    ):
        app.add_exception_handler(error, handler)


def _missing(request: Request, error: Exception) -> Response:
    more = "Ids change where a merge is judged anew: search for what it was about."
    return answer(request, Refusal(404, "The record does not hold this", f"{error} {more}"))


def _busy(request: Request, error: Exception) -> Response:
    found = answer(request, Refusal(503, "The record is being settled", str(error)))
    found.headers["retry-after"] = "10"
    return found


def _unreadable(request: Request, error: Exception) -> Response:
    return answer(request, Refusal(503, "The record cannot be asked", str(error)))


def _mistaken(request: Request, error: Exception) -> Response:
    return answer(request, Refusal(400, "That could not be done", str(error)))


def _misread(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(
        f"“{one['loc'][-1]}”: {str(one['msg']).removeprefix('Value error, ')}"
        for one in error.errors()[:5]
    )
    return answer(request, Refusal(400, "That was not understood", f"{told}."))


def _plain(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        words = "There is no page at this address. Search for what you meant, or begin at home."
        return answer(request, Refusal(404, "No such page", words))
    return answer(request, Refusal(error.status_code, "That could not be done", str(error.detail)))


def _broken(request: Request, error: Exception) -> Response:
    words = (
        "This is a fault of foedera, not of yours. The record was not changed. The terminal in "
        "which the desk runs shows what happened."
    )
    return answer(request, Refusal(500, "Something broke", words))
