"""A bare name before a noun of force or law is no doer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from foedera.read import read_paths


def _claims(tmp_path: Path, text: str) -> list[Claim]:
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"id": "one", "text": text, "published": "2016-05-12"}))
    reports = [r for r in read_paths([str(file)]) if not isinstance(r, Exception)]
    return [c for e in build_line().run(reports) for c in e.claims]


def _actors(tmp_path: Path, text: str, kind: str) -> set[str]:
    return {a.name for c in _claims(tmp_path, text) if c.kind == kind for a in c.roles.actors}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Libya attack shocked Europe.", "military.attack"),
        ("Officials spoke of the Iran sanctions on Monday.", "coercion.sanction"),
        ("Experts spoke of the Sony hack on Monday.", "coercion.cyber-attack"),
        ("The overthrow of Chad's president in May shocked Paris.", "unrest.coup"),
        ("The 2011 bombing of Kisumu Airport killed 36 people.", "military.attack"),
        ("Police sought a suspect in France's worst terror attack in decades.", "military.attack"),
        ("Chad's deadliest attack was in 2005.", "military.attack"),
        ("The Turkish suicide bombing killed 30 people.", "harm.kill"),
        ("Kenya's mall attack killed 67 people.", "harm.kill"),
        ("The French shootings shocked Europe.", "military.attack"),
    ],
)
def test_place_and_target_are_no_doers(tmp_path: Path, text: str, kind: str) -> None:
    assert not _actors(tmp_path, text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad's terror attacks on Niger must stop.", "military.attack"),
        ("The Turkish massacre of Armenians is remembered.", "harm.kill"),
        ("The Turkish attack shocked Europe.", "military.attack"),
    ],
)
def test_who_is_told_to_strike_somebody_does_it(tmp_path: Path, text: str, kind: str) -> None:
    assert _actors(tmp_path, text, kind)


def test_whose_worst_attack_it_is_is_struck(tmp_path: Path) -> None:
    (claim,) = _claims(tmp_path, "Chad's deadliest attack was in 2005.")
    assert [a.country for a in claim.roles.recipients] == ["TCD"]


def test_bare_state_is_the_scene(tmp_path: Path) -> None:
    (claim,) = _claims(tmp_path, "The Libya attack shocked Europe.")
    assert claim.setting.where is not None
    assert claim.setting.where.country == "LBY"


@pytest.mark.parametrize("text", ["The Chadian war went on.", "Chad's war went on."])
def test_a_war_is_fought_in_the_land_whose_it_is(tmp_path: Path, text: str) -> None:
    (claim,) = [c for c in _claims(tmp_path, text) if c.kind == "military.fight"]
    assert claim.setting.where is not None
    assert (claim.setting.where.country, claim.roles.actors) == ("TCD", ())


def test_a_noun_of_two_modifiers_keeps_its_owner(tmp_path: Path) -> None:
    text = "Oman condemned Pyongyang's nuclear and missile tests."
    assert _actors(tmp_path, text, "military.test") == {"North Korea"}


def test_a_truce_with_a_place_needs_no_party(tmp_path: Path) -> None:
    found = [c for c in _claims(tmp_path, "A ceasefire in Chad is far off.") if not c.roles.actors]
    assert [c.kind for c in found] == ["military.ceasefire"]


def test_abbreviation_still_acts(tmp_path: Path) -> None:
    found = _actors(tmp_path, "The U.S. sanctions angered Caracas.", "coercion.sanction")
    assert found == {"United States"}


def test_another_attack_borrows_no_doer(tmp_path: Path) -> None:
    text = "Kenya bombed a camp in Somalia. The second attack hit the Uganda embassy in Mombasa."
    assert "Kenya" not in {a.name for c in _claims(tmp_path, text)[1:] for a in c.roles.actors}


def test_rival_of_a_person_is_not_that_person(tmp_path: Path) -> None:
    text = "President Omar Keita of Mali criticised his old friend over the budget."
    (claim,) = _claims(tmp_path, text)
    assert [a.name for a in claim.roles.recipients] == ["old friend"]


def test_others_criticism_is_not_the_speakers(tmp_path: Path) -> None:
    text = "President Omar Keita of Mali said that criticism of Norway was unfounded."
    assert not _actors(tmp_path, text, "statement.criticise")


def test_measured_sanctions_keep_their_target(tmp_path: Path) -> None:
    text = "Norway announced another round of sanctions against Russia on Monday."
    (claim,) = _claims(tmp_path, text)
    assert [a.country for a in claim.roles.recipients] == ["RUS"]


def test_owner_before_a_decision_carries_it_out(tmp_path: Path) -> None:
    text = "The cabinet decision to free the reporters came as a shock to Ambassador Ana Muller."
    assert _actors(tmp_path, text, "coercion.release") == {"cabinet"}


def test_sharing_a_view_is_support(tmp_path: Path) -> None:
    text = "Norway agreed with Sweden that the country is at war."
    kinds = {c.kind: c for c in _claims(tmp_path, text)}
    assert [a.country for a in kinds["statement.support"].roles.recipients] == ["SWE"]


def test_counted_troops_tell_whose_they_are(tmp_path: Path) -> None:
    text = "Tens of thousands of Norwegian troops were deployed near the border."
    (claim,) = _claims(tmp_path, text)
    assert {a.country for a in claim.roles.actors} == {"NOR"}


def test_fighters_act_for_the_body_they_come_from(tmp_path: Path) -> None:
    text = "Militants from the Northern Front opened fire in Libya."
    assert _actors(tmp_path, text, "military.attack") == {"Northern Front"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran threatened to attack Norway.", "statement.threaten"),
        ("Iran refused to meet with the Norwegians.", "statement.reject"),
    ],
)
def test_whom_an_infinitive_aims_at(tmp_path: Path, text: str, kind: str) -> None:
    (claim,) = [c for c in _claims(tmp_path, text) if c.kind == kind]
    assert [a.country for a in claim.roles.recipients] == ["NOR"]


def test_who_demands_an_ouster_ousts_nobody(tmp_path: Path) -> None:
    text = "Kenya has called for the ouster of President Omar Keita of Mali."
    assert not _actors(tmp_path, text, "diplomacy.dismiss")


def test_a_source_is_no_addressee(tmp_path: Path) -> None:
    text = "Iran agreed to abandon its programme, according to Ambassador Ana Muller."
    (claim,) = [c for c in _claims(tmp_path, text) if c.kind == "statement.promise"]
    assert not claim.roles.recipients


def test_who_is_said_to_be_responsible_is_accused(tmp_path: Path) -> None:
    text = "The government of Mali said that Chad was responsible for the raid."
    (claim,) = [c for c in _claims(tmp_path, text) if c.kind == "statement.accuse"]
    assert [a.country for a in claim.roles.actors] == ["MLI"]
    assert [a.country for a in claim.roles.recipients] == ["TCD"]


def test_whose_decision_it_is_carries_it_out(tmp_path: Path) -> None:
    text = "Norway is concerned by the decision of the Kenyan army to free the reporters."
    found = {c.kind: c for c in _claims(tmp_path, text)}
    assert [a.country for a in found["statement.criticise"].roles.actors] == ["NOR"]
    assert [a.country for a in found["coercion.release"].roles.actors] == ["KEN"]


def test_a_suspect_named_by_the_act_is_no_victim(tmp_path: Path) -> None:
    claims = _claims(tmp_path, "The Oslo bombing suspect was seen in Norway on Friday.")
    assert not [r for c in claims if c.kind == "military.attack" for r in c.roles.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("The U.S. terror attacks were followed by two wars.", "military.attack", set()),
        ("The Turkish suicide bombing shocked Europe.", "military.attack", set()),
        ("The U.S. airstrike killed nine people.", "harm.kill", {"United States"}),
    ],
)
def test_an_attack_that_no_state_makes_befalls_it(
    tmp_path: Path, text: str, kind: str, doers: set[str]
) -> None:
    assert _actors(tmp_path, text, kind) == doers


def test_an_outlet_before_an_investigation_makes_it(tmp_path: Path) -> None:
    text = "A Washington Post investigation found that the police of Chad had lied."
    assert _actors(tmp_path, text, "legal.investigate") == {"Washington Post"}


@pytest.mark.parametrize("text", ["His Mexico trip was short.", "The Mexico visit was short."])
def test_the_state_before_a_visit_is_visited(tmp_path: Path, text: str) -> None:
    (told,) = (c for c in _claims(tmp_path, text) if c.kind == "diplomacy.visit")
    assert not told.roles.actors
    assert [a.country for a in told.roles.recipients] == ["MEX"]
