from dataclasses import replace

import pytest

from foedera.data import Actor, Dateline, Imprint, Span
from foedera.extract.actors import find_actors
from foedera.extract.reference_offices import holds_for_state
from foedera.gazetteer import load_gazetteer
from tests.reading import analyser, report_of


def state_of(name: str, text: str, town: str | None = None) -> set[str | None]:
    """Return the states that all mentions of a name have, the desk's town told or not."""
    report = report_of(text)
    if town:
        line = Dateline(town, None, None, Span(0, 0))
        report = replace(report, imprint=Imprint(dateline=line))
    sentences = next(iter(analyser().analyse([report])))
    found = find_actors(report, sentences, load_gazetteer())
    return {m.value.country for m in found if isinstance(m.value, Actor) and m.value.name == name}


TOLD = [
    # the capital that opens the sentence
    ("In Lima, Foreign Minister Ana Ruelas welcomed the vote in Chile.", "Ana Ruelas", "PER"),
    ("From Helsinki, Defence Minister Olli Vaara sent word to Norway.", "Olli Vaara", "FIN"),
    # an owner
    ("Ghana protested. Its ambassador, Kojo Badu, left Togo.", "Kojo Badu", "GHA"),
    # the doer of the main clause
    ("Chile's president told parliament so, but Army Commander Luis Pardo warned Peru.",
     "Luis Pardo", "CHL"),
    # the doer of the sentence before, who goes on in a quotation
    ("The Ghanaian government protested to Togo. \"We are shocked,\" Foreign Minister Kojo Badu "
     "said.", "Kojo Badu", "GHA"),
    ("Ghana closed the border with Togo. Interior Minister Kojo Badu said that smugglers used it.",
     "Kojo Badu", "GHA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "state"), TOLD)
def test_an_official_acts_for_the_state_told_nearest(text, name, state):
    assert state_of(name, text) == {state}


def test_an_official_without_a_state_is_of_the_state_a_desk_writes_from():
    text = "Foreign Minister Olli Vaara urged Norway to ease its ban. Finland exports timber."
    assert state_of("Olli Vaara", text, "Helsinki") == {"FIN"}


AT_HOME = [
    ("Government", "It was denied that Government had promised Togo and Chad a loan.", "GHA"),
    ("navy", "The navy held drills with Togo and Chad.", "GHA"),
    ("Parliament", "Parliament approved the pact with Togo and Chad.", "GHA"),
    ("government", "Togo praised the government of the day. Chad did so too.", None),
    ("government", "Togo and Chad said that government is no business.", None),
    ("navy", "Chad and Togo praised a navy.", None),
    ("soldiers", "Chad and Togo praised the soldiers in Mali.", None),
    ("Kofi Badu", "Dr Kofi Badu, Minister for Finance, condemned Togo and Chad.", "GHA"),
    ("Kofi Badu", "Mr Kofi Badu, head of a bank, condemned Togo and Chad.", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "state"), AT_HOME)
def test_a_desk_leaves_out_whose_its_government_and_ministers_are(name, text, state):
    told = f"{text} Ghana trades with Togo. Chad trades with Ghana. Togo trades with Chad."
    assert state_of(name, told, "Accra") == {state}


def test_a_paper_read_at_home_writes_of_its_own_government():
    text = "The navy held drills with Togo and Chad. Kenya trades with both. Togo likes Chad."
    report = replace(report_of(text), imprint=Imprint(outlet="Daily Nation"))
    sentences = next(iter(analyser().analyse([report])))
    found = find_actors(report, sentences, load_gazetteer())
    assert "KEN" in {m.value.country for m in found if m.value.name == "navy"}


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Norway met its European allies.", "European allies", None),
        ("Norway paid its creditors.", "creditors", None),
        ("Norway's government met its trading partners.", "trading partners", None),
        ("Norwegian Premier Ola Vik met his EU counterparts.", "EU counterparts", None),
        ("Norwegian Premier Ola Vik denounced his old opponents.", "old opponents", "NOR"),
        ("Norway recalled its envoys.", "envoys", "NOR"),
    ],
)  # fmt: skip
def test_whoever_rules_a_state_has_allies_abroad(text, name, state):
    assert state_of(name, text) == {state}


def test_a_premier_is_none_of_a_state_without_premiers():
    text = "Premier Ann Foe thanked the United States. The United States trades. It sells oil."
    assert state_of("Ann Foe", text) == {None}


@pytest.mark.parametrize(
    ("text", "noun", "state"),
    [
        ("In Lima, police arrested a Chilean. Chile protested.", "police", "PER"),
        ("In Helsinki, the government fell. Norway and Sweden were silent.", "government", "FIN"),
        ("In Brussels, the government fell. Norway and Sweden were silent.", "government", None),
    ],
)
def test_a_body_right_behind_its_capital_is_of_that_state(text, noun, state):
    assert state_of(noun, text) == {state}


NOT_TOLD = [
    # he acts upon the state told before
    ("Ghana closed the border with Togo. Foreign Minister Kojo Badu criticised Ghana in Togo.",
     "Kojo Badu"),
    # to whom another's envoy speaks
    ("The Chilean ambassador gave a note to Foreign Minister Ana Ruelas.", "Ana Ruelas"),
    # who rejects what another said
    ("Chile called it a raid, a word that Foreign Minister Ana Ruelas rejected.", "Ana Ruelas"),
    # where envoys of many states speak
    ("In Brussels, Foreign Minister Ana Ruelas praised the union.", "Ana Ruelas"),
    # a state that has no ministers
    ("In Washington, Foreign Minister Ana Ruelas praised the pact.", "Ana Ruelas"),
    # two states were told
    ("Ghana and Togo closed the border. Foreign Minister Kojo Badu spoke of smugglers.",
     "Kojo Badu"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NOT_TOLD)
def test_an_official_is_left_without_a_state_where_nobody_tells(text, name):
    assert state_of(name, text) == {None}


@pytest.mark.parametrize(
    ("office", "of_state"),
    [
        ("foreign minister", True),
        ("former deputy prime minister", True),
        ("ministry spokesman", True),
        ("chief minister", False),
        ("company vice president", False),
        ("minister of refugees", False),
        (None, False),
    ],
)
def test_which_offices_only_a_state_has(office, of_state):
    assert holds_for_state(office) is of_state


def test_a_body_behind_its_is_of_the_owner_and_no_national():
    told = "Chad rejected the step. Its National Security Committee denounced Mali."
    assert state_of("Security Committee", told) == {"TCD"}
    plain = "Chad and Mali signed it. The Lake Basin Committee denounced Togo."
    assert state_of("Lake Basin Committee", plain) == {None}
