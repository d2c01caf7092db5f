"""Quotations cut out of a report show its very words."""

from hypothesis import given
from hypothesis import strategies as st

from foedera.view.dossier.sources import cut_bits
from foedera.view.quote import cut_around, name_part, quote_claim, sentence_frame
from tests.view.desk_rows import claims, reports

REPORTS = {row["id"]: row for row in reports()}
TEXT = "He left. They signed it in May, 2031. She stayed on. Nobody else came."
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple)


@given(spans, spans, st.lists(spans, max_size=4))
def test_pieces_join_to_the_words_that_were_cut(frame: tuple, claim: tuple, marks: list) -> None:
    pieces = cut_around(TEXT, frame, claim, marks=marks)
    assert "".join(piece.text for piece in pieces) == TEXT[slice(*frame)]


@given(spans, st.lists(spans, max_size=4), st.lists(st.integers(0, len(TEXT)), max_size=4))
def test_bits_join_to_the_words_that_were_cut(frame: tuple, marks: list, opens: list) -> None:
    bits = cut_bits(TEXT, frame, (marks,), {at: [n] for n, at in enumerate(opens)})
    assert "".join(bit.text for bit in bits) == TEXT[slice(*frame)]


@given(spans)
def test_a_sentence_frame_holds_its_span(span: tuple) -> None:
    start, end = sentence_frame(TEXT, span, (0, len(TEXT)))
    assert start <= span[0]
    assert span[1] <= end


def test_every_claim_is_quoted_with_its_trigger_marked() -> None:
    for claim in claims():
        report = REPORTS[claim["report"]]
        marked = [p.text for p in quote_claim(report, claim) if p.weight == 2]
        assert report["text"][slice(*claim["trigger"])] in marked


def test_parts_are_counted_as_a_reader_counts() -> None:
    report = REPORTS["aaaa"]
    assert name_part(report, 0) == "headline"
    assert name_part(report, report["text"].index("Under it")) == "paragraph 2"
