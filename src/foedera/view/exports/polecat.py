"""Coded events in the columns of POLECAT, for scripts that read it.

Columns that POLECAT fills from sources foedera does not have (intensity, sectors, Wikipedia and
GeoNames ids) stay, empty. Columns after `Version` are foedera's: the way back to the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from foedera import __version__
from foedera.view.exports.choice import Chosen
from foedera.view.exports.csv import csv_line, safe
from foedera.view.exports.places import find_point, find_precision
from foedera.view.exports.plover import Coded, code_events
from foedera.view.exports.standing import (
    day_of,
    list_evidence,
    name_outlet,
    who_doubts,
)
from foedera.view.rows import Row

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "VERBAL COOPERATION"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "MATERIAL COOPERATION"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "VERBAL CONFLICT"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "MATERIAL CONFLICT"),
}
EVENT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
)  # fmt: skip
PLACE = (
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
    "GeoNames ID", "Raw Placename", "Feature Type",
)  # fmt: skip
REPORT = (
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
OWN = (
    "Kind", "Reality", "Standing", "Doubts", "Earliest", "Latest", "Date Precision",
    "Quantities", "Origins Low", "Origins High", "Claims", "Reports", "Offsets", "Quote",
)  # fmt: skip


def _columns(side: str) -> tuple[str, ...]:
    return (
        f"{side} Name",
        f"{side} Country",
        f"{side} COW",
        f"Primary {side} Sector",
        f"{side} Sectors",
        f"{side} Title",
        f"{side} Name Raw",
        f"Wikipedia {side} ID",
    )


HEADING = (*EVENT, *_columns("Actor"), *_columns("Recipient"), *PLACE, *REPORT, *OWN)


def write(chosen: Chosen) -> Iterator[str]:
    """Write a heading and one line an event that PLOVER codes."""
    return write_rows(HEADING, (_row(chosen, coded) for coded in code_events(chosen)))


def write_rows(heading: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Write a heading and rows; a column of which a row holds nothing stays empty."""
    yield csv_line(heading)
    for row in rows:
        yield csv_line([safe(row.get(column)) for column in heading])


def _row(chosen: Chosen, coded: Coded) -> dict[str, object]:
    event, code, claims = coded.event, coded.code, coded.claims
    when, where = event["when"] or {}, event["where"] or {}
    first, last = when.get("earliest"), when.get("latest")
    return {
        "Event ID": event["id"],
        "Event Date": first if first and first == last else None,
        "Event Type": code["event"],
        "Event Mode": code["mode"],
        "Quad Code": QUADS.get(code["event"]),
        "Contexts": join_cells(code["contexts"]),
        **_side(chosen, "Actor", event["actors"]),
        **_side(chosen, "Recipient", event["recipients"]),
        **_place(where),
        "Source": join_cells(dict.fromkeys(name_outlet(claim) for claim in claims)),
        "Publication Date": min(filter(None, map(day_of, claims)), default=None),
        "Language": "en",
        "Version": f"foedera {__version__}",
        "Kind": event["kind"],
        "Reality": event["reality"],
        "Standing": coded.standing.word,
        "Doubts": join_cells(who_doubts(claims)),
        "Earliest": first,
        "Latest": last,
        "Date Precision": when.get("precision"),
        "Quantities": join_cells(row["words"] for row in event["quantities"]),
        "Origins Low": event["origins"]["independent"][0],
        "Origins High": event["origins"]["independent"][1],
        **evidence_cells(claims),
    }


def _side(chosen: Chosen, side: str, actors: Sequence[Row]) -> dict[str, object]:
    countries = filter(None, (actor.get("country") for actor in actors))
    offices = filter(None, (actor.get("office") for actor in actors))
    return {
        f"{side} Name": join_cells(dict.fromkeys(chosen.name(actor) for actor in actors)),
        f"{side} Country": join_cells(dict.fromkeys(countries)),
        f"{side} Title": join_cells(dict.fromkeys(offices)),
        f"{side} Name Raw": join_cells(dict.fromkeys(str(actor["name"]) for actor in actors)),
    }


def _place(where: Row) -> dict[str, object]:
    point = find_point(where) if where else None
    return {
        "Placename": where.get("name"),
        "Country": where.get("country"),
        "Latitude": point[1] if point else None,
        "Longitude": point[0] if point else None,
        "Raw Placename": where.get("name"),
        "Feature Type": find_precision(where) if where else None,
    }


def evidence_cells(claims: Sequence[Row]) -> dict[str, object]:
    """Return the cells that lead back to the words: of every claim its id, report and offsets.

    The first claim's words stand in full.
    """
    rows = list_evidence(claims)
    return {
        "Claims": join_cells(row["claim"] for row in rows),
        "Reports": join_cells(row["report"] for row in rows),
        "Offsets": join_cells(f"{row['start']}-{row['end']}" for row in rows),
        "Quote": " ".join(rows[0]["quote"].split()) if rows else None,
    }


def join_cells(words: Iterable[object]) -> str | None:
    """Join words in one cell; None where there are none."""
    return "; ".join(str(word) for word in words) or None
