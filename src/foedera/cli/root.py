"""The group that all commands hang on, and what their failures mean to the shell."""

from __future__ import annotations

import sys
from typing import Any

import click

from foedera import __version__
from foedera.cli import (
    bench,
    changing,
    deciding,
    handing,
    kinds,
    listing,
    looking,
    reading,
    serving,
    watching,
)
from foedera.cli.output import complain
from foedera.errors import FoederaError, InputError, NotInRecord, RecordError

FINE, BAD_INPUT, USAGE, RECORD = 0, 1, 2, 3


class Commands(click.Group):
    """A group that lists its commands in the order of the work, and names errors plainly."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands as they were added."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what foedera raises on purpose becomes one line and an exit code."""
        try:
            return super().invoke(ctx)
        except FoederaError as error:
            complain(error)
            ctx.exit(code_of(error))
        except BrokenPipeError:
            # The reader of a pipe has had enough; leave without the interpreter's complaint.
            sys.stderr.close()
            ctx.exit(FINE)


def code_of(error: FoederaError) -> int:
    """Return the exit code of an error.

    >>> code_of(NotInRecord("no such id"))
    3
    """
    if isinstance(error, RecordError | NotInRecord):
        return RECORD
    return BAD_INPUT if isinstance(error, InputError) else USAGE


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="foedera")
def main() -> None:
    """Read news reports and keep one sourced record of what states agree and do about it.

    \b
    First steps:
      foedera read reports/               read a folder into record.foedera
      foedera agreements                  what is agreed, and is it in force?
      foedera disagreements               where do the reports differ?
      foedera why ID                      from any row down to words on a page
      foedera dossier -o dossier.html     a page to hand on

    \b
    Exit codes:
      0  fine
      1  some input could not be read; the rest was
      2  the command was not understood, or its output cannot be written
      3  the record is missing, locked or foreign, or does not hold what was asked for
    """


for family in (
    *(reading, listing, looking, deciding, changing, watching, handing),
    *(serving, kinds, bench),
):
    for command in family.COMMANDS:
        main.add_command(command)
