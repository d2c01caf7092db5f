"""Dashes around an insertion are commas to the parser; words stay as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.analyse.dashes import with_commas
from foedera.pipeline import build_line
from tests.reading import report_of

TOLD = [
    ("The Lake Pact {} a treaty between Chad and Niger {} entered into force in 2004.",
     "agreement.enter-into-force", "entered into force"),
    ("Chadian jets {} two of them from the new base {} bombed a market in Niger.",
     "military.attack", "bombed"),
    ("Kenya {} which has troops in the south {} accused Somalia of shelling a village.",
     "statement.accuse", "accused"),
]  # fmt: skip


@pytest.mark.parametrize("dash", ["--", "–", "—"])
@pytest.mark.parametrize(("told", "kind", "trigger"), TOLD)
def test_an_insertion_leaves_its_sentence_alone(
    told: str, kind: str, trigger: str, dash: str
) -> None:
    text = told.format(dash, dash)
    (read,) = build_line().run([report_of(text)])
    found = {c.kind: text[c.passage.trigger.start : c.passage.trigger.end] for c in read.claims}
    assert found.get(kind) == trigger
    assert "agreement.conclude" not in found


@pytest.mark.parametrize(
    "text",
    ["in 1990–95 and 1996–99", "the Peru–Chile and Chad–Niger pacts", "Two dead – one missing",
     "a well-known pact - a short one - ends"],
)  # fmt: skip
def test_ranges_compounds_and_single_dashes_stay(text: str) -> None:
    assert with_commas(text) == text


@given(st.text("ab -–—,\"'1", max_size=40))
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(with_commas(text)) == len(text)
