"""Timing questions: each is asked of several values, and what takes long is said."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from foedera.bench.asking import measure
from foedera.cli.root import main
from foedera.record import Record
from foedera.store import Store
from tests.record.asking.stream import STREAM


def filled(folder: Path) -> Path:
    store = Store.open(folder / "r.foedera")
    for one in STREAM:
        store.put(one)
    store.close()
    return folder / "r.foedera"


def test_every_question_is_asked_of_values_that_the_record_holds(tmp_path: Path) -> None:
    with Record(filled(tmp_path)) as record:
        found = list(measure(record, rounds=2))
    assert all(0 < one.median <= one.worst for one in found)
    assert {"agreements(on=)", "event()", "changes(since)"} <= {one.question for one in found}
    assert len({one.question for one in found}) == len(found)


def test_the_command_prints_a_line_a_question(tmp_path: Path) -> None:
    ran = CliRunner().invoke(main, ["bench", "asking", str(filled(tmp_path)), "--rounds", "1"])
    assert ran.exit_code == 0
    assert "obligations(if_=, on=)" in ran.output
    assert "processor" in ran.output
