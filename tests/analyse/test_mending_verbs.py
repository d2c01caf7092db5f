"""Verbs that are taken for names are verbs again, and clauses have their doers."""

import pytest

from tests.reading import analyser, report_of


def heads(text: str) -> dict[str, tuple[str, str]]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    return {w: (s.deps[i], s.words[s.heads[i]]) for i, w in enumerate(s.words)}


@pytest.mark.parametrize(
    ("text", "doer", "verb", "goal"),
    [
        ("Kenya armed Peru.", "Kenya", "armed", "Peru"),
        ("Kenya has twice armed Peru this year.", "Kenya", "armed", "Peru"),
        ("A raid on Monday shocked Peru.", "raid", "shocked", "Peru"),
        ("Kenya, Chile said, attacked Peru.", "Kenya", "attacked", "Peru"),
        ("Kenya and Chile, having met, attacked Peru.", "Kenya", "attacked", "Peru"),
    ],
)
def test_a_verb_has_its_doer_and_its_goal(text: str, doer: str, verb: str, goal: str) -> None:
    found = heads(text)
    assert (found[doer], found[goal]) == (("nsubj", verb), ("dobj", verb))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya denied sanctioning Peru.", "sanctioning"),
        ("Chile accused Kenya of sanctioning Peru.", "sanctioning"),
    ],
)
def test_what_is_denied_or_charged_is_done_to_the_name(text: str, act: str) -> None:
    assert heads(text)["Peru"] == ("dobj", act)


def test_what_to_opens_is_a_verb() -> None:
    s = next(iter(analyser().analyse([report_of("Kenya agreed to sanction Peru.")])))[0]
    assert s.tags[s.words.index("sanction")] == "VB"


def test_who_is_told_not_to_have_done_it_has_no_part() -> None:
    assert heads("Kenya, not Uganda, attacked Peru.")["Uganda"][0] == "dep"


def test_who_is_named_among_others_has_done_it() -> None:
    assert heads("Peru was attacked by, among others, Kenya.")["Kenya"] == ("pobj", "by")


def test_a_name_stays_one() -> None:
    found = heads("The United Nations met in Peru.")
    assert found["United"][0] == "compound"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peru suffered shelling by Kenya on Monday.", "shelling"),
        ("Peru was hit by bombing by Kenyan jets.", "bombing"),
    ],
)
def test_what_somebody_named_does_is_a_noun(text: str, act: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert s.tags[s.words.index(act)] == "NN"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya started bombing by Monday.", "bombing"),
        ("The group insisted on abiding by rules of the game.", "abiding"),
    ],
)
def test_what_is_done_by_a_day_or_a_rule_is_none(text: str, act: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert s.tags[s.words.index(act)] == "VBG"


@pytest.mark.parametrize(
    ("text", "verb", "form"),
    [
        ("The army retook the town of Velm on Monday.", "retook", ("retake", "VBD")),
        ("Chad forgave the debt of Niger on Monday.", "forgave", ("forgive", "VBD")),
        ("Their jets had overflown the border town.", "overflown", ("overfly", "VBN")),
        ("The army found the mine.", "found", ("find", "VBD")),
    ],
)
def test_a_form_that_is_only_a_past_is_one(text: str, verb: str, form: tuple[str, str]) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index(verb)
    assert (s.lemmas[at], s.tags[at]) == form


@pytest.mark.parametrize(
    ("text", "word", "of"),
    [
        ("Peru accused visiting Chilean lawmakers of spying.", "visiting", "lawmakers"),
        ("Peru denounced visiting Chilean lawmakers.", "visiting", "lawmakers"),
        ("Peru met visiting Chinese president Xi Jinping.", "visiting", "Jinping"),
        ("Kenya resumed visiting Ugandan prisoners.", "visiting", "resumed"),
        ("Kenya's king died visiting Ugandan villages.", "visiting", "died"),
    ],
)
def test_who_visits_is_whom_somebody_meets(text: str, word: str, of: str) -> None:
    assert heads(text)[word][1] == of
