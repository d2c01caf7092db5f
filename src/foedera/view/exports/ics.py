"""Days of agreements as an iCalendar: what took place, what takes effect, what is planned.

One all-day event a step. A step known only to lie within some days spans them and says so; one
that would span more than a quarter, or has no day, is left out. What is planned is TENTATIVE,
what is only denied is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar, Event

from foedera import __version__
from foedera.view.exports.choice import Chosen
from foedera.view.exports.standing import find_standing, quote_claims, say_status
from foedera.view.rows import Row, maps, texts
from foedera.view.words import capital, ends, join_words, say_days, say_kind

LONGEST = 92


def write(chosen: Chosen) -> Iterator[str]:
    """Write a calendar, one component at a time."""
    head, tail = _calendar(chosen).to_ical().decode().split("END:VCALENDAR")
    yield head
    for event in _events(chosen):
        yield event.to_ical().decode()
    yield f"END:VCALENDAR{tail}"


def _calendar(chosen: Chosen) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//foedera//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Agreements, as of {chosen.day}")
    return calendar


def _events(chosen: Chosen) -> Iterator[Event]:
    changes: dict[str, list[Row]] = defaultdict(list)
    for change in chosen.record.each_change(known=chosen.choice.known):
        changes[change["agreement"]].append(change)
    for agreement in chosen.agreements:
        yield from Days(chosen, agreement, changes[agreement["id"]]).all()


class Days:
    """The days of one agreement."""

    def __init__(self, chosen: Chosen, agreement: Row, changes: Sequence[Row]) -> None:
        self._chosen = chosen
        self._agreement = agreement
        self._changes = changes
        self._title = next(iter(texts(agreement, "titles")), str(agreement["kind"]))

    def all(self) -> Iterator[Event]:
        """Yield the steps that have a day, then the days that follow from terms alone."""
        for step in maps(self._agreement, "steps"):
            yield from self._step(step)
        stepped = {ends(step["when"])[1] for step in maps(self._agreement, "steps")}
        before: Row = {}
        for change in self._changes:
            if change["day"] not in stepped:
                yield from self._change(before, change)
            before = change

    def _step(self, step: Row) -> Iterator[Event]:
        first, last = ends(step["when"])
        claims = self._chosen.tell(texts(step, "claims"))
        standing = find_standing(step, claims)
        if first is None or last is None or standing.is_denied:
            return
        within = f" ({say_days(step['when'])})" if first != last else ""
        summary = standing.mark + self._summary(say_kind(str(step["kind"])), step) + within
        lines = [f"Follows: {step['basis']}"] if step.get("basis") else []
        yield from self._make(
            f"step-{step['event']}", summary, (first, last), lines + quote_claims(claims),
            kind=str(step["kind"]), tentative=not standing.is_deed,
        )  # fmt: skip

    def _change(self, before: Row, change: Row) -> Iterator[Event]:
        """Make a day on which a status changes though no report tells a step on it."""
        told = [say_status(change)] if change["status"] != before.get("status") else []
        held = before.get("party_status") or {}
        for code, state in sorted(change["party_status"].items()):
            if state != held.get(code):
                told.append(f"{self._chosen.name(code)}: {state}")
        if not told:
            return
        bases = [*change["basis"], *(b for held in change["party_basis"].values() for b in held)]
        claims = self._chosen.tell(claim for one in bases for claim in texts(one, "claims"))
        told_of = (f"{one['act']}, {one['article']}" for one in bases if one["article"])
        grounds = list(dict.fromkeys(told_of))
        lines = ["Follows from acts and terms; no report tells a step on this day.", *grounds]
        summary = f"{capital('; '.join(told))} – {self._title}"
        yield from self._make(
            f"change-{change['day']}", summary, (change["day"], change["day"]),
            [*lines, *quote_claims(claims)], kind="status", tentative=False,
        )  # fmt: skip

    def _summary(self, what: str, row: Row) -> str:
        by = join_words(self._chosen.name(code) for code in texts(row, "by"))
        return f"{capital(what)}: {self._title}" + (f" ({by})" if by else "")

    def _make(
        self, name: str, summary: str, days: tuple[str, str], lines: Sequence[str], **more: Any
    ) -> Iterator[Event]:
        first, last = (date.fromisoformat(day) for day in days)
        if (last - first).days >= LONGEST or not self._lies(*days):
            return
        stamp = datetime.combine(date.fromisoformat(self._chosen.day), time(), UTC)
        ahead = days[0] > self._chosen.day
        event = Event()
        event.add("uid", f"{name}@{self._agreement['id']}.foedera")
        event.add("dtstamp", stamp)
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))
        event.add("summary", summary)
        event.add("description", "\n".join((*self._standing(), *lines)))
        event.add("categories", [more["kind"], "to come" if ahead else "past"])
        event.add("transp", "TRANSPARENT")
        if more["tentative"]:
            event.add("status", "TENTATIVE")
        yield event

    def _standing(self) -> tuple[str, str]:
        row = self._agreement
        return f"{row['kind']}, {say_status(row)} on {self._chosen.day}", f"Agreement {row['id']}"

    def _lies(self, first: str, last: str) -> bool:
        choice = self._chosen.choice
        return (choice.since or "") <= last and first <= (choice.until or "9999")
