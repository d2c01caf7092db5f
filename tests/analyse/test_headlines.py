"""Headlines whose every word has a capital are parsed as prose; their places stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.analyse.headlines import as_prose
from foedera.pipeline import build_line
from tests.reading import report_of

TOLD = [
    ("Peru Signs River Water Treaty With Chile", "agreement.sign", "River Water Treaty"),
    ("Chad Terminates Lake Dam Treaty With Niger", "agreement.terminate", "Lake Dam Treaty"),
    ("Kenyan President Visits Lima As Dam Talks Stall", "diplomacy.visit", None),
    ("Peru Votes To Leave Grazing Pact With Chile", "agreement.withdraw", "Grazing Pact"),
    ("Chad Accuses Niger Of Downing Plane Over Lake", "statement.accuse", None),
]


@pytest.mark.parametrize(("headline", "kind", "title"), TOLD)
def test_a_headline_in_capitals_tells_its_act(headline: str, kind: str, title: str | None) -> None:
    (read,) = build_line().run([report_of(headline)])
    claims = read.claims
    assert kind in {claim.kind for claim in claims}
    assert title is None or title in {c.agreement.title for c in claims if c.agreement}
    assert "agreement.conclude" not in {claim.kind for claim in claims}


@given(st.text(max_size=80))
def test_a_text_keeps_its_places(text: str) -> None:
    written = as_prose(text)
    assert len(written) == len(text)
    assert all(one in (other, other.lower()) for one, other in zip(written, text, strict=True))
