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
