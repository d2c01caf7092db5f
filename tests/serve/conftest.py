"""A desk over two short reports, asked as a browser on this machine asks it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from foedera.record import Record
from foedera.serve import Desk, OpenRecord, Settings, make_app

FIRST = (
    "RIGA, May 6 (Reuters) - Latvia and Estonia signed the Amber Coast Treaty in Riga on "
    "6 May 2021, the Latvian foreign ministry said.\n\n"
    "Latvia has sent 300 soldiers to Estonia. Estonia denied that soldiers had arrived.\n"
)
SECOND = (
    "TALLINN, May 7 (AP) - Latvia and Estonia signed the Amber Coast Treaty in Riga on "
    "Thursday. Estonia ratified the treaty on 7 May 2021.\n\n"
    "Latvia has sent some 350 soldiers to Estonia, officials in Tallinn said.\n"
)
HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(2)> {{ 7 * 7 }}\n\n'
    "VILNIUS, May 8 (AP) - Lithuania and Poland signed the <b>Bogus</b> Border Treaty in Vilnius "
    "on Saturday, the \u202eministry said.\n"
)
Client = Callable[..., TestClient]
TOKEN = re.compile(r'name="csrf" value="([0-9a-f]+)"')


@pytest.fixture(scope="session")
def amber(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the reports into a record once."""
    folder = tmp_path_factory.mktemp("desk")
    for name, text in (("first", FIRST), ("second", SECOND), ("hostile", HOSTILE)):
        (folder / f"{name}.txt").write_text(text, "utf8")
    place = folder / "amber.foedera"
    with Record(place) as record:
        record.read(sorted(folder.glob("*.txt")))
        record.settle()
    return place


@pytest.fixture(scope="session")
def desk(amber: Path) -> Iterator[Desk]:
    """Open the record for all tests that only ask."""
    with OpenRecord(amber, create=False) as record:
        yield Desk(record, "amber.foedera")


@pytest.fixture
def place(amber: Path, tmp_path: Path) -> Path:
    """Copy the record, so that a test may change it."""
    own = tmp_path / "amber.foedera"
    with sqlite3.connect(amber) as source, sqlite3.connect(own) as target:
        source.backup(target)
    return own


@pytest.fixture
def own_desk(place: Path) -> Iterator[Desk]:
    """Open a record of the test's own."""
    with OpenRecord(place, create=False) as record:
        held = Desk(record, "amber.foedera")
        yield held
        held.wait(30)


def open_client(desk: Desk, **settings: object) -> TestClient:
    """Return a client of a desk; settings are those of `Settings`."""
    app = make_app(desk, Settings(**settings))  # type: ignore[arg-type]
    return TestClient(app, "http://127.0.0.1:8765", follow_redirects=False)


@pytest.fixture
def ask(desk: Desk) -> Client:
    """Return a maker of clients."""
    return partial(open_client, desk)


@pytest.fixture
def client(ask: Client) -> TestClient:
    return ask()


@pytest.fixture
def own_client(own_desk: Desk) -> TestClient:
    return open_client(own_desk)


def token_of(client: TestClient) -> str:
    """Return the token that a form of the home page carries."""
    found = TOKEN.search(client.get("/").text)
    assert found
    return found[1]
