"""What somebody calls another's act."""

import pytest

from foedera.data import Sentence
from tests.reading import analyser, report_of


def read(text: str) -> Sentence:
    return next(iter(analyser().analyse([report_of(text)])))[0]


def named(s: Sentence) -> list[str]:
    return [w for w, dep in zip(s.words, s.deps, strict=True) if dep == "oprd"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Chad called the Libyan raid "barbaric" and vowed revenge.', "barbaric"),
        ("Mali called the comment “startling and deeply disappointing.”", "startling"),
        ("Peru labelled Chile's move “reckless” in an interview.", "reckless"),
        ('Oman, calling the raid "cowardly", recalled its envoy.', "cowardly"),
        ('Libya termed the air strike "an act of war".', "act"),
        ("Cuba called U.S. President Donald Trump a bully.", "bully"),
    ],
)
def test_what_stands_behind_a_thing_is_what_it_is_called(text: str, name: str) -> None:
    assert named(read(text)) == [name]


def test_the_thing_is_the_object() -> None:
    s = read('Chad called the Libyan raid "barbaric" and vowed revenge.')
    raid, called = s.words.index("raid"), s.words.index("called")
    assert (s.deps[raid], s.heads[raid]) == ("dobj", called)
    assert s.heads[s.words.index("Libyan")] == raid


def test_the_noun_before_may_be_a_place_of_the_thing() -> None:
    s = read('Peru called the attacks in Chad "barbaric" and left.')
    chad, place = s.words.index("Chad"), s.words.index("in")
    assert (s.deps[chad], s.heads[chad]) == ("pobj", place)


def test_a_noun_alone_in_quotes_is_the_thing_itself() -> None:
    s = read('Peru wrote what the envoy calls an army "playbook" of tricks.')
    assert s.deps[s.words.index("army")] != "dobj"


@pytest.mark.parametrize(
    "text",
    [
        "Peru called the meeting a day later.",
        "Chile called Peru, a neighbour, on Monday.",
        'It called on Chad to "stop" the raids.',
    ],
)
def test_other_words_behind_a_call_are_no_names(text: str) -> None:
    assert not set(named(read(text))) & {"day", "neighbour", "stop"}
