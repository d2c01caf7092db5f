"""Sayings that take up a deed told before are aimed at whoever did it."""

import pytest

from foedera.pipeline import build_line
from tests.reading import report_of

TEST = "Iran fired a ballistic missile on Monday. "
SALE = "Chad sold rifles to Niger on Monday. "


def _aimed(text: str, kind: str) -> list[str | None]:
    (read,) = build_line().run([report_of(text)])
    claim = next(c for c in read.claims if c.kind == kind)
    return [a.country for a in claim.roles.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "goal"),
    [
        (TEST + "Peru condemned the launch.", "statement.criticise", ["IRN"]),
        (SALE + "Peru condemned the move.", "statement.criticise", ["TCD"]),
        (SALE + "Peru condemned a launch.", "statement.criticise", []),
        ("Peru requested that Chad stay away.", "request.action", ["TCD"]),
    ],
    ids=["the last of its kind", "the sentence before", "no known one", "who is to do it"],
)
def test_sayings_are_aimed_at_who_did_it(text, kind, goal):
    assert _aimed(text, kind) == goal
