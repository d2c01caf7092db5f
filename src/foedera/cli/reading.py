"""Commands that read: into the record, or straight to JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

import click

from foedera.cli.options import open_record, paths_argument, record_option, workers_option
from foedera.cli.output import complain, progress_bar, say
from foedera.errors import InputError, UnreadReport
from foedera.sweeping import unswept
from foedera.view.words import count_of

if TYPE_CHECKING:
    from rich.progress import TaskID

    from foedera.data import Report
    from foedera.record import Summary


@click.command("read")
@paths_argument
@record_option
@workers_option
@click.pass_context
def read_command(ctx: click.Context, paths: tuple[str, ...], place: str, workers: int) -> None:
    """Read reports into the record.

    PATH is a file, a folder or a glob: text, Markdown, saved HTML, JSON lines,
    RSS or Atom, letters saved as .eml. What is held already is passed over. What cannot
    be read is named, and the rest goes on.

    \b
    Example:
      foedera read reports/ --record korea.foedera
    """
    with open_record(place, create=True) as record, progress_bar("reading") as (bar, task):

        def advance(summary: Summary) -> None:
            bar.update(cast("TaskID", task), completed=summary.reports + summary.unchanged)

        summary = record.read(paths, workers=workers, progress=advance)
        bar.update(cast("TaskID", task), description="settling")
        record.settle_if_changed()
    report_summary(summary)
    ctx.exit(1 if summary.errors else 0)


def report_summary(summary: Summary) -> None:
    """Tell what a run of reading came to, on standard error."""
    for error in summary.errors:
        complain(error)
    say(
        f"{count_of(summary.reports, 'report')} read, {summary.unchanged:,} unchanged, "
        f"{count_of(summary.claims, 'claim')}, {summary.seconds:.1f} s"
    )
    if summary.merged == summary.reports > 0:
        say("merged as they came; `foedera settle` recomputes the whole record")
    if summary.errors:
        say(f"{count_of(len(summary.errors), 'input')} could not be read as it stands")
    if summary.skips:
        say(f"{count_of(sum(summary.skips.values()), 'abstention')}:")
    for reason, number in sorted(summary.skips.items(), key=lambda item: (-item[1], item[0])):
        say(f"  {number:6,}  {reason}")


@click.command("extract")
@paths_argument
@workers_option
@click.pass_context
def extract_command(ctx: click.Context, paths: tuple[str, ...], workers: int) -> None:
    """Write what reports tell as JSON lines.

    One line a report, in input order; no record is kept. A report without a day takes one
    only from dated reports of the same story among those given.

    \b
    Example:
      foedera extract reports/monday.jsonl > monday.extracted.jsonl
    """
    with unswept():  # the models load only for commands that read
        from foedera.pipeline import date_by_story, extract_reports
        from foedera.read import read_paths
        from foedera.registry import plover_codes
        from foedera.view.exports import json_line
        from foedera.wire import to_row

    errors: list[InputError] = []
    plover = plover_codes()
    reports = date_by_story(list(only_reports(read_paths(paths), errors)))
    with progress_bar("extracting") as (bar, task):
        for extraction in extract_reports(reports, workers):
            click.echo(json_line(to_row(extraction, plover)))
            if extraction.fault is not None:
                errors.append(UnreadReport(extraction.report.id, extraction.fault))
            bar.advance(cast("TaskID", task))
    for error in errors:
        complain(error)
    ctx.exit(1 if errors else 0)


def only_reports(
    found: Iterable[Report | InputError], errors: list[InputError]
) -> Iterator[Report]:
    """Yield the reports and put the errors aside."""
    for item in found:
        if isinstance(item, InputError):
            errors.append(item)
        else:
            yield item


@click.command("settle")
@record_option
def settle_command(place: str) -> None:
    """Judge the whole record afresh.

    In id order: after it, equal sets of reports give equal records.

    \b
    Example:
      foedera settle --record korea.foedera
    """
    with open_record(place) as record:
        record.settle()


COMMANDS = (read_command, extract_command, settle_command)
