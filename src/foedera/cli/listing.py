"""Commands that list: agreements, obligations, events, stories, actors, origins, doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from foedera.cli.kinds import kinds_named
from foedera.cli.options import (
    json_option,
    known_option,
    listing_options,
    open_record,
    record_option,
)
from foedera.cli.output import write_rows
from foedera.view.words import kind_meant, sort_by_day

if TYPE_CHECKING:
    from foedera.record import Record


@click.command("agreements")
@click.option(
    "--reports",
    "least",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Only agreements that at least N reports tell of.",
)
@click.option(
    "--history", is_flag=True, help="One line for each day on which a status or party changes."
)
@listing_options
def agreements_command(
    place: str,
    *,
    least: int,
    history: bool,
    on: str | None,
    known: str | None,
    as_json: bool,
) -> None:
    """List agreements and their status.

    Titles, parties, status on a day and since when.

    \b
    Example:
      foedera agreements --on 2024-12-01
      foedera agreements --reports 3 --history
    """
    if history and on is not None:
        raise click.UsageError("--history shows all days; leave out --on")
    with open_record(place) as record:
        if history:
            write_rows("history", record.histories(known=known, reports=least), as_json=as_json)
            return
        rows = record.agreements(on=on, known=known, reports=least)
        write_rows("agreements", rows, as_json=as_json, asked=known is not None or least > 1)


@click.command("obligations")
@click.option("--if", "if_", metavar="TEXT", help="What happens: which duties does it trigger?")
@click.option("--binds", metavar="STATE", help="Only duties of this state (a code such as PRK).")
@listing_options
def obligations_command(
    place: str,
    *,
    if_: str | None,
    binds: str | None,
    on: str | None,
    known: str | None,
    as_json: bool,
) -> None:
    """List who owes what to whom.

    \b
    Example:
      foedera obligations --if "armed attack on Russia" --on 2024-12-10
    """
    with open_record(place) as record:
        rows = record.obligations(on=on, known=known, if_=if_, binds=binds)
        write_rows("obligations", rows, as_json=as_json, asked=any((if_, binds, known)))


@click.command("events")
@click.option("--actor", metavar="NAME", help="Only with this state or name; several: JPN; IND.")
@click.option("--kind", metavar="KIND", help="Only this kind or family: military, agreement.sign.")
@click.option("--words", metavar="TEXT", help="Only those told by, or named by, all these words.")
@click.option("--where", metavar="PLACE", help="Only those that took place there.")
@click.option("--since", metavar="DAY", help="Only those that may have been on or after this day.")
@click.option("--until", metavar="DAY", help="Only those that may have been by this day.")
@click.option("--denied", is_flag=True, help="Only those that somebody denies.")
@click.option("--told", is_flag=True, help="Let --since and --until ask when it was first told.")
@listing_options
def events_command(
    place: str,
    *,
    actor: str | None,
    kind: str | None,
    words: str | None,
    where: str | None,
    since: str | None,
    until: str | None,
    denied: bool,
    told: bool,
    on: str | None,
    known: str | None,
    as_json: bool,
) -> None:
    """List what happened and who denies it.

    With --on, those of that day.

    \b
    Example:
      foedera events --actor PRK --kind military
      foedera events --actor "JPN; IND" --kind visit
      foedera events --actor RUS --where Syria --since 2015-10-01 --until 2015-10-31 --told
    """
    kind = kind_meant(kind) if kind else None
    kinds_named(kind)
    asked = any((actor, kind, words, where, since, until, denied, on, known))
    with open_record(place) as record:
        if any((actor, words, where, since, until, denied)):
            rows = _found(
                record, words, actor=actor, kind=kind, place=where,
                since=since, until=until, told=told, on=on, known=known,
                doubt="denied" if denied else None,
            )  # fmt: skip
        else:
            rows = record.events(kind=kind, on=on, known=known)
        shown = rows if as_json else sort_by_day(rows)
        write_rows("events", shown, as_json=as_json, asked=asked)


def _differing(record: Record, known: str | None, *, conflicts: bool) -> list[dict[str, Any]]:
    """Return what differs, what excludes each other first, each with its event as `of`."""
    events = (
        _found(record, None, doubt="conflict", known=known)
        if conflicts
        else record.told_in_ways(known=known)
    )
    rows = [
        {**one, "event": event["id"], "of": event}
        for event in events
        for one in event["comparison"]
        if len(one["values"]) > 1 and one["comparison"] != "agree"
        if not conflicts or one["comparison"] == "conflict"
    ]
    return sorted(rows, key=lambda row: (row["comparison"] != "conflict", -row["of"]["reports"]))


def _found(record: Record, words: str | None, **asked: Any) -> list[dict[str, Any]]:
    """Return all events that meet some conditions, page after page."""
    page = record.find_events(words, **asked, limit=500)
    rows = list(page.rows)
    while page.next:
        page = record.find_events(words, **asked, limit=500, after=page.next)
        rows += page.rows
    return rows


@click.command("timeline")
@listing_options
def timeline_command(place: str, on: str | None, known: str | None, as_json: bool) -> None:
    """List dated events in time. With --on, those up to that day.

    \b
    Example:
      foedera timeline --on 2024-12-05
    """
    with open_record(place) as record:
        write_rows("timeline", record.timeline(on=on, known=known), as_json=as_json)


@click.command("stories")
@record_option
@known_option
@json_option
def stories_command(place: str, known: str | None, as_json: bool) -> None:
    """List reports by story.

    A story holds the reports that tell of the same happening.

    \b
    Example:
      foedera stories --json
    """
    with open_record(place) as record:
        write_rows("stories", record.stories(known=known), as_json=as_json)


@click.command("actors")
@record_option
@known_option
@json_option
def actors_command(place: str, known: str | None, as_json: bool) -> None:
    """List who acts and speaks.

    Each actor stands once, under all names.

    \b
    Example:
      foedera actors --known 2024-12-05
    """
    with open_record(place) as record:
        write_rows("actors", record.actors(known=known), as_json=as_json)


@click.command("origins")
@record_option
@known_option
@json_option
def origins_command(place: str, known: str | None, as_json: bool) -> None:
    """List first sources and who cites them.

    \b
    Example:
      foedera origins
    """
    with open_record(place) as record:
        write_rows("origins", record.origins(known=known), as_json=as_json)


@click.command("disagreements")
@click.option("--conflicts", is_flag=True, help="Only values that exclude each other.")
@record_option
@known_option
@json_option
def disagreements_command(place: str, *, conflicts: bool, known: str | None, as_json: bool) -> None:
    """List where tellings of one event differ.

    Each field with its values, and whether they conflict. Conflicts come first, then the events
    of most reports; what only agrees in other words is left to --json.

    \b
    Example:
      foedera disagreements --conflicts
    """
    with open_record(place) as record:
        if as_json:
            rows = [
                row
                for row in record.disagreements(known=known)
                if not conflicts or row["comparison"] == "conflict"
            ]
        else:
            rows = _differing(record, known, conflicts=conflicts)
        write_rows("disagreements", rows, as_json=as_json)


@click.command("warnings")
@record_option
@known_option
@json_option
def warnings_command(place: str, known: str | None, as_json: bool) -> None:
    """List what a reader should doubt.

    \b
    Example:
      foedera warnings
    """
    with open_record(place) as record:
        write_rows("warnings", record.warnings(known=known), as_json=as_json)


COMMANDS = (
    agreements_command,
    obligations_command,
    events_command,
    timeline_command,
    stories_command,
    actors_command,
    origins_command,
    disagreements_command,
    warnings_command,
)
