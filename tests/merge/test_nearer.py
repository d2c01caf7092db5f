"""A description means the agreement that is named nearest before it."""

from __future__ import annotations

import pytest

from foedera.data import Span, Title
from foedera.merge.nearer import is_of_the_nearer

NAFTA = "The North American Free Trade Agreement is old. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They hide the Trans-Pacific Partnership. We will defeat this bad trade deal.", True),
        ("They hide the papers. We will defeat this bad trade deal.", False),
        ("They hide the Nuclear Non-Proliferation Treaty. We will keep this trade deal.", False),
        ("They hide the Trans-Pacific Partnership. We will keep this fishing deal.", False),
    ],
)
def test_the_words_must_fit_what_is_named_nearer(text: str, expected: bool) -> None:
    text = NAFTA + text
    start = text.index("trade deal" if "trade deal" in text else "fishing deal")
    name = Title("North American Free Trade Agreement", Span(start, len(text) - 1))
    assert is_of_the_nearer(name, text) == expected


def test_a_name_itself_is_taken_at_its_word() -> None:
    text = "The Trans-Pacific Partnership is new. NAFTA is old."
    start = text.index("NAFTA")
    assert not is_of_the_nearer(Title("NAFTA", Span(start, start + 5)), text)
