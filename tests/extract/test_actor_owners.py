"""Whose forces are that are told with where they come from."""

from __future__ import annotations

import pytest

from foedera.data import Claim
from tests.extract.claims_of import claims_of


def _one(text: str, kind: str) -> Claim:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    return told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers from Chad attacked a post near the lake.", "military.attack"),
        ("A ship was seized by marines from Chad.", "coercion.seize"),
        ("A delegation from Chad met Kerry.", "diplomacy.meet"),
    ],
)
def test_who_acts_is_of_where_they_are_from(text: str, kind: str) -> None:
    assert "TCD" in {a.country for a in _one(text, kind).roles.actors}


def test_who_is_moved_is_moved_from_there() -> None:
    told = _one("Kenya withdrew troops from Somalia.", "military.withdraw")
    assert [a.country for a in told.roles.actors] == ["KEN"]
