"""Force and unrest in ACLED's columns, for scripts that read it.

Only what is told as done, at a day, a week or a month, stands here: ACLED knows neither plans nor
denials. Columns after `timestamp` are foedera's: how it stands, and the way back to the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from foedera.view.exports.choice import Chosen
from foedera.view.exports.places import find_point, find_precision
from foedera.view.exports.polecat import evidence_cells, join_cells, write_rows
from foedera.view.exports.standing import (
    Standing,
    find_standing,
    name_outlet,
    quote_claims,
    who_doubts,
)
from foedera.view.rows import Row, maps, texts

ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3",
    "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes",
    "fatalities", "tags", "timestamp",
)  # fmt: skip
OWN = (
    "kind", "standing", "doubts", "earliest", "latest", "fatalities_low", "fatalities_high",
    "fatalities_words", "origins_low", "origins_high", "claims", "reports", "offsets", "quote",
)  # fmt: skip
PRECISIONS = {"day": 1, "week": 2, "month": 3}
DEATHS = "harm.kill"


@cache
def load_types() -> dict[str, list[str | None]]:
    """Read what ACLED calls each kind: disorder type, event type, sub-event type."""
    body = (Path(__file__).parent / "acled_types.yaml").read_text("utf8")
    return cast("dict[str, list[str | None]]", yaml.safe_load(body))


def write(chosen: Chosen) -> Iterator[str]:
    """Write a heading and one line an event."""
    return write_rows((*ACLED, *OWN), _rows(chosen))


def _rows(chosen: Chosen) -> Iterator[Row]:
    deaths = {
        str(row["id"]): maps(row, "quantities")
        for row in chosen.record.each_event(known=chosen.choice.known)
        if row["kind"] == DEATHS and row["reality"] == "happened"
    }
    for event, claims in chosen.told(_is_coded):
        types, standing = load_types()[str(event["kind"])], find_standing(event, claims)
        if standing.is_deed:
            dead = [q for part in texts(event, "contains") for q in deaths.get(part, ())]
            yield {
                **dict(zip(ACLED[4:7], types, strict=True)),
                **_row(chosen, event, claims, standing),
                **_fatalities(dead),
            }


def _is_coded(event: Row) -> bool:
    return event["kind"] in load_types() and _precision(event) is not None


def _precision(event: Row) -> int | None:
    """Return ACLED's degree of precision in time; None where a day would be invented."""
    when = event["when"] or {}
    if not when.get("earliest") or not when.get("latest"):
        return None
    return 1 if when["earliest"] == when["latest"] else PRECISIONS.get(str(when["precision"]))


def _row(chosen: Chosen, event: Row, claims: Sequence[Row], standing: Standing) -> Row:
    when, where = event["when"], event["where"]
    low, high = event["origins"]["independent"]
    evidence = {key.lower(): cell for key, cell in evidence_cells(claims).items()}
    return {
        "event_id_cnty": event["id"],
        "event_date": when["earliest"],
        "year": when["earliest"][:4],
        "time_precision": _precision(event),
        "actor1": _names(chosen, event["actors"]),
        "actor2": _names(chosen, event["recipients"]),
        "assoc_actor_1": _names(chosen, event["participants"]),
        **_place(chosen, where),
        "source": join_cells(dict.fromkeys(name_outlet(claim) for claim in claims)),
        "notes": " | ".join((standing.mark + chosen.headline(event), *quote_claims(claims, 2))),
        "kind": event["kind"],
        "standing": standing.word,
        "doubts": join_cells(who_doubts(claims)),
        "earliest": when["earliest"],
        "latest": when["latest"],
        "origins_low": low,
        "origins_high": high,
        **evidence,
    }


def _names(chosen: Chosen, actors: Sequence[Row]) -> str | None:
    return join_cells(dict.fromkeys(chosen.name(actor) for actor in actors))


def _place(chosen: Chosen, where: Row | None) -> Row:
    if where is None:
        return {}
    point, country = find_point(where), where.get("country")
    return {
        "country": chosen.name(str(country)) if country else None,
        "location": where["name"],
        "latitude": point[1] if point else None,
        "longitude": point[0] if point else None,
        "geo_precision": 1 if point else 3 if find_precision(where) != "named" else None,
    }


def _fatalities(dead: Sequence[Row]) -> Row:
    """Give the deaths that reports tell: a count only where it is told as exact.

    A bound, or more than one count, goes to the columns of its own; none is told as zero.
    """
    if not dead:
        return {}
    one = dead[0] if len(dead) == 1 else None
    exact = one is not None and one["bound"] == "=" and not one["approximate"]
    lows = [q["low"] for q in dead if q.get("low") is not None]
    highs = [q.get("high") for q in dead]
    return {
        "fatalities": one["value"] if one and exact else None,
        "fatalities_low": min(lows, default=None),
        "fatalities_high": None if None in highs else max(h for h in highs if h is not None),
        "fatalities_words": join_cells(dict.fromkeys(str(q["words"]) for q in dead)),
    }
