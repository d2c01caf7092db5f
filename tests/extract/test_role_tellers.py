"""Which words of a slot may tell who does an act, or whom it is done to."""

from __future__ import annotations

import pytest

from foedera.data import Claim
from tests.extract.claims_of import claims_of


def told(text: str, kind: str) -> Claim:
    return next(c for c in claims_of(text) if c.kind == kind)


def recipients(text: str, kind: str) -> list[str]:
    return [a.country or a.name for a in told(text, kind).roles.recipients]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Turkey is a friend, and the United States must help, Merkel said.", ["USA"]),
        ("Arab states must seek peace with Israel, and Palestinians must help, Obama said.",
         ["Arab states"]),
        ("They argue Merkel cannot depend on France and must ensure that Italy pays.", ["DEU"]),
        ("Peru is weak, but no state should be bombed, Chile's minister said.", []),
        ("Hamas should be disarmed, Netanyahu said.", []),
        ("Chad and Mali need to be held accountable, Merkel said.", []),
    ],
)  # fmt: skip
def test_who_is_to_act_is_asked_and_no_other_clause_names_him(text: str, asked: list[str]) -> None:
    assert recipients(text, "request.action") == asked


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Modi offered condolences on Twitter.", "statement.praise", []),
        ("Modi urged supporters on Twitter to attend the rally.", "request.action", ["supporters"]),
        ("Congress called on Facebook to remove the page.", "request.action", ["USA"]),
    ],
)
def test_where_something_is_said_nobody_is_addressed(text: str, kind: str, whom: list[str]) -> None:
    assert recipients(text, kind) == whom


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Claims on the Sunday after the attack by Ana Lind that Peru knew of it were wrong.", []),
        ("Claims about a raid by Israel that killed ten were denied.", ["ISR"]),
    ],
)
def test_whose_words_a_clause_tells_does_not_do_the_deed_before_it(
    text: str, doers: list[str]
) -> None:
    found = [c for c in claims_of(text) if c.kind == "military.attack"]
    assert [a.country for c in found for a in c.roles.actors] == doers


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Thousands denounced Maduro and protested his policies.", ["VEN"]),
        ("Students protested the fees of their school.", []),
    ],
)
def test_who_protests_his_policies_protests_against_him(text: str, against: list[str]) -> None:
    assert recipients(text, "unrest.protest") == against
