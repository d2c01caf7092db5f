import pytest

from tests.extract.test_claims import one, states


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("In talks with Chile's president, Merkel called for reforms.", "meet", {"CHL", "DEU"}),
        ("After Tuesday's talks with Kerry, Lavrov said that all is well.", "meet", {"USA", "RUS"}),
        ("Tillerson met Peru's premier to discuss the lake.", "consult", {"USA", "PER"}),
        ("Obama met with Chile's president to discuss trade.", "consult", {"USA", "CHL"}),
    ],
)
def test_who_is_there_in_passing_takes_part(text: str, kind: str, parties: set[str]) -> None:
    assert states(one(text, f"diplomacy.{kind}").roles.actors) == parties


def test_who_is_struck_during_talks_is_no_party() -> None:
    claim = one("The mill was closed during a meeting with Chile's premier.", "diplomacy.meet")
    assert states(claim.roles.actors) == {"CHL"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenyan troops took the town after clashes with Chadian forces.", {"KEN"}),
        ("A Kenyan soldier was killed in clashes with Chadian forces.", {"KEN"}),
        ("Two Kenyan nurses were killed in clashes with Chadian forces.", set()),
    ],
)
def test_who_is_told_to_come_out_of_a_fight_fought_in_it(text: str, parties: set[str]) -> None:
    assert states(one(text, "military.fight").roles.actors) == parties


def test_who_falls_in_a_fight_falls_by_the_other_side() -> None:
    claim = one("A Kenyan soldier was killed in clashes with Chadian rebels.", "harm.kill")
    assert [a.name for a in claim.roles.actors] == ["Chadian rebels"]
