"""Whom a clause with "who" tells of, by the number of its verb."""

from __future__ import annotations

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("There were judges nominated by Trump who have criticised the court.",
         "statement.criticise", "judges"),
        ("The leader of the rebels who has rejected the truce left Mali.",
         "agreement.reject", "leader"),
        ("A group of senators who have criticised the deal met Kerry.",
         "statement.criticise", "senators"),
    ],
)  # fmt: skip
def test_the_noun_of_its_number_is_meant(text: str, kind: str, doer: str) -> None:
    told = next(c for c in claims_of(text) if c.kind == kind)
    assert [a.name for a in told.roles.actors] == [doer]


def test_two_in_a_row_are_many() -> None:
    text = "The envoys of Chad and Peru who were expelled by Chile left."
    told = next(c for c in claims_of(text) if c.kind == "diplomacy.expel-diplomats")
    assert [a.country for a in told.roles.actors] == ["CHL"]


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("Diplomats say the envoy lied and have asked Chile for help.", "request.aid", "Diplomats"),
        ("Lawmakers have said the embassy was unsafe and have accused Mali of lying.",
         "statement.accuse", "Lawmakers"),
        ("The premier said the troops left and has condemned Iran.",
         "statement.criticise", "premier"),
        ("Officials say rebels took the town and have condemned Iran.",
         "statement.criticise", "rebels"),
        ("Officials say the army fled and should have condemned Iran.",
         "statement.criticise", "army"),
    ],
)  # fmt: skip
def test_whoever_says_it_goes_on_by_number(text: str, kind: str, doer: str) -> None:
    told = next(c for c in claims_of(text) if c.kind == kind)
    assert [a.name for a in told.roles.actors] == [doer]
