"""A shortened "has" is no passive, and a shortened "is" stays one."""

import pytest

from foedera.tree import helping
from tests.reading import analyser, report_of


def read(text: str, verb: str) -> tuple[str, set[str]]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index(verb)
    subject = next(s.deps[k] for k in s.children[at] if s.deps[k].startswith("nsubj"))
    return subject, helping(s, at)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("She's accused Peru of spying.", "accused"),
        ("He's met the envoys twice.", "met"),
        ("He's cracked down on the press.", "cracked"),
        ("He’s signed the deal with Peru.", "signed"),
    ],
)
def test_who_has_done_something_is_its_subject(text: str, verb: str) -> None:
    assert read(text, verb) == ("nsubj", {"has"})


def test_what_has_been_done_is_a_passive_of_the_past() -> None:
    assert read("It's been attacked by rebels.", "attacked") == ("nsubjpass", {"has", "been"})


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("He's denied entry by Peru.", "denied"),
        ("She's arrested by police in Lima.", "arrested"),
        ("She's named ambassador to Chad.", "named"),
        ("He's detained in Peru.", "detained"),
    ],
)
def test_what_is_done_now_is_a_passive(text: str, verb: str) -> None:
    assert read(text, verb) == ("nsubjpass", {"'s"})
