"""A run of reading that is killed: what was kept is whole, and reading again completes it."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

from foedera.record import Record
from tests.wire_copy import make_reports, slow, write_lines

NUMBER = 40
PATIENCE = 120.0  # seconds; the models load first


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("wire") / "wire.jsonl", make_reports(NUMBER))


@pytest.fixture(scope="module")
def undisturbed(source: Path) -> list[str]:
    with Record(source.with_suffix(".foedera")) as record:
        record.read(source)
        record.settle()
        return list(record.export_jsonl())


def kept(place: Path) -> int:
    """Count the reports in a record, without foedera's help."""
    if not place.exists():
        return 0
    connection = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # the tables are yet to come
    finally:
        connection.close()


def kill_at(source: Path, place: Path, *, reports: int, after: float = 0.0) -> int:
    """Read in a process of its own, kill it once it keeps that many reports, return how many."""
    command = [sys.executable, "-m", "foedera", "read", str(source), "--record", str(place)]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    end = time.monotonic() + PATIENCE
    while kept(place) < reports and running.poll() is None and time.monotonic() < end:
        time.sleep(0.005)
    time.sleep(after)
    running.send_signal(signal.SIGKILL)
    running.wait()
    return kept(place)


def by_report(lines: list[str], kind: str) -> dict[str, list[str]]:
    """Gather the exported rows of one type by report."""
    found = defaultdict(list)
    for line in lines:
        row = json.loads(line)
        if row["type"] == kind:
            found[row["report"]].append(row["id"])
    return found


def check_recovers(source: Path, place: Path, undisturbed: list[str]) -> None:
    """Check that all kept is whole, and that reading again gives the undisturbed record."""
    whole = by_report(undisturbed, "claim")
    with Record(place) as record:
        half = by_report([json.dumps({"type": "claim", **c}) for c in record.claims()], "claim")
        assert all(sorted(claims) == sorted(whole[report]) for report, claims in half.items())
        assert {row["id"] for row in record.reports()} >= set(half)
        record.read(source)
        record.settle()
        assert list(record.export_jsonl()) == undisturbed


def test_a_killed_run_is_completed(tmp_path: Path, source: Path, undisturbed: list[str]) -> None:
    place = tmp_path / "r.foedera"
    assert kill_at(source, place, reports=random.randint(1, NUMBER // 2)) < NUMBER
    check_recovers(source, place, undisturbed)


@slow
@pytest.mark.parametrize("turn", range(6))
def test_a_run_killed_again_and_again_is_completed(
    tmp_path: Path, source: Path, undisturbed: list[str], turn: int
) -> None:
    place = tmp_path / "r.foedera"
    chance = random.Random()
    for _ in range(2):
        at = chance.randint(0, NUMBER)
        held = kill_at(source, place, reports=at, after=chance.choice([0.0, 0.0, 0.5]))
        print(f"turn {turn}: killed with {held} reports kept")
    check_recovers(source, place, undisturbed)
