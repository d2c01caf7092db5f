"""Cuts a text into blocks: paragraphs, or lines where each line is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.data import Span

_BLANK = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*")
_LINE = re.compile(r"[^\r\n]+")
_ENDED = re.compile(r"[.!?…]\s?[\"'”’)\]*]{0,3}(?:\s[”\"])?$|[”’\"'][.!?]$")
_SMALL = ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "than"]
_LEADS_ON = frozenset([*_SMALL, "that", "the", "to", "with"])
_WIDTH_OF_WRAPPED = 100  # longer lines are not wrapped by hand; wires wrap at 60 to 80


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like stretch with its words; it may run over wrapped lines."""

    span: Span
    words: str
    count: int
    ended: bool


def split_blocks(text: str) -> list[Block]:
    """Cut `text` at blank lines and, unless lines are wrapped by hand, at every line's end.

    >>> [b.words for b in split_blocks("One paragraph.\\nAnother one.\\n\\nA third.")]
    ['One paragraph.', 'Another one.', 'A third.']
    """
    wrapped = _is_wrapped(text)
    spans = (line for chunk in _chunks(text) for line in _lines(text, chunk, wrapped))
    return [make_block(text, span) for span in spans]


def make_block(text: str, span: Span) -> Block:
    """Describe the block that `span` cuts out."""
    words = text[span.start : span.end]
    return Block(span, words, words.count(" ") + words.count("\n") + 1, is_ended(words))


def is_ended(words: str) -> bool:
    """Say whether the words end as a sentence does."""
    return _ENDED.search(words, max(0, len(words) - 6)) is not None


def is_plain(words: str) -> bool:
    """Say whether most longer words are small: a sentence, no title.

    >>> is_plain("The two sides will lower the catch"), is_plain("Chile Signs Fishing Accord")
    (True, False)
    """
    told = [w for w in words.split()[1:] if len(w) > 3 and w[0].isalpha()]
    return len(told) >= 3 and sum(w[0].islower() for w in told) * 5 >= len(told) * 3


def trim(text: str, start: int, end: int) -> Span | None:
    """Return the stretch without white space at its ends; None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _chunks(text: str) -> Iterator[Span]:
    start = 0
    for gap in _BLANK.finditer(text):
        span = trim(text, start, gap.start())
        start = gap.end()
        if span:
            yield span
    last = trim(text, start, len(text))
    if last:
        yield last


def _lines(text: str, chunk: Span, wrapped: bool) -> Iterator[Span]:
    lines = [m.span() for m in _LINE.finditer(text, chunk.start, chunk.end)]
    wrapped = wrapped or _is_one(text, lines)
    start = None
    for i, (a, b) in enumerate(lines):
        start = a if start is None else start
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following and (
            (wrapped and _runs_on(text, (a, b), following)) or _breaks_off(text, (a, b), following)
        ):
            continue
        span = trim(text, start, b)
        start = None
        if span:
            yield span


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Say whether a wrapped line goes on in the next: a full line, and no indent after it."""
    if text[following[0]] in " \t" and text[line[0]] not in " \t":
        return False
    words = text[line[0] : line[1]].rstrip()
    if words.endswith(("-", "_", "—")):
        return True
    return len(words) >= 45 or not is_ended(words)


def _breaks_off(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Say whether a line surely breaks off inside a sentence, whatever the other lines do."""
    words = text[line[0] : line[1]].rstrip()
    if not 30 <= len(words) <= _WIDTH_OF_WRAPPED or text[following[0]].isspace():
        return False
    last = words[words.rfind(" ") + 1 :]
    return last in _LEADS_ON or (not is_ended(words) and text[following[0]].islower())


def _is_one(text: str, lines: list[tuple[int, int]]) -> bool:
    """Say whether lines with none empty between them are one wrapped paragraph: it ends once."""
    told = [text[a:b].rstrip() for a, b in lines]
    inner = told[:-1]
    return (
        bool(inner)
        and max(map(len, told)) <= _WIDTH_OF_WRAPPED
        and all(len(words) >= 45 and not is_ended(words) for words in inner)
        and is_ended(told[-1])
    )


def _is_wrapped(text: str) -> bool:
    """Say whether lines break inside sentences: most inner line ends carry no full stop."""
    inner = [
        text[a:b].rstrip()
        for chunk in _chunks(text)
        for a, b in [m.span() for m in _LINE.finditer(text, chunk.start, chunk.end)][:-1]
    ]
    if len(inner) < 2 or max(len(line) for line in inner) > _WIDTH_OF_WRAPPED:
        return False
    full = [line for line in inner if len(line) >= 45]
    return len(full) >= 2 and sum(not is_ended(line) for line in full) * 2 >= len(full)
