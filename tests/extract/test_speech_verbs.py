"""Verbs of saying by which nobody says anything."""

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "Peru gives Chile $2 billion in aid, to say nothing of the arms it sends to Kenya.",
        "Peru bombed the town, to say the least.",
    ],
)
def test_what_is_only_added_has_no_source(text: str) -> None:
    found = claims_of(text)
    assert found
    assert not any(c.voice.sources for c in found)


@pytest.mark.parametrize(
    "text", ["Peru bombed Chile, as he put it", "Peru bombed Chile as he told it"]
)
def test_a_sentence_may_end_with_what_was_put_so(text: str) -> None:
    assert [c.kind for c in claims_of(text)] == ["military.attack"]
