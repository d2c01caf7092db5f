"""Actors: who acts and speaks; each with its names, agreements, events, and who cites it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from foedera.serve.frame import Nav, Page, TheDesk, show
from foedera.serve.pages.agreements import code_of, line_of
from foedera.serve.paging import ROWS, Cursor, Words, paged, with_days_told
from foedera.serve.roles import count_roles
from foedera.serve.ties import tie
from foedera.view.rows import Row, maps, texts

router = APIRouter()
PAGE = Page(router, Nav("Actors", "/actors", "c"))

KINDS = ("state", "organisation", "person", "office", "force", "outlet", "group")
MOST_EVENTS = 200
MOST_PARTNERS = 12


@router.get("/actors")
def list_actors(
    request: Request,
    desk: TheDesk,
    *,
    q: Words = None,
    kind: Words = None,
    country: Words = None,
    after: Cursor = None,
) -> Response:
    """List who acts and speaks: states first, then persons and bodies."""
    asked = {"q": q, "kind": kind, "country": country, "after": after}
    found = desk.record.find_actors(q, kind=kind, country=code_of(country), limit=ROWS, after=after)
    return show(
        request,
        "actors.html",
        paged=paged(found, "/actors", asked, ("actor", "actors")),
        asked_for=asked,
        sorts=KINDS,
    )


@router.get("/actors/{name:path}")
def show_actor(
    request: Request, desk: TheDesk, name: Annotated[str, Path(max_length=300)]
) -> Response:
    """Show who one is, what it agreed to and did, with whom, and who cites it."""
    looked = desk.record.actor(name)
    actor, asked = looked["actor"], str(looked["asked"])
    most = desk.record.find_events(actor=asked, order="reports", limit=MOST_EVENTS, brief=True)
    names = {str(actor["name"]), *texts(actor, "also")}
    own = {*names, asked}
    within = _people_of(most.rows, actor["country"]) if actor["kind"] == "state" else frozenset()
    ties = tie(most.rows, around=own)
    partners = [(one, one.right if one.left in own else one.left) for one in ties]
    return show(
        request,
        "actor.html",
        actor=actor,
        looked={**looked, "events": with_days_told(desk.record, looked["events"])},
        agreements=[line_of(row) for row in looked["agreements"]],
        source=desk.record.source_named([str(actor["name"]), *texts(actor, "also")]),
        roles=count_roles(most.rows, own),
        counted=min(most.total, MOST_EVENTS),
        partners=[pair for pair in partners if pair[1] not in within][:MOST_PARTNERS],
    )


def _people_of(events: Iterable[Row], country: str | None) -> frozenset[str]:
    """Return the names of those who are of a state: whoever it acts with, it is not them."""
    sides = ("actors", "recipients", "participants")
    every = (one for event in events for side in sides for one in maps(event, side))
    return frozenset(str(one["name"]) for one in every if one.get("country") == country)
