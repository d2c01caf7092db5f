"""The day of what a caption shows: its one date, or that of its picture in a gallery."""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedera.data import Mention, Report, Sentence, Span, When

_NEXT_PICTURE = re.compile(r"Hide Caption \d{1,3} of \d{1,3}", re.I)


class CaptionDays:
    """The days that date what the pictures of one report show."""

    def __init__(self, report: Report, mentions: Iterable[Mention]) -> None:
        self._report = report
        whens = (m.value for m in mentions if isinstance(m.value, When))
        self._dates = [w for w in whens if w.earliest is not None]
        self._days: dict[int, When | None] = {}
        self._pictures: dict[int, list[tuple[int, int]]] = {}

    def day(self, sentence: Sentence) -> When | None:
        """Return the one date of a sentence's caption, or of its picture."""
        number = sentence.part
        if number not in self._days:
            part = self._report.parts[number]
            self._days[number] = self._only_day(part.span) if part.kind == "caption" else None
        return self._days[number] or self._only_day(self._picture(sentence, number))

    def _only_day(self, span: Span) -> When | None:
        dates = [w for w in self._dates if span.start <= w.span.start < span.end]
        return dates[0] if len(dates) == 1 else None

    def _picture(self, sentence: Sentence, number: int) -> Span:
        """Return the words under one picture of a gallery: "... Hide Caption 3 of 9"."""
        part, at = self._report.parts[number].span, sentence.span.start
        marks = self._pictures.get(number)
        if marks is None:
            found = _NEXT_PICTURE.finditer(self._report.text, part.start, part.end)
            marks = self._pictures[number] = [m.span() for m in found]
        before = [end for _, end in marks if end <= at]
        after = [start for start, _ in marks if start > at]
        if not marks:
            return Span(at, at)
        return Span(max(before, default=part.start), min(after, default=part.end))
