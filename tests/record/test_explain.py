"""Why two events are two although a pair of their claims would be one."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from foedera.data import Extraction
from foedera.record import Record
from foedera.view.explain import Explainer
from tests.merge.builders import claim, extraction, report, when


def told(words: str, printed: str, outlet: str, day: str | None = None) -> Extraction:
    source = report(words, outlet=outlet, day=printed)
    more = {"actors": ["RVA"], "recipients": ["OST"], "when": when(day), "trigger": "shelled"}
    return extraction(source, claim(source, words, "military.attack", **more))


MILL = "Ravanian guns shelled the wool mill by the weir at Velm"


@pytest.fixture
def record(tmp_path: Path):
    with Record(tmp_path / "r.foedera") as record:
        for one in (
            told(f"{MILL}, it said.", "2031-05-08", "Herald", "2031-05-07"),
            told(f"{MILL}.", "2031-05-08", "Post"),
            told(f"{MILL}, they said.", "2031-05-11", "Courier", "2031-05-10"),
            told(f"{MILL}, he said.", "2031-05-11", "Star"),
        ):
            record._store.put(one)
        record.settle()
        yield record


def test_why_two_events_tells_what_holds_them_apart(record: Record) -> None:
    events = [row["id"] for row in record.events()]
    assert len(events) == 2
    rows = list(record.why(*events))
    assert [row["type"] for row in rows[:3]] == ["judgement", "apart", "judgement"]
    assert rows[0]["verdict"] == "same"
    assert rows[1]["vetoes"] == {"days_apart": 1}
    assert {rows[2]["left"], rows[2]["right"]} == {*rows[1]["between"]}
    shown = {row["id"] for row in rows[3:]}
    assert shown >= {rows[0]["left"], rows[0]["right"], *rows[1]["between"]}


def test_it_is_said_in_words(record: Record) -> None:
    events = [row["id"] for row in record.events()]
    console = Console(file=StringIO(), width=200)
    Explainer(console, record).explain(record.why(*events))
    said = console.file.getvalue()
    assert "are two all the same" in said
    assert "because: of 3 pairs of their claims 1 cannot be one (days_apart 1)" in said


def test_one_event_is_held_apart_by_nothing(record: Record) -> None:
    event = max(record.events(), key=lambda row: len(row["claims"]))
    rows = record.why(*event["claims"][:2])
    assert [row["type"] for row in rows] == ["judgement", "claim", "claim"]
