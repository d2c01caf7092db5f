"""A stream is replayed in other words on other days; its growth is told and drawn."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from foedera.bench import chart, growth, replay
from foedera.measure import days_between
from foedera.store import Store
from tests.record.test_settling import EXTRACTIONS


@pytest.fixture
def source(tmp_path: Path) -> Path:
    store = Store.open(tmp_path / "source.foedera")
    for one in EXTRACTIONS:
        store.put(one)
    store.close()
    return tmp_path / "source.foedera"


def load(source: Path) -> list[replay.Held]:
    store = Store.open(source)
    held = replay.load_held(store)
    store.close()
    return held


def test_replayed_claims_point_at_their_words_in_a_text_of_the_same_length(source: Path) -> None:
    held = load(source)
    first, again = held, list(replay.replay(held, 3 * len(held), 2))[-len(held) :]
    for one, other in zip(first, again, strict=True):
        assert len(one.text) == len(other.text)
        assert one.text != other.text
        for row, changed in zip(one.claims, other.claims, strict=True):
            assert (row["start"], row["trigger"]) == (changed["start"], changed["trigger"])
            assert row["kind"] == changed["kind"]
            assert row["id"] != changed["id"]


def test_days_move_by_as_much_as_their_report_does(source: Path) -> None:
    held = load(source)
    for one, other in zip(held, replay.replay(held, len(held), 2), strict=True):
        moved = days_between(one.head["published"]["earliest"], other.head["published"]["earliest"])
        for row, changed in zip(one.claims, other.claims, strict=True):
            if row.get("when"):
                assert days_between(row["when"]["earliest"], changed["when"]["earliest"]) == moved


def test_each_size_is_settled_and_told(source: Path, tmp_path: Path) -> None:
    rows = list(growth.measure(str(source), tmp_path / "kept", [8, 24], 4))
    assert [r.reports for r in rows] == [8, 24]
    assert rows[1].claims == 3 * rows[0].claims
    assert all(r.seconds > 0 and r.megabytes > 0 and r.live > 0 for r in rows)
    assert "reports" in growth.line(rows[0])
    assert len(list(growth.verdicts(rows))) == 4


def test_the_picture_is_svg_and_shows_every_size() -> None:
    rows = [growth.Grown(1000, 20000, 9.5, 250.0), growth.Grown(10000, 200000, 99.0, 900.0)]
    root = ElementTree.fromstring(chart.draw(rows))
    words = [node.text or "" for node in root.iter() if node.tag.endswith("text")]
    assert {"1,000", "10,000", "9.5", "99", "bound"} <= set(words)


def test_a_replay_may_start_further_on(source: Path) -> None:
    held = load(source)
    whole = list(replay.replay(held, 3 * len(held), 4))
    assert (
        list(replay.replay(held, 3 * len(held), 4, start=len(held) + 1)) == whole[len(held) + 1 :]
    )
