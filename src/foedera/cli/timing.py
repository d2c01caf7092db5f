"""Commands that time a record: its questions, and the pages of the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TypeAlias

import click

from foedera.cli.options import json_option
from foedera.view.exports import json_line

Decorator: TypeAlias = Callable[[Callable[..., None]], Callable[..., None]]


def _rounds_option(asked: str) -> Decorator:
    """Return the option that says how often something is timed."""
    often = click.IntRange(min=1)
    return click.option("--rounds", type=often, default=3, show_default=True, help=asked)


@click.command("asking")
@click.argument("record", type=click.Path(path_type=Path))
@_rounds_option("How often each question is asked of each of its values.")
@json_option
def asking_command(record: Path, rounds: int, as_json: bool) -> None:
    """Time each question to a RECORD over several values, in milliseconds.

    The median and the worst asking by the clock, and the processor time of the worst.

    \b
    Example:
      foedera bench asking korea.foedera
    """
    from foedera.bench.asking import measure as measure_asking
    from foedera.record import Record

    with Record(record, create=False) as opened:
        opened.settle_if_changed()
        if not as_json:
            click.echo(f"{'':36} {'median':>8} {'worst':>8} {'processor':>10}")
        for one in measure_asking(opened, rounds):
            over = "" if one.worst <= one.bound else f"over {one.bound:g}"
            shown = f"{one.median:8.1f} {one.worst:8.1f} {one.processor:10.1f}"
            line = f"{one.question:36} {shown}  {over}".rstrip()
            click.echo(json_line(asdict(one)) if as_json else line)


@click.command("desk")
@click.argument("record", type=click.Path(path_type=Path))
@_rounds_option("How often each page is asked for after the first time.")
@click.option(
    "--browser/--no-browser", default=True, show_default=True, help="Time pages in Chromium too."
)
@json_option
def desk_command(record: Path, rounds: int, browser: bool, as_json: bool) -> None:
    """Time each page of the desk on a RECORD, in milliseconds.

    A desk is started as `foedera serve` starts it, and each page asked for once as nobody had
    asked before, then again and again: by the clock, by processor time, and to usable in
    Chromium, where it and playwright are installed.

    \b
    Example:
      foedera bench desk korea.foedera
    """
    from foedera.bench.desk import Timed, heading, line_of
    from foedera.bench.desk import measure as measure_desk

    found: list[Timed] = []
    if not as_json:
        click.echo(heading())
    for one in measure_desk(record, rounds, browser=browser):
        found.append(one)
        click.echo(json_line({**asdict(one), "over": one.over}) if as_json else line_of(one))
    if not as_json:
        click.echo(f"{len(found)} pages, {sum(bool(one.over) for one in found)} over a bound")
