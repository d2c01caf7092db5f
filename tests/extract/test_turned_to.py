"""Whom somebody turns to by what he did before, or by a demand that he gives up."""

from __future__ import annotations

import pytest

from tests.extract.claims_of import claims_of


def recipients(text: str, kind: str) -> list[str]:
    found = next(c for c in claims_of(text) if c.kind == kind)
    return [a.country or a.name for a in found.roles.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Putin called Erdogan and asked for a truce.", "request.action", ["TUR"]),
        ("Kerry wrote to Congress asking for money.", "request.aid", ["USA"]),
        ("Kerry phoned Lavrov to ask for a truce.", "request.action", ["RUS"]),
        ("Kerry spoke to Netanyahu and apologised.", "statement.apologise", ["ISR"]),
        ("Kerry met Lavrov and asked Syria to halt the raids.", "request.action", ["SYR"]),
        ("Obama called Merkel a friend and asked for help.", "request.aid", []),
        ("Haftar visited Moscow and asked for weapons.", "request.arms", []),
    ],
)
def test_who_is_called_is_asked(text: str, kind: str, whom: list[str]) -> None:
    assert recipients(text, kind) == whom


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Turkey dropped its demand for Greece to withdraw.", "statement.concede", ["GRC"]),
        ("Britain renewed its call for Iran to leave Syria.", "request.action", ["IRN"]),
        ("Togo dropped its demand for compensation.", "statement.concede", []),
    ],
)
def test_a_demand_is_made_to_who_is_to_act(text: str, kind: str, whom: list[str]) -> None:
    assert recipients(text, kind) == whom
