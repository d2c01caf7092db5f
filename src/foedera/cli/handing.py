"""Commands that hand on: a dossier, an export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedera.cli.options import days_options, open_record, record_option
from foedera.cli.output import say
from foedera.errors import FoederaError
from foedera.view.exports import csv_lines

if TYPE_CHECKING:
    from foedera.record import Record

TABLES = (
    "claims",
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
@record_option
@days_options
def dossier_command(
    agreement: str | None,
    output: str | None,
    *,
    place: str,
    on: str | None,
    known: str | None,
) -> None:
    """Write a dossier to hand on.

    Of one agreement (by id or words of its title), or of the whole record.
    One HTML file that needs nothing else, or Markdown. Without --output it goes to
    standard output as HTML.

    \b
    Examples:
      foedera dossier -o dossier.html
      foedera dossier "partnership treaty" --on 2024-12-01 -o treaty.md
    """
    # The templates load only here.
    from foedera.view.dossier import compose, set_html, set_markdown

    with open_record(place) as record:
        dossier = compose(record, agreement, on=on, known=known)
    markdown = bool(output) and str(output).endswith((".md", ".markdown"))
    write_out(output, iter([set_markdown(dossier) if markdown else set_html(dossier)]))


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="jsonl: everything, in a fixed order. csv: one listing.",
)
@click.option(
    "--table",
    type=click.Choice(TABLES),
    default="claims",
    show_default=True,
    help="Which listing, for csv.",
)
@click.option("--output", "-o", metavar="FILE", help="Where to. Default: standard output.")
@record_option
def export_command(form: str, table: str, output: str | None, place: str) -> None:
    """Export the record. Equal records give equal bytes.

    In csv, cells that a spreadsheet would run as a formula begin with an apostrophe.

    \b
    Examples:
      foedera export --format jsonl -o korea.jsonl
      foedera export --format csv --table events -o events.csv
    """
    with open_record(place) as record:
        if form == "jsonl":
            write_out(output, (f"{line}\n" for line in record.export_jsonl()))
        else:
            write_out(output, csv_lines(_rows(record, table)))


def _rows(record: Record, table: str) -> list[dict[str, object]]:
    return list(getattr(record, table)())


def write_out(output: str | None, pieces: Iterator[str]) -> None:
    """Write to a file, whole or not at all, or to standard output."""
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    target = Path(output)
    try:
        _write_whole(target, pieces)
    except OSError as error:
        why = error.strerror or error
        raise FoederaError(f"{target} cannot be written: {why}. Name another place.") from error
    say(f"{target} written")


def _write_whole(target: Path, pieces: Iterator[str]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.part")
    try:
        with draft.open("w", encoding="utf8", newline="") as file:
            file.writelines(pieces)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


COMMANDS = (dossier_command, export_command)
