"""Entering what the record holds under what it is asked by, at settling and as reports come.

Events, reports, actors, places, stories and outlets get columns and postings in the store. They
follow from the computed rows alone, so that they can be made again without judging anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from foedera import wire
from foedera.data import Correction
from foedera.measure import content_id
from foedera.merge.corrections import correct_claim
from foedera.merge.telling import Source, fold, iso_day, ordinal_day
from foedera.settle.facets import (
    Facet,
    actor_values,
    event_facets,
    report_facets,
    word_values,
)
from foedera.settle.tellings import Row, by_claim
from foedera.settle.wholes import UNDATED, place_of_event
from foedera.store import Replacing, Store

NAMES = 20
"""A line about an actor shows so many other names."""
EARLY, LATE = 0, 10**7
"""Days that stand for an open end."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What an event gets from a report: outlet, story and day."""

    outlet: str | None
    story: str
    first: int | None
    last: int | None


@dataclass(slots=True)
class Story:
    """What is told of a story's reports, one after the other."""

    first: int | None = None
    last: int | None = None
    reports: int = 0
    outlets: set[str] = field(default_factory=set)
    title: tuple[int, str, str] | None = None
    titles: list[str] = field(default_factory=list)

    def add(self, report: str, one: Reported, title: str | None) -> None:
        """Add a report; the earliest one with a title gives the story its own."""
        days = [day for day in (one.first, one.last) if day is not None]
        if days:
            self.first = min(days) if self.first is None else min(self.first, *days)
            self.last = max(days) if self.last is None else max(self.last, *days)
        self.reports += 1
        if one.outlet:
            self.outlets.add(one.outlet)
        if title:
            named = (one.first or LATE, report, title)
            self.title = named if self.title is None else min(self.title, named)
            self.titles.append(title)

    def row(self, name: str) -> Row:
        """Write the story as a line."""
        return {
            "id": name,
            "title": self.title[2] if self.title else None,
            "earliest": _iso(self.first),
            "latest": _iso(self.last),
            "reports": self.reports,
            "outlets": len(self.outlets),
        }

    def values(self) -> dict[str, int]:
        """Return what stories are ordered and bounded by."""
        return {**_days(self.first, self.last), "reports": self.reports}


def report_of(source: Source, story: str) -> Reported:
    """Return what an event gets from a report."""
    days = source.published
    return Reported(source.outlet, story, ordinal_day(days.earliest), ordinal_day(days.latest))


def enter_all(store: Store, writing: Replacing, reported: Mapping[str, Reported]) -> None:
    """Enter all reports and computed wholes as the store holds them."""
    writing.flush()
    reports = EnteringReports(writing, reported)
    for report, title, claims, facts in _claims_by_report(store):
        reports.add(report, title, claims, facts)
    reports.close()
    events = EnteringEvents(writing)
    for rows in writing.pages("event"):
        homes = writing.homes(claim for row in rows for claim in row["claims"])
        for row in rows:
            events.add(row, told_in(row, homes, reported))
    events.close()
    enter_agreements(writing, reported)
    actors = EnteringActors(writing)
    for rows in writing.pages("actor"):
        for row in rows:
            actors.add(row)
    actors.close()


# ------------------------------------------------------------------ reports


class EnteringReports:
    """Enters reports by outlet, story and who acts or speaks in their claims, one by one."""

    def __init__(self, writing: Replacing, reported: Mapping[str, Reported]) -> None:
        self._writing = writing
        self._reported = reported
        self._numbering = writing.numbering("report")
        self._stories: dict[str, Story] = defaultdict(Story)
        self._outlets: dict[str, Story] = defaultdict(Story)

    def add(self, report: str, title: str | None, claims: int, facts: set[Facet]) -> None:
        """Enter a report with its number of claims and what those are found by."""
        one = self._reported[report]
        self._numbering.add(report_values(report, one, claims), facts | where_told(one))
        self._stories[one.story].add(report, one, title)
        if one.outlet:
            self._outlets[one.outlet].add(report, one, None)

    def close(self) -> None:
        """Enter the stories and the outlets of the reports."""
        self._numbering.close()
        writing, numbering = self._writing, self._writing.numbering("story")
        for name, story in sorted(self._stories.items()):
            writing.wholes("story", [(0, story.row(name))])
            numbering.add({"id": int(name, 16), **story.values()}, story_facets(story))
        numbering.close()
        outlets = sorted(self._outlets.items())
        writing.wholes("outlet", ((0, outlet_row(name, own)) for name, own in outlets))


def _claims_by_report(store: Store) -> Iterator[tuple[str, str | None, int, set[Facet]]]:
    """Yield each report by id with its title, number of claims and what those are found by."""
    corrections = by_claim(store.corrections())
    groups = groupby(store.claims(), key=lambda row: row["report"])
    waiting: tuple[str, list[Row]] | None = None
    for report, title in store.titles():
        if waiting is None:
            waiting = next(((name, list(rows)) for name, rows in groups), None)
        claims: list[Row] = []
        if waiting is not None and waiting[0] == report:
            claims, waiting = waiting[1], None
        yield report, title, len(claims), claims_facets(claims, corrections)


def claims_facets(claims: Iterable[Row], corrections: Mapping[str, list[Correction]]) -> set[Facet]:
    """Return what a report is found by of its claims, as people corrected them."""
    rows = []
    for row in claims:
        if row["id"] in corrections:
            claim = wire.read_claim(row, row["report"])
            corrected = correct_claim(claim, corrections[row["id"]])
            if corrected is not None:
                rows.append(wire.claim_row(corrected, None))
        else:
            rows.append(row)
    return report_facets(rows)


def where_told(one: Reported) -> set[Facet]:
    """Return the story and the outlet that a report is found by."""
    outlet = {("outlet", fold(one.outlet))} if one.outlet else set()
    return {("story", one.story)} | outlet


def report_values(report: str, one: Reported, claims: int) -> dict[str, int]:
    """Return what reports are ordered and bounded by."""
    return {"id": int(report, 16), **_days(one.first, one.last), "claims": claims}


def story_facets(story: Story) -> set[Facet]:
    """Return what a story is found by."""
    return {("word", word) for word in word_values(story.titles)}


def outlet_row(name: str, own: Story) -> Row:
    """Write an outlet as a line."""
    days = {"earliest": _iso(own.first), "latest": _iso(own.last)}
    return {"id": content_id("outlet", name), "name": name, **days, "reports": own.reports}


# ------------------------------------------------------------------- events


class EnteringEvents:
    """Enters events one by one, and at last the places where they took place."""

    def __init__(self, writing: Replacing) -> None:
        self._writing = writing
        self._numbering = writing.numbering("event")
        self._places: dict[str, Row] = {}
        self._counts: Counter[str] = Counter()

    def add(self, row: Row, told: Sequence[Reported]) -> None:
        """Enter an event and the reports that tell it."""
        self._numbering.add(event_values(row, told), facets_of(row, told))
        if row["where"]:
            place = place_row(row["where"])
            self._counts[place["id"]] += 1
            self._places[place["id"]] = better_place(self._places.get(place["id"]), place)

    def close(self) -> None:
        """Enter the places of the events."""
        self._numbering.close()
        numbering = self._writing.numbering("place")
        for name, place in sorted(self._places.items()):
            self._writing.wholes("place", [(0, place)])
            numbering.add({"id": int(name, 16), "events": self._counts[name]}, place_facets(place))
        numbering.close()


def told_in(row: Row, homes: Mapping[str, str], reported: Mapping[str, Reported]) -> list[Reported]:
    """Return the reports that tell an event."""
    reports = {homes[claim] for claim in row["claims"] if claim in homes}
    return [reported[report] for report in sorted(reports) if report in reported]


def event_values(row: Row, told: Sequence[Reported]) -> dict[str, int]:
    """Return what events are ordered and bounded by."""
    when = row["when"] or {}
    printed = [one.last or EARLY for one in told]
    soonest, farthest = _days_told(row)
    return {
        "id": int(row["id"], 16),
        "place": place_of_event(row),
        "soonest": soonest,
        "farthest": farthest,
        **_days(ordinal_day(when.get("earliest")), ordinal_day(when.get("latest"))),
        "reports": row["reports"],
        "told": max(printed, default=EARLY),
        "since": min(printed, default=EARLY),
    }


def _days_told(row: Row) -> tuple[int, int]:
    """Return the bounds of all days that any telling gives an event, as some of them might do."""
    told = [one for one in row["comparison"] if one["field"] == "when"]
    values = [value["value"].split("/") for one in told for value in one["values"]]
    if not values:
        return UNDATED, EARLY
    starts = [ordinal_day(value[0] or value[-1]) or EARLY for value in values]
    ends = [ordinal_day(value[-1] or None) or LATE for value in values]
    return min(starts), max(ends)


def facets_of(row: Row, told: Iterable[Reported]) -> set[Facet]:
    """Return what an event is found by."""
    reports = list(told)
    outlets = [one.outlet for one in reports if one.outlet]
    return event_facets(row, outlets, [one.story for one in reports])


def place_row(where: Row) -> Row:
    """Write a place as a line; two of one name in one country are one place."""
    named = {name: where.get(name) for name in ("name", "country", "lat", "lon")}
    name = content_id("place", fold(where["name"]), where.get("country") or "")
    return {"id": name, **named}


def better_place(old: Row | None, new: Row) -> Row:
    """Return the row that says more of a place, in any order of coming."""
    if old is None:
        return new
    return min(old, new, key=lambda row: (row["lat"] is None, row["name"], str(row["lat"])))


def place_facets(place: Row) -> set[Facet]:
    """Return what a place is found by."""
    return {("name", value) for value in actor_values([place])} | {
        ("country", place["country"]) for _ in range(1) if place["country"]
    }


def enter_agreements(writing: Replacing, reported: Mapping[str, Reported]) -> None:
    """Enter agreements by the days on which they were told of."""
    numbering = writing.numbering("agreement")
    for rows in writing.pages("agreement"):
        homes = writing.homes(claim for row in rows for claim in row["claims"])
        for row in rows:
            numbering.add(agreement_values(row, told_in(row, homes, reported)), ())
    numbering.close()


def agreement_values(row: Row, told: Iterable[Reported]) -> dict[str, int]:
    """Return the last day on which an agreement was told of."""
    printed = [one.last or EARLY for one in told]
    return {"id": int(row["id"], 16), "told": max(printed, default=EARLY)}


# ------------------------------------------------------------------- actors


class EnteringActors:
    """Enters actors one by one, in the order that they are listed in."""

    def __init__(self, writing: Replacing) -> None:
        self._writing = writing
        self._numbering = writing.numbering("actor")

    def add(self, row: Row) -> None:
        """Enter an actor, with a line to show."""
        line = {name: row[name] for name in ("name", "also", "kind", "country", "office")}
        place, claims = int(row["id"]), len(row["claims"])
        named = [{"name": name} for name in (row["name"], *row["also"])]
        face = {"id": f"{place:016x}", **line, "also": row["also"][:NAMES], "claims": claims}
        self._writing.wholes("face", [(place, face)])
        facets = {("name", value) for value in actor_values([*named, {**line, "name": ""}])}
        facets |= {("kind", row["kind"]), ("country", row["country"] or "")}
        self._numbering.add({"id": place, "claims": claims}, facets)

    def close(self) -> None:
        """Write what still waits."""
        self._numbering.close()


def _days(first: int | None, last: int | None) -> dict[str, int]:
    """Return the ends of a stretch of days; one without any meets no day."""
    if first is None and last is None:
        return {"first": LATE + 1, "last": EARLY - 1}
    return {"first": EARLY if first is None else first, "last": LATE if last is None else last}


def _iso(day: int | None) -> str | None:
    return None if day is None else iso_day(day)
