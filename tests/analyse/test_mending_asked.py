"""What somebody is asked to do is no aim of who asks."""

import pytest

from tests.reading import parse


@pytest.mark.parametrize(
    "text",
    [
        "Kenya pushed Chad to leave on Tuesday.",
        "Kenya pressed Chad to leave on Tuesday.",
        "The Kenyan government beseeched Chad to leave.",
    ],
)
def test_what_is_asked_hangs_on_who_asks(text: str) -> None:
    s = parse(text)
    assert s.deps[s.words.index("leave")] == "xcomp"
