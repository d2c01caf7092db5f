"""Who stands behind the words of a source."""

from __future__ import annotations

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from tests.reading import report_of


def claims_of(text: str) -> tuple[Claim, ...]:
    (read,) = build_line().run([report_of(text)])
    return read.claims


def sources_of(text: str) -> list[list[str]]:
    claim = next(c for c in claims_of(text) if c.kind == "military.attack")
    return [[actor.name for actor in level] for level in claim.voice.sources]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("A Trump supporter", "A Trump supporter"),
        ("The Trump opponent", "The Trump opponent"),
        ("A Putin ally", "Putin ally"),
        ("Italian news reports", "Italian news reports"),
        ("Israeli media reports", "Israeli media reports"),
    ],
)
def test_whoever_stands_with_a_name_is_not_the_name(speaker: str, name: str) -> None:
    assert sources_of(f"{speaker} said Chad had attacked Mali.") == [[name]]


def test_all_of_a_series_speak() -> None:
    said = sources_of("Ana Soto, Luis Paz and John Mbeki all said Chad had attacked Mali.")
    assert said == [["Ana Soto", "Luis Paz", "John Mbeki"]]


def test_all_of_a_series_behind_one_title_speak() -> None:
    said = sources_of("Sens. Ana Soto, Luis Paz and John Mbeki said Chad had attacked Mali.")
    assert said == [["Ana Soto", "Luis Paz", "John Mbeki"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The links are a challenge, Ana Soto said, as Chad attacked Mali.", []),
        ("Kenya is ready, the minister said, after Chad attacked Mali.", []),
        ("It was wrong, Kenya said, as it attacked nine men in Mali.", [["Kenya"]]),
    ],
)
def test_what_others_do_behind_a_speaker_is_the_reports(text: str, told: list[list[str]]) -> None:
    assert sources_of(text) == told


@pytest.mark.parametrize(
    "show", ['"CBS Evening News"', "“Fox News Sunday”", 'ABC\'s "This Week"', '"Fox & Friends"']
)
def test_whoever_tells_a_show_says_what_follows(show: str) -> None:
    assert sources_of(f"Ana Soto told {show} that Chad had attacked Mali.") == [["Ana Soto"]]


def test_a_quotation_with_a_verb_is_what_is_said() -> None:
    assert sources_of('Ana Soto told Reuters "Chad attacked Mali" and left.') == [["Ana Soto"]]


def test_a_conjunction_says_nothing() -> None:
    said = sources_of(
        "Mr. Sokolov says that reports that the airliner was hit by rebels in Egypt "
        "cannot be considered reliable."
    )
    assert ["that"] not in said
