"""The server and the desk that tests of a watch share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.watch.desk import Desk
from tests.watch.feed_server import FeedServer, serving


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with serving() as one:
        yield one


@pytest.fixture
def desk(tmp_path: Path, server: FeedServer) -> Desk:
    made = Desk(tmp_path, server)
    made.set()
    return made
