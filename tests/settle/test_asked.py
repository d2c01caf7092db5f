"""What questions are answered by is the same, entered as reports come or all at once."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from foedera.record import Record
from foedera.settle import enter_again, merge_report
from foedera.store import Store, id_name, schema
from tests.record.asking.stream import STREAM

SORTS = ("event", "report", "actor", "place", "story", "agreement")
LINES = ("face", "place", "story", "outlet")


def entered(store: Store) -> dict[str, Any]:
    """Write what is entered by id, whatever the numbers; places without events left out."""
    found: dict[str, Any] = {}
    names = {sort: [id_name(int(n)) for n in store.column(sort, "id")] for sort in SORTS}
    with store._engine.connect() as connection:
        columns = connection.execute(
            select(schema.columns.c.sort, schema.columns.c.name).distinct()
        ).all()
        postings = connection.execute(
            select(schema.postings.c.sort, schema.postings.c.facet, schema.postings.c.value)
        ).all()
    for row in columns:
        values = store.column(row.sort, row.name).tolist()
        found[f"{row.sort}.{row.name}"] = dict(zip(names[row.sort], values, strict=True))
    gone = {name for name, events in found.get("place.events", {}).items() if not events}
    for row in postings:
        numbers = store.postings(row.sort, (row.facet, row.value)).tolist()
        held = {names[row.sort][n] for n in numbers} - (gone if row.sort == "place" else set())
        if held:
            found[f"{row.sort}.{row.facet}={row.value}"] = held
    for name in ("place.events", "place.id"):
        kept = {n: v for n, v in found.get(name, {}).items() if n not in gone}
        found[name] = kept
    for sort in LINES:
        rows = {row["id"]: row for row in store.computed(sort)}
        found[sort] = {n: r for n, r in rows.items() if sort != "place" or n not in gone}
    return found


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(len(STREAM))), st.integers(1, len(STREAM) - 1))
def test_live_or_again_what_is_entered_is_the_same(order: Sequence[int], first: int) -> None:
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.foedera") as record:
        store = record._store
        for number in order[:first]:
            store.put(STREAM[number])
        record.settle()
        for number in order[first : first + 6]:
            store.put(STREAM[number])
            merge_report(store, STREAM[number].report.id)
        live = entered(store)
        pages = record.find_events(limit=500).rows
        assert pages == record.events()
        enter_again(store)
        again = entered(store)
        assert {k: live.get(k) for k in live.keys() | again.keys()} == again


def test_two_that_write_in_turn_see_what_the_other_wrote() -> None:
    """What a process keeps from one report to the next is stale once another wrote."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.foedera"
        with Record(path) as record, Record(path) as other:
            for one in STREAM[:4]:
                record._store.put(one)
            record.settle()
            for number, one in enumerate(STREAM[4:9]):
                store = (record, record, other, other, record)[number]._store
                store.put(one)
                merge_report(store, one.report.id)
            live = entered(record._store)
            enter_again(other._store)
            again = entered(record._store)
    assert {k: live.get(k) for k in live.keys() | again.keys()} == again


def test_what_is_entered_again_after_settling_is_the_same() -> None:
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.foedera") as record:
        for one in STREAM:
            record._store.put(one)
        record.settle()
        settled = entered(record._store)
        enter_again(record._store)
        assert entered(record._store) == settled


def test_blocks_meet_where_they_are_cut(monkeypatch: Any) -> None:
    monkeypatch.setattr("foedera.store.numbered.BLOCK", 6)
    monkeypatch.setattr("foedera.store.numbered.PIECE", 3)
    test_live_or_again_what_is_entered_is_the_same()
