"""The command that watches feeds."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size

import click

from foedera.cli.output import say


@click.command("watch")
@click.argument("settings", metavar="SETTINGS", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Go one round and end, as a timer would have it.")
@click.option("--every", metavar="TIME", help="Ask every feed so often (15m, 2h), not as set.")
@click.option("--dry-run", is_flag=True, help="Go one round on copies: keep nothing, tell nobody.")
@click.option(
    "--record",
    "-r",
    "place",
    metavar="FILE",
    envvar="FOEDERA_RECORD",
    help="The record, instead of the one that SETTINGS names.",
)
@click.pass_context
def watch_command(
    ctx: click.Context,
    settings: Path,
    *,
    once: bool,
    every: str | None,
    dry_run: bool,
    place: str | None,
) -> None:
    """Watch feeds and tell what changes.

    SETTINGS is a TOML file that names feeds, rules and whom to tell. New items and the pages
    they link to are read into the record; alerts go to the terminal, a file or a webhook.
    Control-C ends it; the next run goes on where it stood.

    \b
    Examples:
      foedera watch feeds.toml
      foedera watch feeds.toml --once        from a timer such as cron
      foedera watch feeds.toml --dry-run     see what the rules would tell
    """
    # The web's libraries load only where they are needed.
    from foedera.watch import SystemClock, load_settings, run_watch, try_watch
    from foedera.watch.toml_tables import read_span

    read = load_settings(settings, place)
    if every is not None:
        seconds = read_span(every)
        if seconds is None or seconds < 60:
            raise click.BadParameter(f"{every!r} is no time of a minute or more; write 15m or 2h")
        feeds = tuple(replace(feed, every=seconds) for feed in read.feeds)
        read = replace(read, every=seconds, feeds=feeds)
    clock = SystemClock()
    try:
        if dry_run:
            fine = try_watch(read, clock, _show, say)
        else:
            fine = run_watch(read, clock, _show, say, once=once)
    except KeyboardInterrupt:
        say("ended; the next run goes on from here")
        return
    ctx.exit(0 if fine else 1)


def _show(note: str) -> None:
    """Show a note: in a terminal its first sentence bold and its lines broken, else as it is."""
    from foedera.watch import wrap_note

    if sys.stdout.isatty():
        head, line, rest = note.partition("\n")
        width = get_terminal_size().columns
        head, rest = wrap_note(head, width), wrap_note(rest, width)
        note = f"{click.style(head, bold=True)}{line}{rest}\n"
    click.echo(note)


COMMANDS = (watch_command,)
