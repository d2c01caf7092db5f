"""Cards that pages unfold behind names are no part of the sentence; all places stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.analyse.inserts import blank_inserts
from foedera.pipeline import build_line
from tests.reading import report_of

CARDS = [
    "Ana Maria RuizSenators warn Chad over raid Peru to leave lake pact MORE",
    "Ana M. Ruiz Lake pact: who wins? Chad attacks Niger, report says MORE",
    "Anabel (Ana) Ruiz'It is over': envoys quit the talks MORE",
]


@pytest.mark.parametrize("card", CARDS)
def test_a_card_behind_a_name_tells_nothing(card: str) -> None:
    text = f"Peruvian President Ana Ruiz {card} on Monday accused Chile of arming rebels."
    (read,) = build_line().run([report_of(text)])
    assert {c.kind for c in read.claims} == {"statement.accuse", "transfer.arms"}
    (accuse,) = (c for c in read.claims if c.kind == "statement.accuse")
    assert [a.name for a in accuse.roles.actors] == ["Ana Ruiz"]
    when = accuse.setting.when
    assert when is not None
    assert text[when.span.start : when.span.end] == "Monday"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz wants MORE.",
        "Ana Ruiz and Maria Ruiz want MORE water than Chile gives.",
        "Ruiz Ana Maria Ruiz left.\nChile wants MORE",
    ],
)
def test_what_is_no_card_stays(text: str) -> None:
    assert blank_inserts(text) == text


@given(st.text("Aab RM.('\n", max_size=60).map(lambda t: t + " Ana Ruiz Ana RuizX MORE"))
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(blank_inserts(text)) == len(text)
