"""Unnamed rebels, protesters and troops of the land where a report's force is used."""

import json
from pathlib import Path

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from foedera.read import read_paths

_WAR = "Chadian rebels shelled Abeche in eastern Chad on Monday. "


def _told(tmp_path: Path, text: str, word: str) -> Claim:
    """Return the claim that a word tells."""
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"id": "one", "text": text, "published": "2016-05-12"}))
    reports = [r for r in read_paths([str(file)]) if not isinstance(r, Exception)]
    (extraction,) = build_line().run(reports)
    at = text.index(word)
    return next(c for c in extraction.claims if c.passage.trigger.start == at)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (_WAR + "It rained. The rebels accused Libya of a plot.", "accused"),
        (_WAR + "It rained. Government troops fired on Libyan lorries.", "fired"),
        (_WAR + "It rained. Separatists attacked a Libyan convoy.", "attacked"),
    ],
)
def test_sides_of_a_war_are_of_its_land(tmp_path: Path, text: str, word: str):
    claim = _told(tmp_path, text, word)
    assert [a.country for a in claim.roles.actors] == ["TCD"]


def test_those_acted_on_are_too(tmp_path: Path):
    claim = _told(tmp_path, _WAR + "It rained. Libya armed the rebels.", "armed")
    assert [a.country for a in claim.roles.recipients] == ["TCD"]


@pytest.mark.parametrize(
    "text",
    [
        _WAR + "It rained. Coalition forces attacked a Libyan convoy.",
        _WAR + "It rained. Militants attacked a Libyan convoy.",
        "Chadian rebels and Malian rebels met on Monday. It rained. The rebels attacked Tripoli.",
    ],
)
def test_fighters_from_abroad_and_of_two_lands_keep_none(tmp_path: Path, text: str):
    claim = _told(tmp_path, text, "attacked")
    assert [a.country for a in claim.roles.actors] == [None]


def test_the_administration_is_the_one_that_was_named(tmp_path: Path):
    text = "The Obama administration met the Libyan leader. It rained. "
    claim = _told(tmp_path, text + "Rival parties criticised the administration.", "criticised")
    assert [a.country for a in claim.roles.recipients] == ["USA"]


@pytest.mark.parametrize("who", ["the administration", "a senior administration official"])
def test_an_administration_is_of_whose_officers_are_named(tmp_path: Path, who: str):
    text = f"President Obama met the Libyan leader. It rained. Rival parties criticised {who}."
    claim = _told(tmp_path, text, "criticised")
    assert [a.country for a in claim.roles.recipients] == ["USA"]
    claim = _told(tmp_path, text.replace("Obama", "Macron"), "criticised")
    assert [a.country for a in claim.roles.recipients] == [None]


@pytest.mark.parametrize("who", ["the school administration", "the interim administration"])
def test_an_administration_of_another_sort_is_not(tmp_path: Path, who: str):
    text = f"President Obama met the Libyan leader. It rained. Rival parties criticised {who}."
    assert [a.country for a in _told(tmp_path, text, "criticised").roles.recipients] == [None]


def test_a_pope_is_of_the_holy_see(tmp_path: Path):
    text = "Pope Francis spoke. It rained. Francis praised the Libyan leader."
    assert [a.country for a in _told(tmp_path, text, "praised").roles.actors] == ["VAT"]


def test_other_officials_are_not_of_the_land_of_some(tmp_path: Path):
    text = "Chadian officials met the Libyan leader. It rained. "
    claim = _told(tmp_path, text + "Regional officials criticised Libya.", "criticised")
    assert [a.country for a in claim.roles.actors] == [None]


def test_victims_are_of_the_land_where_they_fall(tmp_path: Path):
    claim = _told(tmp_path, "Three shopkeepers were killed in Abeche in eastern Chad.", "killed")
    assert [a.country for a in claim.roles.recipients] == ["TCD"]


@pytest.mark.parametrize("who", ["foreigners", "pilgrims", "migrants", "aid workers", "sailors"])
def test_strangers_who_fall_are_not(tmp_path: Path, who: str):
    claim = _told(tmp_path, f"Three {who} were killed in Abeche in eastern Chad.", "killed")
    assert [a.country for a in claim.roles.recipients] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian special forces praised the plan. The opposition forces pushed back the gunmen.",
        "Opposition forces pushed back the gunmen. Norwegian special forces praised the plan.",
    ],
)
def test_the_opposition_has_not_the_state_of_other_forces(tmp_path: Path, text: str):
    claim = _told(tmp_path, text, "pushed back")
    assert [a.country for a in claim.roles.actors] == [None]
