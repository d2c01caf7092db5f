"""Start the desk: open the record, find the port, print the address, run until stopped."""

from __future__ import annotations

import gc
import socket
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from threading import Thread, Timer

from foedera.errors import FoederaError
from foedera.gazetteer import load_gazetteer
from foedera.kinds import load_kinds
from foedera.serve.app import make_app
from foedera.serve.desk import Desk
from foedera.serve.opened import OpenRecord
from foedera.serve.settings import Settings

MOST_AT_ONCE = 64


def run(
    record: OpenRecord,
    place: str,
    settings: Settings,
    say: Callable[[str], None],
    *,
    browse: bool = False,
) -> None:
    """Serve a record until it is stopped. Raises: FoederaError where the port is taken."""
    # The server loads only where one is started.
    import uvicorn

    listening = listen(settings)
    settings = replace(settings, port=listening.getsockname()[1])
    desk = Desk(record, place)
    desk.settle_if_changed()
    for line in describe(settings, place):
        say(line)
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(desk, settings),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=MOST_AT_ONCE,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=3,
        )
    )
    if browse:
        opening = Timer(0.8, webbrowser.open, (entry(settings),))
        opening.daemon = True
        opening.start()
    Thread(target=warm, args=(record,), name="warming", daemon=True).start()
    with listening:
        server.run(sockets=[listening])


def warm(record: OpenRecord) -> None:
    """Load behind the first pages what every page asks for, so that none has to wait for it.

    What is loaded then stands still: no page waits for a sweep through it for unused objects.
    """
    load_kinds()
    load_gazetteer()
    held = record.summary()
    record.find_events(order="newest", limit=1)
    record.find_events(order="reports", limit=1)
    record.busiest_actors(1)
    record.source_named([""])
    record.find_agreements(limit=1)
    if held["latest"]:
        record.changes(held["latest"], limit=1)
        record.find_events(known=held["latest"], order="newest", limit=1)
    gc.freeze()


def entry(settings: Settings) -> str:
    """Return the address to open, with the token where one is asked for."""
    return settings.address + (f"?token={settings.token}" if settings.token else "")


def describe(settings: Settings, place: str) -> list[str]:
    """Say where the desk is, who can reach it, and how to stop it."""
    lines = [f"{place} is open at {entry(settings)}"]
    if settings.token:
        lines.append("whoever has this address can read and judge; it is printed only once")
    if not settings.local:
        lines.append(
            "the connection is not encrypted: let others in through a tunnel or a proxy with TLS"
        )
    return [*lines, "Ctrl-C stops it"]


def listen(settings: Settings) -> socket.socket:
    """Take the port, or say what to do where it cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    held = socket.socket(family, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((settings.host.strip("[]"), settings.port))
        held.listen(128)
    except OSError as error:
        held.close()
        why = error.strerror or str(error)
        raise FoederaError(
            f"port {settings.port} of {settings.host} cannot be had: {why}. Another desk may be "
            f"open there; name another with --port, for example --port {settings.port + 1}"
        ) from error
    return held
