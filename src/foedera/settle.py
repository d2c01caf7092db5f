"""Settling: judge the whole record in id order, and compute afresh what follows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from foedera import wire
from foedera.data import (
    Actor,
    Claim,
    Correction,
    Days,
    Event,
    Part,
    ReportWarning,
    Span,
    Title,
    Verdict,
)
from foedera.merge.copies import Text, find_copies, originals, shingle
from foedera.merge.corrections import correct_claim
from foedera.merge.doubts import doubt_captions, doubt_day
from foedera.merge.events import Around, judge_claims
from foedera.merge.naming_joins import join_namings
from foedera.merge.namings import Naming, find_namings, other_names
from foedera.merge.origins import Chain, name_sources, origin_rows, trace
from foedera.merge.people import list_actors
from foedera.merge.publication import Digest, digest, infer_days
from foedera.merge.rows import event_row
from foedera.merge.stories import find_stories
from foedera.merge.summary import agreement_cache
from foedera.merge.telling import Source, Telling, ordinal_day, tell
from foedera.merge.vectors import Telltale, telltale
from foedera.merge.world import Joined, World, assemble
from foedera.store import Store

Row: TypeAlias = dict[str, Any]
Resolve: TypeAlias = Callable[[str, Days], tuple[str | None, str | None]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What settling keeps of all reports while it judges: no texts."""

    sources: dict[str, Source]
    texts: list[Text]
    telltales: list[Telltale]
    digests: list[Digest]
    doubts: dict[str, list[ReportWarning]]


def settle(store: Store) -> None:
    """Judge and compute over all reports held; equal sets of reports give equal records."""
    shelf = _read_shelf(store)
    verdicts = person_verdicts(store)
    copies = find_copies(shelf.texts)
    stories, story_of = find_stories(shelf.telltales)
    shelf.texts.clear()
    shelf.telltales.clear()
    story_of = _overrule(story_of, verdicts["story"])
    inferred = infer_days(shelf.digests, story_of)
    withdrawn = {r for pair, v in verdicts["day"].items() if v == "different" for r in pair}
    days = {r: d for r, d in inferred.days.items() if r not in withdrawn}
    sources = {r: _dated(s, days.get(r)) for r, s in shelf.sources.items()}
    tellings = list(load_tellings(store, sources))
    named, agreement_of = join_namings(_all_namings(tellings, story_of), verdicts["agreement"])
    around = Around(story_of, agreement_of, verdicts["event"])
    joins, groups = judge_claims(tellings, around)
    store.replace_judgements([*copies, *stories, *inferred.judgements, *named, *joins])
    joined = Joined(
        event_of={claim: group[0] for group in groups for claim in group},
        agreement_of=agreement_of,
        story_of=story_of,
        copy_of=originals(copies, _first_seen(sources)),
    )
    world = assemble(tellings, trace_all(tellings), joined)
    wholes = _wholes(world, joined)
    wholes["day"] = [{"id": r, **wire.days_row(d)} for r, d in sorted(days.items())]
    because = {r: j.reasons[0].note for j in inferred.judgements for r in (j.left, j.right)}
    wholes["frame"] = _frame(sources)
    wholes["warning"] = _numbered(_warning_rows(store, shelf, days, because))
    store.replace_computed(wholes, _members(world, joined))


def _read_shelf(store: Store) -> Shelf:
    """Go through all texts once and keep of each what finding copies, stories, days needs."""
    shelf = Shelf({}, [], [], [], {})
    texts = store.texts()
    for head, (report, text) in zip(store.heads(), texts, strict=True):
        source = read_source(head)
        day = ordinal_day(source.published.earliest)
        shelf.sources[report] = source
        shelf.texts.append(shingle(report, source.outlet, text))
        shelf.telltales.append(telltale(report, day, head["title"], text))
        parts = (Part(p["kind"], Span(p["start"], p["end"])) for p in head["parts"])
        shelf.doubts[report] = list(doubt_captions(text, parts))
        shelf.digests.append(digest(report, source.published, text))
    return shelf


def read_source(head: Row) -> Source:
    """Read what merging needs to know about a report from its row."""
    days, line = head["published"], head["dateline"] or {}
    return Source(
        head["report"],
        head["outlet"],
        Days(days["earliest"], days["latest"], days["basis"]),
        tuple(head["inputs_from"]),
        line.get("agency"),
        line.get("place"),
    )


def _dated(source: Source, days: Days | None) -> Source:
    return source if days is None else replace(source, published=days)


def load_tellings(store: Store, sources: Mapping[str, Source]) -> Iterable[Telling]:
    """Yield all claims as merging sees them, corrected, without the rejected."""
    corrections = _by_claim(store.corrections())
    texts = zip(store.texts(), store.found_rows(), strict=True)
    report, text, found, order = "", "", "", 0
    titles: list[Title] | None = None
    for row in store.claims():
        while row["report"] != report:
            (report, text), (_, found) = next(texts)
            order, titles = 0, None
        if report in sources:
            claim = _corrected(row, sources[report], corrections)
            names: list[str] = []
            if claim is not None and claim.agreement is not None:
                titles = _titles(found, text) if titles is None else titles
                names = other_names(claim, titles)
            if claim is not None:
                yield tell(claim, sources[report], text, order, names=names)
        order += 1


def _titles(found: str, text: str) -> list[Title]:
    """Return the names of agreements as a report writes them."""
    mentions = json.loads(found)["mentions"]
    spans = [Span(m["start"], m["end"]) for m in mentions if m["kind"] == "agreement"]
    return [Title(text[s.start : s.end], s) for s in spans]


def _corrected(
    row: Row, source: Source, corrections: Mapping[str, list[Correction]]
) -> Claim | None:
    """Read a claim back, its days counted and people's corrections laid over it."""
    claim = wire.read_claim(row, source.report)
    if source.published.basis == "inferred":
        claim = _count_days(claim, source.published)
    return correct_claim(claim, corrections.get(claim.id, ()))


def _count_days(claim: Claim, published: Days) -> Claim:
    """Count a claim's days from a publication day that was inferred after reading."""
    when = claim.setting.when
    if when is None or when.form is None:
        return claim
    # Only records with inferred days need the rules of time.
    from foedera.extract.time_forms import resolve

    days = resolve(when.form, published)
    if days is None:
        return claim
    dated = replace(
        when, earliest=days[0], latest=days[1], timex=replace(when.timex, value=days[2])
    )
    return replace(claim, setting=replace(claim.setting, when=dated))


def _by_claim(corrections: Iterable[Correction]) -> dict[str, list[Correction]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for one in corrections:
        found[one.claim].append(one)
    return found


def person_verdicts(store: Store) -> dict[str, dict[tuple[str, str], Verdict]]:
    """Return what people judged and did not withdraw, by layer; the last word counts."""
    found: dict[str, dict[tuple[str, str], Verdict]] = defaultdict(dict)
    for one in store.people_judgements():
        if one.withdrawn is None:
            found[one.layer][one.left, one.right] = one.verdict
    return found


def _overrule(
    story_of: Mapping[str, str], verdicts: Mapping[tuple[str, str], Verdict]
) -> dict[str, str]:
    """Move a report out of a story where a person says so."""
    changed = dict(story_of)
    for (left, right), verdict in sorted(verdicts.items()):
        if verdict == "different" and changed.get(left) == changed.get(right):
            changed[right] = right
        elif verdict == "same" and left in changed and right in changed:
            changed[right] = changed[left]
    return changed


def _all_namings(tellings: Iterable[Telling], story_of: Mapping[str, str]) -> list[Naming]:
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_report[telling.source.report].append(telling)
    return [
        naming
        for report, told in by_report.items()
        for naming in find_namings(told, story_of.get(report, report))
    ]


def trace_all(tellings: Iterable[Telling]) -> dict[str, Chain]:
    """Follow every claim to its first source, report by report."""
    by_report: dict[str, list[Telling]] = defaultdict(list)
    spoken: list[Actor] = []
    for telling in tellings:
        by_report[telling.source.report].append(telling)
        spoken += [a for level in telling.claim.voice.sources for a in level]
    known = name_sources(spoken)
    chains: dict[str, Chain] = {}
    for told in by_report.values():
        chains.update(trace(told, known))
    return chains


def _first_seen(sources: Mapping[str, Source]) -> dict[str, tuple[str, str]]:
    return {r: (s.published.earliest or "9999", r) for r, s in sources.items()}


# ------------------------------------------------------------------- writing


def _wholes(world: World, joined: Joined) -> dict[str, Iterable[Row]]:
    return {
        "event": event_rows(world),
        "agreement": agreement_caches(world, joined),
        "actor": _numbered(actor_rows(world)),
        "origin": _numbered(origin_listing(world)),
    }


def _members(world: World, joined: Joined) -> dict[str, dict[str, str]]:
    event_of = {claim: event.id for event in world.events for claim in event.claims}
    agreement_of = {claim: a.id for a in world.agreements for claim in a.claims}
    return {
        "event": event_of,
        "agreement": agreement_of,
        "story": dict(joined.story_of),
        "copy": dict(joined.copy_of),
    }


def _warning_rows(
    store: Store, shelf: Shelf, days: Mapping[str, Days], because: Mapping[str, str]
) -> list[Row]:
    """List the doubts that reading noted, and those that the caption and the day raise."""
    rows: list[Row] = []
    noted = dict(store.noted())
    for report in sorted(shelf.sources):
        rows += [{"report": report, **warning} for warning in noted.get(report, ())]
        doubts = list(shelf.doubts[report])
        published = shelf.sources[report].published
        if published.earliest is None and published.latest is None:
            day = days.get(report)
            stretch = (day.earliest or "", day.latest or "") if day else None
            doubts.append(doubt_day(stretch, because.get(report)))
        rows += [
            {"report": report, "start": d.span.start, "end": d.span.end, "note": d.note}
            for d in doubts
        ]
    return rows


def _frame(sources: Mapping[str, Source]) -> list[Row]:
    """Return the last day of publication: the day that a question without one asks about."""
    printed = [s.published.latest for s in sources.values() if s.published.latest]
    return [{"id": "last", "day": max(printed)}] if printed else []


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [{"id": f"{place:08d}", **row} for place, row in enumerate(rows)]


def event_rows(world: World) -> Iterator[Row]:
    """Write all events in time, undated ones last, with what holds what; one by one."""
    holders: dict[str, list[str]] = defaultdict(list)
    for outer, inner in world.parts.items():
        for one in inner:
            holders[one].append(outer)
    for event in sorted(world.events, key=_in_time):
        row = event_row(event, world.tellings, world.chains)
        row["contains"] = list(world.parts.get(event.id, ()))
        row["part_of"] = sorted(holders.get(event.id, ()))
        yield row


def _in_time(event: Event) -> tuple[str, str]:
    when = event.setting.when
    day = (when.earliest or when.latest) if when else None
    return day or "9999", event.id


def agreement_caches(world: World, joined: Joined) -> list[Row]:
    """Write all agreements, those of most reports first."""
    rows = [agreement_cache(world, a, joined.copy_of) for a in world.agreements]
    return sorted(rows, key=lambda r: (-r["reports"], -len(r["claims"]), r["id"]))


def actor_rows(world: World) -> list[Row]:
    """List who acts and who speaks in the claims."""
    return list_actors(
        (t.id, actor) for t in world.tellings.values() for actor in _named_in(t.claim)
    )


def _named_in(claim: Claim) -> list[Actor]:
    roles = claim.roles
    spoken = [a for level in claim.voice.sources for a in level]
    return [*roles.actors, *roles.recipients, *roles.participants, *spoken]


def origin_listing(world: World) -> list[Row]:
    """List the first sources with those that cite them and those they feed."""
    inputs = {
        t.source.outlet or t.source.report: t.source.inputs_from for t in world.tellings.values()
    }
    return origin_rows((world.chains[c] for c in sorted(world.chains)), inputs)


def load_claim(store: Store, claim: str, sources: Mapping[str, Source]) -> Telling:
    """Return one claim as merging sees it, corrected."""
    row = store.claim(claim)
    read = wire.read_claim(row, row["report"])
    read = _count_days(read, sources[row["report"]].published)
    corrections = [c for c in store.corrections() if c.claim == claim and c.field != "reject"]
    corrected = correct_claim(read, corrections) or read
    return tell(corrected, sources[row["report"]], store.text(row["report"]), 0)
