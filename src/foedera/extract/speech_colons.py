"""Speakers before a colon: `Smith: "No deal"`, transcripts, headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foedera.data import Actor, Mention, Report, Sentence, Span
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_quotes import Quotes

_NAME = r"(?:[A-Z][\w.'’&-]{0,25}|of|the|and|for|[A-Z]\.)"
_BEFORE = re.compile(
    rf"(?:.{{5,120}}? [-–—] )?((?:{_NAME} ){{0,6}}[A-Z][\w.'’&-]{{0,25}})"
    r"(?: \([^()]{1,20}\))?(\s?:)\s+"
)
_SHOUTED = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}")
_RULE = "speech_colons.find_colons"
_MAX_HEADLINE = 160
_MANY_TURNS = 4  # speakers in capitals that make a text a transcript
_SHORTEST = 8


def find_colons(
    report: Report,
    sentences: Sequence[Sentence],
    *,
    quotes: Quotes,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterator[Draft]:
    """Yield speakers who stand before a colon at the start of a part, with what follows it."""
    starts = {q.span.start: q.span for q in quotes.all}
    openings = [_BEFORE.match(report.text, p.span.start, p.span.end) for p in report.parts]
    is_transcript = sum(m is not None and _is_shouted(m[1]) for m in openings) >= _MANY_TURNS
    for number, found in enumerate(openings):
        if found is None:
            continue
        part = report.parts[number].span
        name, rest = Span(*found.span(1)), Span(found.end(), part.end)
        quoted = starts.get(rest.start)
        if quoted is None and not _may_speak(report, number, name, mentions, lexicon):
            continue
        said: tuple[Span, ...] = (quoted or _unstopped(report.text, rest),)
        if is_transcript and quoted is None:
            said += _turn(report, openings, number)
        place = _sentence_at(sentences, name.start)
        if place is not None and rest.end - rest.start > _SHORTEST:
            cue = Span(*found.span(2))
            yield Draft(place, -1, "p", ":", "around", None, (cue,), (name,), said, _RULE)


def _turn(
    report: Report, openings: Sequence[re.Match[str] | None], number: int
) -> tuple[Span, ...]:
    """List the paragraphs that carry a transcript's turn on: up to the next name or bracket."""
    out = []
    for part, opening in zip(report.parts[number + 1 :], openings[number + 1 :], strict=True):
        if opening is not None or report.text[part.span.start] in "([":
            break
        out.append(part.span)
    return tuple(out)


def _is_shouted(name: str) -> bool:
    return _SHOUTED.fullmatch(name) is not None


def _may_speak(
    report: Report, number: int, name: Span, mentions: Sequence[Mention], lexicon: Lexicon
) -> bool:
    """Tell a speaker from a topic: a transcript's capitals, or a person or outlet in a headline."""
    words = report.text[name.start : name.end]
    if words.split()[0].lower() in lexicon.lists["labels"]:
        return False
    if _is_shouted(words):
        return True
    part = report.parts[number]
    if (number and part.kind != "headline") or part.span.end - part.span.start > _MAX_HEADLINE:
        return False
    last = words.split()[-1].lower()
    known = lexicon.lists
    if any(last in known[k] for k in ("people", "outlets", "documents")):
        return True
    return any(
        isinstance(m.value, Actor) and m.value.kind != "state" and m.span.end == name.end
        for m in mentions
    )


def _sentence_at(sentences: Sequence[Sentence], offset: int) -> int | None:
    for n, s in enumerate(sentences):
        if s.span.start <= offset < s.span.end:
            return n
    return None


def _unstopped(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    return Span(span.start, end)
