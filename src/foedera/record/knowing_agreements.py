"""Agreements as they were known on a day, each from its own claims alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from foedera.merge.summary import agreement_cache
from foedera.merge.telling import fold
from foedera.merge.world import assemble_agreements, assemble_events, stories_of
from foedera.record.index import Index
from foedera.record.knowing_events import MOST, known_tellings
from foedera.record.listing import Row
from foedera.settle import Lookup, place_of_agreement
from foedera.store import Store


def known_agreement(lookup: Lookup, cached: Row, day: str) -> Row | None:
    """Assemble an agreement of what the reports published by a day tell; None if none does.

    Its events are those of its own claims, with all that was told of them by then; sources go by
    the names that settling gave them. What shows that its parties act on it does so as the events
    stand now, from the day on which one of their claims was out.
    """
    name, store = cached["id"], lookup.store
    with store.looking():
        events = sorted(set(store.wholes_of("event", cached["claims"]).values()))
        members = store.first_members("event", events, MOST)
        known = known_tellings(
            lookup, {*cached["claims"], *(c for m in members.values() for c in m)}, day
        )
        own = [known[claim] for claim in cached["claims"] if claim in known]
        if not own:
            return None
        chains = lookup.chains(known.values())
        reports = {told.source.report for told in known.values()}
        copy_of = store.wholes_of("copy", reports)
        story_of = store.wholes_of("story", reports)
    held = {e: [known[c] for c in members.get(e, ()) if c in known] for e in events}
    held = {event: told for event, told in held.items() if told}
    named = {**lookup.agreement_of, **{str(claim): str(name) for claim in cached["claims"]}}
    bare = assemble_events(held.values(), chains, named, copy_of, compared=False)
    made = [replace(one, id=event) for event, one in zip(held, bare, strict=True)]
    around = [(e, stories_of((known[c] for c in e.claims), story_of)) for e in made]
    world = replace(assemble_agreements({name: own}, around, known, story_of), chains=chains)
    row = agreement_cache(world, world.agreements[0], copy_of)
    conduct = _conduct(lookup, cached, row["parties"], day)
    inferred = [event for event in conduct if event in set(cached["conduct_inferred"])]
    return {**row, "id": name, "conduct": conduct, "conduct_inferred": inferred}


def known_agreements(store: Store, index: Index, day: str) -> list[Row]:
    """Assemble all agreements of what the reports published by a day tell, as they are listed."""
    lookup = Lookup(store)
    found = (known_agreement(lookup, cached, day) for cached in index.agreements())
    rows = [row for row in found if row is not None]
    return sorted(rows, key=lambda row: (place_of_agreement(row), row["id"]))


def cut_agreement(index: Index, cached: Row, day: str) -> Row | None:
    """Leave of an agreement what the reports published by a day tell; None if none does.

    Its acts keep the days and parties that are read of them now; nothing is assembled anew.
    """
    homes = index.homes(cached["id"], cached["claims"])
    out = index.out_by(sorted(set(homes.values())), day)
    known = {claim for claim, report in homes.items() if report in out}
    if not known:
        return None

    def cut(rows: Iterable[Row]) -> list[Row]:
        kept = ({**row, "claims": [c for c in row["claims"] if c in known]} for row in rows)
        return [row for row in kept if row["claims"]]

    parts = {name: cut(cached[name]) for name in ("acts", "steps", "obligations")}
    claims = [claim for claim in cached["claims"] if claim in known]
    reports = len({homes[claim] for claim in claims})
    return {**cached, **parts, "claims": claims, "reports": reports}


def _conduct(lookup: Lookup, cached: Row, parties: Iterable[str], day: str) -> list[str]:
    """Return the events of conduct that had been told of, if all who act were parties then."""
    store, wanted = lookup.store, set(parties)
    rows = store.computed_rows("event", cached["conduct"])
    homes = store.homes_of({claim for row in rows.values() for claim in row["claims"]})
    out = {
        report
        for report, source in lookup.sources(set(homes.values())).items()
        if (source.published.latest or "9999") <= day
    }
    return sorted(
        name
        for name, row in rows.items()
        if {a.get("country") or fold(a["name"]) for a in row["actors"]} <= wanted
        and any(homes.get(claim) in out for claim in row["claims"])
    )
