"""Pairs quotation marks, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.data import Report, Span

_DOUBLE = re.compile(r"''|``|[\"“”„«»]")
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?])['‘](?=[\w\[])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?\]])['’](?!\w)")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")
_READ = frozenset({"headline", "paragraph", "caption"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words with their marks; `closed` is False where the paragraph ends first."""

    span: Span
    part: int
    closed: bool


def find_quotes(report: Report) -> list[Quote]:
    """List the quotations of a report in text order.

    Double marks count; single ones only in a paragraph that has no double ones. A quotation
    that its paragraph leaves open ends with the paragraph.
    """
    out: list[Quote] = []
    for number, part in enumerate(report.parts):
        if part.kind in _READ:
            spans = list(_double(report.text, part.span)) or list(_single(report.text, part.span))
            out += [Quote(span, number, closed) for span, closed in spans]
    return out


def _double(text: str, part: Span) -> Iterator[tuple[Span, bool]]:
    start: int | None = None
    for mark in _DOUBLE.finditer(text, part.start, part.end):
        if start is None:
            if mark[0] not in _CLOSES:
                start = mark.start()
        elif _reopens(text, mark, part):
            start = mark.start()
        else:
            yield Span(start, mark.end()), True
            start = None
    if start is not None and part.end - start > 2:
        yield Span(start, _stripped(text, part)), False


def _reopens(text: str, mark: re.Match[str], part: Span) -> bool:
    """Say whether a mark within a quotation opens one anew, the first having lost its end."""
    if mark[0] in _OPENS:
        return True
    if mark[0] in _CLOSES:
        return False
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return before.isspace() and after.isalnum() and mark.end() < part.end


def _stripped(text: str, part: Span) -> int:
    end = part.end
    while end > part.start and text[end - 1].isspace():
        end -= 1
    return end


def _single(text: str, part: Span) -> Iterator[tuple[Span, bool]]:
    at = part.start
    while opening := _SINGLE_OPEN.search(text, at, part.end):
        closing = _SINGLE_CLOSE.search(text, opening.end(), part.end)
        if closing is None:
            return
        yield Span(opening.start(), closing.end()), True
        at = closing.end()
