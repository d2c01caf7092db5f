"""Reads single sentences of our own for tests: a report, its parse, stub actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from foedera.analyse import Analyser
from foedera.data import (
    Actor,
    Claim,
    Days,
    Extraction,
    Imprint,
    Mention,
    Part,
    Report,
    Sentence,
    Span,
)
from foedera.extract.extractor import Extractor
from foedera.measure import content_id
from foedera.pipeline import build_line

STATES = {
    "NOR": "Norway Norwegian Norwegians Oslo",
    "CHL": "Chile Chilean Chileans Santiago",
    "KEN": "Kenya Kenyan Kenyans Nairobi",
    "JPN": "Japan Japanese Tokyo",
    "PER": "Peru Peruvian Lima",
    "GHA": "Ghana Ghanaian Accra",
    "PRT": "Portugal Portuguese Lisbon",
    "FIN": "Finland Finnish Helsinki",
}


class Open:
    """A gate that lets every sentence through."""

    def lets_through(self, words: Sequence[str]) -> bool:
        return True


@cache
def analyser() -> Analyser:
    return Analyser(Open())  # type: ignore[arg-type]


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {w: code for code, words in STATES.items() for w in words.split()}
    return re.compile(r"\b(" + "|".join(sorted(codes, key=len, reverse=True)) + r")\b"), codes


def stub_actors(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention] = ()
) -> list[Mention]:
    """Find states of a tiny table by name."""
    pattern, codes = _pattern()
    out = []
    for found in pattern.finditer(report.text):
        span = Span(found.start(), found.end())
        actor = Actor(found.group(), codes[found.group()], "state", None, span)
        out.append(Mention(span, "actor", actor, "stub"))
    return out


def report_of(text: str, kind: str = "paragraph", day: str | None = "2023-05-10") -> Report:
    days = Days(day, day, "given" if day else "unknown")
    parts = (Part(kind, Span(0, len(text))),)  # type: ignore[arg-type]
    return Report(content_id(text), "test", text, None, Imprint(), days, parts)


def parse(text: str) -> Sentence:
    """Parse one sentence."""
    return next(iter(analyser().analyse([report_of(text)])))[0]


def read_all(texts: Iterable[str], extractor: Extractor) -> list[Extraction]:
    """Read each text as a report of its own."""
    reports = [report_of(t) for t in texts]
    parsed = analyser().analyse(reports)
    return [extractor.extract(r, s) for r, s in zip(reports, parsed, strict=True)]


def claim_at(text: str, word: str) -> Claim:
    """Return the claim whose trigger begins where a word first stands in a text."""
    (extraction,) = build_line().run([report_of(text)])
    at = text.index(word)
    return next(c for c in extraction.claims if c.passage.trigger.start == at)
