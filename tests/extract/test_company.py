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
