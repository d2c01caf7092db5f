"""Events as pictures: along time, as a net of those who take part, on a map; each with its list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from foedera.kinds import load_kinds
from foedera.record import Page as Found
from foedera.serve.frame import Nav, Page, TheDesk, show
from foedera.serve.globe import draw_map, spots_of
from foedera.serve.network import draw_network
from foedera.serve.opened import OpenRecord
from foedera.serve.paging import Day, Kind, Words
from foedera.serve.ties import MOST_NAMES, Tie, rank_names, tie
from foedera.serve.timeline import draw_timeline
from foedera.view.rows import Row

TIMELINE = Page(APIRouter(), Nav("Timeline", "/timeline", "t"))
NETWORK = Page(APIRouter(), Nav("Network", "/network", "w"))
MAP = Page(APIRouter(), Nav("Map", "/map", "m"))

MOST_DRAWN = 300
MOST_TIED = 500


def _asked(
    *,
    q: Words = None,
    actor: Words = None,
    kind: Kind = None,
    place: Words = None,
    outlet: Words = None,
    story: Words = None,
    agreement: Words = None,
    since: Day = None,
    until: Day = None,
    days: Literal["", "told"] = "",
    known: Day = None,
) -> Mapping[str, str | None]:
    """Gather the conditions that every picture takes."""
    return {
        "q": q, "actor": actor, "kind": kind, "place": place, "outlet": outlet, "story": story,
        "agreement": agreement, "since": since, "until": until, "days": days,
        "known": known,
    }  # fmt: skip


Asked = Annotated[Mapping[str, str | None], Depends(_asked)]


def find(
    record: OpenRecord, asked: Mapping[str, str | None], limit: int, *, brief: bool = True
) -> Found:
    """Find the events that meet the conditions, those of most reports first."""
    facets: dict[str, Any] = {n: value for n, value in asked.items() if n not in ("q", "days")}
    facets["told"] = bool(asked["days"])
    return record.find_events(asked["q"], **facets, order="reports", limit=limit, brief=brief)


@TIMELINE.router.get("/timeline")
def show_timeline(request: Request, desk: TheDesk, asked: Asked) -> Response:
    """Show events along time, those whose day nobody tells in a lane of their own."""
    found = find(desk.record, asked, MOST_DRAWN, brief=False)
    return show(
        request,
        "timeline.html",
        line=draw_timeline(found.rows, known=asked["known"]),
        total=found.total,
        shown=len(found.rows),
        **_frame(asked, "/timeline"),
    )


@NETWORK.router.get("/network")
def show_network(
    request: Request, desk: TheDesk, asked: Asked, of: Literal["states", "all"] = "states"
) -> Response:
    """Show who stands in events with whom, as a picture and as a table."""
    found = find(desk.record, asked, MOST_TIED)
    names = rank_names(found.rows, states=of == "states")
    ties = tie(found.rows, states=of == "states", among=names[:MOST_NAMES])
    return show(
        request,
        "network.html",
        net=draw_network(ties),
        ties=ties[:100],
        ties_total=len(ties),
        total=found.total,
        shown=len(found.rows),
        of=of,
        names_tied=min(len(names), MOST_NAMES),
        names_total=len(names),
        **_frame(asked, "/network"),
    )


@MAP.router.get("/map")
def show_map(
    request: Request,
    desk: TheDesk,
    asked: Asked,
    country: Words = None,
    view: Literal["fit", "world"] = "fit",
) -> Response:
    """Show where it took place; what is known of a place, and no more."""
    places, total, shown = places_of(desk.record, asked, country)
    spots, unknown = spots_of(places)
    return show(
        request,
        "map.html",
        drawing=draw_map(spots, world=view == "world") if spots else None,
        spots=sorted(spots, key=lambda one: (-one.events, one.name)),
        unknown=unknown,
        total=total,
        shown=shown,
        counted=shown + sum(int(row["events"]) for row in places),
        view=view,
        country=country,
        **_frame(asked, "/map"),
    )


def places_of(
    record: OpenRecord, asked: Mapping[str, str | None], country: str | None
) -> tuple[Sequence[Row], int, int]:
    """Count events by place: all of them, or with conditions those of most reports.

    The second number counts the events asked about that tell no place, where that is known.
    """
    if not any(asked.values()):
        found = record.find_places(country=country, limit=MOST_DRAWN)
        return found.rows, 0, 0
    events = find(record, asked, MOST_TIED)
    rows: dict[tuple[str, str | None], Row] = {}
    counts: Counter[tuple[str, str | None]] = Counter()
    for event in events.rows:
        where = event.get("where")
        if where and country in (None, where.get("country")):
            key = str(where["name"]), where.get("country")
            counts[key] += 1
            rows.setdefault(key, where)
    places = [
        {"name": key[0], "country": key[1], "lat": row.get("lat"), "lon": row.get("lon"),
         "events": counts[key]}
        for key, row in rows.items()
    ]  # fmt: skip
    return places, events.total, len(events.rows) - sum(counts.values())


def _frame(asked: Mapping[str, str | None], path: str) -> dict[str, Any]:
    """Return what the form of conditions needs."""
    return {
        "asked_for": asked,
        "known": asked["known"],
        "action": path,
        "kinds": sorted(load_kinds()),
    }


def row_of(one: Tie) -> Row:
    """Write a tie as the API does."""
    return {
        "left": one.left, "right": one.right, "events": one.events, "against": one.against,
        "reports": one.reports, "kinds": dict(one.kinds.most_common()),
    }  # fmt: skip
