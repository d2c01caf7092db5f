"""What a claim must have."""

from __future__ import annotations

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Togo fears that Chad will not leave the bloc.",
        "Officials in Togo worry Chad would not release the doctor.",
        "There is a chance that Chad will not return the ship.",
    ],
)
def test_a_refusal_that_others_expect_is_none(text: str) -> None:
    assert not any(c.kind == "statement.reject" for c in claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad said it will not leave the bloc.",
        "Chad's premier made clear that Chad will not leave the bloc.",
    ],
)
def test_who_says_so_refuses(text: str) -> None:
    assert any(c.kind == "statement.reject" for c in claims_of(text))
