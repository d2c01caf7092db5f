"""A record on a PostgreSQL server is the one in a file, whatever is read, decided or asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from foedera.record import Record
from foedera.settle import merge_report
from tests.record.asking.stream import STREAM
from tests.record.test_settling import ALL, EXTRACTIONS
from tests.server import Server
from tests.settle.test_asked import entered


@pytest.fixture
def records(postgres: Server, tmp_path: Path) -> Iterator[tuple[Record, Record]]:
    with Record(tmp_path / "r.foedera") as in_file, Record(postgres.database()) as on_server:
        yield in_file, on_server


def test_settled_it_exports_the_same_bytes(records: tuple[Record, Record]) -> None:
    for record in records:
        for one in reversed(EXTRACTIONS):
            record._store.put(one)
        assert list(record.export_jsonl()) == ALL


def test_it_answers_alike_when_reports_come_one_by_one(records: tuple[Record, Record]) -> None:
    found: list[Any] = []
    for record in records:
        for one in STREAM[:8]:
            record._store.put(one)
        record.settle()
        for one in STREAM[8:12]:
            record._store.put(one)
            merge_report(record._store, one.report.id)
        words = set(map(str, record.search("Ravania")))
        found.append((entered(record._store), record.events(), record.agreements(), words))
    assert found[0] == found[1]


def test_a_decision_takes_effect_and_can_be_withdrawn(records: tuple[Record, Record]) -> None:
    found: list[Any] = []
    for record in records:
        for one in EXTRACTIONS:
            record._store.put(one)
        together = next(row["claims"] for row in record.events() if len(row["claims"]) > 1)
        decided = record.judge(*together[:2], "different", because="two strikes")
        parted = sorted(row["claims"] for row in record.events())
        record.withdraw(decided.id)
        found.append((parted, sorted(row["claims"] for row in record.events())))
        record.remove(EXTRACTIONS[0].report.id)
        clocked = "two strikes"
        found[-1] += ([line for line in record.export_jsonl() if clocked not in line],)
    assert found[0] == found[1]
    assert found[0][0] != found[0][1]
