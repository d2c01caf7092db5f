"""Put a dossier together: chapters, sources, doubts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from foedera import __version__
from foedera.errors import NotInRecord
from foedera.view.dossier import entries
from foedera.view.dossier.coming import list_coming
from foedera.view.dossier.folder import (
    Folder,
    all_claims,
    claims_of,
    events_of,
    gather,
    number_claims,
)
from foedera.view.dossier.lead import name_status, write_basis, write_lead
from foedera.view.dossier.model import (
    Chapter,
    Dossier,
    Entry,
    Headline,
    Picture,
    Story,
    say,
)
from foedera.view.dossier.news import write_news
from foedera.view.dossier.ranges import draw_numbers
from foedera.view.dossier.roots import draw_origins
from foedera.view.dossier.sources import list_doubts, list_sources
from foedera.view.dossier.tales import group_by_story
from foedera.view.dossier.voices import make_matrix
from foedera.view.pictures import NARROW, WIDE, draw_duties, draw_life, make_life
from foedera.view.pictures.duties import count_left
from foedera.view.pictures.history import exits
from foedera.view.pictures.life import Life, Stretch
from foedera.view.pictures.looks import name_state, style_status
from foedera.view.rows import Listings, Row, maps, texts
from foedera.view.words import capital, count_of, ends, say_day, sort_by_day

MOST_AGREEMENTS = 8
MOST_EVENTS = 60
MOST_BARS = 8


def compose(
    record: Listings,
    agreement: str | None = None,
    *,
    on: str | None = None,
    known: str | None = None,
    changed_since: str | None = None,
) -> Dossier:
    """Compose the dossier of one agreement, or of the whole record.

    `agreement` is an id, its beginning, or words of a title. `changed_since` makes an edition
    that leads with what is new since a day.
    """
    folder = gather(record, on=on, known=known)
    chosen = [find_agreement(folder, agreement)] if agreement else _main_agreements(folder)
    inside = {str(row["id"]): events_of(folder, row) for row in chosen}
    loose = [] if agreement else _loose_events(folder, inside)
    wanted = claims_of(loose) | set().union(*(all_claims(row) for row in chosen), set())
    wanted |= {claim for events in inside.values() for claim in claims_of(events)}
    folder = number_claims(folder, wanted)
    chapters = [
        make_chapter(folder, row, inside[str(row["id"])], _history(record, row, known))
        for row in chosen
    ]
    if loose:
        chapters += _loose_chapters(folder, loose, alone=not chosen)
    sources = list_sources(folder)
    reports = {source.anchor.removeprefix("r-") for source in sources} if agreement else None
    title = chapters[0].head.title if len(chapters) == 1 else "What states agree and do"
    dossier = Dossier(title, _meta(folder, len(sources)), tuple(chapters), sources)
    news = None
    if changed_since is not None:
        held = {str(e["id"]): e for own in (*inside.values(), loose) for e in own}
        names = [_home(record, "agreement", row, known) for row in chosen]
        ids = [_home(record, "event", row, known) for row in held.values()]
        changed = record.changed(changed_since, agreements=names, events=ids, known=known)
        told = {source.anchor.removeprefix("r-") for source in sources}
        shown = replace(folder, reports={r: row for r, row in folder.reports.items() if r in told})
        news = write_news(shown, changed, changed_since)
    left = _left_out(folder, chosen, loose, inside) if not agreement else ()
    doubts = list_doubts(folder, reports)
    return replace(dossier, doubts=doubts, left_out=left, news=news, version=__version__)


def find_agreement(folder: Folder, wanted: str) -> Row:
    """Find an agreement by id, by the beginning of its id, or by words of a title."""
    for row in folder.agreements:
        if row["id"] == wanted:
            return row
    words = wanted.casefold()
    found = [
        row
        for row in folder.agreements
        if str(row["id"]).startswith(wanted)
        or any(words in title.casefold() for title in texts(row, "titles"))
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotInRecord(
            f"no agreement is called {wanted!r}. `foedera agreements` lists what the record holds"
        )
    names = "; ".join(f"{row['id']} {_title(row)}" for row in found[:5])
    raise NotInRecord(f"{wanted!r} fits {len(found)} agreements: {names}. Give one by its id")


def _title(row: Row) -> str:
    titles = texts(row, "titles")
    title = titles[0] if titles else f"{row.get('kind') or 'agreement'} {row['id']}"
    return capital(title)


def _main_agreements(folder: Folder) -> list[Row]:
    """Choose the agreements that most is told of."""
    held = [row for row in folder.agreements if all_claims(row)]
    told = [row for row in held if _matters(row)] or held
    told.sort(key=lambda row: (-int(row.get("reports") or 0), -len(all_claims(row)), _title(row)))
    return told[:MOST_AGREEMENTS]


def _matters(row: Row) -> bool:
    """Say whether enough is told of an agreement for a chapter of its own."""
    return int(row.get("reports") or 0) > 1 or len(all_claims(row)) > 3


def _loose_events(folder: Folder, inside: Mapping[str, Sequence[Row]]) -> list[Row]:
    """Choose events outside the chosen agreements, those that most reports tell first."""
    taken = {event["id"] for events in inside.values() for event in events}
    rest = [e for e in folder.events if e["id"] not in taken]
    rest.sort(key=lambda e: (-int(e.get("reports") or 0), -len(texts(e, "claims")), str(e["id"])))
    return rest[:MOST_EVENTS]


def _history(record: Listings, agreement: Row, known: str | None) -> Sequence[Row]:
    name = _home(record, "agreement", agreement, known)
    return maps(record.agreement(name, known=known), "history")


def _home(record: Listings, sort: str, row: Row, known: str | None) -> str:
    """Return a whole's name as settled; by what was known on a day it may bear another."""
    name = record.home_of(sort, texts(row, "claims")) if known else None
    return name or str(row["id"])


def _meta(folder: Folder, reports: int) -> tuple[str, ...]:
    lines = [f"as of {say_day(folder.on)}"] if folder.on else ["no day known"]
    if folder.known:
        lines.append(f"known by {say_day(folder.known)}")
    quoted = count_of(reports, "report")
    return (*lines, f"{quoted} quoted", count_of(len(folder.numbers), "claim"))


def _left_out(
    folder: Folder,
    chosen: Sequence[Row],
    loose: Sequence[Row],
    inside: Mapping[str, Sequence[Row]],
) -> tuple[str, ...]:
    """Say what a dossier of the whole record leaves out."""
    agreements = sum(bool(all_claims(row)) for row in folder.agreements) - len(chosen)
    events = len(folder.events) - len(loose)
    events -= len({event["id"] for held in inside.values() for event in held})
    found = ((agreements, "agreement"), (events, "event"))
    return tuple(count_of(number, noun) for number, noun in found if number > 0)


def make_chapter(
    folder: Folder, agreement: Row, events: Sequence[Row], history: Sequence[Row]
) -> Chapter:
    """Make the chapter of one agreement with its events.

    `history` is its status from each day on which that changes, as `record.agreement(id)` answers.
    """
    claims = all_claims(agreement) | claims_of(events)
    reports = {str(folder.claims[c]["report"]) for c in claims if c in folder.claims}
    conduct = [event for event in events if event["id"] in set(texts(agreement, "conduct"))]
    bars = [bar for event in conduct if (bar := _bar(folder, event))]
    life = make_life(agreement, history, on=folder.on, conduct=bars[:MOST_BARS], name=folder.name)
    return Chapter(
        head=_head(folder, agreement),
        lead=write_lead(folder, agreement, events, exits(life.lanes)),
        life=_draw(life),
        basis=write_basis(folder, agreement),
        duties=entries.list_duties(folder, agreement),
        network=_draw_network(folder, agreement),
        coming=list_coming(folder, agreement, history),
        origins=draw_origins(folder, reports, [agreement, *events]),
        story=_story(folder, agreement, events, conduct),
        people=entries.list_people(folder, claims),
    )


def _bar(folder: Folder, event: Row) -> Stretch | None:
    """Make an event a bar beneath the lanes; one without any day is left to the text."""
    start, end = ends(event.get("when"))
    style = "doubted" if event.get("acknowledgement") else "plain"
    first = start or end
    return Stretch(first, end, entries.title_event(folder, event), style) if first else None


def _draw_network(folder: Folder, agreement: Row) -> Picture | None:
    duties = maps(agreement, "obligations")
    wide, narrow = (draw_duties(duties, width, name=folder.name) for width in (880, 420))
    if wide is None or narrow is None:
        return None
    return Picture(wide, narrow, say(count_left(duties)))


def _head(folder: Folder, agreement: Row) -> Headline:
    titles, states = texts(agreement, "titles"), agreement.get("party_status") or {}
    parties = [(folder.name(p), name_state(states.get(p, ""))) for p in texts(agreement, "parties")]
    kind = str(agreement.get("kind") or "agreement")
    binding = {"yes": "binding", "no": "not legally binding"}.get(
        str(agreement.get("binding")), "whether it binds in law is unclear"
    )
    return Headline(
        anchor=f"a-{agreement['id']}",
        title=_title(agreement),
        status=name_status(agreement),
        style=style_status(str(agreement["status"])),
        parties=tuple(sorted(parties)),
        remarks=(kind, binding),
        also=tuple(titles[1:]),
    )


def _draw(life: Life) -> Picture | None:
    wide, narrow = draw_life(life, WIDE), draw_life(life, NARROW)
    if wide is None or narrow is None:
        return None
    doubted = any(bar.style == "doubted" for bar in life.conduct)
    legend = "Red bars: someone denies it or does not acknowledge it." if doubted else ""
    return Picture(wide, narrow, say(legend))


def _story(folder: Folder, agreement: Row, events: Sequence[Row], conduct: Sequence[Row]) -> Story:
    held = {event["id"] for event in conduct}
    own = [event for event in events if event["id"] not in held]
    lines = _timeline(folder, agreement, own)
    by_day = sort_by_day(events)
    parties = [folder.name(party) for party in texts(agreement, "parties")]
    return Story(
        timeline=lines,
        conduct=_conduct(folder, agreement, conduct),
        matrix=make_matrix(folder, by_day, parties),
        differences=entries.list_differences(folder, by_day),
        numbers=tuple(islice((p for event in by_day for p in draw_numbers(folder, event)), 6)),
    )


def _conduct(folder: Folder, agreement: Row, events: Sequence[Row]) -> tuple[Entry, ...]:
    """Enter what the parties do about it; a link that no report makes in words is marked."""
    inferred = set(texts(agreement, "conduct_inferred"))
    lines = []
    for event in sort_by_day(events):
        line = entries.enter(folder, event)
        marked = (*line.tags, "link inferred") if event["id"] in inferred else line.tags
        lines.append(replace(line, tags=marked))
    return tuple(lines)


def _timeline(folder: Folder, agreement: Row, events: Sequence[Row]) -> tuple[Entry, ...]:
    """Merge an agreement's steps with its events; an event that a step tells stands once."""
    steps = maps(agreement, "steps")
    told = {claim for step in steps for claim in texts(step, "claims")}
    rest = [event for event in events if not set(texts(event, "claims")) <= told]
    marked = [(row, True) for row in steps] + [(row, False) for row in rest]
    order = {id(row): index for index, row in enumerate(sort_by_day(r for r, _ in marked))}
    marked.sort(key=lambda item: order[id(item[0])])
    return tuple(entries.enter(folder, row, step=step) for row, step in marked)


def _loose_chapters(folder: Folder, events: Sequence[Row], *, alone: bool) -> list[Chapter]:
    """Make a chapter of each told story outside the agreements, and one of the rest."""
    tales, rest = group_by_story(folder, events)
    chapters = []
    for tale in tales:
        head = Headline(f"s-{tale.story}", tale.title, about=tale.remarks)
        chapters.append(events_chapter(folder, tale.events, head))
    if rest:
        title = "What the reports tell" if alone and not tales else "Other events"
        chapters.append(events_chapter(folder, rest, Headline("events", title)))
    return chapters


def events_chapter(folder: Folder, events: Sequence[Row], head: Headline) -> Chapter:
    """Make the chapter of some events: in time, by voice, where they differ."""
    by_day = sort_by_day(events)
    claims = claims_of(events)
    reports = {str(folder.claims[c]["report"]) for c in claims if c in folder.claims}
    numbers = [picture for event in by_day for picture in draw_numbers(folder, event)]
    story = Story(
        timeline=tuple(entries.enter(folder, event) for event in by_day),
        matrix=make_matrix(folder, by_day),
        differences=entries.list_differences(folder, by_day),
        numbers=tuple(numbers[:6]),
    )
    return Chapter(
        head=head,
        lead=(),
        life=None,
        basis=(),
        duties=(),
        origins=draw_origins(folder, reports, events),
        story=story,
        people=entries.list_people(folder, claims),
    )
