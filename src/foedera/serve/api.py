"""The same as the pages show, as JSON; described by OpenAPI at /api/openapi.json."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from foedera import __version__
from foedera.record import Page as Found
from foedera.serve.frame import TheDesk, frame_of, show
from foedera.serve.guard import form_token
from foedera.serve.paging import Cursor, Day, Words

router = APIRouter(prefix="/api")
Name = Annotated[str, Path(max_length=500)]
Limit = Annotated[int, Query(ge=1, le=500)]
Order = Literal["day", "reports", "newest"]


class Session(BaseModel):
    """What a script needs before it asks for more."""

    record: str
    version: str
    csrf: str = Field(description="Send it as X-CSRF-Token with every change.")
    settling: bool
    seconds: float
    failed: str


class Rows(BaseModel):
    """A page of a listing; `next` is what to ask `after` for the following one."""

    rows: list[dict[str, Any]]
    total: int
    next: str | None = None
    capped: bool = Field(False, description="Whether there may be more than `total`.")


def rows_of(found: Found) -> Rows:
    """Write a page of a listing."""
    return Rows(rows=list(found.rows), total=found.total, next=found.next, capped=found.capped)


@router.get("", include_in_schema=False)
def show_api(request: Request) -> Response:
    """Show every question that the API answers."""
    described = request.app.openapi()
    asked = [
        (method.upper(), path, one.get("description") or one.get("summary", ""),
         [p["name"] for p in one.get("parameters", ())])
        for path, methods in described["paths"].items()
        for method, one in methods.items()
    ]  # fmt: skip
    return show(request, "api.html", asked_of=asked, about=request.app.description)


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


# ---------------------------------------------------------------- listings


@router.get("/summary", tags=["record"])
def tell_summary(desk: TheDesk) -> dict[str, Any]:
    """Count what the record holds, with its first and last day of publication."""
    return desk.record.summary()


@router.get("/changes", tags=["record"])
def tell_changes(
    desk: TheDesk, since: Day = None, until: Day = None, limit: Limit = 50, after: Cursor = None
) -> dict[str, Any]:
    """Tell what reports published after a day brought, up to another."""
    day = since or desk.record.last_day()
    return desk.record.changes(day, until=until, limit=limit, after=after)


@router.get("/agreements", tags=["agreements"])
def list_agreements(
    desk: TheDesk, *, q: Words = None, party: Words = None, status: Words = None,
    binding: Words = None, on: Day = None, known: Day = None, limit: Limit = 50,
    after: Cursor = None,
) -> Rows:  # fmt: skip
    """List agreements as of a day, those of most reports first."""
    found = desk.record.find_agreements(
        q, party=party, status=status, binding=binding, on=on, known=known,
        limit=limit, after=after,
    )  # fmt: skip
    return rows_of(found)


@router.get("/obligations", tags=["agreements"])
def list_obligations(
    desk: TheDesk, *, condition: Words = None, binds: Words = None, on: Day = None,
    known: Day = None, limit: Limit = 50, after: Cursor = None,
) -> Rows:  # fmt: skip
    """List who owes what; `condition` finds what, say, an “armed attack” triggers."""
    found = desk.record.find_obligations(
        condition, binds=binds, on=on, known=known, limit=limit, after=after
    )
    return rows_of(found)


@router.get("/events", tags=["events"])
def list_events(
    desk: TheDesk, *, q: Words = None, actor: Words = None, kind: Words = None,
    place: Words = None, outlet: Words = None, story: Words = None, agreement: Words = None,
    reality: Words = None, doubt: Words = None, since: Day = None, until: Day = None,
    on: Day = None, told: bool = False, known: Day = None, sort: Order = "day",
    limit: Limit = 50, after: Cursor = None,
) -> Rows:  # fmt: skip
    """List events that meet all conditions."""
    found = desk.record.find_events(
        q, actor=actor, kind=kind, place=place, outlet=outlet, story=story, agreement=agreement,
        reality=reality, doubt=doubt, since=since, until=until, on=on, told=told, known=known,
        order=sort, limit=limit, after=after,
    )  # fmt: skip
    return rows_of(found)


@router.get("/reports", tags=["reports"])
def list_reports(
    desk: TheDesk, *, q: Words = None, outlet: Words = None, actor: Words = None,
    kind: Words = None, story: Words = None, since: Day = None, until: Day = None,
    limit: Limit = 50, after: Cursor = None,
) -> Rows:  # fmt: skip
    """List reports, with words the best first, else the newest."""
    found = desk.record.find_reports(
        q, outlet=outlet, actor=actor, kind=kind, story=story, since=since, until=until,
        limit=limit, after=after,
    )  # fmt: skip
    return rows_of(found)


@router.get("/actors", tags=["actors, places, stories, outlets"])
def list_actors(
    desk: TheDesk, *, q: Words = None, kind: Words = None, country: Words = None,
    limit: Limit = 50, after: Cursor = None,
) -> Rows:  # fmt: skip
    """List who acts and speaks, each under all names."""
    return rows_of(desk.record.find_actors(q, kind=kind, country=country, limit=limit, after=after))


@router.get("/places", tags=["actors, places, stories, outlets"])
def list_places(
    desk: TheDesk, *, q: Words = None, country: Words = None, limit: Limit = 50,
    after: Cursor = None,
) -> Rows:  # fmt: skip
    """List places where something took place, those of most events first."""
    return rows_of(desk.record.find_places(q, country=country, limit=limit, after=after))


@router.get("/stories", tags=["actors, places, stories, outlets"])
def list_stories(
    desk: TheDesk, *, q: Words = None, since: Day = None, until: Day = None,
    limit: Limit = 50, after: Cursor = None,
) -> Rows:  # fmt: skip
    """List stories, those that went on latest first."""
    return rows_of(desk.record.find_stories(q, since=since, until=until, limit=limit, after=after))


@router.get("/outlets", tags=["actors, places, stories, outlets"])
def list_outlets(
    desk: TheDesk, *, q: Words = None, limit: Limit = 50, after: Cursor = None
) -> Rows:
    """List outlets, those of most reports first."""
    return rows_of(desk.record.find_outlets(q, limit=limit, after=after))


@router.get("/review", tags=["decisions"])
def list_review(
    desk: TheDesk, *, sort: Words = None, limit: Limit = 50, after: Cursor = None
) -> Rows:
    """List what waits for a person, the nearest calls first."""
    return rows_of(desk.record.review_items(sort, limit=limit, after=after))


# ------------------------------------------------------------- one of them


@router.get("/agreements/{name}", tags=["agreements"])
def look_agreement(desk: TheDesk, name: Name, on: Day = None, known: Day = None) -> dict[str, Any]:
    """Look at an agreement as of a day, by what was published up to another."""
    return desk.record.agreement(name, on=on, known=known)


@router.get("/events/{name}", tags=["events"])
def look_event(desk: TheDesk, name: Name, known: Day = None) -> dict[str, Any]:
    """Look at an event: its tellings, why they are one, what it may be one with."""
    return desk.record.event(name, known=known)


@router.get("/reports/{name:path}", tags=["reports"])
def look_report(desk: TheDesk, name: Name) -> dict[str, Any]:
    """Look at a report: its text and all that was read from it, with the offsets of the words."""
    return desk.record.report(name)


@router.get("/actors/{name}", tags=["actors, places, stories, outlets"])
def look_actor(desk: TheDesk, name: Name) -> dict[str, Any]:
    """Look at an actor by name or, for a state, by code."""
    return desk.record.actor(name)


@router.get("/places/{name}", tags=["actors, places, stories, outlets"])
def look_place(desk: TheDesk, name: Name) -> dict[str, Any]:
    """Look at a place by name."""
    return desk.record.place(name)


@router.get("/stories/{name}", tags=["actors, places, stories, outlets"])
def look_story(desk: TheDesk, name: Name) -> dict[str, Any]:
    """Look at a story by its id, or by the id of one of its reports."""
    return desk.record.story(name)


@router.get("/outlets/{name}", tags=["actors, places, stories, outlets"])
def look_outlet(desk: TheDesk, name: Name) -> dict[str, Any]:
    """Look at an outlet by name."""
    return desk.record.outlet(name)


@router.get("/show/{name}", tags=["record"])
def show_row(desk: TheDesk, name: Name) -> dict[str, Any]:
    """Show whatever has an id: a report, claim, event, agreement, judgement or correction."""
    return desk.record.show(name)[0]


# --------------------------------------------------------------- deciding


class Verdict(BaseModel):
    """A judgement about two claims, events, agreements or reports."""

    left: str = Field(max_length=64)
    right: str = Field(max_length=64)
    verdict: Literal["same", "different", "unsure"]
    because: str = Field(min_length=1, max_length=1000)
    maker: str = Field("user", max_length=80)
    about: Literal["event", "agreement", "story", "copy", "day"] | None = Field(
        None, description="Of two reports: “story” or “copy”."
    )


class Fix(BaseModel):
    """A field of a claim set anew; `field` “reject” takes the claim out."""

    claim: str = Field(max_length=64)
    field: str = Field(max_length=40)
    value: str = Field("", max_length=1000)
    because: str = Field(min_length=1, max_length=1000)
    maker: str = Field("user", max_length=80)


@router.post("/judgements", tags=["decisions"])
def judge(desk: TheDesk, verdict: Verdict) -> dict[str, Any]:
    """Keep a judgement, then work it into the record."""
    pair = verdict.left, verdict.right
    row = desk.decide(
        lambda record: record.judge(
            *pair,
            verdict.verdict,
            because=verdict.because,
            maker=verdict.maker,
            about=verdict.about,
        )
    )
    return asdict(row)


@router.post("/corrections", tags=["decisions"])
def correct(desk: TheDesk, fix: Fix) -> dict[str, Any]:
    """Keep a correction or a rejection, then work it into the record."""
    if fix.field == "reject":
        row = desk.decide(lambda r: r.reject(fix.claim, because=fix.because, maker=fix.maker))
    else:
        change = fix.claim, fix.field, fix.value
        row = desk.decide(lambda r: r.correct(*change, because=fix.because, maker=fix.maker))
    return asdict(row)


@router.post("/decisions/{name}/withdraw", tags=["decisions"], status_code=204)
def withdraw(desk: TheDesk, name: Name) -> None:
    """Take a person's decision back; the row stays, marked."""
    desk.decide(lambda record: record.withdraw(name))
