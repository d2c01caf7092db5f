"""Who uses force and on whom, where the words beside the act or before it tell."""

import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def claims_of(text: str, kind: str) -> list[Claim]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    return claims


def doers(text: str, kind: str) -> list[str]:
    return [a.name for a in claims_of(text, kind)[0].roles.actors]


def goals(text: str, kind: str) -> list[str]:
    return [a.name for a in claims_of(text, kind)[0].roles.recipients]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norway said Chad was responsible for the attack on the port.", ["Chad"]),
        ("Norway said Chad was not responsible for the attack on its embassy.", []),
        ("Police saw the gunman responsible for the attack on a mosque in Oslo.", ["gunman"]),
        ("Police said the man behind the attack on a church in Oslo had left.", ["man"]),
        ("Peru should not be engaged in military action now.", ["Peru"]),
    ],
)
def test_who_is_behind_an_attack_or_engaged_in_it_makes_it(text, names):
    assert doers(text, "military.attack") == names


def test_who_falls_in_a_fight_fights_and_the_other_side_kills() -> None:
    text = "A Chadian soldier was shot dead in a gun battle with Libyan troops."
    assert doers(text, "military.fight") == ["Chadian soldier"]
    assert doers(text, "harm.kill") == ["Libyan troops"]


def test_a_bystander_is_no_side_of_a_fight() -> None:
    assert not doers("Two students were killed in clashes with police.", "military.fight")


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The army killed scores of unarmed monks.", "harm.kill", ["unarmed monks"]),
        ("The army killed and wounded dozens of villagers.", "harm.kill", ["villagers"]),
        ("A bomb killed two soldiers and wounded 12.", "harm.injure", ["soldiers"]),
        ("A bomb went off at the race, killing three.", "harm.kill", ["three"]),
        ("Israel carried out the Iraqi reactor raid in 1981.", "military.attack", ["reactor"]),
        ("The deadly consulate attack in Libya shocked Oslo.", "military.attack", ["consulate"]),
    ],
)
def test_whom_force_is_used_on_as_the_words_have_it(text, kind, names):
    assert goals(text, kind) == names


def test_so_many_of_those_who_act_are_they() -> None:
    assert doers("Dozens of rebels attacked the base.", "military.attack") == ["rebels"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Rebels attacked the consulate in Benghazi.", None),
        ("Rebels attacked the Chilean embassy in Kenya.", "CHL"),
    ],
)
def test_an_outpost_is_not_of_where_it_stands(text, state):
    assert claims_of(text, "military.attack")[0].roles.recipients[0].country == state


def test_whose_embassy_is_struck_does_not_strike_it() -> None:
    assert not doers("He recalled the Chilean embassy bombing in Kenya.", "military.attack")


@pytest.mark.parametrize(
    ("before", "state"),
    [("Pyongyang has said that it may talk.", "PRK"), ("Norway praised Paris.", None)],
)
def test_a_regime_is_of_the_state_last_spoken_of_that_may_be_one(before, state):
    claims = claims_of(f"{before} The regime launched two ballistic missiles.", "military.test")
    assert claims[0].roles.actors[0].country == state


def test_sanctions_are_on_the_only_state_told_to_be_under_any() -> None:
    text = "Peru imposed sanctions on Chad in May. Later the senate voted to lift the sanctions."
    assert goals(text, "coercion.lift-sanction") == ["Chad"]


def test_of_two_states_under_sanctions_neither_is_meant() -> None:
    text = (
        "Peru imposed sanctions on Chad in May. Peru imposed sanctions on Libya in June. "
        "Later the senate voted to lift the sanctions."
    )
    assert not goals(text, "coercion.lift-sanction")


def test_force_in_a_land_is_used_on_the_band_that_its_doer_fights_there() -> None:
    text = (
        "The United States launched airstrikes against the Islamic State on Monday. "
        "The U.S. military has conducted 138 airstrikes in Iraq. "
        "Russian airstrikes in Syria went on."
    )
    found = [[r.name for r in c.roles.recipients] for c in claims_of(text, "military.attack")]
    assert found == [["Islamic State"], ["Islamic State"], ["Syria"]]


def test_who_favours_an_act_of_his_state_does_not_do_it() -> None:
    text = "Leon Panetta endorsed giving arms to rebels in Syria."
    assert doers(text, "transfer.arms") == ["United States"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The inquiry of Robert Mueller into Russian interference in the vote went on.",
         "coercion.interfere"),
        ("Peru is developing missiles that could deny American ships access.", "military.develop"),
    ],
)  # fmt: skip
def test_a_person_or_a_modifier_is_not_the_state_an_act_is_done_to(text, kind):
    assert not goals(text, kind)


def test_an_outpost_left_is_left_in_the_land_it_stands_in():
    text = "The State Department withdrew its personnel from its consulate in Lahore, Pakistan."
    (claim,) = claims_of(text, "military.withdraw")
    assert [r.country for r in claim.roles.recipients] == ["PAK"]
