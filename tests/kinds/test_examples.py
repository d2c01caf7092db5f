"""Every example of every kind file is found, no counter-example is."""

from __future__ import annotations

from functools import cache

import pytest

from foedera.data import Actor, Extraction
from foedera.extract.extractor import Extractor
from foedera.kinds import Example, load_kinds
from tests.reading import read_all

EXAMPLES = [(name, e) for name, kind in load_kinds().items() for e in kind.examples]
COUNTERS = [(name, t) for name, kind in load_kinds().items() for t in kind.counter_examples]


@cache
def readings() -> dict[str, Extraction]:
    texts = sorted({e.text for _, e in EXAMPLES} | {t for _, t in COUNTERS})
    return dict(zip(texts, read_all(texts, extractor()), strict=True))


@cache
def extractor() -> Extractor:
    return Extractor()


def _named(actors: tuple[Actor, ...]) -> set[str]:
    return {a.country or a.name for a in actors}


def _short(value: object) -> str:
    return value.text[:60] if isinstance(value, Example) else str(value)[:60]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=_short)
def test_an_example_is_found(name: str, example: Example):
    claims = [c for c in readings()[example.text].claims if c.kind == name]
    assert claims, [c.kind for c in readings()[example.text].claims]
    if example.trigger:
        text = example.text
        spans = [c.passage.trigger for c in claims]
        words = [text[s.start : s.end] for s in spans]
        assert any(w in example.trigger or example.trigger in w for w in words), words
    for field, wanted in (("actors", example.actors), ("recipients", example.recipients)):
        if wanted is not None:
            found = [_named(getattr(c.roles, field)) for c in claims]
            assert set(wanted) in found, (field, found)
    if example.reality:
        assert example.reality in {c.voice.reality for c in claims}


@pytest.mark.parametrize(("name", "text"), COUNTERS, ids=_short)
def test_a_counter_example_is_not(name: str, text: str):
    assert name not in {c.kind for c in readings()[text].claims}
