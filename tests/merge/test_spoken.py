"""Of which agreement a claim speaks, and whether its act is done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foedera.data import Claim, Span, Timex, Title, When
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
        ("Peru became the first of the nine states to leave the river pact.", "leave", False),
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


FAR = "Peru wants the Open Rivers Pact. " + "Its farmers wait for rain and the fleet is old. " * 5


def meant(text: str, shown: str, title: str, kind: str = "agreement.conclude") -> bool:
    """Say whether words are taken for another agreement than the title put to them."""
    sentence = text[text.rfind(". ", 0, -1) + 1 :].strip()
    made = claim(report(text), sentence, kind, trigger="told", agreement=title)
    start = text.rindex(shown)
    made = replace(made, agreement=Title(title, Span(start, start + len(shown))))
    return not named_as(made, text).other


def test_a_deal_brought_in_anew_is_not_the_one_told_of_long_before() -> None:
    assert not meant(FAR + "Chile told of a trade pact.", "trade pact", "Open Rivers Pact")
    assert meant(FAR + "Chile told of the trade pact.", "trade pact", "Open Rivers Pact")
    near = "The Open Rivers Pact, they told, is a trade pact of note."
    assert meant(FAR + near, "trade pact", "Open Rivers Pact")


def test_a_description_may_stand_before_the_name() -> None:
    lead = FAR.replace("Peru wants the Open Rivers Pact. ", "") + "Chile told of a trade pact."
    assert meant(lead, "trade pact", "Open Rivers Pact")


def test_a_body_called_after_an_accord_is_none() -> None:
    assert not meant("The Government of River Accord told.", "River Accord", "River Accord")
    assert meant("The signing of River Accord was told.", "River Accord", "River Accord")


def test_talks_told_after_a_truce_may_be_on_a_peace() -> None:
    text = "The truce held, envoys told, as talks on a lasting river treaty went on."
    made, text = told(text, "talks", "truce", "agreement.negotiate")
    assert named_as(made, text).other
    of_it = "The truce held, envoys told, as talks on the truce went on."
    made, text = told(of_it, "talks", "truce", "agreement.negotiate")
    assert not named_as(made, text).other


def test_who_proposes_a_deal_of_its_own_proposes_another() -> None:
    text = "Chile floated its own deal to them."
    assert named_as(*told(text, "floated", "deal", "agreement.propose")).other
    assert not named_as(*told(text, "floated", "deal", "agreement.comply")).other


def test_no_deal_is_no_deal_in_particular() -> None:
    text = "Chile told that it has no trade pact."
    assert named_as(*told(text, "told", "trade pact")).generic


def test_the_day_of_a_deadline_is_no_day_of_talks() -> None:
    text = "Talks ahead of a May 3 deadline for a river pact go on."
    made, text = told(text, "Talks", "river pact", "agreement.negotiate")
    due = When("2031-05-03", "2031-05-03", "day", "May 3", Span(17, 22), Timex("DATE", "x"))
    setting = replace(made.setting, when=due)
    planned = replace(made, setting=setting, voice=replace(made.voice, reality="planned"))
    assert is_open(planned, text)
    assert not is_open(planned, text.replace("deadline", "meeting"))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Israel should not be agreeing to any kind of truce deal.", True),
        ("They rejected the kind of truce deal on offer.", False),
    ],
)
def test_any_of_a_sort_is_none_in_particular(text: str, other: bool) -> None:
    assert named_as(*told(text, "truce", "truce deal")).other == other


@pytest.mark.parametrize(
    ("text", "generic"),
    [
        ("First of all, a truce deal should help those at home.", True),
        ("Yesterday a truce deal helped those at home.", False),
    ],
)
def test_what_such_deals_ought_to_be_is_told_of_none(text: str, generic: bool) -> None:
    assert named_as(*told(text, "truce", "truce deal")).generic == generic


def test_a_description_far_before_its_name_brings_in_another() -> None:
    opening = "A trade accord helps farmers. "
    rest = (
        "word " * 150 + opening + "word " * 60 + "The North American Free Trade Agreement is old."
    )
    for text, other in ((rest, True), (opening + rest[760:], False)):
        made, _ = told(text, "helps", "trade accord")
        at = made.agreement.span if made.agreement else Span(0, 0)
        start = text.index(opening)
        passage = replace(made.passage, span=Span(start, start + len(opening)))
        name = Title("North American Free Trade Agreement", at)
        made = replace(made, agreement=name, passage=passage)
        assert named_as(made, text).other == other


def test_a_phrase_that_names_a_deal_of_its_own_means_another() -> None:
    text = "The border truce holds. Peru reached an undisclosed agreement with Chile on smuggling."
    made, _ = told(text, "reached an undisclosed agreement with", "border truce")
    assert named_as(made, text).other
    plain = text.replace("undisclosed", "unusual")
    made, _ = told(plain, "reached an unusual agreement with", "border truce")
    assert not named_as(made, plain).other


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("It is unlikely that Mr. Diaz will sign the river pact.", True),
        ("It is certain that Mr. Diaz will sign the river pact.", False),
    ],
)
def test_nobody_reckons_with_what_is_unlikely(text: str, open_: bool) -> None:
    made, _ = told(text, "sign", "river pact", "agreement.sign")
    made = replace(made, voice=replace(made.voice, reality="planned"))
    assert is_open(made, text) == open_
