"""Events as GeoJSON (RFC 7946): a point only where a place is small enough to be one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from foedera.view.exports.choice import Chosen
from foedera.view.exports.jsonl import json_array
from foedera.view.exports.places import find_point, find_precision
from foedera.view.exports.standing import find_standing, list_evidence, who_doubts
from foedera.view.rows import Row
from foedera.view.words import say_days


def write(chosen: Chosen) -> Iterator[str]:
    """Write a FeatureCollection, one event a line.

    Of a country, a region or a sea only the rough middle is known, which stands among the
    properties; the geometry is null, as it is where no place is told.
    """
    yield '{"type": "FeatureCollection", "features": '
    yield from json_array(_feature(chosen, event, claims) for event, claims in chosen.told())
    yield "}\n"


def _feature(chosen: Chosen, event: Row, claims: list[Row]) -> dict[str, Any]:
    where = event["where"]
    point = find_point(where)
    return {
        "type": "Feature",
        "id": event["id"],
        "geometry": {"type": "Point", "coordinates": list(point)} if point else None,
        "properties": {**_what(chosen, event, claims), **_where(where)},
    }


def _what(chosen: Chosen, event: Row, claims: list[Row]) -> dict[str, Any]:
    when, standing = event["when"] or {}, find_standing(event, claims)
    return {
        "title": standing.mark + chosen.headline(event),
        "kind": event["kind"],
        "reality": event["reality"],
        "standing": standing.word,
        "doubts": who_doubts(claims),
        "actors": [chosen.name(actor) for actor in event["actors"]],
        "recipients": [chosen.name(actor) for actor in event["recipients"]],
        "days": say_days(event["when"]),
        "earliest": when.get("earliest"),
        "latest": when.get("latest"),
        "quantities": [row["words"] for row in event["quantities"]],
        "origins": event["origins"],
        "agreement": event["agreement"],
        "evidence": list_evidence(claims),
    }


def _where(where: Row | None) -> dict[str, Any]:
    if where is None:
        return {"place": None, "country": None, "placePrecision": "unknown", "roughMiddle": None}
    wide = where.get("lat") is not None and find_point(where) is None
    return {
        "place": where["name"],
        "country": where.get("country"),
        "placePrecision": find_precision(where),
        "roughMiddle": [where["lon"], where["lat"]] if wide else None,
    }
