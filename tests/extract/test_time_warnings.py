"""Warnings where tense and time disagree."""

from __future__ import annotations

import re

import pytest

from foedera.data import Days, Imprint, Part, Report, Sentence, Span
from foedera.extract.time_warnings import find_clock_warnings
from foedera.extract.times import find_times

PUBLISHED = Days("2021-03-18", "2021-03-18", "given")


def warned(text: str, parse: list[tuple[str, str, str, int]] | None = None) -> list[str]:
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    columns = zip(*parse, strict=True) if parse else ((), (), (), ())
    lemmas, tags, deps, heads = columns
    kids = tuple(
        tuple(k for k, h in enumerate(heads) if h == i and k != i) for i in range(len(heads))
    )
    sentence = Sentence(
        Span(0, len(text)), 0, tuple(m.group() for m in found),
        tuple(m.start() for m in found), tuple(m.end() for m in found),
        tuple(lemmas), tuple(tags), tuple(deps), tuple(heads), kids,
    )  # fmt: skip
    part = Part("paragraph", Span(0, len(text)))
    report = Report("1", "1", text, None, Imprint(), PUBLISHED, (part,))
    mentions = find_times(text, [sentence], PUBLISHED)
    out = find_clock_warnings(report, [sentence], mentions)
    return [text[w.span.start : w.span.end] for w in out]


def test_present_with_last_month_without_a_parse() -> None:
    text = "An envoy is touring New Zealand last month."
    assert warned(text) == ["is touring New Zealand last month"]


@pytest.mark.parametrize(
    "text",
    [
        "An envoy is touring New Zealand next month.",
        "An envoy toured New Zealand last month.",
        "A court is studying the accident last month.",
        "Last month an envoy toured New Zealand.",
    ],
)
def test_no_doubt(text: str) -> None:
    assert warned(text) == []


def test_present_with_last_week_by_the_parse() -> None:
    parse = [("envoy", "NNS", "nsubj", 2), ("be", "VBP", "aux", 2), ("tour", "VBG", "ROOT", 2),
             ("Oslo", "NNP", "dobj", 2), ("last", "JJ", "amod", 5),
             ("week", "NN", "npadvmod", 2), (".", ".", "punct", 2)]  # fmt: skip
    assert warned("Envoys are touring Oslo last week.", parse) == ["are touring Oslo last week"]


def test_past_with_next_week_by_the_parse() -> None:
    parse = [("envoy", "NNS", "nsubj", 1), ("tour", "VBD", "ROOT", 1),
             ("Oslo", "NNP", "dobj", 1), ("next", "JJ", "amod", 4),
             ("week", "NN", "npadvmod", 1), (".", ".", "punct", 1)]  # fmt: skip
    assert warned("Envoys toured Oslo next week.", parse) == ["toured Oslo next week"]
