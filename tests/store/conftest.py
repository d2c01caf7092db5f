"""Each kind of store, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from foedera.store import Store


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        made = Store.open(tmp_path / "record.foedera")
    else:
        made = Store.open(request.getfixturevalue("postgres").database())
    yield made
    made.close()
