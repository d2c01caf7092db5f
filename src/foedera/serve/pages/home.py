"""Home: what changed since the last visit, what stands, who is busiest, where tellings differ."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from foedera.serve.frame import Nav, Page, TheDesk, address, show
from foedera.serve.opened import OpenRecord
from foedera.serve.pages.agreements import line_of
from foedera.serve.paging import Cursor, Day, with_days_told
from foedera.view.changes import tell_field
from foedera.view.rows import Row

router = APIRouter()
PAGE = Page(router)
CHANGES = Page(APIRouter(), Nav("Changes", "/changes", "n"))

SEEN = "foedera_seen"
ONE_VISIT = 3600
"""Pages asked for within so many seconds belong to one visit."""
FIRST_LOOK = 7
"""Who comes for the first time is shown so many days of the record."""
FEW = 10
MANY = 50


@dataclass(frozen=True, slots=True)
class Visit:
    """What a person had seen: the record's last day at the visit before, and at this one."""

    before: str
    latest: str
    at: int

    def write(self) -> str:
        """Write a visit as a cookie holds it."""
        return f"{self.before}.{self.latest}.{self.at}"


def read_visit(cookie: str | None) -> Visit | None:
    """Read a visit; None for what no visit of ours wrote.

    >>> read_visit("2024-06-01.2024-06-08.1718000000").latest
    '2024-06-08'
    >>> read_visit("yesterday")
    """
    try:
        before, latest, at = (cookie or "").split(".")
        seen = [date.fromisoformat(day).isoformat() for day in (before, latest)]
        return Visit(seen[0], seen[1], int(at[:12]))
    except ValueError:
        return None


def next_visit(held: Visit | None, latest: str, now: int) -> Visit:
    """Return this visit: within the hour still the same one, later one that follows it."""
    if held is None:
        return Visit(_days_before(latest, FIRST_LOOK), latest, now)
    if now - held.at < ONE_VISIT:
        return Visit(held.before, latest, now)
    return Visit(held.latest, latest, now)


def _days_before(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days)).isoformat()
    except (ValueError, OverflowError):
        return day


@router.get("/")
def show_home(request: Request, desk: TheDesk) -> Response:
    """Show what an analyst opens in the morning."""
    record = desk.record
    summary = record.summary()
    if not summary["reports"]:
        return show(request, "empty.html")
    held = read_visit(request.cookies.get(SEEN))
    visit = next_visit(held, record.last_day(), int(time.time()))
    answer = show(
        request,
        "home.html",
        summary=summary,
        first=held is None,
        changed=gather_changes(record, visit.before, few=FEW),
        agreements=[line_of(row) for row in record.find_agreements(limit=FEW).rows],
        busiest=record.busiest_actors(FEW),
        torn=record.newest_disagreements(FEW),
        doubts=record.newest_doubts(FEW),
    )
    answer.set_cookie(
        SEEN, visit.write(), max_age=31_536_000, httponly=True, samesite="strict", path="/"
    )
    return answer


@CHANGES.router.get("/changes")
def show_changes(
    request: Request, desk: TheDesk, since: Day = None, until: Day = None, after: Cursor = None
) -> Response:
    """Show what reports published after a day brought, up to another where one is asked for."""
    held = read_visit(request.cookies.get(SEEN))
    latest = desk.record.last_day()
    day = since or (held.before if held else _days_before(latest, FIRST_LOOK))
    changed = gather_changes(desk.record, day, few=MANY, until=until, after=after)
    here, on = {"since": day, "until": until}, changed["next"]
    return show(
        request,
        "changes.html",
        changed=changed,
        before=address("/changes", here) if after else None,
        following=address("/changes", {**here, "after": on}) if on else None,
        visit=held.before if held else None,
        latest=latest,
        steps=[(words, _days_before(latest, back)) for words, back in STEPS],
    )


STEPS = (("the last day", 1), ("a week", 7), ("a month", 30), ("a quarter", 91), ("a year", 365))


def gather_changes(
    record: OpenRecord, since: str, *, few: int, until: str | None = None, after: str | None = None
) -> Row:
    """Gather what is new since a day, each change of an agreement told in a sentence."""
    changed = record.changes(since, until=until, limit=few, after=after)
    agreements = [_told(row) for row in changed["agreements"][:few]]
    again = [
        {**row["event"], "told": words}
        for row in changed["again"][:few]
        if (words := _tell(row["changes"])) or not row["compared"]
    ]
    large = [{**row["event"], "last": row["told"]} for row in changed["large"]]
    events = with_days_told(record, changed["events"])
    moved = sorted(agreements, key=lambda row: not (row["told"] or row["is_new"]))
    return {**changed, "agreements": moved, "events": events, "again": again, "large": large}


def _told(row: Row) -> dict[str, Any]:
    """Tell the changes of one agreement in words."""
    is_new = any(change["change"] == "new" for change in row["changes"])
    told = _tell(one for one in row["changes"] if one["change"] not in ("new", "gone"))
    if is_new:
        steps = _tell({"change": "step", "new": step} for step in row["steps"])
        told = [words.removeprefix("new step: ") for words in steps]
    title = next(iter(row["named"]["titles"]), "an agreement without a name")
    return {**row, "title": title, "is_new": is_new, "told": told}


def _tell(changes: Iterable[Row]) -> list[str]:
    """Tell changes in words; what says nothing is left out."""
    return [words for one in changes if (words := tell_field(one))]
