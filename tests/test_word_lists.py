"""YAML files of words are read as YAML has it, with words where it has booleans."""

import pytest
import yaml

from foedera.word_lists import read_words


def test_words_numbers_and_gaps_are_told_apart_as_yaml_does() -> None:
    text = "[12, -3.5, '12', null, nulls, ~, 2024-05-01, <, =a, .5, true, truer, 0x1f, '', |]"
    text = text.replace("|", "plain words")
    assert read_words(text) == yaml.safe_load(text)
    assert read_words("a:\nb: []\n") == yaml.safe_load("a:\nb: []\n")


def test_words_numbers_and_nothing():
    body = read_words('a: [on, "no", 3, 2.5, ~, true]\nb: {off: "x y"}\n1: ""')
    assert body == {"a": ["on", "no", 3, 2.5, None, True], "b": {"off": "x y"}, 1: ""}
    assert read_words("") is None


def test_a_value_taken_up_again_is_the_same():
    assert read_words("a: &all [x, y]\nb: *all") == {"a": ["x", "y"], "b": ["x", "y"]}


@pytest.mark.parametrize("text", ["[a, b", "{[a]: b}", "a: !!unheard b", "? {a: b}\n: c"])
def test_what_is_no_file_of_words_is_an_error(text: str):
    with pytest.raises(yaml.YAMLError):
        read_words(text)
