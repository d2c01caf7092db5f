"""Options that several commands share, and the opening of a record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from foedera.errors import RecordError

if TYPE_CHECKING:
    from foedera.record import Record

Command = TypeVar("Command", bound=Callable[..., Any])


def check_day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return a day as ISO writes it, or say how one is written."""
    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day; write one as 2024-12-05") from error


record_option = click.option(
    "--record",
    "-r",
    "place",
    default="record.foedera",
    show_default=True,
    envvar="FOEDERA_RECORD",
    metavar="FILE",
    help="The record: a file, or a database URL.",
)
on_option = click.option(
    "--on", metavar="DAY", callback=check_day, help="As things stood on this day."
)
known_option = click.option(
    "--known",
    metavar="DAY",
    callback=check_day,
    help="By what reports published up to this day tell.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Write JSON lines instead of a table."
)
workers_option = click.option(
    "--workers",
    "-w",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes that read at the same time.",
)
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
because_option = click.option(
    "--because", required=True, metavar="TEXT", help="The reason; it is kept with the row."
)
maker_option = click.option(
    "--maker",
    default="user",
    show_default=True,
    envvar="FOEDERA_MAKER",
    metavar="NAME",
    help="Who decides; kept with the row.",
)


def days_options(command: Command) -> Command:
    """Add --on and --known."""
    return on_option(known_option(command))


def listing_options(command: Command) -> Command:
    """Add what every listing takes: --record, --on, --known, --json."""
    return record_option(days_options(json_option(command)))


def open_record(place: str, *, create: bool = False) -> Record:
    """Open a record; one that is to be asked must be there."""
    # The database library loads only for commands that open a record.
    from foedera.record import Record

    if not create and "://" not in place and not Path(place).exists():
        raise RecordError(
            f"there is no record at {place}. `foedera read PATH --record {place}` makes one"
        )
    return Record(place, create=create)
