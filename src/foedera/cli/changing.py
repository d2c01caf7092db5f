"""Commands that change what the record holds, and the one that tells what changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from foedera.cli.deciding import tell_worked_in
from foedera.cli.options import (
    because_option,
    json_option,
    maker_option,
    open_record,
    record_option,
)
from foedera.cli.output import say, write_lines
from foedera.errors import FoederaError
from foedera.view.exports import json_line, json_lines
from foedera.view.find import resolve

if TYPE_CHECKING:
    from foedera.record import Record


@click.command("add")
@click.argument("report")
@click.argument("kind")
@click.option("--quote", required=True, metavar="TEXT", help="The words of the text that say so.")
@click.option("--agreement", metavar="TITLE", help="The agreement that the act is about.")
@click.option("--actors", default="", metavar="NAMES", help="Who acts: codes or names, by commas.")
@click.option("--recipients", default="", metavar="NAMES", help="To whom it is done.")
@click.option("--when", default="", metavar="DAY", help="A day, or two with a bar between.")
@click.option("--where", default="", metavar="PLACE", help="The place.")
@because_option
@maker_option
@record_option
@json_option
def add_command(report: str, kind: str, *, place: str, as_json: bool, **given: str) -> None:
    """Add an act that an official text tells.

    REPORT is a text that the record holds, KIND one of `foedera kinds`. The words quoted must
    stand in the text. The act stays when the text is read again, until it is withdrawn.

    \b
    Example:
      foedera add decree.txt agreement.ratify --quote "Resolution 14 ratifies the Treaty"
        --agreement "Estuary Treaty" --actors URY --when 2031-03-02 --because "official gazette"
    """
    with open_record(place) as record:
        quote, because, maker = (given.pop(name) for name in ("quote", "because", "maker"))
        fields = {name: value for name, value in given.items() if value}
        text = resolve(record, report)
        row = record.add(text, kind, quote, fields, because=because, maker=maker)
        worked_in = record.is_settled()
    if as_json:
        write_lines(iter([json_line(row)]))
    else:
        say(f"kept as {row.id}; `foedera withdraw {row.id}` takes it back")
    tell_worked_in(worked_in)


@click.command("remove")
@click.argument("report")
@record_option
def remove_command(report: str, place: str) -> None:
    """Take a report out of the record.

    It takes exactly its claims with it; reading it again brings them back.

    \b
    Example:
      foedera remove reports/monday.txt
    """
    with open_record(place) as record:
        claims = record.remove(resolve(record, report))
    say(f"taken out with {claims:,} claims")


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--most", type=click.IntRange(min=1), default=40, show_default=True, help="Lines of each sort."
)
@record_option
@json_option
def diff_command(old: str, new: str, *, most: int, place: str, as_json: bool) -> None:
    """Tell what changed in the record.

    Between two days, by what the reports published up to each let one say; or between two
    records, each in its file.

    \b
    Examples:
      foedera diff 2024-12-01 2024-12-31
      foedera diff monday.foedera tuesday.foedera
    """
    # The words for changes load only where they are told.
    from foedera.view.changes import tell, tell_all

    rows = list(_changes(old, new, place))
    if as_json:
        write_lines(json_lines([{**row, "sentence": tell(row)} for row in rows]))
        return
    for line in tell_all(rows, most):
        click.echo(line)
    if not rows:
        say("nothing changed")


def _changes(old: str, new: str, place: str) -> list[dict[str, object]]:
    days = [_day(one) for one in (old, new)]
    if days[0] and days[1]:
        with open_record(place) as record:
            return list(record.diff(days[0], days[1]))
    if any(days):
        raise FoederaError("name two days, or two records, not one of each")
    with open_record(old) as before, open_record(new) as after:
        return list(_between(before, after))


def _between(before: Record, after: Record) -> list[dict[str, object]]:
    return list(after.diff_from(before))


def _day(words: str) -> str | None:
    """Return a day, or None for words that name a file."""
    if "://" in words or Path(words).exists():
        return None
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return None


COMMANDS = (add_command, remove_command, diff_command)
