"""The last of a row is of the row, not of what stands before it."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize(
    ("text", "last", "first"),
    [
        (
            "Since March, pirates have released Kenyan sailors Peter Okello and Musa Keita, "
            "and Peruvian cook David Moe.",
            "Moe",
            "sailors",
        ),
        ("Norway backs Estonia in the dispute and Finland in the talks.", "Finland", "Estonia"),
    ],
)
def test_a_name_is_one_more_of_its_row(text: str, last: str, first: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index(last)
    assert (s.deps[at], s.words[s.heads[at]]) == ("conj", first)


def test_who_does_something_of_its_own_is_no_more_of_the_row() -> None:
    text = "Peru will send troops, and Chile will send ships."
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert s.deps[s.words.index("Chile")] == "nsubj"
