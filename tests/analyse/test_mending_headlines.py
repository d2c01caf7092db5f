"""What befell the subject of a headline is not its own deed."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Rebel Leader Arrested In Southern Velm", "arrested"),
        ("Police Chief Shot Dead In Southern Velm", "shot"),
        ("Velmish Captain Freed In Border Exchange", "freed"),
    ],
)
def test_a_subject_is_what_it_befell(text: str, verb: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index(verb)
    below = {dep for dep, head in zip(s.deps, s.heads, strict=True) if head == at}
    assert "nsubjpass" in below or s.deps[at] == "acl"


@pytest.mark.parametrize(
    "text",
    [
        "Rebel Forces Captured Southern Velm",
        "The rebel leader arrested two men in Velm.",
        "Kenyan Troops Fired On Market Crowd",
        "Rebels Attacked At Dawn In Southern Velm",
        "Rebel Forces Attacked Near Southern Velm",
    ],
)
def test_who_acts_stays_the_doer(text: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert "nsubjpass" not in s.deps


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Modi phones Sunak over tea deal", "phones"),
        ("Ruto scraps tariffs on Chad", "scraps"),
        ("Kenya shares Chad's view on the dam.", "shares"),
    ],
)
def test_the_only_word_that_may_be_a_verb_is_one(text: str, verb: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index(verb)
    assert s.tags[at] == "VBZ"
    assert [s.deps[k] for k in range(at)][-1] == "nsubj"


@pytest.mark.parametrize("text", ["Kenya shares worries", "New phones on the market"])
def test_a_noun_behind_a_name_stays_one(text: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert "VBZ" not in s.tags
