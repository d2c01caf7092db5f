"""Words looked up between two places are those that would be read there, in one order."""

from hypothesis import given
from hypothesis import strategies as st

from foedera.merge.rarity import by_rarity, stems
from foedera.merge.worded import Worded

PIECES = ["The ", "strikes", "-", "’s", " in ", "Velm", ", ", "40", "İzmir", " ", "ΣΑΣ", "re", "\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_within_two_places(text: str, start: int, length: int, few: bool) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert Worded(text, few=few).within(start, end) == stems(text[start:end])


@given(TEXTS, st.sets(st.sampled_from(["velm", "strik", "40", "re", "elsewhere"])), st.booleans())
def test_the_rarest_come_first_whether_the_text_holds_them_or_not(text, more, few) -> None:
    words = stems(text) | more
    assert Worded(text, few=few).ranked(words, 3) == sorted(words, key=by_rarity)[:3]
