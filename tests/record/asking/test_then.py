"""Pages of what was known make no more events anew than they need, and hold the same rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.record import Page, Record
from foedera.record.asking import then
from foedera.record.knowing_events import KnownEvents, Told
from foedera.store import Store
from tests.record.asking.stream import STREAM
from tests.record.asking.test_finding import CONDITIONS, DAYS, all_pages

ORDERS = st.sampled_from(["day", "reports", "newest"])


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("then") / "r.foedera"
    store = Store.open(path)
    for one in STREAM:
        store.put(one)
    store.close()
    return path


@pytest.fixture(scope="module")
def record(path: Path) -> Iterator[Record]:
    with Record(path) as opened:
        yield opened


def walked(record: Record, limit: int, **asked: Any) -> tuple[list[dict[str, Any]], list[Page]]:
    pages = [record.find_events(limit=limit, **asked)]
    while pages[-1].next is not None:
        pages.append(record.find_events(limit=limit, after=pages[-1].next, **asked))
    return [row for page in pages for row in page.rows], pages


@settings(max_examples=60, deadline=None)
@given(CONDITIONS, DAYS, st.integers(1, 30), ORDERS)
def test_pages_hold_the_same_rows_however_few_are_made(
    path: Path, record: Record, asked: dict[str, str], known: str, limit: int, order: str
) -> None:
    wanted = all_pages(record.find_events, limit, order=order, known=known, **asked)
    with (
        patch.object(then, "EAGER", -1),
        patch.object(then, "_STEP", 1),
        Record(path) as fresh,
    ):
        rows, pages = walked(fresh, limit, order=order, known=known, **asked)
    assert rows == wanted
    assert all(page.total <= len(wanted) for page in pages)
    assert all(page.capped or page.total == len(wanted) for page in pages)
    assert all(len(page.rows) == limit for page in pages[:-1])


def test_the_first_page_leaves_most_events_unmade(path: Path) -> None:
    made: list[int] = []
    make = KnownEvents.make

    def counted(held: KnownEvents, numbers: Iterable[int]) -> list[Told]:
        wanted = list(numbers)
        made.extend(wanted)
        return make(held, wanted)

    with (
        patch.object(then, "EAGER", -1),
        patch.object(then, "_STEP", 1),
        patch.object(KnownEvents, "make", counted),
        Record(path) as fresh,
    ):
        page = fresh.find_events(known="2031-05-14", limit=2)
        first = len(made)
        whole = fresh.events(known="2031-05-14")
    assert page.capped
    assert first < (len(made) - first) / 2
    assert 2 < page.total <= len(whole)
