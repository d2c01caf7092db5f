"""Real agreements: what follows from their public acts on chosen days is what the law says."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedera.data import Status
from foedera.merge.status import status_changes, status_on
from tests.merge.histories import (
    Expected,
    History,
    WrongHistoryError,
    load_histories,
    read_history,
)

HISTORIES = load_histories()
CELLS = [
    pytest.param(history, expected, id=f"{history.name}-{expected.day}")
    for history in HISTORIES
    for expected in history.expected
]


def grounds(status: Status) -> set[str]:
    """Return the articles of the whole and of every party, each also without its paragraph."""
    every = [*status.basis, *(b for _, bases in status.party_basis for b in bases)]
    named = {article for b in every for article in b.article.split(", ") if article}
    return named | {article.split("(")[0] for article in named}


@pytest.mark.parametrize(("history", "expected"), CELLS)
def test_a_day_of_a_history(history: History, expected: Expected) -> None:
    status = status_on(history.life, expected.day)
    held = dict(status.parties)
    assert status.status == expected.status
    assert {party: held[party] for party in expected.parties} == expected.parties
    if expected.article is not None:
        assert expected.article in grounds(status)
    if expected.provisional is not None:
        assert status.provisional == expected.provisional
    if expected.contested is not None:
        assert status.contested == expected.contested


def test_there_are_histories_enough_of_days_enough() -> None:
    assert len(HISTORIES) >= 30
    assert all(len({e.day for e in history.expected}) >= 5 for history in HISTORIES)


@pytest.mark.parametrize("history", HISTORIES, ids=lambda h: h.name)
def test_the_days_of_change_tell_the_same_as_any_day(history: History) -> None:
    changes = status_changes(history.life)
    for expected in history.expected:
        held = [status for day, status in changes if day <= expected.day]
        asked = status_on(history.life, expected.day)
        assert (held[-1].status if held else "unknown") == asked.status
        assert not held or held[-1].parties == asked.parties


@pytest.mark.parametrize("history", HISTORIES, ids=lambda h: h.name)
def test_a_state_has_a_ground(history: History) -> None:
    for _, status in status_changes(history.life):
        assert status.basis or status.status == "unknown"
        grounded = {party for party, bases in status.party_basis if bases}
        assert {party for party, state in status.parties if state != "none"} <= grounded


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("status: signed", "status: sealed", "status sealed"),
        ("bilateral: true", "bilateral: true\nbilatral: no", "unknown key"),
        ("kind: agreement.sign", "kind: agreement.signed", "is no act"),
        ("source:", "sauce:", "unknown key"),
    ],
)
def test_a_wrong_history_names_file_and_place(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    text = (Path(__file__).parents[1] / "histories" / "inf.yaml").read_text("utf8")
    assert old in text
    path = tmp_path / "wrong.yaml"
    path.write_text(text.replace(old, new, 1), "utf8")
    with pytest.raises(WrongHistoryError, match=r"wrong\.yaml") as error:
        read_history(path)
    assert named in str(error.value)
