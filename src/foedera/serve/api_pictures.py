"""What the pictures show, as JSON."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter

from foedera.serve.frame import TheDesk
from foedera.serve.pages.pictures import (
    MOST_DRAWN,
    MOST_TIED,
    Asked,
    find,
    places_of,
    row_of,
)
from foedera.serve.paging import Words
from foedera.serve.ties import MOST_NAMES, rank_names, tie
from foedera.view.words import ends, sort_by_day

router = APIRouter(prefix="/api", tags=["pictures"])


@router.get("/timeline")
def tell_timeline(desk: TheDesk, asked: Asked) -> dict[str, Any]:
    """Tell events in time, at most 300 of most reports; `undated` have no known day."""
    found = find(desk.record, asked, MOST_DRAWN, brief=False)
    dated = [row for row in sort_by_day(found.rows) if any(ends(row.get("when")))]
    undated = [row for row in found.rows if not any(ends(row.get("when")))]
    return {"dated": dated, "undated": undated, "total": found.total}


@router.get("/network")
def tell_network(
    desk: TheDesk, asked: Asked, of: Literal["states", "all"] = "states"
) -> dict[str, Any]:
    """Tell who stands in events with whom, by at most 500 events of most reports.

    `ties` are those among the 100 actors of most such events, of `actors_total`.
    """
    found = find(desk.record, asked, MOST_TIED)
    names = rank_names(found.rows, states=of == "states")
    ties = tie(found.rows, states=of == "states", among=names[:MOST_NAMES])
    rows = [row_of(one) for one in ties]
    return {"ties": rows, "total": found.total, "actors_total": len(names)}


@router.get("/map")
def tell_map(desk: TheDesk, asked: Asked, country: Words = None) -> dict[str, Any]:
    """Tell at which places events took place, with positions where they are known."""
    places, total, nowhere = places_of(desk.record, asked, country)
    return {"places": places, "total": total, "nowhere": nowhere}
