"""Commands that hand on: a dossier, an export."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from foedera.cli.options import check_day, days_options, open_record, record_option
from foedera.cli.output import say
from foedera.view.exports import FORMATS
from foedera.view.exports.files import write_whole
from foedera.view.exports.formats import pieces_of

TABLES = (
    "reports",
    "claims",
    "mentions",
    "attributions",
    "judgements",
    "events",
    "agreements",
    "obligations",
    "actors",
    "origins",
    "disagreements",
    "stories",
    "warnings",
)


@click.command("dossier")
@click.argument("agreement", required=False)
@click.option(
    "--output", "-o", metavar="FILE", help="Where to; .md writes Markdown. Default: shown."
)
@click.option("--actor", metavar="NAME", help="Of an actor: a name, or a state's code.")
@click.option("--story", metavar="ID", help="Of a story, or of the story of a report (id or key).")
@click.option("--since", metavar="DAY", callback=check_day, help="Of events from this day on.")
@click.option("--until", metavar="DAY", callback=check_day, help="Of events up to this day.")
@click.option(
    "--changed-since",
    metavar="DAY",
    callback=check_day,
    help="Lead with what reports published after this day brought.",
)
@record_option
@days_options
def dossier_command(
    agreement: str | None,
    output: str | None,
    *,
    place: str,
    on: str | None,
    known: str | None,
    changed_since: str | None,
    **asked: str | None,
) -> None:
    """Write a dossier to hand on.

    Of one agreement (by id or words of its title), of an actor, a story or a span of
    days, or of the whole record.
    One HTML file that needs nothing else, or Markdown. Without --output it goes to
    standard output as HTML.

    \b
    Examples:
      foedera dossier -o dossier.html
      foedera dossier "partnership treaty" --on 2024-12-01 -o treaty.md
      foedera dossier --actor PRK --since 2024-06-01 -o korea.html
      foedera dossier "partnership treaty" --changed-since 2024-11-30 -o news.html
    """
    # The templates load only here.
    from foedera.view.dossier import Scope, compose, compose_scope, set_html, set_markdown

    scoped = any(asked.values())
    if agreement and scoped:
        raise click.UsageError("Ask for an agreement, or for an actor, a story or days: not both.")
    if asked["actor"] and asked["story"]:
        raise click.UsageError("Ask for an actor or for a story, not both.")
    days = {"on": on, "known": known, "changed_since": changed_since}
    with open_record(place) as record:
        if scoped:
            dossier = compose_scope(record, Scope(**asked), **days)
        else:
            dossier = compose(record, agreement, **days)
    markdown = bool(output) and str(output).endswith((".md", ".markdown"))
    write_out(output, [set_markdown(dossier) if markdown else set_html(dossier)])


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="jsonl",
    show_default=True,
    help="Which format; docs/exports.md says who takes it and what it loses.",
)
@click.option(
    "--table",
    type=click.Choice(TABLES),
    default="claims",
    show_default=True,
    help="Which listing, for csv and parquet.",
)
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    help="Where to. A folder (its name ends in /) takes every listing. Default: shown.",
)
@record_option
@days_options
@click.option("--agreement", metavar="WHICH", help="Only one, by id or words of its title.")
@click.option("--actor", metavar="NAME", help="Only where a state's code or a name takes part.")
@click.option("--since", metavar="DAY", callback=check_day, help="Only from this day on.")
@click.option("--until", metavar="DAY", callback=check_day, help="Only up to this day.")
def export_command(
    form: str, table: str, output: str | None, *, place: str, **choice: str | None
) -> None:
    """Export the record, or a part of it, as a file that other tools take.

    Equal records give equal bytes. Each value keeps the way back to its words. In csv, cells
    that a spreadsheet would run as a formula begin with an apostrophe.

    \b
    Examples:
      foedera export --format jsonl -o korea.jsonl
      foedera export --format csv --table events -o events.csv
      foedera export --format parquet -o korea/
      foedera export --format ics --agreement "Open Skies" -o days.ics
      foedera export --format geojson --actor PRK --since 2024-01-01 -o map.geojson
    """
    from foedera.view.exports.choice import Choice, Chosen

    with open_record(place) as record:
        chosen = Chosen(record, Choice(**choice))
        if FORMATS[form].tables and output and output.endswith(("/", "\\")):
            for name in TABLES:
                target = str(Path(output) / f"{name}{FORMATS[form].suffix}")
                write_out(target, pieces_of(form, chosen, name))
        else:
            write_out(output, pieces_of(form, chosen, table))


def write_out(output: str | None, pieces: Iterable[str | bytes]) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    write_whole(Path(output), pieces)
    say(f"{output} written")


COMMANDS = (dossier_command, export_command)
