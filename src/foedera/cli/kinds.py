"""The command that shows the kinds of happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from foedera.cli.options import json_option
from foedera.cli.output import make_console, write_rows
from foedera.errors import NotInRecord

if TYPE_CHECKING:
    from foedera.kinds import Kind


@click.command("kinds")
@click.argument("name", required=False)
@json_option
def kinds_command(name: str | None, as_json: bool) -> None:
    """List the kinds of happening.

    All, those of a family, or one with its words and examples.

    \b
    Examples:
      foedera kinds
      foedera kinds agreement
      foedera kinds military.deploy
    """
    found = kinds_named(name)
    if name == found[0].name and not as_json:
        _print_kind(found[0])
    else:
        write_rows("kinds", [kind_row(kind) for kind in found], as_json=as_json)


def kinds_named(name: str | None) -> list[Kind]:
    """Return one kind, those of a family, or all without a name.

    Raises: NotInRecord for a name that is neither.
    """
    from foedera.kinds import load_kinds

    kinds = load_kinds()
    found = [kind for key, kind in kinds.items() if name in (None, key, kind.family)]
    if not found:
        families = ", ".join(sorted({kind.family for kind in kinds.values()}))
        raise NotInRecord(f"no kind or family {name!r}; the families are {families}")
    return found


def kind_row(kind: Kind) -> dict[str, object]:
    """Write a kind as a row."""
    plover = kind.plover
    parts = [plover.event, plover.mode, *plover.contexts] if plover else []
    words = [" ".join(word) for frame in kind.frames for word in frame.words]
    return {
        "kind": kind.name,
        "description": kind.description,
        "plover": " · ".join(str(part) for part in parts if part),
        "symmetric": kind.symmetric,
        "words": words,
        "examples": [example.text for example in kind.examples],
        "counter_examples": list(kind.counter_examples),
    }


def _print_kind(kind: Kind) -> None:
    from rich.text import Text

    row, console = kind_row(kind), make_console()
    console.print(Text(kind.name, style="bold"))
    console.print(kind.description)
    console.print(f"PLOVER: {row['plover'] or 'none'}")
    for frame in kind.frames:
        console.print(f"{frame.sort}: {', '.join(' '.join(word) for word in frame.words)}")
    for heading, sentences in (
        ("told by", [example.text for example in kind.examples]),
        ("not told by", list(kind.counter_examples)),
    ):
        console.print(Text(heading, style="dim"))
        for sentence in sentences:
            console.print(f"  {sentence}")


COMMANDS = (kinds_command,)
