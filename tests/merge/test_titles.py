"""Names of agreements: which one, or only what sort."""

from __future__ import annotations

import pytest

from foedera.merge.titles import bare_title, differ, read_title, same_title


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("NAFTA", "Trans-Pacific Partnership"),
        ("Open Rivers Treaty", "Chemical Weapons Convention"),
        ("Peru trade deal", "Chilean trade deal"),
        ("Peru fishing accord", "Chemical Weapons Convention"),
    ],
)
def test_two_names_are_two_agreements(a: str, b: str) -> None:
    assert differ(a, b)
    assert differ(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("NAFTA", "North American Free Trade Agreement"),
        ("TPP", "huge 12-nation Pacific Rim trade deal"),
        ("Peruvian fishing accord", "Peru fishing deal"),
        ("Open Rivers Treaty", "the Open Rivers pact"),
    ],
)
def test_two_names_are_one_agreement(a: str, b: str) -> None:
    assert same_title(a, b)
    assert not differ(a, b)


@pytest.mark.parametrize("title", ["the pact", "trade deal", "new nuclear agreement"])
def test_a_description_may_mean_any(title: str) -> None:
    assert not differ(title, "Open Rivers Treaty")
    assert not same_title(title, title)


def test_words_that_judge_are_cut_off() -> None:
    assert bare_title("touted historic Peru fishing accord") == ("Peru fishing accord")
    assert bare_title("possible free trade deal") == "free trade deal"


def test_words_of_a_state_are_no_words_of_its_own() -> None:
    parts = read_title("South Africa–Peru fishing pact")
    assert parts.states == {"ZAF", "PER"}
    assert not parts.proper
