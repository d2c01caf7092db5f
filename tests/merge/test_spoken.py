"""Of which agreement a claim speaks, and whether its act is done."""

from __future__ import annotations

import pytest

from foedera.data import Claim, Span, Title
from foedera.merge.spoken import is_open, named_as
from tests.merge.builders import claim, report


def told(text: str, trigger: str, name: str, kind: str = "agreement.withdraw") -> tuple[Claim, str]:
    source = report(text)
    made = claim(source, text, kind, trigger=trigger, agreement=name)
    start = text.index(name)
    object.__setattr__(made, "agreement", Title(name, Span(start, start + len(name))))
    return made, text


@pytest.mark.parametrize(
    ("text", "trigger", "open_"),
    [
        ("Peru left the river pact.", "left", False),
        ("It would be rash to leave the river pact.", "leave", True),
        ("Talks aimed at leaving the river pact went on.", "leaving", True),
        ("Peru formally left the river pact.", "left", False),
        ("After leaving the river pact Peru armed.", "leaving", False),
        ("Peru would arm a month after leaving the river pact.", "leaving", True),
        ("Peru became the 60th state to leave the river pact.", "leave", False),
        ("Peru was among the first to leave the river pact.", "leave", False),
    ],
)
def test_words_before_an_act_may_leave_it_open(text: str, trigger: str, open_: bool) -> None:
    assert is_open(*told(text, trigger, "river pact")) == open_


def test_sides_stand_in_the_name_or_after_it() -> None:
    spoken = named_as(*told("Chile signed a trade deal with Peru.", "signed", "trade deal"))
    assert spoken.sides == {"PER"}
    assert spoken.beside == {"CHL", "PER"}
    assert not spoken.generic


def test_sides_end_where_the_list_of_them_ends() -> None:
    text = "Chile signed a trade deal with the European Union and its flow of aid from Peru."
    assert named_as(*told(text, "signed", "trade deal")).sides == {"EU"}


def test_two_sides_told_after_a_name_are_all() -> None:
    text = "Cuba signed a Cuban peace deal between Chile and Peru."
    assert named_as(*told(text, "signed", "Cuban peace deal")).sides == {"CHL", "PER"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chile signed any deal it was given.", "deal"),
        ("Chile signed trade agreements.", "trade agreements"),
        ("Chile wants a deal.", "deal"),
    ],
)
def test_some_words_mean_no_agreement_in_particular(text: str, name: str) -> None:
    assert named_as(*told(text, text.split()[1], name)).generic


def test_another_agreement_is_told_apart() -> None:
    made = told("Chile left a previous river pact.", "left", "river pact")
    assert named_as(*made).other


def test_a_treaty_may_be_told_by_the_body_that_it_founded() -> None:
    assert named_as(*told("Chile will join NATO.", "join", "NATO", "agreement.accede")).by_body
    assert not named_as(*told("Peru left the river pact.", "left", "river pact")).by_body


def test_words_after_a_name_tell_what_it_is_about() -> None:
    spoken = named_as(*told("Peru left a pact on Friday to cut river dams.", "left", "a pact"))
    assert spoken.topic == "cut river dams"
    assert not named_as(*told("Peru left the river pact.", "left", "river pact")).topic
