"""A dossier of what meets a question: an actor, a story, a span of days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from foedera import __version__
from foedera.errors import NotInRecord
from foedera.record import Record
from foedera.view.dossier.compose import events_chapter
from foedera.view.dossier.folder import (
    Folder,
    all_claims,
    claims_of,
    number_claims,
    pair_copies,
)
from foedera.view.dossier.lead import name_status
from foedera.view.dossier.model import (
    Chapter,
    Dossier,
    Headline,
    News,
    Picture,
    Sentence,
    say,
    strong,
)
from foedera.view.dossier.news import write_news
from foedera.view.dossier.sources import list_doubts, list_sources
from foedera.view.pictures import NARROW, WIDE, draw_strips, make_strip
from foedera.view.pictures.life import Lane
from foedera.view.rows import Row, maps, texts
from foedera.view.words import capital, count_of, country_names, join_words, say_day

MOST_EVENTS = 40
MOST_AGREEMENTS = 12


@dataclass(frozen=True, slots=True)
class Scope:
    """What a dossier is asked to be about; all conditions given must hold."""

    actor: str | None = None
    story: str | None = None
    since: str | None = None
    until: str | None = None


def compose_scope(
    record: Record,
    scope: Scope,
    *,
    on: str | None = None,
    known: str | None = None,
    changed_since: str | None = None,
) -> Dossier:
    """Compose the dossier of an actor, a story or a span of days.

    Of many events those that most reports tell are shown, and the rest are counted.
    `changed_since` makes an edition that leads with what is new since a day.
    """
    head, asked = _head(record, scope)
    page = record.find_events(
        actor=asked, story=head.anchor.removeprefix("s-") if scope.story else None,
        since=scope.since, until=scope.until, order="reports", limit=MOST_EVENTS,
    )  # fmt: skip
    events: Sequence[Row] = page.rows
    if known is not None:
        events = record.events_known([str(row["id"]) for row in events], known)
    looked = _agreements(record, scope, asked, events, (on, known))
    folder = _fold(record, events, looked, (on, known))
    news = None
    if changed_since is not None:
        names = [str(look["agreement"]["id"]) for look in looked]
        ids = [str(row["id"]) for row in events]
        changed = record.changed(changed_since, agreements=names, events=ids, known=known)
        news = write_news(folder, changed, changed_since)
    chapter = replace(
        events_chapter(folder, events, head),
        lead=_lead(folder, events, looked, page.total - len(page.rows)),
        strips=_strips(folder, looked),
    )
    return _finish(folder, chapter, news)


def _finish(folder: Folder, chapter: Chapter, news: News | None) -> Dossier:
    sources = list_sources(folder)
    days = [f"as of {say_day(folder.on)}"] if folder.on else []
    days += [f"known by {say_day(folder.known)}"] if folder.known else []
    meta = (
        *days,
        f"{count_of(len(sources), 'report')} quoted",
        count_of(len(folder.numbers), "claim"),
    )
    return Dossier(
        chapter.head.title, meta, (chapter,), sources, list_doubts(folder), (), news, __version__
    )


def _head(record: Record, scope: Scope) -> tuple[Headline, str | None]:
    """Return the heading, and the words that find the events."""
    span = _span(scope)
    if scope.story:
        row = record.story(scope.story)["story"]
        told = count_of(int(row["reports"]), "report")
        first, last = row["earliest"], row["latest"]
        days = (f"{say_day(first)} to {say_day(last)}",) if first and last else ()
        title = str(row["title"] or "A story without a title")
        return Headline(f"s-{row['id']}", title, about=(told, *days, *span)), None
    if scope.actor:
        looked = record.actor(scope.actor)
        row = looked["actor"]
        state = row["kind"] == "state" and row["country"]
        name = country_names().get(str(row["country"]), row["name"]) if state else row["name"]
        about = (str(row.get("office") or row["kind"]), *span)
        also = tuple(n for n in texts(row, "also") if n != name)[:8]
        return Headline("actor", str(name), about=about, also=also), str(looked["asked"])
    return Headline("span", capital(" ".join(span) or "All days")), None


def _span(scope: Scope) -> tuple[str, ...]:
    since, until = scope.since, scope.until
    if since and until:
        return (say_day(since) if since == until else f"{say_day(since)} to {say_day(until)}",)
    if since:
        return (f"since {say_day(since)}",)
    return (f"until {say_day(until)}",) if until else ()


def _agreements(
    record: Record,
    scope: Scope,
    asked: str | None,
    events: Iterable[Row],
    days: tuple[str | None, str | None],
) -> list[Row]:
    """Look at the agreements that an actor is a party to, or that the events belong to."""
    names = list(dict.fromkeys(str(row["agreement"]) for row in events if row.get("agreement")))
    if scope.actor and asked in country_names() and not (scope.since or scope.until):
        found = record.find_agreements(party=asked, limit=MOST_AGREEMENTS).rows
        names = list(dict.fromkeys([str(row["id"]) for row in found]))
    looked: list[Row] = []
    for name in names[:MOST_AGREEMENTS]:
        try:
            looked.append(record.agreement(name, on=days[0], known=days[1]))
        except NotInRecord:
            continue  # Nobody had told of it by then.
    return looked


def _fold(
    record: Record,
    events: Sequence[Row],
    looked: Sequence[Row],
    days: tuple[str | None, str | None],
) -> Folder:
    """Lay out only what the dossier shows, its claims numbered."""
    agreements = tuple(look["agreement"] for look in looked)
    wanted = claims_of(events).union(*(_grounds(row) for row in agreements))
    told = record.quotable(wanted)
    reports = {str(row["id"]): row for row in told["reports"]}
    claims = {str(row["id"]): row for row in told["claims"]}
    folder = Folder(
        reports=reports,
        claims=claims,
        agreements=agreements,
        events=tuple(events),
        origins=tuple(record.origins()) if days[1] is None else (),
        actors=tuple(_people(claims.values())),
        disagreements=tuple(
            {**row, "event": event["id"]}
            for event in events
            for row in maps(event, "comparison")
            if len(row["values"]) > 1
        ),
        warnings=tuple(told["warnings"]),
        names=country_names(),
        on=days[0] or record.asked_day(days[1]),
        known=days[1],
        copies=pair_copies(told["copies"], reports),
        stories=told["stories"],
    )
    return number_claims(folder, set(claims))


def _grounds(agreement: Row) -> set[str]:
    """Return the claims that an agreement's status and steps rest on, of each a few."""
    rows = [*maps(agreement, "basis"), *maps(agreement, "steps")[:MOST_AGREEMENTS]]
    return {claim for row in rows for claim in texts(row, "claims")[:4]} & all_claims(agreement)


def _people(claims: Iterable[Row]) -> Iterable[Row]:
    """List the persons named, each with office and state where a telling gives them."""
    people: dict[str, dict[str, object]] = {}
    for claim in claims:
        fields = ("actors", "recipients", "participants")
        named = [actor for field in fields for actor in maps(claim, field)]
        for actor in [*named, *(a for level in claim.get("sources") or () for a in level)]:
            if actor.get("kind") == "person":
                name = str(actor["name"])
                row = people.setdefault(name, {"name": name, "kind": "person", "also": ()})
                for field in ("office", "country"):
                    row[field] = row.get(field) or actor.get(field)
    return people.values()


def _lead(
    folder: Folder, events: Sequence[Row], looked: Sequence[Row], further: int
) -> tuple[Sentence, ...]:
    """Say how much is told, what is denied or contested, how the agreements stand."""
    shown = len(events)
    outlets = {folder.outlet(report) for report in folder.reports}
    told = (
        f" told by {count_of(len(folder.reports), 'report')} of {count_of(len(outlets), 'outlet')}"
    )
    most = f"; {count_of(further, 'more event')} of fewer reports left out" if further > 0 else ""
    sentences = [say(strong(count_of(shown, "event")), told if shown else "", most, ".")]
    doubted = sum(bool(event.get("acknowledgement")) for event in events)
    if doubted:
        sentences.append(say(f"A state denies or passes over {count_of(doubted, 'event')}."))
    torn = {row["event"] for row in folder.disagreements if row["comparison"] == "conflict"}
    if torn:
        sentences.append(say(f"Tellings of {count_of(len(torn), 'event')} contradict each other."))
    if looked:
        rows = [look["agreement"] for look in looked[:4]]
        names = (f"{_title(row)} ({name_status(row)})" for row in rows)
        more = f"; {len(looked) - 4} more" if len(looked) > 4 else ""
        sentences.append(say("Agreements: ", join_words(names), more, "."))
    return tuple(sentences)


def _title(row: Row) -> str:
    return next(iter(texts(row, "titles")), "an agreement without a name")


def _strips(folder: Folder, looked: Sequence[Row]) -> Picture | None:
    """Draw how the agreements stood over time, one strip each."""
    lanes = [
        Lane(capital(_title(look["agreement"])), make_strip(maps(look, "history")))
        for look in looked
    ]
    wide, narrow = (draw_strips(lanes, folder.on, measures) for measures in (WIDE, NARROW))
    if wide is None or narrow is None:
        return None
    return Picture(
        wide, narrow, say("What the statuses rest on stands with each agreement's own dossier.")
    )
