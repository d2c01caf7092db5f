"""Commands by which a person overrules the rules; each adds a row, none destroys one."""

from __future__ import annotations

from typing import cast

import click

from foedera.cli.options import (
    because_option,
    json_option,
    maker_option,
    open_record,
    record_option,
)
from foedera.cli.output import write_lines
from foedera.data import Verdict
from foedera.view.exports import json_line
from foedera.view.find import resolve


@click.command("judge")
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID2")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@because_option
@maker_option
@record_option
@json_option
def judge_command(
    left: str,
    right: str,
    verdict: str,
    *,
    because: str,
    maker: str,
    place: str,
    as_json: bool,
) -> None:
    """Say whether two are the same.

    Two claims, events, agreements or reports. The row stays through every settling.

    \b
    Example:
      foedera judge 4f21a09c 77d0e3b1 different --because "two rounds of talks, a week apart"
    """
    with open_record(place) as record:
        pair = resolve(record, left), resolve(record, right)
        row = record.judge(*pair, cast("Verdict", verdict), because=because, maker=maker)
        worked_in = record.is_settled()
    _confirm(row, row.id, as_json=as_json)
    tell_worked_in(worked_in)


@click.command("correct")
@click.argument("claim")
@click.argument("field")
@click.argument("value")
@because_option
@maker_option
@record_option
@json_option
def correct_command(
    claim: str,
    field: str,
    value: str,
    *,
    because: str,
    maker: str,
    place: str,
    as_json: bool,
) -> None:
    """Set one field of a claim anew.

    What was read stays beneath.

    \b
    Example:
      foedera correct 4f21a09c when 2024-06-19 --because "the treaty's text names the day"
    """
    with open_record(place) as record:
        change = resolve(record, claim), field, value
        row = record.correct(*change, because=because, maker=maker)
        worked_in = record.is_settled()
    _confirm(row, row.id, as_json=as_json)
    tell_worked_in(worked_in)


@click.command("reject")
@click.argument("claim")
@because_option
@maker_option
@record_option
@json_option
def reject_command(claim: str, because: str, *, maker: str, place: str, as_json: bool) -> None:
    """Take a claim out of all that follows.

    It stays to be seen.

    \b
    Example:
      foedera reject 4f21a09c --because "a film plot, not a report"
    """
    with open_record(place) as record:
        row = record.reject(resolve(record, claim), because=because, maker=maker)
        worked_in = record.is_settled()
    _confirm(row, row.id, as_json=as_json)
    tell_worked_in(worked_in)


@click.command("withdraw")
@click.argument("row", metavar="ID")
@record_option
def withdraw_command(row: str, place: str) -> None:
    """Take back what a person decided.

    The row stays, marked.

    \b
    Example:
      foedera withdraw 90ac3f5e11d24b07
    """
    with open_record(place) as record:
        record.withdraw(row)
        worked_in = record.is_settled()
    tell_worked_in(worked_in)


def _confirm(row: object, ident: str, *, as_json: bool) -> None:
    if as_json:
        write_lines(iter([json_line(row)]))
    else:
        click.echo(f"kept as {ident}; `foedera withdraw {ident}` takes it back", err=True)


def tell_worked_in(worked_in: bool) -> None:
    """Say that a decision holds already, so that the next question need not settle first."""
    if worked_in:
        click.echo(
            "worked into the record at once; `foedera settle` goes through all of it", err=True
        )


COMMANDS = (judge_command, correct_command, reject_command, withdraw_command)
