"""Two states of which the first is told by its direction alone."""

from __future__ import annotations

import pytest

from foedera.data import Claim
from tests.extract.claims_of import claims_of


def _doers(claim: Claim) -> list[str | None]:
    return sorted({a.country for a in claim.roles.actors}, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "The North and South Korean militaries exchanged fire on Monday.",
        "South and North Korean officials met at the border.",
        "North and South Korea signed a pact.",
        "Talks between the North and South Korean leaders failed.",
    ],
)
def test_a_direction_shares_the_words_behind_the_next(text: str) -> None:
    told = claims_of(text)
    assert told
    assert all(_doers(c) == ["KOR", "PRK"] for c in told)


def test_both_are_called_by_their_whole_names() -> None:
    (told,) = claims_of("North and South Korean envoys met on Monday.")
    names = {a.name for a in told.roles.actors}
    assert names == {"North Korean envoys", "South Korean envoys"}


def test_both_stand_in_the_place_of_the_phrase() -> None:
    told = claims_of("Chad urged both North and South Korea to show restraint.")
    asked = next(c for c in told if c.kind == "request.action")
    assert {a.country for a in asked.roles.recipients} == {"KOR", "PRK"}


def test_where_the_words_name_no_state_a_direction_is_none() -> None:
    (told,) = claims_of("Troops of Chad shelled villages in North and South Kivu.")
    assert _doers(told) == ["TCD"]
