"""Names told with their places make a row, and those of a chain of hyphens tell of one thing."""

import pytest

from foedera.data import Sentence
from tests.reading import analyser, report_of


def _read(text: str) -> Sentence:
    return next(iter(analyser().analyse([report_of(text)])))[0]


@pytest.mark.parametrize(
    ("text", "name", "first"),
    [
        ("Ana Kern of Chile, Luis Paz of Peru and Omar Diallo of Mali sat.", "Paz", "Kern"),
        ("It was signed by Ana Kern of Chile, Luis Paz of Peru and Omar Diallo of Mali.",
         "Paz", "Kern"),
        ("Premiers Ana Kern of Chile and Luis Paz of Peru signed it.", "Paz", "Kern"),
        ("Ana Kern from Chile, Luis Paz from Peru and Omar Diallo from Mali condemned it.",
         "Paz", "Kern"),
    ],
)  # fmt: skip
def test_names_with_places_are_a_row(text: str, name: str, first: str) -> None:
    s = _read(text)
    at = s.words.index(name)
    assert (s.deps[at], s.words[s.heads[at]]) == ("conj", first)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Kern of Chile, head of the navy, and Luis Paz condemned it.",
        "Ana Kern of Chile, Paz of the press, condemned it.",
    ],
)
def test_what_a_name_is_said_to_be_is_no_row(text: str) -> None:
    s = _read(text)
    assert "conj" not in {s.deps[t] for t, head in enumerate(s.heads) if head == 1 and t < 8}


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Peru-Japan-South Korea cooperation is close.", "Japan", "Korea"),
        ("Chile-Brazil-South Africa cooperation is close.", "Africa", "cooperation"),
    ],
)
def test_names_in_a_chain_tell_of_one_thing(text: str, name: str, whole: str) -> None:
    s = _read(text)
    at = s.words.index(name)
    assert (s.deps[at], s.words[s.heads[at]]) == ("compound", whole)


def test_a_short_title_of_several_ends_no_sentence() -> None:
    s = _read("The letter was signed by Sens. Paul Dorn and Mark Till.")
    assert "Sens." in s.words
    assert s.words[s.heads[s.words.index("Dorn")]] == "by"
