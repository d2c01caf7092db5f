"""Pairs quotation marks, paragraph by paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedera.data import Report, Span
from foedera.measure import overlap

_DOUBLE = re.compile(r"''|``|[\"“”„«»]")
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?])['‘](?=[\w\[])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?\]])['’](?!\w)")
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")
_SENTENCE = 20
_READ = frozenset({"headline", "paragraph", "caption"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words with their marks; `closed` is False where the paragraph ends first."""

    span: Span
    part: int
    closed: bool


class Quotes:
    """The quotations of a report, which never overlap, by place."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self.all = tuple(quotes)
        self._ends = [q.span.end for q in self.all]

    def over(self, span: Span, slack: int = 0) -> list[int]:
        """List the numbers of the quotations that share characters with `span`, or nearly do."""
        first = bisect_right(self._ends, span.start - slack)
        out = []
        for n in range(first, len(self.all)):
            if self.all[n].span.start >= span.end + slack:
                break
            out.append(n)
        return out

    def at(self, offset: int) -> Quote | None:
        """Return the quotation that the character at `offset` stands in."""
        n = bisect_right(self._ends, offset)
        if n < len(self.all) and self.all[n].span.start <= offset:
            return self.all[n]
        return None

    def shared(self, spans: Iterable[Span]) -> int:
        """Count the characters of `spans` that stand in quotations."""
        return sum(overlap(self.all[n].span, span) for span in spans for n in self.over(span))


def find_quotes(report: Report) -> Quotes:
    """List the quotations of a report in text order.

    Double marks count; single ones only in a paragraph that has no double ones. A quotation
    that its paragraph leaves open ends with the paragraph.
    """
    out: list[Quote] = []
    for number, part in enumerate(report.parts):
        if part.kind in _READ:
            spans = list(_double(report.text, part.span)) or list(_single(report.text, part.span))
            out += [Quote(span, number, closed) for span, closed in spans]
    return Quotes(out)


def _double(text: str, part: Span) -> Iterator[tuple[Span, bool]]:
    start: int | None = None
    for mark in _DOUBLE.finditer(text, part.start, part.end):
        if start is None:
            if mark[0] not in _CLOSES:
                start = mark.start()
        elif _reopens(text, mark, part):
            if _is_sentence(text, start, mark.start()):
                yield Span(start, _back(text, mark.start())), True
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


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Say whether words that lost their closing mark are a sentence or more."""
    return text[start:end].rstrip()[-1:] in (".", "!", "?") and end - start > _SENTENCE


def _back(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


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
