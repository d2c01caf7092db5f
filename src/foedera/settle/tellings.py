"""Claims as merging sees them: read back, corrected, their days counted."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, TypeAlias

from foedera import wire
from foedera.data import Actor, Claim, Correction, Days, Span, Title, Verdict
from foedera.merge.corrections import correct_claim
from foedera.merge.origins import Chain, name_sources, trace
from foedera.merge.own_words import is_proper, other_names
from foedera.merge.telling import Source, Telling, tell
from foedera.merge.worded import Worded
from foedera.store import Store

Row: TypeAlias = dict[str, Any]
Verdicts: TypeAlias = dict[str, dict[tuple[str, str], Verdict]]
FEW = 250
"""Where a report has more characters for each of the claims asked for, reading all of its words at
once costs more than reading those near each claim."""
_NONE: tuple[str, Iterator[Row]] = ("", iter(()))


def read_source(head: Row, inferred: Days | None = None) -> Source:
    """Read what merging needs to know about a report from its row, and the day it was given."""
    line = head["dateline"] or {}
    return Source(
        head["report"],
        head["outlet"],
        inferred or wire.read_days(head["published"]),
        tuple(head["inputs_from"]),
        line.get("agency"),
        line.get("place"),
        head.get("title") or "",
    )


def by_report(store: Store, sources: Mapping[str, Source]) -> Iterator[list[Telling]]:
    """Yield the claims of each report as merging sees them, corrected, without the rejected."""
    return (told for _, rows, told in each_told(store, sources) if rows)


def each_told(
    store: Store,
    sources: Mapping[str, Source],
    corrections: Mapping[str, list[Correction]] | None = None,
) -> Iterator[tuple[str, list[Row], list[Telling]]]:
    """Yield each of the reports by id with the rows of its claims and those as merging sees them.

    The `corrections` are looked up where they are not at hand.
    """
    corrections = by_claim(store.corrections()) if corrections is None else corrections
    groups = groupby(store.claims(), key=lambda row: row["report"])
    holder, waiting = next(groups, _NONE)
    for (report, text), (_, found) in zip(store.texts(), store.found_rows(), strict=True):
        rows: list[Row] = []
        if holder == report:
            rows = list(waiting)
            holder, waiting = next(groups, _NONE)
        if report in sources:
            yield report, rows, tell_rows(rows, (sources[report], text, found), corrections)


def load_tellings(store: Store, sources: Mapping[str, Source]) -> Iterator[Telling]:
    """Yield all claims of the reports given, in order of reports and telling."""
    for told in by_report(store, sources):
        yield from told


def tellings_of(store: Store, source: Source) -> list[Telling]:
    """Return the claims of one report."""
    rows = list(store.claims(reports=[source.report]))
    corrections = by_claim(store.corrections(row["id"] for row in rows))
    found = store.found_row(source.report)
    return tell_rows(rows, (source, store.text(source.report), found), corrections)


def tell_rows(
    rows: Sequence[Row],
    where: tuple[Source, str, str | None],
    corrections: Mapping[str, list[Correction]],
) -> list[Telling]:
    """Tell claims of one report, corrected, without the rejected.

    `where` is the report's source, its text, and what else was found in it; where that is not at
    hand, an agreement goes by the name that its claim gives it.
    """
    source, text, found = where
    told = []
    worded = Worded(text, few=len(text) > FEW * len(rows))
    mentions: list[tuple[Title, str]] | None = None
    for order, row in enumerate(rows):
        claim = _corrected(row, source, corrections)
        if claim is None:
            continue
        names: list[str] = []
        if claim.agreement is not None and found is not None:
            mentions = _mentions(found, text) if mentions is None else mentions
            names = sorted(_further_names(claim, mentions))
        told.append(tell(claim, source, worded, row.get("order", order), names=names))
    return told


def _mentions(found: str, text: str) -> list[tuple[Title, str]]:
    """Return the names of agreements as a report writes them, each with the one it goes by."""
    told = [m for m in json.loads(found)["mentions"] if m["kind"] == "agreement"]
    named = [(Span(m["start"], m["end"]), m["value"]["title"]) for m in told]
    return [(Title(text[at.start : at.end], at), title) for at, title in named]


def _further_names(claim: Claim, mentions: Sequence[tuple[Title, str]]) -> set[str]:
    """Return the other names of a claim's agreement, as its report writes them.

    Proper names that the report says are of the agreement are among them: "known as ART".
    """
    own = claim.agreement.title if claim.agreement else ""
    written = {shown.title for shown, title in mentions if title == own}
    chained = {name for name in written if name != own and is_proper(name)}
    return chained | set(other_names(claim, [shown for shown, _ in mentions]))


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


def by_claim(corrections: Iterable[Correction]) -> dict[str, list[Correction]]:
    """Sort corrections by the claim they are about."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for one in corrections:
        found[one.claim].append(one)
    return found


def load_claim(store: Store, claim: str, sources: Mapping[str, Source]) -> Telling:
    """Return one claim as merging sees it, corrected."""
    row = store.claim(claim)
    read = wire.read_claim(row, row["report"])
    read = _count_days(read, sources[row["report"]].published)
    corrections = [c for c in store.corrections([claim]) if c.field != "reject"]
    corrected = correct_claim(read, corrections) or read
    return tell(corrected, sources[row["report"]], store.text(row["report"]), 0)


def person_verdicts(store: Store) -> Verdicts:
    """Return what people judged and did not withdraw, by layer; the last word counts."""
    found: Verdicts = defaultdict(dict)
    for one in store.people_judgements():
        if one.withdrawn is None:
            found[one.layer][one.left, one.right] = one.verdict
    return found


def known_names(store: Store) -> dict[str, str]:
    """Return the name that each source in the record goes by."""
    rejected = {c.claim for c in store.corrections() if c.field == "reject" and not c.withdrawn}
    spoken = (
        wire.read_actor(actor)
        for claim, levels in store.sources()
        if claim not in rejected
        for level in levels
        for actor in level
    )
    return name_sources(spoken)


def spoken_in(telling: Telling) -> list[Actor]:
    """Return the sources of a claim."""
    return [actor for level in telling.claim.voice.sources for actor in level]


def named_in(telling: Telling) -> list[Actor]:
    """Return who acts and who speaks in a claim."""
    roles = telling.claim.roles
    return [*roles.actors, *roles.recipients, *roles.participants, *spoken_in(telling)]


def trace_all(tellings: Iterable[Telling]) -> dict[str, Chain]:
    """Follow every claim to its first source, report by report."""
    told_in: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        told_in[telling.source.report].append(telling)
    known = name_sources(a for told in told_in.values() for t in told for a in spoken_in(t))
    chains: dict[str, Chain] = {}
    for told in told_in.values():
        chains.update(trace(told, known))
    return chains
