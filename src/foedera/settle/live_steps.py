"""The agreements whose claims, steps or conduct a decision touches, assembled anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from foedera.merge.summary import agreement_cache
from foedera.merge.world import assemble_agreements, stories_of
from foedera.settle.entries import key
from foedera.settle.live import assemble_members, wholes_by_report
from foedera.settle.live_renamed import Renamed
from foedera.settle.live_scope import Judged
from foedera.settle.lookup import Lookup
from foedera.settle.tellings import Row

LARGE = 300
"""The steps of an agreement of more claims are told anew at the next settling."""
COUNTED = 5000
"""The last day on which an agreement of more claims was told of is counted at the next settling."""
MOST = 10**6
AROUND = 400
"""So many names of agreements in a story are looked at."""


@dataclass(frozen=True, slots=True)
class Stepped:
    """Agreements as they are, and those that nothing names any more."""

    rows: Sequence[Row]
    gone: Sequence[str]
    told_anew: Sequence[Row]
    """Those of the rows that hold other claims than before, and not too many."""


def step_anew(lookup: Lookup, judged: Judged, renamed: Renamed, events: Sequence[Row]) -> Stepped:
    """Tell the agreements anew that a decision touches; `events` are the changed ones."""
    scope = {claim for claims in judged.old.values() for claim in claims} | set(judged.event_of)
    named = set(lookup.store.wholes_of("agreement", scope).values())
    named |= {*renamed.before.values(), *renamed.agreement_of.values()}
    near = _in_stories(lookup, scope | {c for row in events for c in row["claims"]})
    near |= lookup.store.speaking_of("agreement", judged.gone)
    near -= named
    old = lookup.store.computed_rows("agreement", named | near)
    rows, gone = [], []
    for name in sorted(named):
        claims = _claims(lookup, renamed, name)
        if not claims:
            gone.append(name)
        elif name in old and len(claims) > LARGE:
            rows.append({**_heirs(old[name], judged), "claims": claims})
        else:
            rows.append(_agreement(lookup, judged, (name, claims), old.get(name)))
    for name in sorted(near & old.keys()):
        row = _heirs(old[name], judged)
        rows += [row] if row != old[name] else []
    told_anew = [
        row
        for row in rows
        if row["claims"] != old.get(row["id"], {}).get("claims") and len(row["claims"]) <= COUNTED
    ]
    return Stepped(rows, [name for name in gone if name in old], told_anew)


def _claims(lookup: Lookup, renamed: Renamed, name: str) -> list[str]:
    held = set(lookup.store.members_of("agreement", name, MOST)) - renamed.before.keys()
    return sorted(held | {c for c, own in renamed.agreement_of.items() if own == name})


def _in_stories(lookup: Lookup, claims: Iterable[str]) -> set[str]:
    """Return the agreements named in the stories of some claims, rejected ones among them."""
    store = lookup.store
    reports = set(store.homes_of(set(claims)).values())
    story_of = store.wholes_of("story", reports)
    stories = {story_of.get(report, report) for report in reports}
    names = {n for s in stories for n in store.near(key("naming", "story", s), 0, AROUND)}
    return set(store.wholes_of("naming", names).values())


def _heirs(row: Row, judged: Judged) -> Row:
    """Put in place of events that changed those that hold their claims now."""
    heirs = {
        event: sorted(n for n in judged.changed if set(judged.groups[n]) & set(claims))
        for event, claims in judged.old.items()
        if event in judged.gone
    }
    steps = []
    for step in row["steps"]:
        told = [step["event"]] if step["event"] not in heirs else heirs[step["event"]][:1]
        steps += [{**step, "event": event} for event in told]
    return {
        **row,
        "steps": steps,
        "conduct": _told_by(row["conduct"], heirs),
        "conduct_inferred": _told_by(row["conduct_inferred"], heirs),
    }


def _told_by(events: Iterable[str], heirs: Mapping[str, Sequence[str]]) -> list[str]:
    return sorted({heir for event in events for heir in heirs.get(event, (event,))})


def _agreement(
    lookup: Lookup, judged: Judged, named: tuple[str, Sequence[str]], old: Row | None
) -> Row:
    name, claims = named
    event_of = {**lookup.store.wholes_of("event", claims), **judged.event_of}
    own = {event_of[claim] for claim in claims if claim in event_of} | judged.changed
    held = lookup.store.first_members("event", own - judged.groups.keys(), LARGE)
    made = assemble_members(lookup, {e: judged.groups.get(e) or held[e] for e in sorted(own)})
    tellings = lookup.tellings([*claims, *(c for event in made for c in event.claims)])
    story_of = wholes_by_report(lookup, "story", tellings.values())
    around = [(e, stories_of((tellings[c] for c in e.claims), story_of)) for e in made]
    told = [tellings[claim] for claim in claims if claim in tellings]
    world = assemble_agreements({name: told}, around, tellings, story_of)
    world = replace(world, chains=lookup.chains(tellings.values()))
    copy_of = wholes_by_report(lookup, "copy", tellings.values())
    row = {**agreement_cache(world, world.agreements[0], copy_of), "id": name}
    return row if old is None else _as_known(row, old, judged)


def _as_known(row: Row, old: Row, judged: Judged) -> Row:
    """Keep what a settling told of an agreement that this looking up cannot see."""
    judged_anew = judged.gone | set(judged.changed)
    conduct = {*row["conduct"], *(set(old["conduct"]) - judged_anew)}
    inferred = {*row["conduct_inferred"], *old["conduct_inferred"]} & conduct
    row = {**row, "conduct": sorted(conduct), "conduct_inferred": sorted(inferred)}
    if row["claims"] == old["claims"] and set(row["titles"]) <= set(old["titles"]):
        # Names that reports mention beside a claim's own are not at hand.
        row |= {"titles": old["titles"], "kind": old["kind"]}
    return row
