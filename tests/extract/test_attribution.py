"""Attributions on sentences of our own: source, content, voice, and the tree."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.reading import analyser, stub_actors

from foedera.data import Attribution, Days, Imprint, Part, Report, Span
from foedera.extract.attribution import cue_words, find_attributions


def read(text: str) -> list[Attribution]:
    """Read the attributions of a text whose paragraphs are its lines."""
    parts, at = [], 0
    for line in text.split("\n"):
        parts.append(Part("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    days = Days(None, None, "unknown")
    report = Report("r", "r", text, None, Imprint(), days, tuple(parts))
    (sentences,) = analyser().analyse([report])
    found, _ = find_attributions(report, sentences, stub_actors(report, sentences))
    return found


def words(text: str, spans: Sequence[Span]) -> str:
    return " .. ".join(text[s.start : s.end] for s in spans)


# text, source, content, voice of the first outermost attribution
PLAIN = [
    (
        "The minister said that talks would resume on Monday.",
        "The minister",
        "that talks would resume on Monday",
        "indirect",
    ),
    (
        "“We will keep our word,” the envoy said.",
        "the envoy",
        "“We will keep our word,”",
        "direct",
    ),
    (
        "According to the foreign ministry, the border reopened on Tuesday.",
        "the foreign ministry",
        "the border reopened on Tuesday",
        "indirect",
    ),
]


@pytest.mark.parametrize(("text", "source", "content", "voice"), PLAIN)
def test_source_content_and_voice(text: str, source: str, content: str, voice: str) -> None:
    first = read(text)[0]
    assert words(text, first.source) == source
    assert words(text, first.content) == content
    assert first.voice == voice


def test_cue_words_are_lower_case_forms() -> None:
    forms = cue_words()
    assert {"said", "denied", "according", "pledged", "warning"} <= forms
    assert all(w == w.lower() for w in forms)
