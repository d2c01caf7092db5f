"""Merging a new report into a settled record, by looking up and never by going through it all.

What a report brings is compared with what the store's indexes show near it; caps rank by content.
Events and agreements that it touches are assembled anew and keep their ids. Statistics of words
and names of sources are those of the last settling, and lists of actors and origins wait for the
next one, which recomputes everything in id order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from foedera import wire
from foedera.data import Event, Judgement
from foedera.merge.containment import face_of, find_parts
from foedera.merge.events import Around
from foedera.merge.namings import Naming, find_namings
from foedera.merge.summary import agreement_cache
from foedera.merge.telling import Telling
from foedera.merge.world import assemble_agreements, assemble_events, stories_of
from foedera.settle.entries import claim_entries, naming_entries
from foedera.settle.live_asked import Arrived, enter_arrived, gather_arrived
from foedera.settle.live_events import gather
from foedera.settle.live_grown import BESIDE, GROWN, grow
from foedera.settle.live_names import join_names
from foedera.settle.live_reports import Placed, place_report
from foedera.settle.lookup import Lookup
from foedera.settle.tellings import Row, tellings_of
from foedera.settle.wholes import (
    bare_event_row,
    holders,
    naming_row,
    place_of_agreement,
    place_of_event,
)
from foedera.store import Merging, Store
from foedera.sweeping import unswept

LARGE = 150
"""An agreement of more claims is not assembled anew before the next settling."""
STORY_REPORTS = 200
LAST = 10**8
"""The place of a row that follows all settled ones."""


@dataclass(frozen=True, slots=True)
class _New:
    """What a new report brings, and where each part of it belongs."""

    placed: Placed
    told: list[Telling]
    namings: list[Naming]
    agreement_of: Mapping[str, str]
    naming_of: Mapping[str, str]
    event_of: Mapping[str, str]
    judgements: Sequence[Judgement]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The wholes that a new report touches."""

    events: list[Row]
    agreements: list[Row]
    arrived: Arrived


def merge_report(store: Store, report: str) -> None:
    """Merge a report that the store holds into what is computed."""
    with unswept():
        with store.looking():
            new, rows = _look(store, report)
        with store.merging() as writing:
            _write_report(writing, store, new)
            writing.wholes("event", ((place_of_event(row), row) for row in rows.events))
            writing.wholes("agreement", ((place_of_agreement(row), row) for row in rows.agreements))
            enter_arrived(writing, store, rows.arrived)


def _look(store: Store, report: str) -> tuple[_New, _Rows]:
    """Look up where all that a report brings belongs, and assemble what it touches."""
    lookup = Lookup(store, store.kept())
    placed = place_report(store, lookup, report)
    told = tellings_of(store, placed.source)
    namings = find_namings(told, placed.story)
    judged, naming_of = join_names(store, namings)
    own = {claim: naming_of[n.id] for n in namings for claim in n.claims}
    lookup.add(told, own)
    together = store.members_of("story", placed.story, STORY_REPORTS)
    around = Around(dict.fromkeys([report, *together], placed.story), lookup.agreement_of)
    gathered = gather(lookup, told, around)
    judgements = [*placed.judgements, *judged, *gathered.judgements]
    new = _New(placed, told, namings, own, naming_of, gathered.event_of, judgements)
    events, agreements = _touched_events(lookup, new), _touched_agreements(lookup, new)
    arrived = gather_arrived(lookup, placed.source, placed.story, (events, agreements))
    return new, _Rows(events, agreements, arrived)


# ------------------------------------------------------------------- events


def _touched_events(lookup: Lookup, new: _New) -> list[Row]:
    """Assemble anew the events that the new claims belong to."""
    touched = sorted(set(new.event_of.values()))
    before = lookup.store.computed_rows("event", touched)
    held = lookup.store.first_members("event", touched, GROWN + 1)
    grown = {name for name, claims in held.items() if len(claims) > GROWN and name in before}
    held |= {name: held[name][:BESIDE] for name in grown}
    made = assemble_members(lookup, _members(held, touched, new))
    alone = {e.id: e for e in assemble_members(lookup, _members({}, sorted(grown), new))}
    tellings = lookup.tellings(c for event in made for c in event.claims)
    chains = lookup.chains(tellings.values())
    faces = [face for event in made if (face := face_of(event, tellings)) is not None]
    parts = find_parts(faces)
    outer_of = holders(parts)
    rows = []
    for event in made:
        row, old = bare_event_row(event, tellings, chains), before.get(event.id, {})
        if event.id in grown:
            row = grow(old, row, bare_event_row(alone[event.id], tellings, chains))
        row["contains"] = sorted({*old.get("contains", ()), *parts.get(event.id, ())})
        row["part_of"] = sorted({*old.get("part_of", ()), *outer_of.get(event.id, ())})
        rows.append(row)
    return rows


def _members(
    held: Mapping[str, Sequence[str]], events: Sequence[str], new: _New
) -> dict[str, list[str]]:
    """Return the claims of events, the new ones among them."""
    added: dict[str, list[str]] = defaultdict(list)
    for claim, event in new.event_of.items():
        added[event].append(claim)
    return {event: [*held.get(event, ()), *added[event]] for event in events}


def assemble_members(lookup: Lookup, members: Mapping[str, Sequence[str]]) -> list[Event]:
    """Assemble events of their claims; they keep their ids."""
    tellings = lookup.tellings(c for claims in members.values() for c in claims)
    chains = lookup.chains(tellings.values())
    copy_of = wholes_by_report(lookup, "copy", tellings.values())
    made = []
    for name, claims in members.items():
        told = [tellings[claim] for claim in claims if claim in tellings]
        events = assemble_events([told] if told else [], chains, lookup.agreement_of, copy_of)
        made += [replace(event, id=name) for event in events]
    return made


def wholes_by_report(lookup: Lookup, sort: str, tellings: Iterable[Telling]) -> dict[str, str]:
    """Return the whole of each report that some claims were read from."""
    return lookup.store.wholes_of(sort, {t.source.report for t in tellings})


# --------------------------------------------------------------- agreements


def _touched_agreements(lookup: Lookup, new: _New) -> list[Row]:
    """Assemble anew the agreements that the new claims name; large ones only count them."""
    rows = []
    for name in sorted(set(new.agreement_of.values())):
        added = [claim for claim, own in new.agreement_of.items() if own == name]
        held = lookup.store.members_of("agreement", name, LARGE)
        old = lookup.store.computed_row("agreement", name)
        if old is not None and len(held) == LARGE:
            claims = sorted({*old["claims"], *added})
            rows.append({**old, "claims": claims, "reports": old["reports"] + 1})
        else:
            rows.append(_agreement(lookup, new, (name, [*held, *added]), old))
    return rows


def _agreement(lookup: Lookup, new: _New, named: tuple[str, Sequence[str]], old: Row | None) -> Row:
    name, claims = named
    events = {**lookup.store.wholes_of("event", claims), **new.event_of}
    # What the new claims join is told by all of it, what stands as it was by its claims about this.
    held = lookup.store.first_members("event", set(new.event_of.values()), GROWN)
    for claim in claims:
        if claim in events and claim not in new.event_of:
            told_in = held.setdefault(events[claim], [])
            told_in += [] if claim in told_in else [claim]
    touched = sorted({events[c] for c in claims if c in events})
    made = assemble_members(lookup, _members(held, touched, new))
    tellings = lookup.tellings([*claims, *(c for event in made for c in event.claims)])
    story_of = wholes_by_report(lookup, "story", tellings.values())
    story_of[new.placed.source.report] = new.placed.story
    around = [(e, stories_of((tellings[c] for c in e.claims), story_of)) for e in made]
    told = [tellings[claim] for claim in claims if claim in tellings]
    world = assemble_agreements({name: told}, around, tellings, story_of)
    world = replace(world, chains=lookup.chains(tellings.values()))
    copy_of = wholes_by_report(lookup, "copy", tellings.values())
    row = agreement_cache(world, world.agreements[0], copy_of)
    inferred = {e for _, e in world.inferred} | set(old["conduct_inferred"] if old else ())
    conduct = {*row["conduct"], *(old["conduct"] if old else ())}
    return {
        **row,
        "id": name,
        "conduct": sorted(conduct),
        "conduct_inferred": sorted(inferred & conduct),
    }


# ------------------------------------------------------------------ writing


def _write_report(writing: Merging, store: Store, new: _New) -> None:
    """Write where the report and its claims belong, and enter them for those to come."""
    placed, report = new.placed, new.placed.source.report
    writing.judgements(new.judgements)
    writing.members("story", [(report, placed.story)])
    if placed.original is not None:
        writing.members("copy", [(report, placed.original)])
    if placed.inferred is not None:
        writing.wholes("day", [(LAST, {"id": report, **wire.days_row(placed.inferred)})])
    for number, row in enumerate(placed.warnings):
        writing.wholes("warning", [(LAST, {"id": f"{report}-{number:03d}", **row})])
    frame = store.computed_row("frame", "last")
    printed = placed.source.published.latest
    if printed is not None and (frame is None or frame["day"] < printed):
        writing.wholes("frame", [(0, {"id": "last", "day": printed})])
    writing.members("event", new.event_of.items())
    writing.members("agreement", new.agreement_of.items())
    writing.entries(placed.entries)
    for naming in new.namings:
        writing.wholes("naming", [(0, naming_row(naming))])
        writing.members("naming", [(naming.id, new.naming_of[naming.id])])
        writing.entries(naming_entries(naming))
    for telling in new.told:
        writing.entries(claim_entries(telling, new.agreement_of.get(telling.id)))
