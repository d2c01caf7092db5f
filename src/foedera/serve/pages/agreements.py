"""Agreements: all of them with their status, and each with its life as of any day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from foedera.serve.foldering import drop_unknown, make_folder
from foedera.serve.frame import Nav, Page, TheDesk, address, show
from foedera.serve.opened import OpenRecord
from foedera.serve.origin_tree import grow
from foedera.serve.paging import ROWS, Cursor, Day, Words, paged
from foedera.serve.wording import name_country
from foedera.view.dossier.compose import make_chapter
from foedera.view.dossier.lead import name_status
from foedera.view.dossier.model import Chapter
from foedera.view.pictures.looks import style_status
from foedera.view.rows import Row, maps, texts
from foedera.view.words import country_names, ends

router = APIRouter()
PAGE = Page(router, Nav("Agreements", "/agreements", "a"))

STATUSES = (
    "in-force", "signed", "text-fixed", "negotiating", "proposed", "suspended", "terminated",
    "expired", "superseded", "void", "unknown", "contested",
)  # fmt: skip
BINDINGS = {"yes": "binding", "no": "not legally binding", "unclear": "unclear whether binding"}
MOST_TELLINGS = 240
MOST_QUOTED = 120


@router.get("/agreements")
def list_agreements(
    request: Request,
    desk: TheDesk,
    *,
    q: Words = None,
    party: Words = None,
    status: Words = None,
    binding: Words = None,
    on: Day = None,
    known: Day = None,
    after: Cursor = None,
) -> Response:
    """List the agreements, those of most reports first."""
    facets = {"status": status, "binding": binding, "on": on, "known": known}
    asked = {"q": q, "party": party, **facets, "after": after}
    found = desk.record.find_agreements(q, party=code_of(party), **facets, limit=ROWS, after=after)
    return show(
        request,
        "agreements.html",
        paged=paged(found, "/agreements", asked, ("agreement", "agreements")),
        lines=[line_of(row) for row in found.rows],
        asked_for=asked,
        asked_days=address("", on=on, known=known),
        statuses=STATUSES,
        bindings=BINDINGS,
    )


def state_named(words: str) -> str | None:
    """Return the code of the state that words name, by its name or code.

    >>> state_named("north macedonia"), state_named("ury"), state_named("pact")
    ('MKD', 'URY', None)
    """
    wanted = words.strip().casefold()
    for code, name in country_names().items():
        if wanted and wanted in (name.casefold(), code.casefold()):
            return code
    return None


def code_of(party: str | None) -> str | None:
    """Return the code of a state; other words stay, so that nothing is found by them."""
    return None if party is None else state_named(party) or party.strip().upper()


def line_of(row: Row) -> Row:
    """Return what a line about an agreement shows."""
    titles = texts(row, "titles")
    return {
        **row,
        "title": titles[0] if titles else f"{row['kind']} without a name",
        "status_words": name_status(row),
        "style": style_status(str(row["status"])),
        "names": [name_country(code) for code in texts(row, "parties")],
    }


@router.get("/agreements/{name}")
def show_agreement(
    request: Request,
    desk: TheDesk,
    name: Annotated[str, Path(max_length=64)],
    on: Day = None,
    known: Day = None,
) -> Response:
    """Show an agreement as of a day, by what was published up to another."""
    record = desk.record
    looked = record.agreement(name, on=on, known=known)
    chapter, gathered = make_life(record, looked)
    return show(
        request,
        "agreement.html",
        line=line_of(looked["agreement"]),
        looked=looked,
        chapter=chapter,
        tellings=gathered[:MOST_QUOTED],
        numbers={one["id"]: number for number, one in enumerate(gathered, 1)},
        tellings_total=len(gathered),
        tree=grow(gathered[:MOST_QUOTED]),
        days=day_range(record, looked),
        paces=_paces(looked),
        on=on or "",
        known=known or "",
    )


def make_life(record: OpenRecord, looked: Row) -> tuple[Chapter, list[Row]]:
    """Make the chapter of an agreement, and the tellings that its numbers lead to."""
    agreement, known = looked["agreement"], looked["known"]
    own = record.find_events(agreement=str(agreement["id"]), limit=MOST_TELLINGS // 4).rows
    linked = record.events_named(texts(agreement, "conduct"))
    events = list({row["id"]: row for row in [*own, *linked]}.values())
    wanted = _claims(agreement, events)
    tellings = record.tellings_of(wanted[:MOST_TELLINGS])
    if known is not None:
        tellings = [one for one in tellings if _out_by(one["report"], known)]
        events = drop_unknown(events, tellings)
    folder = make_folder(
        tellings, agreements=[agreement], events=events, on=looked["on"], known=known
    )
    chapter = make_chapter(folder, agreement, events, looked["history"])
    return chapter, sorted(tellings, key=lambda one: folder.numbers[one["id"]])


def _claims(agreement: Row, events: list[Row]) -> list[str]:
    """List the claims that a page about an agreement quotes, those of its own first."""
    duties = [claim for row in maps(agreement, "obligations") for claim in texts(row, "claims")]
    steps = [claim for row in maps(agreement, "steps") for claim in texts(row, "claims")]
    basis = [claim for row in maps(agreement, "basis") for claim in texts(row, "claims")]
    around = [claim for event in events for claim in texts(event, "claims")]
    return list(dict.fromkeys([*basis, *steps, *duties, *texts(agreement, "claims"), *around]))


def _out_by(report: Row, day: str) -> bool:
    latest = (report.get("published") or {}).get("latest")
    return latest is not None and latest <= day


def day_range(record: OpenRecord, looked: Row) -> dict[str, Any]:
    """Return the first and the last day that the sliders reach, for both questions."""
    last = record.last_day()
    told = [day for step in maps(looked["agreement"], "steps") for day in ends(step.get("when"))]
    days = sorted(day for day in (*told, *(row["day"] for row in looked["history"])) if day)
    printed = sorted(
        day for one in looked["tellings"] if (day := ends(one["report"]["published"])[1])
    )
    first = days[0] if days else last
    return {
        "first": _shift(first, -30),
        "last": max(_shift(days[-1], 30) if days else last, last),
        "first_known": printed[0] if printed else first,
        "last_known": max(printed[-1] if printed else last, last),
        "asked": record.asked_day(looked["known"]),
    }


def _paces(looked: Row) -> dict[str, str | None]:
    """Return the days before and after the one asked about on which something changed."""
    steps = (day for step in maps(looked["agreement"], "steps") for day in ends(step.get("when")))
    days = {day for day in (*steps, *(row["day"] for row in looked["history"])) if day}
    on = str(looked["on"])
    return {
        "earlier": max((day for day in days if day < on), default=None),
        "later": min((day for day in days if day > on), default=None),
    }


def _shift(day: str, by: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(by)).isoformat()
    except (ValueError, OverflowError):
        return day
