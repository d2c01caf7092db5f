"""What is written to a line comes back the same."""

import json
from dataclasses import fields
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera import data
from foedera.data import Extraction, Mention
from foedera.wire import from_row, to_row

KIND_OF = {
    data.Actor: "actor",
    data.Where: "place",
    data.When: "time",
    data.Quantity: "quantity",
    data.Title: "agreement",
}


def mentions() -> st.SearchStrategy[Mention]:
    values = st.one_of([st.from_type(t) for t in KIND_OF])
    return st.builds(
        lambda v, s, r: Mention(s, KIND_OF[type(v)], v, r),
        values,
        st.from_type(data.Span),
        st.text(max_size=5),
    )


@st.composite
def extractions(draw: Any) -> Extraction:
    st.register_type_strategy(float, st.floats(0, 1e9).map(lambda x: float(round(x, 2))))
    report = draw(st.from_type(data.Report))
    claims = draw(st.lists(st.from_type(data.Claim), max_size=2))
    return Extraction(
        report,
        tuple(draw(st.lists(mentions(), max_size=3))),
        tuple(draw(st.lists(st.from_type(data.Attribution), max_size=2))),
        tuple(
            data.Claim(**{f.name: getattr(c, f.name) for f in fields(c)} | {"report": report.id})
            for c in claims
        ),
        tuple(draw(st.lists(st.from_type(data.Skip), max_size=1))),
        tuple(draw(st.lists(st.from_type(data.ReportWarning), max_size=1))),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(extractions())
def test_a_line_read_back_is_the_same_extraction(extraction: Extraction) -> None:
    row = json.loads(json.dumps(to_row(extraction)))
    assert from_row(row, extraction.report.text) == extraction


def test_every_noun_has_ten_fields_at_most() -> None:
    for name, noun in vars(data).items():
        if isinstance(noun, type) and noun.__module__ == data.__name__:
            assert len(fields(noun)) <= 10, name
            assert noun.__dataclass_params__.frozen, name  # type: ignore[attr-defined]
