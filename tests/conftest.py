"""What tests of several rooms share: a PostgreSQL server, started once where one is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import server


@pytest.fixture(scope="session")
def postgres() -> Iterator[server.Server]:
    pytest.importorskip("psycopg", reason="foedera[postgres] is not installed")
    programs = server.find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed here")
    with server.running(programs) as started:
        yield started
