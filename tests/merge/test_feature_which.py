"""What tells apart two happenings of one party: sorts, chambers, company."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.merge import feature_which
from foedera.merge.events import Around, judge, score, weigh
from foedera.merge.judging import judge_claims
from foedera.merge.near import VETO, Near
from foedera.merge.sorts import chambers_of, sorts_of
from foedera.merge.telling import Telling
from tests.merge.builders import actor, claim, report
from tests.merge.tellings import telling

NEAR = Near()
SENATE, HOUSE = (actor(name, "RVA", "organisation") for name in ("Senate", "Ravanian House"))


def launch(words: str, **more: Any) -> Telling:
    return telling("military.test", words, actors=["RVA"], trigger=words, **more)


@pytest.mark.parametrize(
    ("kind", "words", "trigger", "sorts"),
    [
        ("military.test", "Ravania held a nuclear test.", "nuclear test", {"nuclear"}),
        ("military.test", "A missile with a nuclear warhead was tested.", "tested", set()),
        ("military.deploy", "Ravania sent warships.", "sent warships", {"ships"}),
        ("diplomacy.visit", "He went by warship.", "went", set()),
        ("military.attack", "Ravania made a gas attack.", "gas attack", {"gas"}),
        ("military.attack", "Ravania struck the gas plant.", "struck the gas plant", set()),
    ],
)
def test_sorts_are_told_by_the_trigger(
    kind: str, words: str, trigger: str, sorts: set[str]
) -> None:
    made = claim(report(words), words, kind, trigger=trigger)
    assert sorts_of(made, words) == sorts


def test_an_upper_house_is_no_lower_one() -> None:
    senate, house = (
        telling("agreement.approve", "It passed the bill on dams.", actors=[who], outlet=outlet)
        for who, outlet in ((SENATE, "Herald"), (actor("upper house", "RVA"), "Courier"))
    )
    assert feature_which.other_chamber(senate, house, NEAR) is None


def test_a_nuclear_test_is_no_missile_test() -> None:
    one, two = launch("nuclear test", day="2031-05-08"), launch("missile test", day="2031-05-08")
    assert feature_which.other_sort(one, two, NEAR) is not None
    assert score(weigh(one, two, Around())) == VETO
    assert "told of nuclear" in str(judge(one, two, Around()))
    assert feature_which.other_sort(one, one, NEAR) is None
    assert feature_which.other_sort(one, launch("It tested it."), NEAR) is None


def test_what_is_of_both_sorts_may_be_either() -> None:
    both = launch("test of a nuclear missile")
    assert feature_which.other_sort(both, launch("missile test"), NEAR) is None


def test_chambers_vote_each_for_itself() -> None:
    told = [
        telling("agreement.approve", "It passed the bill on dams.", actors=[who], outlet=outlet)
        for who, outlet in ((SENATE, "Herald"), (HOUSE, "Courier"))
    ]
    assert [sorted(chambers_of(t.claim)) for t in told] == [["upper"], ["lower"]]
    assert feature_which.other_chamber(*told, NEAR) is not None
    assert len(judge_claims(told, Around())[1]) == 2


def test_chambers_may_talk_with_each_other() -> None:
    told = [telling("agreement.propose", "They talked.", actors=[who]) for who in (SENATE, HOUSE)]
    assert feature_which.other_chamber(told[0], told[1], NEAR) is None


def test_a_white_house_is_no_chamber() -> None:
    told = telling("agreement.approve", "It agreed.", actors=[actor("White House", "RVA")])
    assert not told.chambers


def test_calls_with_two_states_are_two_calls() -> None:
    one = telling("diplomacy.call", "They spoke.", actors=["RVA", "OST"])
    two = telling("diplomacy.call", "They spoke.", actors=["RVA", "LUR"])
    assert feature_which.other_company(one, two, NEAR) is not None
    assert feature_which.other_company(one, one, NEAR) is None


def test_an_envoy_of_no_known_state_may_be_of_the_other_one() -> None:
    one = telling("diplomacy.meet", "They met.", actors=["RVA", "OST"])
    two = telling("diplomacy.meet", "They met.", actors=["RVA", actor("Ivo Torn", None)])
    assert feature_which.other_company(one, two, NEAR) is None
