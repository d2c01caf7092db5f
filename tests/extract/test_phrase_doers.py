import pytest

from tests.extract.test_claims import one, states


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Kerry arrived in Baghdad on a visit to Iraq.", "diplomacy.visit", {"USA"}),
        (
            "Mali fired the rocket in defiance of a Security Council resolution.",
            "agreement.breach",
            {"MLI"},
        ),
        ("Chad's test in violation of international law was brief.", "agreement.breach", {"TCD"}),
        ("Ministers from Mali remained critical of Chad.", "statement.criticise", {"MLI"}),
        ("Malian lawmakers critical of Chad left.", "statement.criticise", {"MLI"}),
    ],
)
def test_a_phrase_with_a_preposition_is_told_of_who_acts(
    text: str, kind: str, parties: set[str]
) -> None:
    assert states(one(text, kind).roles.actors) == parties


def test_a_verb_of_talking_tells_itself_what_the_phrase_adds() -> None:
    claim = one("Kenya's premier spoke by phone with the Ugandan leader.", "diplomacy.call")
    assert states(claim.roles.actors) == {"KEN", "UGA"}
