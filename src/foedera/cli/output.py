"""Rows to the terminal, to a pipe, or as JSON lines; messages and progress to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from foedera.view.exports import json_lines
from foedera.view.rows import Row

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress


def make_console(*, err: bool = False) -> Console:
    """Make a console on standard output or standard error."""
    from rich.console import Console

    return Console(file=sys.stderr if err else sys.stdout, highlight=False, markup=False)


EMPTY = {"search": "nothing in this record holds all these words"}


def write_rows(name: str, rows: Sequence[Row], *, as_json: bool, asked: bool = False) -> None:
    """Write a listing as a table, or as JSON lines; `asked` says that conditions narrowed it."""
    if as_json:
        write_lines(json_lines(rows))
        return
    from foedera.view.tables import print_table

    print_table(make_console(), name, rows)
    if not rows:
        none = f"no {name} in this record"
        say(EMPTY.get(name, f"{none} that meet what was asked" if asked else none))


def write_lines(lines: Iterator[str]) -> None:
    """Write lines to standard output."""
    for line in lines:
        click.echo(line)


def say(words: str) -> None:
    """Write a message to standard error."""
    click.echo(words, err=True)


def complain(error: Exception) -> None:
    """Write an error to standard error in one line, whatever a file's name may hold.

    Control characters are shown by number: a name with a line break, or one that would
    paint the terminal, stays one plain line.
    """
    said = "".join(c if c.isprintable() else repr(c)[1:-1] for c in str(error))
    say(f"foedera: {said}")


@contextmanager
def progress_bar(words: str) -> Iterator[tuple[Progress, object]]:
    """Show progress on standard error, if that is a terminal."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = make_console(err=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,} reports"),
        TimeElapsedColumn(),
    )
    shown = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not shown) as progress:
        yield progress, progress.add_task(words, total=None)
