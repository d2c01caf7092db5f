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


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A spokesman for President Vladimir Putin criticised Kenya.", "RUS"),
        ("A lawyer for ousted Egyptian President Mohammed Morsi criticised Kenya.", "EGY"),
        ("The government of Prime Minister Benjamin Netanyahu criticised Kenya.", "ISR"),
        ("A close aide to Vladimir Putin criticised Kenya.", "RUS"),
        ("Two advisers to the Chilean president criticised Kenya.", "CHL"),
        ("Senior officials at the Chilean Foreign Ministry criticised Kenya.", "CHL"),
        ("An officer in Chile's army criticised Kenya.", "CHL"),
        ("Members of the Chilean government criticised Kenya.", "CHL"),
        ("Forces loyal to President Idriss Deby criticised Kenya.", "TCD"),
        ("A special envoy from Chile criticised Kenya.", "CHL"),
        ("Chile's newly elected president criticised Kenya.", "CHL"),
        ("Chilean PM Ana Ruiz criticised Kenya.", "CHL"),
        ("General Ana Ruiz, Chile's army chief, criticised Kenya.", "CHL"),
    ],
)
def test_whoever_serves_a_state_is_of_it(text: str, state: str) -> None:
    assert [a.country for a in _one(text, "statement.criticise").roles.actors] == [state]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Kenya's adviser to Chile criticised Chad.", "KEN"),
        ("Militias loyal to a renegade general criticised Kenya.", None),
    ],
)
def test_whoever_is_sent_or_there_is_not_of_that_state(text: str, state: str | None) -> None:
    assert [a.country for a in _one(text, "statement.criticise").roles.actors] == [state]
