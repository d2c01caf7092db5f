"""What stands in a second cluster of arguments behind "and" is done to, or given, as well."""

from __future__ import annotations

import pytest

from tests.extract.claims_of import claims_of


def recipients(text: str, kind: str) -> list[str]:
    found = next(c for c in claims_of(text) if c.kind == kind)
    return [a.country or a.name for a in found.roles.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Israel struck Hamas in Gaza and Hezbollah in Lebanon.", "military.attack",
         ["PSE", "LBN"]),
        ("The party nominated Ana Lopez for president and Juan Perez as her running mate.",
         "diplomacy.appoint", ["Ana Lopez", "Juan Perez"]),
        ("Peru invaded Chile in May and Bolivia in June.", "military.incursion", ["CHL", "BOL"]),
        ("Police arrested two men in Lagos and a woman in Kano.", "coercion.detain",
         ["men", "woman"]),
        ("France will send tanks to Ukraine and missiles to Moldova.", "transfer.arms",
         ["UKR", "MDA"]),
        ("Chile sold planes to Peru and ships to Bolivia in May.", "transfer.goods",
         ["PER", "BOL"]),
        ("Peru gave Chile two ships and Bolivia a plane.", "transfer.aid", ["CHL", "BOL"]),
        ("The U.S. imposed sanctions on Iran in May and on Chad in June.", "coercion.sanction",
         ["IRN", "TCD"]),
    ],
)  # fmt: skip
def test_a_second_cluster_adds_its_goal(text: str, kind: str, whom: list[str]) -> None:
    assert recipients(text, kind) == whom


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Peru invaded Chile in May and Bolivia in June condemned it.", "military.incursion",
         ["CHL"]),
        ("Israel struck Hamas in Gaza and Lebanon in May.", "military.attack", ["PSE"]),
        ("Chad expressed sympathy for Mali and disdain for Togo.", "statement.praise", ["MLI"]),
        ("Peru urged all parties to allow access to Chad and its partners to help it.",
         "request.action", ["parties"]),
    ],
)  # fmt: skip
def test_another_clause_or_place_adds_nobody(text: str, kind: str, whom: list[str]) -> None:
    assert recipients(text, kind) == whom


def test_talks_with_each_are_held_apart() -> None:
    text = "Merkel met Putin in Moscow and Erdogan in Ankara."
    (told,) = (c for c in claims_of(text) if c.kind == "diplomacy.meet")
    assert [a.country for a in told.roles.actors] == ["DEU", "RUS"]
