"""Whose "its" is that others harm."""

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "kind", "doer", "harmed"),
    [
        ("Mali said Chad had bombed its airfields.", "military.attack", "TCD", "MLI"),
        ("Peru says Chile killed two of its soldiers.", "harm.kill", "CHL", "PER"),
        ("Ukraine said Russia had annexed the port by seizing its ships.", "coercion.seize",
         "RUS", "UKR"),
        ("Kenya accused Uganda of planning to storm its embassy.", "military.attack", "UGA",
         "KEN"),
        ("Libya was accused by Niger of shelling its villages.", "military.attack", "LBY", "NER"),
        ("Norway said Iran had launched a raid on its embassy.", "military.attack", "IRN", "NOR"),
        ("Pakistani officials said Indian troops had shelled their posts.", "military.attack",
         "IND", "PAK"),
        ("Togo ignored a demand by Ghana that it free its pilots.", "coercion.release", "TGO",
         "GHA"),
        ("Estonia accused Russia of bribing voters and of spying on its police.",
         "coercion.cyber-attack", "RUS", "EST"),
    ],
)  # fmt: skip
def test_nobody_harms_what_is_his_own(text: str, kind: str, doer: str, harmed: str) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    assert {a.country for a in told.roles.actors} == {doer}
    assert {a.country for a in told.roles.recipients} == {harmed}


@pytest.mark.parametrize(
    ("text", "kind", "harmed"),
    [
        ("Washington said Syria was gassing its own people.", "harm.kill", "SYR"),
        ("Norway said Chad had killed its people.", "harm.kill", "TCD"),
        ("Togo said Ghana had withdrawn its troops.", "military.withdraw", None),
    ],
)
def test_a_state_may_oppress_its_own(text: str, kind: str, harmed: str | None) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    assert [a.country for a in told.roles.recipients] == ([harmed] if harmed else [])
