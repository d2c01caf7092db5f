"""What changed, a page at a time: bounded by what is assembled, nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from foedera.errors import FoederaError
from foedera.record import Record, Row
from foedera.record.asking import again, overview
from foedera.record.asking.pages import write_cursor
from foedera.record.knowing_events import tell_events
from foedera.store import Store
from tests.record.asking.stream import STREAM

SINCE = "2031-05-10"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = Store.open(tmp_path / "r.foedera")
    for one in STREAM:
        store.put(one)
    store.close()
    return tmp_path / "r.foedera"


@pytest.fixture
def record(path: Path) -> Record:
    return Record(path)


def _pages(path: Path, limit: int = 50, until: str | None = None) -> Iterator[Row]:
    """Yield all pages of a record opened for them, so that nothing is kept from before."""
    after = None
    with Record(path) as record:
        while True:
            page = record.changes(SINCE, until=until, limit=limit, after=after)
            yield page
            after = page["next"]
            if after is None:
                return


def _all(pages: Sequence[Row], name: str) -> list[Row]:
    return [row for page in pages for row in page[name]]


def test_a_small_record_stands_on_one_page(path: Path) -> None:
    (page,) = _pages(path)
    assert page["large"] == []
    assert page["large_total"] == 0
    assert page["again"]
    assert all(row["compared"] for row in page["again"])


@pytest.mark.parametrize("until", [None, "2031-05-15"])
def test_pages_hold_together_what_one_page_holds(
    path: Path, monkeypatch: pytest.MonkeyPatch, until: str | None
) -> None:
    (whole,) = _pages(path, until=until)
    monkeypatch.setattr(again, "AGAIN", 1)
    monkeypatch.setattr(overview, "CHANGED", 1)
    pages = list(_pages(path, 1, until))
    assert len(pages) > 3
    for name in ("events", "agreements", "again"):
        assert _all(pages, name) == list(whole[name])
    for page in pages:
        totals = {name: page[name] for name in page if name.endswith("_total")}
        assert totals == {name: whole[name] for name in totals}
        assert len(page["events"]) <= 1
        assert len(page["agreements"]) <= 1


def test_no_page_assembles_more_claims_than_it_may(
    path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = {row["id"]: len(row["claims"]) for row in record.events()}
    (whole,) = _pages(path)
    most = max(sizes.values())
    assembled: list[int] = []

    def counted(store: Store, names: Sequence[str], day: str) -> list[Row]:
        assembled.append(sum(sizes[name] for name in names))
        return tell_events(store, names, day)

    monkeypatch.setattr(again, "CLAIMS", most)
    monkeypatch.setattr(again, "tell_events", counted)
    pages = list(_pages(path))
    assert len(pages) > 1
    assert max(assembled) <= most
    assert _all(pages, "again") == list(whole["again"])


def test_an_event_of_too_many_claims_is_told_uncompared(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = _pages(path)
    monkeypatch.setattr(again, "CLAIMS", 1)
    pages = list(_pages(path))
    found = _all(pages, "again")
    sizes = [len(row["event"]["claims"]) for row in found]
    assert {row["event"]["id"] for row in whole["again"]} <= {row["event"]["id"] for row in found}
    assert [row["compared"] for row in found] == [size <= 1 for size in sizes]


def test_events_of_many_reports_are_listed_with_their_last_day(
    path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    (whole,) = _pages(path)
    monkeypatch.setattr(again, "LARGE", 1)
    monkeypatch.setattr(again, "FEW", 1)
    pages = list(_pages(path))
    large = _all(pages, "large")
    assert len(large) == pages[0]["large_total"] > 1
    assert {row["event"]["id"] for row in whole["again"]} <= {row["event"]["id"] for row in large}
    counts = [row["event"]["reports"] for row in large]
    assert counts == sorted(counts, reverse=True)
    days = {row["id"]: row["published"]["latest"] for row in record.reports()}
    homes = {row["id"]: days[row["report"]] for row in record.claims()}
    for row in large:
        assert row["told"] == max(homes[claim] for claim in row["event"]["claims"]) > SINCE


@pytest.mark.parametrize(
    "cursor", ["nonsense", write_cursor((1, 2)), write_cursor(("", "-", "-", "-"))]
)
def test_what_no_page_gave_out_is_refused(record: Record, cursor: str) -> None:
    with pytest.raises(FoederaError, match="page does not exist"):
        record.changes(SINCE, after=cursor)
