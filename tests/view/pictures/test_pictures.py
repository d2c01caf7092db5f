"""Lanes, strips and networks: what is drawn of a life, what of many parties, what stands alone."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.view.pictures import (
    NARROW,
    WIDE,
    draw_duties,
    draw_life,
    draw_strips,
    make_life,
    make_strip,
    stand_alone,
)
from foedera.view.pictures.folding import fold_lanes
from foedera.view.pictures.life import Lane

AGREEMENT = {
    "parties": ["URY", "ARG"],
    "steps": [
        {"kind": "agreement.sign", "by": ["ARG", "URY"], "claims": ["a"],
         "when": {"earliest": "2030-09-09", "latest": "2030-09-09"}},
        {"kind": "agreement.withdraw", "by": ["URY"], "claims": ["b"],
         "when": {"earliest": "2032-01-05", "latest": "2032-01-05"}},
    ],
}  # fmt: skip


def turn(day: str, status: str, arg: str, ury: str, **more: object) -> dict[str, object]:
    return {"day": day, "status": status, "party_status": {"ARG": arg, "URY": ury}} | more


LEAVING = {"act": "agreement.withdraw", "day": "2032-07-05", "claims": ["b"], "derived": True}
HISTORY = [
    turn("2030-09-09", "signed", "signatory", "signatory"),
    turn("2031-03-04", "in-force", "party", "party", basis=[
        {"act": "agreement.enter-into-force", "day": "2031-03-04", "claims": ["a"],
         "derived": True}]),
    turn("2032-01-05", "in-force", "party", "withdrawing", contested=True),
    turn("2032-07-05", "terminated", "party", "former", basis=[LEAVING]),
]  # fmt: skip


def life(on: str | None = None):
    return make_life(AGREEMENT, HISTORY, on=on)


def test_each_party_has_a_lane_with_its_states_and_each_turn_its_act_and_day() -> None:
    made = life()
    assert [lane.name for lane in made.lanes] == ["Argentina", "Uruguay"]
    labels = [state.label for state in made.lanes[1].states]
    assert labels == ["signatory", "party", "notice given", "left"]
    turns = {act.label: act for act in made.acts}
    assert turns["party, 4 Mar 2031"].derived
    assert turns["left, 5 Jul 2032"].lanes == (1,)
    assert not turns["declared withdrawal, 5 Jan 2032"].derived


def test_a_notice_is_hatched_and_what_is_to_come_is_pale() -> None:
    picture = draw_life(life("2032-03-01"))
    assert picture is not None
    assert '<path class="hatch"' in picture
    assert '<path class="hatch torn"' in picture
    assert "st-ended coming" in picture
    assert picture.count("coming") > str(draw_life(life("2033-03-01"))).count("coming")


def test_days_before_the_first_act_are_called_unknown() -> None:
    bare = make_life(AGREEMENT | {"steps": AGREEMENT["steps"][:1]}, [], on="2031-01-01")
    assert "status unknown" in (draw_life(bare) or "")


def test_the_words_of_the_picture_tell_all_of_it() -> None:
    picture = str(draw_life(life()))
    told = re.search(r'aria-label="([^"]*)"', picture)
    assert told is not None
    assert "Status: signed from 9 September 2030, in force from 4 March 2031" in told[1]
    assert "Uruguay: signatory from 9 September 2030" in told[1]


def test_many_parties_of_one_history_share_a_lane() -> None:
    names = [f"State {n}" for n in range(40)]
    rows = {"parties": names, "steps": [AGREEMENT["steps"][0] | {"by": names}]}
    states = dict.fromkeys(names, "party") | {"State 7": "former"}
    made = fold_lanes(make_life(rows, [{"day": "2031-01-01", "status": "in-force",
                                        "party_status": states}]))  # fmt: skip
    assert sorted(lane.name for lane in made.lanes) == ["State 0 and 38 more", "State 7"]
    assert {lane for act in made.acts for lane in act.lanes} == {0, 1}


def test_lanes_are_capped_with_a_count() -> None:
    names = [f"State {n:02}" for n in range(60)]
    steps = [
        {"kind": "agreement.accede", "by": [name], "claims": [],
         "when": {"earliest": f"20{n + 10:02}-01-01", "latest": f"20{n + 10:02}-01-01"}}
        for n, name in enumerate(names)
    ]  # fmt: skip
    made = fold_lanes(make_life({"parties": names, "steps": steps}, []))
    assert made.lanes[-1].name == "and 48 more parties"
    assert len(made.lanes) == 13
    assert all(lane < 12 for act in made.acts for lane in act.lanes)


def test_strips_stand_beneath_each_other_and_one_without_days_is_left_out() -> None:
    lanes = [Lane("Estuary treaty", make_strip(HISTORY)), Lane("Old pact")]
    picture = str(draw_strips(lanes, "2032-03-01"))
    assert "Estuary treaty" in picture
    assert "Old pact" not in picture
    assert draw_strips([Lane("Old pact")]) is None


DUTY = {"kind": "defence", "trigger": "if blockaded", "duty": "send boats", "immediacy": "at once",
        "conditions": None, "bearers": ["URY"], "beneficiaries": []}  # fmt: skip


def test_who_owes_what_to_whom_is_drawn_and_what_is_not_said_is_said_to_be_missing() -> None:
    picture = str(draw_duties([DUTY, DUTY | {"bearers": [], "beneficiaries": ["ARG"]}]))
    for words in ("Uruguay", "to whom: not said", "who: not said", "send boats", "Argentina"):
        assert f">{words}<" in picture
    assert "Uruguay owe: defence; if blockaded; then send boats" in picture
    assert draw_duties([]) is None


hostile = st.text(alphabet=st.sampled_from("<>&\"'ab é\n\u202e"), max_size=400)


@settings(max_examples=40, deadline=None)
@given(hostile, st.sampled_from([WIDE, NARROW]))
def test_any_words_stay_words_and_a_file_of_one_picture_is_well_formed(
    words: str, measures: object
) -> None:
    named = make_life(AGREEMENT, HISTORY, name=lambda code: f"{words}{code}")
    duty = DUTY | {"duty": words, "trigger": words}
    for picture in (draw_life(named, measures), draw_duties([duty], measures.width)):
        assert picture is not None
        ElementTree.fromstring(stand_alone(picture))


@pytest.mark.parametrize("look", ["prefers-color-scheme:dark", "@media print", "--force:"])
def test_a_file_of_one_picture_brings_its_colours(look: str) -> None:
    picture = draw_life(life())
    assert picture is not None
    assert look in stand_alone(picture)
    assert "url(" not in stand_alone(picture)
