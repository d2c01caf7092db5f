"""What the kinds lean on in the matching of frames."""

import pytest

from foedera.extract.noun_classes import classes_of
from foedera.extract.subjects import tells_as_modifier
from tests.reading import parse


def _head(text: str, word: str) -> frozenset[str]:
    s = parse(text)
    return classes_of(s, s.words.index(word))


def test_a_longer_form_adds_to_its_head() -> None:
    assert {"weapons", "aid"} <= _head("Norway sent military aid to Chile.", "aid")


def test_a_whole_form_stands_for_its_head() -> None:
    assert "attack" not in _head("The doctors began a hunger strike in May.", "strike")


def test_what_follows_of_makes_a_class() -> None:
    assert "restriction" in _head("Peru declared a state of emergency.", "state")


@pytest.mark.parametrize(
    ("text", "verb", "duty"),
    [
        ("Norway said that Kenya must open the port.", "open", True),
        ("Norway said that it must open the port.", "open", False),
        ("Norway said that Kenya should have opened the port.", "opened", False),
        ("Norway said that Kenya will open the port.", "open", False),
    ],
)
def test_a_duty_falls_on_somebody_named_and_lies_ahead(text: str, verb: str, duty: bool) -> None:
    assert ("duty" in _head(text, verb)) is duty


def test_a_verb_the_parser_hangs_on_its_object_still_tells() -> None:
    s = parse("Chancellor Merkel hosted African leaders in Berlin.")
    verb = s.words.index("hosted")
    assert tells_as_modifier(s, verb) is (s.deps[verb] == "amod")
