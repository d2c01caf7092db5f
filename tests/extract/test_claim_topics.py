"""Of whom a saying only speaks."""

from __future__ import annotations

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad opposed the Iraq war.", "statement.reject"),
        ("Ghana's parliament voted against the Peru bill.", "statement.reject"),
        ("Lawmakers in Chad criticised the Libya operation.", "statement.criticise"),
        ("Congress voted on Obama's Syria request.", "request.action"),
    ],
)
def test_a_name_before_a_measure_only_tells_what_it_is_about(text: str, kind: str) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    assert not told.roles.recipients


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Chad rejected the Greek plan.", "GRC"),
        ("Chad condemned a U.S. strike.", "USA"),
        ("Chad criticised Peru's policy.", "PER"),
        ("Chad criticised the Syrian operation.", "SYR"),
    ],
)
def test_whose_measure_it_is_is_told(text: str, state: str) -> None:
    told = next(c for c in claims_of(text) if c.kind.startswith("statement."))
    assert [a.country for a in told.roles.recipients] == [state]


@pytest.mark.parametrize(
    ("text", "backed"),
    [
        ("Biden backs a withdrawal of troops from the island.", []),
        ("Obama praised the withdrawal of Russian troops.", ["RUS"]),
    ],
)
def test_troops_that_are_only_moved_are_not_backed(text: str, backed: list[str]) -> None:
    told = next(c for c in claims_of(text) if c.kind.startswith("statement."))
    assert [a.country for a in told.roles.recipients] == backed


@pytest.mark.parametrize("goal", ["president", "the Senate", "governor"])
def test_what_one_runs_for_is_nobody(goal: str) -> None:
    told = claims_of(f"The mayor of Lima is considering a run for {goal}.")
    assert not any(c.roles.recipients for c in told)
