"""Commands that look closer: search, show, why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from foedera.cli.options import json_option, open_record, record_option
from foedera.cli.output import make_console, write_lines, write_rows
from foedera.view.exports import json_lines
from foedera.view.quote import snippet

if TYPE_CHECKING:
    from foedera.record import Record


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@record_option
@json_option
def search_command(words: tuple[str, ...], place: str, as_json: bool) -> None:
    """Find events, reports, agreements, actors by words.

    All the words must stand in one of them; of events the twenty that most reports tell.

    \b
    Example:
      foedera search mutual defence
    """
    with open_record(place) as record:
        rows = list(record.search(" ".join(words)))
        if not as_json:
            told = [_with_words(record, row, words) for row in rows[:MOST_SNIPPETS]]
            rows = told + rows[MOST_SNIPPETS:]
        found = record.find_events(" ".join(words), order="reports", limit=MOST_EVENTS)
        events = [{"type": "event", **row} for row in found.rows]
        write_rows("search", events + rows, as_json=as_json)


MOST_SNIPPETS = 200
MOST_EVENTS = 20


def _with_words(record: Record, row: dict[str, Any], words: Sequence[str]) -> dict[str, Any]:
    """Add to a found report a little of its text around the words."""
    if row["type"] != "report":
        return row
    asked = [word for several in words for word in several.split()]
    text, title = str(record.show(row["report"])[0]["text"]), str(row.get("title") or "")
    body = text.removeprefix(title) if title else text
    return {**row, "snippet": snippet(body, asked)}


@click.command("show")
@click.argument("ident", metavar="ID")
@record_option
@json_option
def show_command(ident: str, place: str, as_json: bool) -> None:
    """Show one row with its words.

    A report, claim, event, agreement, judgement or correction. ID may be the start of an id.

    \b
    Example:
      foedera show 4f21a09c
    """
    from foedera.view.explain import Explainer
    from foedera.view.find import resolve

    with open_record(place) as record:
        rows = record.show(resolve(record, ident))
        if as_json:
            write_lines(json_lines(rows))
        else:
            Explainer(make_console(), record).show(rows)


@click.command("why")
@click.argument("ident", metavar="ID")
@click.argument("other", metavar="[ID2]", required=False)
@record_option
@json_option
def why_command(ident: str, other: str | None, place: str, as_json: bool) -> None:
    """Explain a row down to words on a page.

    With two ids: why they are one, or are not; of two reports, what text they share.

    \b
    Examples:
      foedera why 4f21a09c
      foedera why 4f21a09c 77d0e3b1
    """
    from foedera.view.explain import Explainer
    from foedera.view.find import resolve

    with open_record(place) as record:
        second = resolve(record, other) if other else None
        rows = record.why(resolve(record, ident), second)
        if as_json:
            write_lines(json_lines(rows))
        else:
            Explainer(make_console(), record).explain(rows)


COMMANDS = (search_command, show_command, why_command)
