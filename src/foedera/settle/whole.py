"""Settling: judge the whole record in id order, and compute afresh what follows.

Claims pass through one at a time. Those that can meet lie together in a pile on disk, one a group
of kinds, and are judged a pile at a time; claims and events about agreements go on to piles of
agreements. So memory holds the largest pile, the reports' days and stories, and no text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias
from zlib import crc32

from foedera import wire
from foedera.data import Event
from foedera.measure import id_name, id_number
from foedera.merge.agreements import agreement_id, may_be_conduct
from foedera.merge.containment import Face, face_of, find_parts
from foedera.merge.events import Around
from foedera.merge.groups import Groups
from foedera.merge.judging import Judging
from foedera.merge.naming_joins import join_namings
from foedera.merge.namings import Naming, find_namings
from foedera.merge.origins import Chain, OriginList, trace
from foedera.merge.people import ActorList, Told, rank
from foedera.merge.summary import agreement_cache
from foedera.merge.telling import Source, Telling
from foedera.merge.world import assemble_agreements, assemble_events, stories_of
from foedera.settle.asked import (
    EnteringActors,
    EnteringEvents,
    EnteringReports,
    Reported,
    claims_facets,
    enter_agreements,
    enter_all,
    report_of,
)
from foedera.settle.entries import claim_entries, held_counts, lead_entries, naming_entries
from foedera.settle.ordered import Ordered
from foedera.settle.parts import Parting
from foedera.settle.piles import Piles, PlainPiles, Traced, TracedPiles
from foedera.settle.reports import Ground, day_rows, frame_rows, judge_reports
from foedera.settle.tellings import (
    Row,
    Verdicts,
    by_claim,
    each_told,
    known_names,
    named_in,
    person_verdicts,
    read_source,
)
from foedera.settle.wholes import (
    bare_event_row,
    holders,
    naming_row,
    numbered,
    place_of_agreement,
    place_of_event,
    source_rows,
)
from foedera.store import Replacing, Store
from foedera.sweeping import give_back, unswept

_Met: TypeAlias = tuple[int, Told]
"""The number of a claim, and who acts or speaks in it."""
Aside: TypeAlias = tuple[Event | None, frozenset[str], Sequence[Traced]]
"""What an agreement's pile holds: claims alone, or an event with its stories and claims."""

AGREEMENT_PILES = 64
FACE_PILES = 64
"""Events that a report tells lie together in one of so many piles, whichever it is."""
WRITTEN = 4096
"""Events of about so many claims are written at a time."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The agreement of each claim that is about one, and the agreements of each story."""

    agreement_of: Mapping[str, str]
    of_story: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class _Desk:
    """What lies ready while the record is settled."""

    writing: Replacing
    ground: Ground
    verdicts: Verdicts
    reported: Mapping[str, Reported]
    events: EnteringEvents
    parting: Parting
    tellings: TracedPiles
    agreements: Piles[Aside]
    faces: Piles[Face]
    entered: Ordered
    """A pile's claims under what finds them: key, day and claim."""
    members: Ordered
    """Claims and the events that they belong to."""

    def claims_on(self, piles: Sequence[int]) -> int:
        """Return how many claims lie on piles: the largest are judged last.

        What small values of theirs take is then never kept while others are judged.
        """
        parts = (number for pile in piles for number in self.parting.parts(pile))
        return sum(map(self.tellings.count, parts))


def settle(store: Store) -> None:
    """Judge and compute over all reports held; equal sets of reports give equal records."""
    with unswept():  # it makes millions of values and no cycle
        _settle(store)


def _settle(store: Store) -> None:
    verdicts = person_verdicts(store)
    ground = judge_reports(store, verdicts)
    give_back()
    parting = Parting(source.printed for source in ground.sources.values())
    with (
        TracedPiles(ground.sources, at_once=parting.at_once) as tellings,
        Piles[Aside](ground.sources) as agreements,
        Piles[Face]() as faces,
        store.replacing() as writing,
    ):
        reported = _reported(ground.sources.values(), ground.story_of)
        events = EnteringEvents(writing)
        piles = (agreements, faces, Ordered("qiQ"), Ordered("QQ"))
        desk = _Desk(writing, ground, verdicts, reported, events, parting, tellings, *piles)
        _write_ground(desk)
        namings, judged = _lay_out(store, desk)
        named = _join_names(desk, namings)
        namings.clear()
        give_back()
        for together in sorted(judged, key=desk.claims_on):
            _judge_piles(desk, together, named)
        belonging = desk.members.take()
        writing.members("event", ((id_name(claim), id_name(event)) for claim, event in belonging))
        _write_parts(desk)
        for number in desk.agreements.numbers():
            _write_agreements(desk, number, named)
        events.close()
        enter_agreements(writing, reported)


def enter_again(store: Store) -> None:
    """Enter what a settled record holds under what it is asked by, without judging anything."""
    inferred = {row["id"]: wire.read_days(row) for row in store.computed("day")}
    story_of = store.members("story")
    sources = (read_source(head, inferred.get(head["report"])) for head in store.heads())
    reported = _reported(sources, story_of)
    with store.merging() as writing:
        writing.forget_asked()
        enter_all(store, writing, reported)


def _reported(sources: Iterable[Source], story_of: Mapping[str, str]) -> dict[str, Reported]:
    return {s.report: report_of(s, story_of.get(s.report, s.report)) for s in sources}


def _write_ground(desk: _Desk) -> None:
    writing, ground = desk.writing, desk.ground
    writing.judgements(ground.judgements)
    ground.judgements.clear()
    writing.wholes("day", enumerate(day_rows(ground.days)))
    writing.wholes("frame", enumerate(frame_rows(ground.sources)))
    writing.wholes("warning", numbered(ground.warnings))
    ground.warnings.clear()
    writing.members("story", ground.story_of.items())
    writing.members("copy", ground.copy_of.items())
    vectors = ground.vectors.pop()
    writing.entries(lead_entries(vectors))
    writing.held(held_counts(vectors))


def _lay_out(store: Store, desk: _Desk) -> tuple[list[Naming], list[list[int]]]:
    """Go through all claims by report: put them into piles, note names, actors and sources.

    Returns the names of agreements, and the piles that are judged together.
    """
    known, ground = known_names(store), desk.ground
    desk.writing.wholes("source", source_rows(known))
    origins = OriginList()
    entering = EnteringReports(desk.writing, desk.reported)
    namings: list[Naming] = []
    groups: dict[str, int] = {}
    judged = {name for pair in desk.verdicts["event"] for name in pair}
    pile_of: dict[str, int] = {}
    corrections = by_claim(store.corrections())
    with PlainPiles[_Met](at_once=1024) as actors:
        for report, rows, told in each_told(store, ground.sources, corrections):
            source = ground.sources[report]
            entering.add(report, source.headline, len(rows), claims_facets(rows, corrections))
            chains = trace(told, known)
            for telling in told:
                chain = chains[telling.id]
                origins.add(chain)
                _lay_actors(telling, actors)
                pile = groups.setdefault(telling.group, len(groups))
                desk.tellings.put(desk.parting.number(pile, telling), (telling, chain))
                if telling.id in judged:
                    pile_of[telling.id] = pile
            if told:
                origins.feed(source.outlet or report, source.inputs_from)
                namings += find_namings(told, ground.story_of.get(report, report))
        entering.close()
        _write_actors(desk.writing, actors)
    desk.writing.wholes("origin", numbered(origins.rows()))
    return namings, _together(len(groups), pile_of, desk.verdicts)


def _lay_actors(telling: Telling, actors: Piles[_Met]) -> None:
    """Put who acts and who speaks in a claim on the piles of those who are listed together."""
    number = id_number(telling.id)
    for actor in named_in(telling):
        told = (actor.kind, actor.country, actor.name, actor.office)
        actors.put(rank(actor.kind), (number, told))


def _actor_rows(actors: Piles[_Met]) -> Iterator[Row]:
    for number in actors.numbers():
        listed = ActorList()
        for claim, told in actors.take(number):
            listed.note(claim, told)
        yield from listed.rows()


def _write_actors(writing: Replacing, actors: Piles[_Met]) -> None:
    """Write who is who, and enter each under what he is asked by."""
    entering = EnteringActors(writing)
    for place, row in numbered(_actor_rows(actors)):
        writing.wholes("actor", [(place, row)])
        entering.add(row)
    entering.close()


def _join_names(desk: _Desk, namings: Sequence[Naming]) -> _Named:
    judgements, group_of = join_namings(namings, desk.verdicts["agreement"])
    desk.writing.judgements(judgements)
    ids = {group: agreement_id([group]) for group in set(group_of.values())}
    agreement_of = {claim: ids[group] for claim, group in group_of.items()}
    of_story: dict[str, set[str]] = defaultdict(set)
    for naming in namings:
        of_story[naming.story].add(agreement_of[naming.id])
    desk.writing.members("agreement", agreement_of.items())
    for naming in namings:
        desk.writing.wholes("naming", [(0, naming_row(naming))])
        desk.writing.members("naming", [(naming.id, agreement_of[naming.id])])
        desk.writing.entries(naming_entries(naming))
    return _Named(agreement_of, {s: frozenset(held) for s, held in of_story.items()})


def _together(piles: int, pile_of: Mapping[str, int], verdicts: Verdicts) -> list[list[int]]:
    """Return the piles that are judged together: each alone, unless a person joined two kinds."""
    groups = Groups(map(str, range(piles)))
    for (left, right), verdict in sorted(verdicts["event"].items()):
        if verdict == "same" and left in pile_of and right in pile_of:
            groups.join(str(pile_of[left]), str(pile_of[right]))
    return [[int(number) for number in together] for together in groups.all()]


def _judge_piles(desk: _Desk, piles: Sequence[int], named: _Named) -> None:
    """Judge the claims of piles, a part at a time, and write the events that they make.

    The first part stays in hand while the others are looked through, so that it is read but once.
    """
    around = Around(desk.ground.story_of, named.agreement_of, desk.verdicts["event"])
    judging = Judging(around)
    first, *others = desk.parting.gathered(piles, desk.tellings.count)
    held = _taken(desk.tellings.take, first)
    row = judging.survey(telling for telling, _ in held.values())
    for numbers in others:
        judging.survey(telling for telling, _ in _taken(desk.tellings.read, numbers).values())
    for numbers in (first, *others):
        if numbers is not first:
            come = _taken(desk.tellings.take, numbers)
            row = judging.in_order(telling for telling, _ in come.values())
            held |= come
            come.clear()
        judgements, groups = judging.judge(row)
        row.clear()
        if others:  # of so many claims the columns took much room
            give_back()
        desk.writing.judgements(judgements)
        for some in _few_at_a_time(groups):
            _write_events(desk, [[held.pop(claim) for claim in group] for group in some], named)
    entries = desk.entered.take()
    desk.writing.entries((key, day, id_name(claim)) for key, day, claim in entries)
    give_back()


def _taken(take: Callable[[int], Iterator[Traced]], numbers: Iterable[int]) -> dict[str, Traced]:
    return {telling.id: (telling, chain) for n in numbers for telling, chain in take(n)}


def _few_at_a_time(groups: Iterable[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """Part groups so that what is made of their claims on the way takes little room."""
    some: list[tuple[str, ...]] = []
    count = 0
    for group in groups:
        some.append(group)
        count += len(group)
        if count >= WRITTEN:
            yield some
            some, count = [], 0
    if some:
        yield some


def _write_events(desk: _Desk, groups: Sequence[Sequence[Traced]], named: _Named) -> None:
    """Write events, and enter their claims under what finds them."""
    tellings = {telling.id: telling for told in groups for telling, _ in told}
    chains = {telling.id: chain for told in groups for telling, chain in told}
    for telling in tellings.values():
        for key, day, claim in claim_entries(telling, named.agreement_of.get(telling.id)):
            desk.entered.add(key, day, id_number(claim))
    told = ([telling for telling, _ in group] for group in groups)
    for event in assemble_events(told, chains, named.agreement_of, desk.ground.copy_of):
        reports = {tellings[claim].source.report for claim in event.claims}
        uncopied = desk.ground.copy_of.keys().isdisjoint(reports)
        row = bare_event_row(event, tellings, chains, uncopied=uncopied)
        desk.writing.wholes("event", [(place_of_event(row), row)])
        for claim in event.claims:
            desk.members.add(id_number(claim), id_number(event.id))
        desk.events.add(row, [desk.reported[report] for report in sorted(reports)])
        face = face_of(event, tellings)
        if face is not None:
            for number in {crc32(report.encode()) % FACE_PILES for report in face.reports}:
                desk.faces.put(number, face)
        _put_aside(desk, event, [(tellings[c], chains[c]) for c in event.claims], named)


def _put_aside(desk: _Desk, event: Event, told: Sequence[Traced], named: _Named) -> None:
    """Lay an event, and its claims about agreements, on the piles of those agreements."""
    stories = stories_of((telling for telling, _ in told), desk.ground.story_of)
    own = None if event.agreement is None else _pile(event.agreement)
    wanted = {own} - {None}
    if may_be_conduct(event):
        wanted |= {_pile(name) for s in stories for name in named.of_story.get(s, ())}
    for number in wanted:
        if number is not None:
            aside = (event, stories, told if number == own else ())
            desk.agreements.put(number, aside)
    for telling, chain in told:
        agreement = named.agreement_of.get(telling.id)
        if agreement is not None and _pile(agreement) != own:
            desk.agreements.put(_pile(agreement), (None, frozenset(), [(telling, chain)]))


def _pile(agreement: str) -> int:
    return int(agreement, 16) % AGREEMENT_PILES


def _write_parts(desk: _Desk) -> None:
    """Write into the events what they hold and what holds them."""
    held: dict[str, set[str]] = defaultdict(set)
    for number in desk.faces.numbers():
        for outer, inner in find_parts(desk.faces.take(number)).items():
            held[outer].update(inner)
    parts = {outer: sorted(inner) for outer, inner in sorted(held.items())}
    outer_of = holders(parts)
    for name in sorted(parts.keys() | outer_of.keys()):
        row = desk.writing.whole("event", name)
        row["contains"] = list(parts.get(name, ()))
        row["part_of"] = sorted(outer_of.get(name, ()))
        desk.writing.change("event", row)


def _write_agreements(desk: _Desk, number: int, named: _Named) -> None:
    """Assemble the agreements of a pile and write them."""
    tellings: dict[str, Telling] = {}
    chains: dict[str, Chain] = {}
    events: list[tuple[Event, frozenset[str]]] = []
    for event, stories, told in desk.agreements.take(number):
        if event is not None:
            events.append((event, stories))
        for telling, chain in told:
            tellings[telling.id], chains[telling.id] = telling, chain
    groups: dict[str, list[Telling]] = defaultdict(list)
    for claim, telling in sorted(tellings.items()):
        agreement = named.agreement_of.get(claim)
        if agreement is not None and _pile(agreement) == number:
            groups[agreement].append(telling)
    world = assemble_agreements(groups, events, tellings, desk.ground.story_of)
    world = replace(world, chains=chains)
    rows = (agreement_cache(world, one, desk.ground.copy_of) for one in world.agreements)
    desk.writing.wholes("agreement", ((place_of_agreement(row), row) for row in rows))
