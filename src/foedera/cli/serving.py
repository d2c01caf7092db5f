"""The command that opens the desk in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from foedera.cli.options import record_option
from foedera.cli.output import say
from foedera.errors import RecordError


@click.command("serve")
@click.argument("record", required=False, metavar="[RECORD]")
@record_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where to listen; any but this machine's own asks for a token.",
)
@click.option(
    "--port", "-p", default=8765, show_default=True, type=click.IntRange(0, 65535),
    help="The port; 0 takes a free one.",
)  # fmt: skip
@click.option(
    "--name", "names", multiple=True, metavar="NAME",
    help="A host name that the desk goes by, besides this machine's own.",
)  # fmt: skip
@click.option("--guarded", is_flag=True, help="Ask for a token on this machine too.")
@click.option(
    "--token", envvar="FOEDERA_TOKEN", metavar="TEXT", show_envvar=True,
    help="The token to ask for, instead of a new one each time.",
)  # fmt: skip
@click.option("--open", "browse", is_flag=True, help="Open it in the browser.")
def serve_command(
    record: str | None,
    *,
    place: str,
    host: str,
    port: int,
    names: tuple[str, ...],
    guarded: bool,
    token: str | None,
    browse: bool,
) -> None:
    """Open the record as pages in a browser, with an API.

    For this machine alone unless --host says otherwise; then whoever comes needs the token that is
    printed once. Nothing is fetched from any network.

    \b
    Examples:
      foedera serve korea.foedera --open
      foedera serve --record korea.foedera --host 0.0.0.0 --name desk.example.org
    """
    # The server and the templates load only here.
    from foedera.serve import OpenRecord, make_settings, run

    place = record or place
    if "://" not in place and not Path(place).exists():
        raise RecordError(
            f"there is no record at {place}. `foedera read PATH --record {place}` makes one"
        )
    settings = make_settings(host, port, names=names, token=token, guarded=guarded)
    with OpenRecord(place, create=False) as opened:
        run(opened, place, settings, say, browse=browse)


COMMANDS = (serve_command,)
