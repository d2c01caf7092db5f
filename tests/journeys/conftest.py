"""A desk over a small record, served as a user starts it, and a browser that goes there."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from foedera.record import Record

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 60_000
"""Milliseconds: a machine with other work to do is slow, not wrong."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """Find the system's own browser; none is ever fetched."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no Chromium in CI: .ci/run installs it")
    if found is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with (
        sync_playwright() as player,
        player.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser,
    ):
        yield browser


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the samples and a story of a treaty and a denied deployment, once."""
    place = tmp_path_factory.mktemp("journeys") / "sample.foedera"
    with Record(place) as record:
        record.read([ROOT / "samples", Path(__file__).parent / "reports"])
        claim = next(row for row in record.claims() if row["kind"] == "agreement.ratify")
        record.correct(claim["id"], "where", "Tallinn", because="where the parliament sits")
        record.settle()
    return place


@contextmanager
def serving(place: Path, *options: str) -> Iterator[str]:
    """Start `foedera serve` as its user does, and yield the address that it prints."""
    command = [sys.executable, "-m", "foedera", "serve", str(place), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            assert server.stdout is not None
            said = server.stdout.readline().decode()
            assert " is open at http://" in said, said
            yield said.rpartition(" ")[2].strip().rstrip("/")
        finally:
            server.terminate()
            server.wait(20)


@pytest.fixture(scope="session")
def desk(sample: Path) -> Iterator[str]:
    """Serve the record to all journeys that change nothing."""
    with serving(sample) as address:
        yield address


@pytest.fixture
def own_place(sample: Path, tmp_path: Path) -> Path:
    """Copy the record for a journey that changes it."""
    own = tmp_path / "own.foedera"
    with sqlite3.connect(sample) as source, sqlite3.connect(own) as target:
        source.backup(target)
    return own


@pytest.fixture
def own_desk(own_place: Path) -> Iterator[str]:
    with serving(own_place) as address:
        yield address


@contextmanager
def visiting(
    browser: Browser, desk: str, *, expected: tuple[str, ...] = (), **look: object
) -> Iterator[BrowserContext]:
    """Open a person's browser; at the end nothing may have gone wrong in it, nothing left it.

    A breach of the pages' own content policy is an error on the console. What is `expected` is
    the answer of a page asked for in vain.
    """
    wrong: list[str] = []
    context = browser.new_context(base_url=desk, **look)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on(
        "request",
        lambda asked: None if asked.url.startswith((desk, "data:")) else wrong.append(asked.url),
    )
    yield context
    context.close()
    assert not [said for said in wrong if not any(code in said for code in expected)]


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    with visiting(browser, desk) as context:
        yield context.new_page()


@pytest.fixture
def own_page(browser: Browser, own_desk: str) -> Iterator[Page]:
    with visiting(browser, own_desk) as context:
        yield context.new_page()
