"""Whose an act is that a clause with "whose" tells of."""

from __future__ import annotations

from foedera.data import Claim
from tests.extract.claims_of import claims_of


def _one(text: str, kind: str) -> Claim:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    return told


def test_the_noun_before_the_clause_owns_the_act() -> None:
    told = _one("Chad, whose support for the rebels is strong, kept silent.", "statement.support")
    assert [a.country for a in told.roles.actors] == ["TCD"]


def test_whoever_it_befell_is_no_doer() -> None:
    text = "The Peruvian envoy whose murder by Chadian rebels angered Lima was 41."
    told = _one(text, "harm.kill")
    assert [a.country for a in told.roles.actors] == ["TCD"]
    assert [a.country for a in told.roles.recipients] == ["PER"]


def test_a_name_goes_before_what_stands_beside_it() -> None:
    text = "Daniel Katz, the reporter whose kidnapping by rebels shocked Chad, spoke on Friday."
    told = _one(text, "harm.injure")
    assert [a.name for a in told.roles.recipients] == ["Daniel Katz"]


def test_whose_arrest_it_is_where_the_doer_is_told() -> None:
    text = "The Chadian mayor's arrest by Turkish police sparked protests."
    told = _one(text, "coercion.detain")
    assert [a.country for a in told.roles.actors] == ["TUR"]
    assert [a.country for a in told.roles.recipients] == ["TCD"]
