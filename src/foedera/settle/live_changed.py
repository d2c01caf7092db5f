"""What a decision changes in events, in what holds them, and in what they are asked by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foedera.merge.containment import Face, find_parts
from foedera.merge.kindred import load_kindred
from foedera.merge.telling import fold, ordinal_day
from foedera.settle.asked import (
    Reported,
    agreement_values,
    event_values,
    facets_of,
    report_of,
    told_in,
)
from foedera.settle.live import assemble_members
from foedera.settle.live_asked import enter_places
from foedera.settle.live_scope import Judged
from foedera.settle.live_steps import Stepped
from foedera.settle.live_told import Told
from foedera.settle.lookup import Lookup
from foedera.settle.tellings import Row
from foedera.settle.wholes import bare_event_row, holders
from foedera.store import Merging, Store

REPORTS = 40
"""What holds a changed event is looked for in so many of its reports."""
AROUND = 300
"""And among so many events of theirs."""
Facets = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Changed:
    """Events as they were and as they are, and by which reports they are told."""

    events: Sequence[Row]
    neighbours: Sequence[Row]
    """Events of which only what they hold, or what holds them, is another."""
    before: Mapping[str, Row]
    gone: frozenset[str]
    homes: Mapping[str, str]
    reported: Mapping[str, Reported]


def touched_events(
    lookup: Lookup, judged: Judged, before: Sequence[Told]
) -> tuple[list[Row], list[Row]]:
    """Assemble the changed events; return them, and those beside them that hold other events."""
    members = {event: judged.groups[event] for event in sorted(judged.changed)}
    made = assemble_members(lookup, members)
    tellings = lookup.tellings(c for event in made for c in event.claims)
    chains = lookup.chains(tellings.values())
    rows = [bare_event_row(event, tellings, chains) for event in made]
    beside = _beside(lookup, judged, rows, {told.report for told in before})
    homes = lookup.store.homes_of(c for row in [*rows, *beside] for c in row["claims"])
    parts = find_parts(face for row in [*rows, *beside] if (face := _face(row, homes)))
    outer_of = holders(parts)
    touched = judged.gone | set(judged.changed)
    neighbours = []
    for row in beside:
        inner = (set(row["contains"]) - touched) | (touched & set(parts.get(row["id"], ())))
        outer = (set(row["part_of"]) - touched) | (touched & set(outer_of.get(row["id"], ())))
        now = {**row, "contains": sorted(inner), "part_of": sorted(outer)}
        neighbours += [now] if now != row else []
    for row in rows:
        row["contains"] = list(parts.get(row["id"], ()))
        row["part_of"] = sorted(outer_of.get(row["id"], ()))
    return rows, neighbours


def _beside(
    lookup: Lookup, judged: Judged, rows: Sequence[Row], reports: Iterable[str]
) -> list[Row]:
    """Return the events of the same reports that may hold the changed ones or be held."""
    store, holds = lookup.store, load_kindred().holds
    old = store.computed_rows("event", judged.old)
    names = {name for row in old.values() for name in (*row["contains"], *row["part_of"])}
    kinds = frozenset(holds).union(*holds.values())
    if any(row["kind"] in kinds for row in rows):
        told = set(store.homes_of(c for row in rows for c in row["claims"]).values())
        near = sorted({*reports, *sorted(told)[:REPORTS]})
        claims = [claim for claim, kind in store.kinds_in(near) if kind in kinds]
        names |= set(sorted(store.wholes_of("event", claims).values())[:AROUND])
    return list(store.computed_rows("event", names - judged.gone - judged.changed).values())


def _face(row: Row, homes: Mapping[str, str]) -> Face | None:
    when, where = row["when"] or {}, row["where"] or {}
    first, last = ordinal_day(when.get("earliest")), ordinal_day(when.get("latest"))
    if row["reality"] not in ("happened", "ongoing") or first is None or last is None:
        return None
    actors = [*row["actors"], *row["recipients"]]
    return Face(
        row["id"],
        row["kind"],
        frozenset(actor.get("country") or fold(actor["name"]) for actor in actors),
        first,
        last,
        where.get("country"),
        tuple(sorted({homes[claim] for claim in row["claims"] if claim in homes})),
    )


# ----------------------------------------------------------------- entering


def gather_changed(
    lookup: Lookup,
    judged: Judged,
    before: Sequence[Told],
    rows: tuple[Sequence[Row], Sequence[Row]],
) -> Changed:
    """Look up what the events concerned were, and by which reports they are told."""
    store, (events, neighbours) = lookup.store, rows
    old = store.computed_rows("event", judged.gone | set(judged.changed))
    claims = {claim for row in [*events, *old.values()] for claim in row["claims"]}
    homes = {claim: told.report for told in before for claim in told.claims}
    homes |= store.homes_of(claims - homes.keys())
    return Changed(
        events=events,
        neighbours=neighbours,
        before=old,
        gone=frozenset(judged.gone),
        homes=homes,
        reported=_reported(lookup, homes.values()),
    )


def _reported(lookup: Lookup, reports: Iterable[str]) -> dict[str, Reported]:
    wanted = set(reports)
    stories = lookup.store.wholes_of("story", wanted)
    sources = lookup.sources(wanted)
    return {name: report_of(one, stories.get(name, name)) for name, one in sources.items()}


def enter_changed(writing: Merging, store: Store, new: Changed, stepped: Stepped) -> None:
    """Enter the changed events and agreements under what they are asked by."""
    renumbering = writing.renumbering("event")
    renumbering.look_up([*new.gone, *(row["id"] for row in new.events)])
    for name in sorted(new.gone):
        row = new.before[name]
        own = facets_of(row, told_in(row, new.homes, new.reported))
        renumbering.drop(name, own, lambda last: _stored_facets(store, last, new))
    for row in new.events:
        told, old = told_in(row, new.homes, new.reported), new.before.get(row["id"])
        before = facets_of(old, told_in(old, new.homes, new.reported)) if old else set()
        renumbering.put(row["id"], event_values(row, told), facets_of(row, told), before)
    renumbering.close()
    lost = [new.before[name] for name in sorted(new.gone)]
    enter_places(writing, store, new.events, new.before, lost)
    _enter_agreements(writing, store, stepped)


def _stored_facets(store: Store, name: str, new: Changed) -> Facets:
    """Return what an event is found by that the record holds."""
    row = new.before.get(name) or store.computed_row("event", name)
    if row is None:
        return set()
    lookup = Lookup(store)
    homes = {**store.homes_of(row["claims"]), **new.homes}
    reported = _reported(lookup, {homes[c] for c in row["claims"] if c in homes})
    return facets_of(row, told_in(row, homes, reported))


def _enter_agreements(writing: Merging, store: Store, stepped: Stepped) -> None:
    renumbering = writing.renumbering("agreement")
    for name in stepped.gone:
        renumbering.drop(name, set(), lambda _: set())
    for row in stepped.told_anew:
        homes = store.homes_of(row["claims"])
        told = told_in(row, homes, _reported(Lookup(store), homes.values()))
        renumbering.put(row["id"], agreement_values(row, told), set(), set())
    renumbering.close()
