"""Claims against reports in which every act is written down."""

from typing import Any

import pytest

from foedera.bench.whole_reports import meet, score_whole_reports

RAID = {"report": "r", "sentence": [0, 40], "trigger": [6, 12], "kind": "military.attack"}
RAID |= {"actors": ["TCD"], "recipients": [], "reality": "happened"}
PLEA = {"report": "r", "sentence": [41, 90], "trigger": [50, 55], "kind": "request.action"}
PLEA |= {"actors": ["NER"], "recipients": ["TCD"], "reality": "happened", "sure": False}


def _claim(at: int, kind: str = "military.attack", reality: str = "happened") -> dict[str, Any]:
    doers = [{"country": "TCD"}]
    told = {"trigger": [at, at + 4], "kind": kind, "reality": reality}
    return told | {"actors": doers, "recipients": []}


@pytest.mark.parametrize(
    ("at", "kind", "found"),
    [
        (8, "military.attack", {0: 0}),
        (30, "military.attack", {0: 0}),
        (60, "military.attack", {}),
        (8, "military.fight", {}),
    ],
    ids=["its words", "its sentence", "another sentence", "another kind"],
)
def test_a_claim_meets_an_act(at: int, kind: str, found: dict[int, int]) -> None:
    assert meet([RAID, PLEA], [_claim(at, kind)]) == found


def test_words_of_another_act_of_the_kind_are_not_taken() -> None:
    second = RAID | {"trigger": [20, 26]}
    assert meet([RAID, second], [_claim(21)]) == {1: 0}


def test_unsure_acts_are_not_asked_for_but_right() -> None:
    claims = [_claim(51, "request.action", "demanded"), _claim(70)]
    found = score_whole_reports([RAID, PLEA], [{"id": "r", "claims": claims}])
    assert (found["acts recall"], found["claims precision"]) == (0, 0.5)
    assert (found["actors right"], found["reality right"]) == (0, 1)
    assert found["claims where no act is told"] == 0.5


@pytest.mark.parametrize(
    ("told", "marked", "right"),
    [
        ({"start": 30, "end": 36}, [33, 40], 1),
        ({"start": 30, "end": 36}, [50, 56], 0),
        ({"start": 30, "end": 36}, None, 0),
        (None, [33, 40], 0),
        (None, None, 1),
    ],
    ids=["its words", "other words", "none marked", "none told", "neither"],
)
def test_a_day_is_right_by_the_words_it_is_read_from(
    told: dict[str, int] | None, marked: list[int] | None, right: int
) -> None:
    act = RAID | ({"when": marked} if marked else {})
    claim = _claim(8) | ({"when": told} if told else {})
    found = score_whole_reports([act], [{"id": "r", "claims": [claim]}])
    assert found["when right"] == right
