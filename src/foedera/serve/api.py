"""The same as the pages show, as JSON."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.requests import Request

from foedera import __version__
from foedera.serve.frame import TheDesk, frame_of
from foedera.serve.guard import form_token

router = APIRouter(prefix="/api")


class Session(BaseModel):
    """What a script needs before it asks for more."""

    record: str
    version: str
    csrf: str = Field(description="Send it as X-CSRF-Token with every change.")
    settling: bool
    seconds: float
    failed: str


@router.get("/session", tags=["desk"])
def tell_session(request: Request, desk: TheDesk) -> Session:
    """Tell which record is open, whether it is being settled, and the token for changes."""
    state = desk.state()
    return Session(
        record=desk.place,
        version=__version__,
        csrf=form_token(frame_of(request).settings),
        settling=state.settling,
        seconds=round(state.seconds, 1),
        failed=state.failed,
    )
