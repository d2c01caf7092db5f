"""A story report by report: what each adds to those before it, and what goes before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedera.serve.opened import OpenRecord
from foedera.view.rows import Row, maps, texts
from foedera.view.words import ends

MOST_EVENTS = 500
MOST_FOLLOWING = 30


@dataclass(frozen=True, slots=True)
class Other:
    """A value that a report gives otherwise than those before it."""

    event: Row
    field: str
    value: object
    verdict: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A report of a story: what it tells first, what it tells otherwise, what it repeats."""

    report: Row
    first: tuple[Row, ...]
    otherwise: tuple[Other, ...]
    repeats: int
    copy: tuple[str, Row | None] | None


@dataclass(frozen=True, slots=True)
class Told:
    """A story gone through: its reports in order, and the stories that tell of the same events."""

    chapters: tuple[Chapter, ...]
    before: tuple[Row, ...]
    after: tuple[Row, ...]


def tell_story(record: OpenRecord, looked: Row) -> Told:
    """Go through a story as `record.story` gathered it, in the order of publication."""
    story = str(looked["story"]["id"])
    events = record.find_events(story=story, order="day", limit=MOST_EVENTS).rows
    report_of = record.reports_of(claim for event in events for claim in texts(event, "claims"))
    reports = sorted(maps(looked, "reports"), key=_published)
    copies = record.copies_of(str(row["id"]) for row in reports)
    chapters = _chapters(reports, events, report_of, copies)
    others = record.stories_of(set(report_of.values()) - {str(row["id"]) for row in reports})
    near = record.stories_named(set(others.values()) - {story})
    start = str(looked["story"]["earliest"])
    return Told(
        chapters,
        tuple(row for row in near if str(row["earliest"]) < start)[-MOST_FOLLOWING:],
        tuple(row for row in near if str(row["earliest"]) >= start)[:MOST_FOLLOWING],
    )


def _published(report: Row) -> tuple[str, str]:
    first, last = ends(report.get("published"))
    return first or last or "9999", str(report["id"])


def _chapters(
    reports: Sequence[Row],
    events: Sequence[Row],
    report_of: Mapping[str, str],
    copies: Mapping[str, tuple[str, str]],
) -> tuple[Chapter, ...]:
    place = {str(row["id"]): number for number, row in enumerate(reports)}
    first: dict[str, list[Row]] = defaultdict(list)
    otherwise: dict[str, list[Other]] = defaultdict(list)
    repeated: dict[str, int] = defaultdict(int)
    for event in events:
        tellers = _in_order(texts(event, "claims"), report_of, place)
        if not tellers:
            continue
        first[tellers[0]].append(event)
        for name in tellers[1:]:
            repeated[name] += 1
        for name, other in _others(event, tellers[0], report_of, place):
            otherwise[name].append(other)
    return tuple(
        Chapter(
            row,
            tuple(first[name]),
            tuple(otherwise[name]),
            repeated[name],
            _copy(name, reports, place, copies),
        )
        for row in reports
        for name in [str(row["id"])]
    )


def _in_order(
    claims: Sequence[str], report_of: Mapping[str, str], place: Mapping[str, int]
) -> list[str]:
    """Return the reports of the story that some claims stand in, the earliest first."""
    held = {report_of[claim] for claim in claims if claim in report_of}
    return sorted(held & place.keys(), key=lambda name: place[name])


def _others(
    event: Row, opening: str, report_of: Mapping[str, str], place: Mapping[str, int]
) -> list[tuple[str, Other]]:
    """List the values that come after an event's first telling, each with who brings it."""
    found = []
    for field in maps(event, "comparison"):
        if field["comparison"] == "agree":
            continue
        for value in maps(field, "values"):
            tellers = _in_order(texts(value, "claims"), report_of, place)
            if tellers and tellers[0] != opening:
                told = Other(event, str(field["field"]), value["value"], str(field["comparison"]))
                found.append((tellers[0], told))
    return found


def _copy(
    name: str,
    reports: Sequence[Row],
    place: Mapping[str, int],
    copies: Mapping[str, tuple[str, str]],
) -> tuple[str, Row | None] | None:
    """Say of which report one is a copy; of two revisions, the later one revises the earlier."""
    if name not in copies:
        return None
    sort, other = copies[name]
    if sort == "revision" and place.get(other, -1) > place[name]:
        return None
    return sort, reports[place[other]] if other in place else None
