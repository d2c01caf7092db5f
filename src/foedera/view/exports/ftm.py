"""FollowTheMoney entities as JSON lines, as the `ftm` tools and OpenAleph take them.

- states PublicBody, people Person, organisations, forces and outlets Organization, the rest
  LegalEntity
- reports Article with their text, which offsets count in
- agreements and events Event; each claim a Documentation, which ties the report to the event with
  the words as its summary
- what is only denied is no Event but a Note about those it is denied of
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from followthemoney import model, types

from foedera.view.exports.cast import Cast
from foedera.view.exports.choice import Chosen
from foedera.view.exports.jsonl import json_line
from foedera.view.exports.standing import (
    day_of,
    find_place,
    find_standing,
    name_outlet,
    name_source,
    say_status,
    who_doubts,
)
from foedera.view.grounds import find_ground
from foedera.view.rows import Row, maps, texts
from foedera.view.words import country_names, ends, say_origins, say_stance

Values: TypeAlias = Mapping[str, object]

SCHEMAS = {
    "state": "PublicBody",
    "person": "Person",
    "organisation": "Organization",
    "force": "Organization",
    "outlet": "Organization",
}
PREFIX = "foedera-"


def write(chosen: Chosen) -> Iterator[str]:
    """Write actors, agreements, events with their claims, then reports; one entity a line."""
    with warnings.catch_warnings():
        # A hint to install a better transliterator, given once: names here are English already.
        warnings.simplefilter("ignore")
        country_code("GBR")
    cast = Cast(chosen)
    for entity in _entities(chosen, cast):
        yield f"{json_line(entity)}\n"


def _entities(chosen: Chosen, cast: Cast) -> Iterator[Row]:
    for name, row in cast.rows.items():
        yield _actor(name, row)
    for row in chosen.agreements:
        yield _agreement(chosen, cast, row)
    for event, claims in chosen.told():
        yield _event(chosen, cast, event, claims)
        yield from (_documentation(claim, event) for claim in claims)
    for report in chosen.reports():
        yield _article(report)


def make(schema: str, name: str, values: Values) -> Row:
    """Make an entity; values are cleaned by the types of its schema, what they refuse is left out.

    Values of one property are sorted, so that equal records give equal bytes.
    """
    entity = model.make_entity(schema)
    entity.id = PREFIX + name
    for prop, value in values.items():
        entity.add(prop, value)
    row: Row = entity.to_dict()
    properties = {key: sorted(held) for key, held in sorted(row["properties"].items())}
    return {"id": entity.id, "schema": schema, "properties": properties}


@cache
def country_code(code: str | None) -> str | None:
    """Return FollowTheMoney's code of a state; None where it has none."""
    if code is None:
        return None
    found = types.registry.country.clean(code) or types.registry.country.clean(
        country_names().get(code, code)
    )
    return str(found) if found else None


def _actor(name: str, row: Row) -> Row:
    schema = SCHEMAS.get(str(row["kind"]), "LegalEntity")
    state = row["kind"] == "state" and row.get("country")
    shown = country_names().get(str(row["country"])) if state else None
    names: dict[str, object] = {
        "name": shown or row["name"],
        "alias": texts(row, "also"),
        "country": country_code(row.get("country")),
    }
    if schema == "Person":
        names["position"] = row.get("office")
    return make(schema, f"actor-{name}", names)


def _agreement(chosen: Chosen, cast: Cast, row: Row) -> Row:
    titles = texts(row, "titles") or [str(row["kind"])]
    parties = [cast.find_state(code) for code in texts(row, "parties")]
    return make(
        "Event",
        f"agreement-{row['id']}",
        {
            "name": titles[0],
            "alias": titles[1:],
            "country": [country_code(code) for code in texts(row, "parties")],
            "involved": [f"{PREFIX}actor-{party}" for party in parties if party],
            "summary": _status(chosen, row),
            "keywords": ["agreement", str(row["kind"]), f"status: {row['status']}"],
            "recordId": row["id"],
            "notes": say_origins(row["origins"]),
        },
    )


def _status(chosen: Chosen, row: Row) -> str:
    ground = find_ground(row)
    told = f"{say_status(row)} on {chosen.day}"
    if ground is None:
        return told
    claims = ", ".join(texts(ground, "claims"))
    article = f", {ground['article']}" if ground.get("article") else ""
    return f"{told}: {ground['act']}, {ground.get('day') or 'day unknown'}{article} ({claims})"


def _event(chosen: Chosen, cast: Cast, event: Row, claims: list[Row]) -> Row:
    standing = find_standing(event, claims)
    who = cast.find_all([*event["actors"], *event["recipients"], *event["participants"]])
    involved = [f"{PREFIX}actor-{name}" for name in who]
    where = event["where"] or {}
    values = {
        "name": standing.mark + chosen.headline(event),
        "summary": "; ".join((f"{event['kind']}, {standing.word}", *who_doubts(claims))),
        "description": [str(claim["quote"]) for claim in claims],
        "keywords": [str(event["kind"]), standing.word],
        "publisher": [name_outlet(claim) for claim in claims],
        "sourceUrl": [claim["source"]["url"] for claim in claims],
        "proof": [f"{PREFIX}report-{claim['report']}" for claim in claims],
        "notes": [str(row["words"]) for row in maps(event, "quantities")],
        "country": country_code(where.get("country")),
    }
    if standing.is_denied:
        return make("Note", f"event-{event['id']}", {**values, "entity": involved})
    return make(
        "Event",
        f"event-{event['id']}",
        {
            **values,
            **_days(event),
            "location": where.get("name"),
            "involved": involved,
            "recordId": event["id"],
        },
    )


def _days(event: Row) -> Values:
    """Give days no finer than they are known: one day, a month or a year, or first and last."""
    first, last = ends(event["when"])
    precision = str((event["when"] or {}).get("precision"))
    if first and last:
        cut = {"month": 7, "year": 4}.get(precision)
        if first == last or cut:
            return {"date": first[:cut]}
    return {"startDate": first, "endDate": last}


def _documentation(claim: Row, event: Row) -> Row:
    said = name_source(claim)
    verb = say_stance(claim["stance"])
    return make(
        "Documentation",
        f"claim-{claim['id']}",
        {
            "document": f"{PREFIX}report-{claim['report']}",
            "entity": f"{PREFIX}event-{event['id']}",
            "role": f"{said} {verb}" if said else f"the report itself {verb}",
            "status": f"{claim['reality']}, {claim['stance']}",
            "summary": claim["quote"],
            "description": find_place(claim),
            "recordId": claim["id"],
            "date": day_of(claim),
            "publisher": name_outlet(claim),
            "sourceUrl": claim["source"]["url"],
        },
    )


def _article(report: Row) -> Row:
    values: dict[str, Any] = {
        "fileName": report["key"],
        "title": report["title"],
        "name": report["title"] or report["key"],
        "publisher": report["outlet"],
        "sourceUrl": report["url"],
        "publishedAt": day_of({"source": report}),
        "language": "eng" if report.get("lang", "en") == "en" else None,
        "bodyText": report["text"],
    }
    return make("Article", f"report-{report['id']}", values)
