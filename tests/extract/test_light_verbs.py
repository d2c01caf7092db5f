import pytest

from tests.extract.claims_of import claims_of
from tests.extract.test_role_pronouns import sides


@pytest.mark.parametrize(
    ("text", "kind", "doers", "met"),
    [
        ("The mayor has come in for criticism over the floods.",
         "statement.criticise", [], ["mayor"]),
        ("The minister was told that he was not under FBI investigation.",
         "legal.investigate", ["Federal Bureau of Investigation"], ["minister"]),
    ],
)  # fmt: skip
def test_who_is_under_something_undergoes_it(text, kind, doers, met):
    assert sides(text, kind) == (doers, met)


def test_who_only_sees_an_act_has_no_part_in_it():
    text = "The repair worker said he saw the protests in Chile as a victory."
    assert sides(text, "unrest.protest")[1] == []


def test_a_sum_tells_what_it_is_of():
    text = "The Paris Club waived $1.2 billion in debt owed by Togo."
    assert sides(text, "transfer.money")


def test_a_happening_takes_the_sides_of_the_verb_by_which_it_comes_about():
    text = "Fighting broke out between Chad and Niger on Friday."
    assert set(sides(text, "military.fight")[0]) == {"Chad", "Niger"}


@pytest.mark.parametrize(
    "told",
    ["pushed ahead with", "called off", "announced plans for",
     "signalled the end of", "slowed", "accelerated", "persisted with"],
)  # fmt: skip
def test_whoever_goes_on_or_leaves_off_does_the_act(told):
    text = f"Norway {told} strikes on Chad."
    assert "Norway" in sides(text, "military.attack")[0]


def test_who_is_pressed_with_an_act_to_come_does_not_do_it():
    text = "With strikes on Chad expected, lawmakers pressed Norway to hold back."
    assert sides(text, "military.attack")[0] == []


def test_who_regards_a_raid_as_something_does_not_undergo_it() -> None:
    text = "Kenya sees the raid on the Peruvian embassy as a crime."
    (told,) = (c for c in claims_of(text) if c.kind == "military.attack")
    assert "KEN" not in [a.country for a in told.roles.recipients]


def test_who_denies_an_act_is_charged_with_it_and_whom_charges_meet_denies_them() -> None:
    assert sides("Chad denied an attack on Mali.", "military.attack") == (["Chad"], ["Mali"])
    assert sides("Chad denied the attack.", "military.attack") == (["Chad"], [])
    assert sides("Chad denied the allegations.", "statement.accuse") == ([], ["Chad"])
    assert sides("Chad denied Mali's request for aid.", "request.aid") == (["Mali"], ["Chad"])


@pytest.mark.parametrize("told", ["endured", "withstood", "weathered", "fended off"])
def test_who_holds_out_against_an_act_meets_it(told: str) -> None:
    assert sides(f"Chad {told} Libyan sanctions.", "coercion.sanction") == (["Libya"], ["Chad"])
