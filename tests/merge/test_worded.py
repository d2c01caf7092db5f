"""Words looked up between two places are those that would be read there."""

from hypothesis import given
from hypothesis import strategies as st

from foedera.merge.rarity import stems
from foedera.merge.worded import Worded

PIECES = ["The ", "strikes", "-", "’s", " in ", "Velm", ", ", "40", "İzmir", " ", "ΣΑΣ", "re", "\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_within_two_places(text: str, start: int, length: int, few: bool) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert Worded(text, few=few).within(start, end) == stems(text[start:end])
