"""Reading: order, batches, workers, hash seeds and repetition leave no trace in the record."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from foedera.record import Record
from tests.wire_copy import make_reports, slow, write_lines

LINES = make_reports(24)


def export(place: Path, *batches: Sequence[str], workers: int = 1) -> list[str]:
    """Read batch after batch, settle after each, and export."""
    with Record(place) as record:
        for number, batch in enumerate(batches):
            source = write_lines(place.with_suffix(f".{number}.jsonl"), batch)
            record.read(source, workers)
            record.settle()
        return list(record.export_jsonl())


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return export(tmp_path_factory.mktemp("once") / "r.foedera", LINES)


def test_another_order_gives_the_same_bytes(tmp_path: Path, at_once: list[str]) -> None:
    assert export(tmp_path / "r.foedera", random.Random(5).sample(LINES, len(LINES))) == at_once


def test_reading_twice_changes_nothing(tmp_path: Path, at_once: list[str]) -> None:
    assert export(tmp_path / "r.foedera", LINES, LINES) == at_once


def test_batches_give_what_one_reading_gives(tmp_path: Path, at_once: list[str]) -> None:
    batches = (LINES[20:], LINES[:1], LINES[1:20])
    assert export(tmp_path / "r.foedera", *batches) == at_once


@slow
def test_one_by_one_gives_what_one_reading_gives(tmp_path: Path, at_once: list[str]) -> None:
    order = random.Random(9).sample(LINES, len(LINES))
    assert export(tmp_path / "r.foedera", *([line] for line in order)) == at_once


@slow
def test_two_workers_give_what_one_gives(tmp_path: Path) -> None:
    lines = make_reports(80)  # several chunks each
    one = export(tmp_path / "one.foedera", lines)
    assert export(tmp_path / "two.foedera", lines, workers=2) == one


def test_a_record_that_has_not_changed_is_not_settled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = []
    monkeypatch.setattr("foedera.record.opened.settle", lambda store: times.append(store))
    page = tmp_path / "one.txt"
    page.write_text("Peru and Chile signed a treaty in Lima on Monday.", "utf8")
    with Record(tmp_path / "r.foedera") as record:
        record.read(page)
        record.settle_if_changed()
        assert len(times) == 1
    monkeypatch.undo()
    with Record(tmp_path / "r.foedera") as record:
        record.settle_if_changed()
        monkeypatch.setattr("foedera.record.opened.settle", lambda store: times.append(store))
        record.read(page)
        record.settle_if_changed()
        assert len(times) == 1
