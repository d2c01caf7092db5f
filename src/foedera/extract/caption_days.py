"""The day of what a caption shows: its one date, or that of its picture in a gallery."""

from __future__ import annotations

import re
from collections.abc import Iterable

from foedera.data import Mention, Report, Sentence, Span, When
from foedera.extract.role_words import role_words
from foedera.tree import ancestors, children

_NEXT_PICTURE = re.compile(r"Hide Caption \d{1,3} of \d{1,3}", re.I)


def is_shown(s: Sentence, head: int) -> bool:
    """Say whether a picture may show what a trigger tells, and not what came before it.

    "Police guard a meeting", "a boy at a rally"; not "the bombing suspect", "victims of the
    bombings", "a vigil a week after two bombs exploded", "since the attack".
    """
    if s.tags[head][0] != "N":
        above = [head, *ancestors(s, head)]
        marks = (s.words[k].lower() for t in above for k in children(s, t, "mark"))
        return role_words("not_shown_behind").isdisjoint(marks)
    if s.deps[head] in {"compound", "nmod", "poss"}:
        return False
    prep = s.words[s.heads[head]].lower()
    return s.deps[head] != "pobj" or prep in role_words("shown_behind")


class CaptionDays:
    """The days that date what the pictures of one report show."""

    def __init__(self, report: Report, mentions: Iterable[Mention]) -> None:
        self._report = report
        whens = (m.value for m in mentions if isinstance(m.value, When))
        self._dates = [w for w in whens if w.earliest is not None]
        self._days: dict[int, When | None] = {}
        self._pictures: dict[int, list[tuple[int, int]]] = {}

    def day(self, sentence: Sentence, head: int) -> When | None:
        """Return the one date of a sentence's caption, or of its picture.

        That of all pictures of a gallery dates whatever they tell, that of one what it shows.
        """
        number = sentence.part
        if number not in self._days:
            part = self._report.parts[number]
            self._days[number] = self._only_day(part.span) if part.kind == "caption" else None
        one, picture = self._days[number], self._picture(sentence, number)
        if one is not None and len(self._pictures[number]) > 1:
            return one
        day = one or self._only_day(picture)
        return day if day is not None and is_shown(sentence, head) else None

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
