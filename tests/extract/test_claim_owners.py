"""Times hang on the happening that they stand behind."""

from __future__ import annotations

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from tests.reading import report_of


def claims_of(text: str) -> tuple[Claim, ...]:
    (read,) = build_line().run([report_of(text)])
    return read.claims


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        ("The attack by Chad on Mali last month was condemned.", "military.attack", "2023-04-01"),
        ("It was the worst fighting since the Chadian invasion of Mali four years ago.",
         "military.incursion", "2019-01-01"),
        ("Kenya has not recovered from the Chadian attack on Gao two years ago.",
         "military.attack", "2021-01-01"),
        ("Kenya condemns the Chadian attack on Mali last week.", "military.attack", "2023-05-01"),
        ("Kenya spent much of Monday criticising Chad.", "statement.criticise", "2023-05-08"),
    ],
)  # fmt: skip
def test_a_past_time_behind_a_happening_is_its_own(text: str, kind: str, first: str) -> None:
    claim = next(c for c in claims_of(text) if c.kind == kind)
    assert claim.setting.when is not None
    assert claim.setting.when.earliest == first


def test_a_past_time_behind_who_did_it_dates_what_he_did() -> None:
    claim = next(iter(claims_of("An official in Chad last month condemned Kenya.")))
    assert claim.setting.when is not None
    assert claim.setting.when.earliest == "2023-04-01"
