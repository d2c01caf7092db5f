"""How long each page of the desk takes on a record: at the server, and to usable in a browser."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote, urlencode

from foedera.errors import FoederaError
from foedera.measure import shift_day

Address: TypeAlias = tuple[str, str]
"""What sort of page, and where it is."""

PAGE = 300.0
"""A page must leave the server within so many milliseconds."""
USABLE = 1000.0
"""And answer a reader's keys within so many."""
FEW = 3
PATIENCE = 120
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ITEMS = (
    ("/agreements/{name}", "/api/agreements", "id"),
    ("/events/{name}", "/api/events?sort=reports", "id"),
    ("/reports/{name}", "/api/reports", "id"),
    ("/actors/{name}", "/api/actors", "name"),
    ("/places/{name}", "/api/places", "name"),
    ("/stories/{name}", "/api/stories", "id"),
    ("/outlets/{name}", "/api/outlets", "name"),
)
"""Pages about one thing, and where the API lists such things, those of most reports first."""


@dataclass(frozen=True, slots=True)
class Timed:
    """What a page took, in milliseconds; None where it could not be measured."""

    page: str
    address: str
    size: int
    first: float
    median: float
    processor: float | None
    """The processor time of the first asking: what it would have taken on an idle machine."""
    usable: float | None

    @property
    def over(self) -> str:
        """Say which bound the page lies over, by processor time where that is known."""
        cost = self.processor if self.processor is not None else self.first
        slow = [f"over {PAGE:g}"] if min(cost, self.first) > PAGE else []
        return ", ".join(slow + ([f"over {USABLE:g}"] if (self.usable or 0) > USABLE else []))


class Server:
    """A desk that runs as its user starts it, asked over loopback."""

    def __init__(self, port: int, process: int) -> None:
        self.port = port
        self._process = process

    def get(self, path: str) -> bytes:
        """Return what a page answers, through to its last byte. Raises: FoederaError."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise FoederaError(f"{path} answered {answer.status}")
        return body

    def rows(self, path: str, limit: int = FEW) -> list[dict[str, Any]]:
        """Return the first rows of a listing of the API."""
        sign = "&" if "?" in path else "?"
        return list(json.loads(self.get(f"{path}{sign}limit={limit}"))["rows"])

    def processor(self) -> float | None:
        """Return the processor time that the desk has taken, in milliseconds, where it is told."""
        with suppress(OSError, ValueError, IndexError):
            told = Path(f"/proc/{self._process}/stat").read_text("ascii").rpartition(")")[2].split()
            return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
        return None


@contextmanager
def serving(record: Path) -> Iterator[Server]:
    """Start the desk on a record, wait until it answers, stop it at the end."""
    command = [sys.executable, "-m", "foedera", "serve", str(record), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline().decode()
            port = said.strip().rstrip("/").rpartition(":")[2]
            if not port.isdigit():
                raise FoederaError(f"the desk did not start: {said.strip()}")
            server = Server(int(port), process.pid)
            while json.loads(server.get("/api/session"))["settling"]:
                time.sleep(1)
            yield server
        finally:
            process.terminate()


def find_addresses(server: Server) -> Iterator[Address]:
    """Yield every sort of page with addresses that the record holds much under."""
    summary = json.loads(server.get("/api/summary"))
    last = summary["latest"] or "2000-01-01"
    state = next(iter(server.rows("/api/actors?kind=state", 1)), {}).get("country") or "USA"
    yield "/", "/"
    for page in ("agreements", "events", "timeline", "network", "map", "actors", "places"):
        yield f"/{page}", f"/{page}"
    for page in ("stories", "outlets", "reports", "review", "help", "api"):
        yield f"/{page}", f"/{page}"
    for sort, asked in (
        ("events", {"sort": "reports"}),
        ("events", {"doubt": "conflict"}),
        ("events", {"actor": state, "kind": "statement", "sort": "day"}),
        ("events", {"known": shift_day(last, -365)}),
        ("timeline", {"actor": state}),
        ("network", {"actor": state, "of": "all"}),
        ("map", {"actor": state}),
        ("search", {"q": "foreign minister"}),
        ("search", {"q": "treaty", "actor": state}),
        ("reports", {"q": "said"}),
        ("changes", {"since": shift_day(last, -30)}),
    ):
        yield f"/{sort}", f"/{sort}?{urlencode(asked)}"
    for page, listing, field in _ITEMS:
        for row in server.rows(listing):
            yield page, page.replace("{name}", quote(str(row[field]), safe=""))
    for row in server.rows("/api/agreements", 1):
        days = urlencode({"on": shift_day(last, -365), "known": last})
        yield "/agreements/{name}", f"/agreements/{row['id']}?{days}"


def measure(record: Path, rounds: int, *, browser: bool = True) -> Iterator[Timed]:
    """Time every page: once as it is first asked for, then over and over, then in a browser."""
    with serving(record) as server:
        addresses = list(find_addresses(server))
    # A fresh desk, which has answered nothing yet.
    with serving(record) as server, _tab(server, browser) as usable:
        for page, address in addresses:
            before = server.processor()
            body, first = _timed(server, address)
            after = server.processor()
            cost = None if before is None or after is None else round(after - before, 1)
            again = [_timed(server, address)[1] for _ in range(rounds)]
            yield Timed(
                page=page,
                address=address,
                size=len(body),
                first=round(first, 1),
                median=round(statistics.median(again), 1),
                processor=cost,
                usable=usable(address),
            )


def _timed(server: Server, address: str) -> tuple[bytes, float]:
    began = time.perf_counter()
    body = server.get(address)
    return body, 1000 * (time.perf_counter() - began)


@contextmanager
def _tab(server: Server, wanted: bool) -> Iterator[Any]:
    """Open a tab that says when a page is usable: parsed, styled, its script at work."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not wanted or found is None or find_spec("playwright") is None:
        yield lambda _: None
        return
    from playwright.sync_api import sync_playwright

    with (
        sync_playwright() as player,
        player.chromium.launch(executable_path=found, args=["--no-sandbox"]) as browser,
    ):
        page = browser.new_page(base_url=f"http://127.0.0.1:{server.port}")
        page.set_default_timeout(1000 * PATIENCE)

        def usable(address: str) -> float:
            page.goto(address)
            told = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
            return round(float(page.evaluate(told)), 1)

        usable("/help")
        yield usable


def heading() -> str:
    """Name the columns of the lines."""
    return f"{'':52} {'first':>8} {'again':>8} {'processor':>10} {'usable':>8} {'kB':>6}"


def line_of(one: Timed) -> str:
    """Write a page as a line."""
    name = one.address if len(one.address) <= 52 else one.address[:51] + "…"
    times = f"{_shown(one.first):>8} {_shown(one.median):>8} {_shown(one.processor):>10}"
    rest = f"{_shown(one.usable):>8} {one.size / 1000:>6.0f}  {one.over}"
    return f"{name:52} {times} {rest}".rstrip()


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"
