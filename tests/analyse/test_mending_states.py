"""Who is held hostage, and participles that the parser takes for past forms."""

from __future__ import annotations

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Daniel Katz, a Briton held hostage by the Taliban, escaped.", "GBR"),
        ("The video showed a Frenchman held hostage in Niger.", "FRA"),
    ],
)
def test_whoever_is_held_stands_before_the_participle(text: str, held: str) -> None:
    told = next(c for c in claims_of(text) if c.kind == "coercion.detain")
    assert [a.country for a in told.roles.recipients] == [held]
    assert held not in {a.country for a in told.roles.actors}


def test_a_past_form_with_what_one_is_held_as_is_a_participle() -> None:
    text = "The swap freed Ana Ruiz, a nurse held captive in Mali."
    told = next(c for c in claims_of(text) if c.kind == "coercion.detain")
    assert [a.name for a in told.roles.recipients] == ["Ana Ruiz"]


def test_a_verb_with_its_day_stays_one() -> None:
    text = "The French government called Thursday for a meeting of the Security Council."
    told = next(c for c in claims_of(text) if c.kind == "request.meeting")
    assert [a.country for a in told.roles.actors] == ["FRA"]
