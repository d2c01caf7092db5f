"""Who foils, condemns or praises a deed does not do it."""

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan police foiled a plot to attack Peru's embassy.", "military.attack"),
        ("Norway uncovered a plot to poison the Danish minister.", "harm.injure"),
        ("Russia criticised the decision to deploy missiles in Poland.", "military.deploy"),
        ("Peru opposed moves to sanction Iran.", "coercion.sanction"),
        ("Peru rejected efforts to sanction Iran.", "coercion.sanction"),
        ("Obama withdrew a bill amid a deal to destroy Syria's arms.", "military.dismantle"),
    ],
)
def test_others_do_what_is_dealt_with(text: str, kind: str) -> None:
    found = [c for c in claims_of(text) if c.kind == kind]
    assert not any(c.roles.actors for c in found)


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("Kenya rejected a Ugandan plan to invade Somalia.", "military.incursion", "UGA"),
        ("Norway opposes any bid by China to seize the island.", "military.capture", "CHN"),
        ("Kenya launched an attempt to seize the island.", "military.capture", "KEN"),
        ("Kenya abandoned a plan to invade Somalia.", "military.incursion", "KEN"),
    ],
)
def test_whose_plan_it_is_does_it(text: str, kind: str, doer: str) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    assert [a.country for a in told.roles.actors] == [doer]


def test_a_name_joined_to_another_is_the_subject_of_the_verb_behind_it() -> None:
    text = "Peru continues raids in Chad and Niger continues to kidnap women."
    told = next(c for c in claims_of(text) if c.kind == "harm.injure")
    assert [a.country for a in told.roles.actors] == ["NER"]


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("Peru spoke out, criticising Chad for closing its border and urging Togo to act.",
         "request.action", "PER"),
        ("Peru protested, accusing Chad of breaking the truce and demanding talks.",
         "request.meeting", "PER"),
        ("Peru protested, accusing Chad of shelling towns and killing civilians.",
         "harm.kill", "TCD"),
        ("Peru accused Chad of shelling a port and threatening war.", "statement.threaten", "TCD"),
    ],
)  # fmt: skip
def test_a_saying_stands_beside_the_blame(text: str, kind: str, doer: str) -> None:
    told = next(c for c in claims_of(text) if c.kind == kind)
    assert [a.country for a in told.roles.actors] == [doer]
