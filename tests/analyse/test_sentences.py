"""Sentences are cut where a reader would, and never lose a character that is not blank."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.analyse.sentences import split_sentences
from foedera.data import Span


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gen. Ivo Tarr left. Troops stayed.", 2),
        ("He met Sen. Ola Brandt on Jan. 5. The talks failed.", 2),
        ("The U.S. Navy sailed. Nobody saw it.", 2),
        ("It was sent to the U.S. The envoy returned.", 2),
        ("“We will not go.” The minister left.", 2),
        ("“Why?” he asked. “Because.”", 2),
        ("Prices rose 3.5 percent. Exports fell.", 2),
        ("J. R. Smith spoke for the ministry.", 1),
        ("The delegation of St. Kitts arrived at 5 p.m. on Monday.", 1),
        ("It ended at 5 p.m. The guests left.", 2),
        ("Talks resume... maybe tomorrow.", 1),
    ],
)
def test_cuts_at_ends_and_not_at_abbreviations(text: str, wanted: int) -> None:
    assert len(cut(text)) == wanted, cut(text)


@given(st.text(alphabet="Ab. !?“”\"'\n,U.S", max_size=200))
def test_every_character_but_blanks_stands_in_one_sentence(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)))
    covered = "".join(text[s.start : s.end] for s in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_run_without_stops_is_bounded() -> None:
    text = "word " * 2000
    assert all(s.end - s.start <= 1500 for s in split_sentences(text, Span(0, len(text))))
