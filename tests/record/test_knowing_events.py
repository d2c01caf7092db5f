"""Events by a day: what a later report told or joined is not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from foedera.errors import NotInRecord
from foedera.record import Record
from foedera.store import Store
from tests.merge.builders import actor, claim, extraction, quantity, report, when

TELLINGS = (
    (
        "2031-03-03",
        "Velm",
        300,
        "Ravania sent 300 soldiers",
        "2031-03-02/2031-03-02",
        " to Velm at dawn.",
    ),
    (
        "2031-05-04",
        "Tor Ford",
        40,
        "Ravania ferried 40 guards",
        "2031-05-03/2031-05-03",
        " over the river.",
    ),
    ("2031-05-20", "Velm", 900, "Ravania posted 900 reservists", None, ", its minister wrote."),
    (None, "Velm", 5, "Ravania lodged five marksmen", None, " with my aunt, a tailor recalls."),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Tell of deployments in four reports, one of them undated."""
    store = Store.open(tmp_path / "r.foedera")
    for number, (day, town, count, words, on, rest) in enumerate(TELLINGS):
        one = report(words + rest, outlet=f"Outlet {number}", day=day, key=f"{number}.txt")
        sent = claim(
            one,
            words,
            "military.deploy",
            actors=[actor("Ravania", "RVA", "state")],
            where=(town, "OST"),
            when=when(on),
            quantities=[quantity(count, count, f"{count} soldiers")],
        )
        store.put(extraction(one, sent))
    store.close()
    with Record(tmp_path / "r.foedera") as opened:
        yield opened


@pytest.fixture
def claims(record: Record) -> list[str]:
    """Return the claims in the order of their reports; people join all of them."""
    own = {row["report"]: row["id"] for row in record.claims()}
    made = [own[row["id"]] for row in sorted(record.reports(), key=lambda row: row["key"])]
    for other in (made[0], made[1], made[3]):
        record.judge(made[2], other, "same", because="one movement")
    assert [len(row["claims"]) for row in record.events()] == [4]
    return made


def test_what_only_a_later_telling_joined_is_apart(record: Record, claims: list[str]) -> None:
    (now,) = record.events()
    then = record.events(known="2031-05-10")
    assert sorted(row["claims"] for row in then) == sorted([[claims[0]], [claims[1]]])
    assert now["id"] in {row["id"] for row in then}
    assert [row["claims"] for row in record.find_events(known="2031-05-10").rows] == [
        row["claims"] for row in then
    ]


def test_a_report_of_unknown_day_is_left_out(record: Record, claims: list[str]) -> None:
    (row,) = record.events(known="2031-06-01")
    assert claims[3] not in row["claims"]
    assert row["reports"] == 3


def test_nothing_that_was_told_later_finds_an_event(record: Record, claims: list[str]) -> None:
    assert record.find_events(doubt="conflict").total == 1
    assert record.find_events(doubt="conflict", known="2031-05-10").total == 0
    assert record.find_events("Tor Ford", known="2031-03-03").total == 0
    assert record.find_events(outlet="Outlet 2", known="2031-05-19").total == 0
    assert record.find_events(outlet="Outlet 2", known="2031-05-20").total == 1


def test_a_page_about_an_event_as_known(record: Record, claims: list[str]) -> None:
    (now,) = record.events()
    parts = record.events(known="2031-05-10")
    for part in parts:
        looked = record.event(part["id"], known="2031-05-10")
        assert [one["id"] for one in looked["tellings"]] == part["claims"]
    with pytest.raises(NotInRecord, match="Nobody had told"):
        record.event(now["id"], known="2031-03-02")


def test_a_decision_changes_what_was_known(record: Record, claims: list[str]) -> None:
    """A person knows better at any time: what is decided now holds for then too."""
    record.judge(claims[0], claims[1], "same", because="the ministry's log has one column")
    (row,) = record.events(known="2031-05-10")
    assert sorted(row["claims"]) == sorted(claims[:2])
