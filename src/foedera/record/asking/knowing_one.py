"""One agreement as it was known on a day, from its own claims alone."""

from __future__ import annotations

from dataclasses import replace

from foedera.merge.summary import agreement_cache
from foedera.merge.world import assemble_agreements, assemble_events, stories_of
from foedera.record.listing import Row
from foedera.settle.lookup import Lookup
from foedera.store import Store

MOST = 2000
"""So many claims of an event are gone through at most."""


def known_agreement(store: Store, cached: Row, day: str) -> Row | None:
    """Assemble an agreement of what the reports published by a day tell; None if none does.

    Its events are those of its own claims, with all that was told of them by then; sources go by
    the names that settling gave them.
    """
    name, lookup = cached["id"], Lookup(store)
    with store.looking():
        homes = set(store.wholes_of("event", cached["claims"]).values())
        events = sorted(homes | set(cached["conduct"]))
        members = store.first_members("event", events, MOST)
        wanted = {*cached["claims"], *(c for claims in members.values() for c in claims)}
        known = {
            claim: told
            for claim, told in lookup.tellings(wanted).items()
            if (told.source.published.latest or "9999") <= day
        }
        own = [known[claim] for claim in cached["claims"] if claim in known]
        if not own:
            return None
        chains = lookup.chains(known.values())
        reports = {told.source.report for told in known.values()}
        copy_of = store.wholes_of("copy", reports)
        story_of = store.wholes_of("story", reports)
    groups = [[known[c] for c in members.get(event, ()) if c in known] for event in events]
    named = {str(claim): str(name) for claim in cached["claims"]}
    agreement_of = {**lookup.agreement_of, **named}
    made = assemble_events((told for told in groups if told), chains, agreement_of, copy_of)
    around = [(e, stories_of((known[c] for c in e.claims), story_of)) for e in made]
    world = replace(assemble_agreements({name: own}, around, known, story_of), chains=chains)
    return {**agreement_cache(world, world.agreements[0], copy_of), "id": name}
