"""What an open record keeps at hand follows the store, whoever changes it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.record import Record
from foedera.record.index import after_of, first_of
from foedera.settle import merge_report
from foedera.store import Store
from tests.record.asking.stream import STREAM

KEYS = st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 4)), min_size=1, max_size=40)


def ids(record: Record) -> set[str]:
    return {row["id"] for row in record.find_reports(limit=500).rows}


def test_another_process_changes_what_an_open_record_answers(tmp_path: Path) -> None:
    path = tmp_path / "r.foedera"
    store = Store.open(path)
    for one in STREAM[:8]:
        store.put(one)
    with Record(path) as first, Record(path) as second:
        assert ids(first) == ids(second) == {one.report.id for one in STREAM[:8]}
        titles = [row["titles"] for row in second.find_agreements().rows]
        for one in STREAM[8:12]:
            store.put(one)
        first.settle_if_changed()
        assert ids(second) == {one.report.id for one in STREAM[:12]}
        assert second.find_events(limit=500).rows == first.events()
        assert [row["titles"] for row in second.find_agreements().rows] != titles
        store.put(STREAM[12])
        merge_report(store, STREAM[12].report.id)
        assert ids(second) == {one.report.id for one in STREAM[:13]}
        assert second.find_events(limit=500).rows == second.events()
    store.close()


def test_statuses_of_more_days_than_are_kept_stay_right(tmp_path: Path) -> None:
    path = tmp_path / "r.foedera"
    store = Store.open(path)
    for one in STREAM:
        store.put(one)
    store.close()
    days = [f"2031-05-{day:02d}" for day in range(1, 29)]
    with Record(path) as record:
        listed = {day: record.agreements(on=day) for day in days}
        assert any(listed[days[0]] != rows for rows in listed.values())
        for day in reversed(days):
            with Record(path) as fresh:
                assert record.agreements(on=day) == listed[day] == fresh.agreements(on=day)


@settings(max_examples=200, deadline=None)
@given(KEYS, st.integers(1, 45))
def test_the_first_are_those_of_a_whole_sort(pairs: list[tuple[int, int]], most: int) -> None:
    rows = [(*pair, number) for number, pair in enumerate(pairs)]
    keys = [np.array(column) for column in zip(*rows, strict=True)]
    found = first_of(np.arange(len(rows)), keys, most)
    assert [rows[number] for number in found.tolist()] == sorted(rows)[:most]
    start = rows[len(rows) // 2]
    later = after_of(np.arange(len(rows)), keys, start)
    assert sorted(rows[n] for n in later.tolist()) == sorted(row for row in rows if row > start)
