"""What a report merged as it comes changes in what questions are answered by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foedera.merge.telling import Source
from foedera.settle.asked import (
    Reported,
    Story,
    agreement_values,
    better_place,
    claims_facets,
    event_values,
    facets_of,
    outlet_row,
    place_facets,
    place_row,
    report_of,
    report_values,
    story_facets,
    where_told,
)
from foedera.settle.lookup import Lookup, read_days
from foedera.settle.tellings import Row, by_claim, read_source
from foedera.store import Merging, Renumbering, Store


@dataclass(frozen=True, slots=True)
class Arrived:
    """A report and the wholes that it touched, as they were and as they are."""

    source: Source
    story: str
    events: Sequence[Row]
    agreements: Sequence[Row]
    before: Mapping[str, Row]
    """The events that the record held, by id."""
    told: Reported
    """What each of them gets from the report."""


def gather_arrived(
    lookup: Lookup, source: Source, story: str, wholes: tuple[Sequence[Row], Sequence[Row]]
) -> Arrived:
    """Look up what the wholes that a report touched were.

    The other reports that tell of them are not looked up: an event that may have hundreds only
    gains what the new one gives.
    """
    events, agreements = wholes
    before = lookup.store.computed_rows("event", [row["id"] for row in events])
    return Arrived(source, story, events, agreements, before, report_of(source, story))


def enter_arrived(writing: Merging, store: Store, new: Arrived) -> None:
    """Enter a report, and enter anew the wholes that it touched."""
    _enter_report(writing, store, new)
    _enter_story(writing, store, new)
    _enter_events(writing, new)
    enter_places(writing, store, new.events, new.before)
    renumbering = writing.renumbering("agreement")
    for row in new.agreements:
        values = agreement_values(row, [new.told])
        renumbering.put(row["id"], _reaching(values, renumbering.values(row["id"])), set(), set())
    renumbering.close()


def _reaching(values: Mapping[str, int], held: Mapping[str, int]) -> dict[str, int]:
    """Let the days on which a whole was told of reach over those that it was told of before."""
    if not held:
        return dict(values)
    ends = {"told": max, "since": min}
    return {
        name: ends[name](value, held[name]) if name in ends else value
        for name, value in values.items()
    }


def _enter_report(writing: Merging, store: Store, new: Arrived) -> None:
    report, one = new.source.report, new.told
    claims = list(store.claims(reports=[report]))
    facts = claims_facets(claims, by_claim(store.corrections(row["id"] for row in claims)))
    renumbering = writing.renumbering("report")
    values = report_values(report, one, len(claims))
    renumbering.put(report, values, facts | where_told(one), set())
    renumbering.close()


def _enter_story(writing: Merging, store: Store, new: Arrived) -> None:
    """Tell the report's story and outlet anew."""
    report, one, kept = new.source.report, new.told, writing.kept.stories
    story: Story | None = kept.of([new.story]).get(new.story)
    if story is None:
        story = _told(store, new.story, store.members_of("story", new.story, 10**6))
    before = story_facets(story)
    story.add(report, one, new.source.headline)
    kept.keep({new.story: story})
    writing.wholes("story", [(0, story.row(new.story))])
    renumbering = writing.renumbering("story")
    renumbering.put(new.story, story.values(), story_facets(story), before)
    renumbering.close()
    if one.outlet:
        outlet = Story()
        outlet.add(report, one, None)
        row = outlet_row(one.outlet, outlet)
        old = store.computed_row("outlet", row["id"])
        writing.wholes("outlet", [(0, _sum(row, old) if old else row)])


def _told(store: Store, story: str, reports: Iterable[str]) -> Story:
    """Tell a story of the reports that it has in the record."""
    found = Story()
    heads = store.heads_in(reports)
    days = store.computed_rows("day", (head["report"] for head in heads))
    for head in heads:
        source = read_source(head, read_days(days.get(head["report"])))
        found.add(head["report"], report_of(source, story), head["title"])
    return found


def _sum(row: Row, old: Row) -> Row:
    """Let an outlet's line reach over one more report."""
    ends = {}
    for end, choose in (("earliest", min), ("latest", max)):
        days = [day for day in (row[end], old[end]) if day]
        ends[end] = choose(days) if days else None
    return {**row, **ends, "reports": row["reports"] + old["reports"]}


def _enter_events(writing: Merging, new: Arrived) -> None:
    renumbering = writing.renumbering("event")
    renumbering.look_up(row["id"] for row in new.events)
    for row in new.events:
        old = new.before.get(row["id"])
        values = event_values(row, [new.told])
        held = renumbering.values(row["id"]) if old else {}
        # It stays found by the outlets and stories of the reports that told of it before.
        before = facets_of(old, ()) if old else set()
        renumbering.put(row["id"], _reaching(values, held), facets_of(row, [new.told]), before)
    renumbering.close()


def enter_places(
    writing: Merging,
    store: Store,
    events: Sequence[Row],
    before: Mapping[str, Row],
    gone: Sequence[Row] = (),
) -> None:
    """Count the events that came to a place, and those that went elsewhere or are `gone`."""
    renumbering = writing.renumbering("place")
    places = {row["id"]: place_row(row["where"]) for row in events if row["where"]}
    left = [place_row(row["where"]) for row in [*gone, *before.values()] if row["where"]]
    names = {place["id"] for place in [*places.values(), *left]}
    renumbering.look_up(names)
    held = store.computed_rows("place", names) if places else {}
    for row in gone:
        _count(renumbering, place_row(row["where"]) if row["where"] else None, -1)
    for row in events:
        old = before.get(row["id"])
        there = place_row(old["where"]) if old and old["where"] else None
        here = places.get(row["id"])
        if (there or {}).get("id") != (here or {}).get("id"):
            _count(renumbering, there, -1)
            _count(renumbering, here, 1)
        if here is not None:
            writing.wholes("place", [(0, better_place(held.get(here["id"]), here))])
    renumbering.close()


def _count(renumbering: Renumbering, place: Row | None, step: int) -> None:
    if place is not None:
        events = renumbering.values(place["id"]).get("events", 0) + step
        renumbering.put(place["id"], {"events": events}, place_facets(place), set())
