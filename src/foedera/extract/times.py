"""When: every time expression of a report, as days, TIMEX3 and a form to count again from.

Two steps. Reading gives each expression a *form*; resolving turns forms into days. A better
day of publication later needs only the second: `resolve(when.form, published)`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from foedera.data import Days, Mention, Sentence, Span, Timex, When
from foedera.extract.time_clock import clock_rules
from foedera.extract.time_context import set_in_context
from foedera.extract.time_dates import date_rules
from foedera.extract.time_forms import blank, is_relative, resolve
from foedera.extract.time_relative import relative_rules
from foedera.extract.time_rules import Reading, RuleSet, compile_rules
from foedera.extract.time_spans import span_rules
from foedera.extract.time_words import time_words
from foedera.extract.time_years import year_rules

__all__ = ["find_times", "resolve"]

_WORD = re.compile(r"[^\W_]+")
_DIGIT_ENDS = ("am", "pm", "s", "th", "st", "nd", "rd")
_LEFT, _RIGHT = 45, 40


@cache
def _rules() -> RuleSet:
    return compile_rules(
        [*clock_rules(), *date_rules(), *relative_rules(), *year_rules(), *span_rules()]
    )


@cache
def _triggers() -> frozenset[str]:
    """List the words without which a text holds no time expression."""
    words = time_words()
    out = {*words.months, *words.weekdays, *words.units, *words.seasons, *words.sets}
    out |= {f"{w}s" for w in (*words.weekdays, *words.units)} | {"centuries", "millennia"}
    for name in words.holidays:
        out |= set(re.findall(r"[a-z]{4,}", name))
    for ref in words.refs:
        out.add(max(ref.split(), key=len))
    out |= {"today", "yesterday", "tomorrow", "tonight", "overnight", "morning", "afternoon",
            "evening", "night", "weekend", "ago", "noon", "midday", "midnight", "clock", "m",
            "gmt", "utc", "half", "nineties", "eighties", "seventies", "sixties", "fifties",
            "now", "current", "currently", "recent", "recently", "future", "past", "soon",
            "yearlong", "weeklong", "monthlong", "daylong", "q1", "q2", "q3", "q4"}  # fmt: skip
    return frozenset(out)


def find_times(text: str, sentences: Sequence[Sentence], published: Days) -> list[Mention]:
    """Find every time expression of a text, in text order.

    Sentences, parsed or not, give the tense; expressions outside them (a dateline, a
    credit) are read without one. Where the day of publication is unknown, what counts from
    it keeps its form and no days.

    >>> day = Days("2024-12-06", "2024-12-06", "given")
    >>> [(m.value.words, m.value.earliest) for m in find_times("They met on Thursday.", (), day)]
    [('Thursday', '2024-12-05')]
    """
    readings = [r for start, end in _windows(text) for r in _rules().readings(text, start, end)]
    placed = set_in_context(text, readings, _Places(text, sentences))
    return [_mention(text, reading, published) for reading in placed]


class _Places:
    """Finds the sentence that holds an offset, or makes one of its line."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [s.span.start for s in sentences]

    def __call__(self, offset: int) -> Sentence:
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._sentences[at].span.end:
            return self._line(offset)
        return self._sentences[at]

    def _line(self, offset: int) -> Sentence:
        """Take the words of a line, a hundred characters to either side at most."""
        start = max(self._text.rfind("\n", 0, offset) + 1, offset - 100)
        end = self._text.find("\n", offset)
        end = min(len(self._text) if end < 0 else end, offset + 100)
        found = list(_WORD.finditer(self._text, start, end))
        return Sentence(
            Span(start, end),
            -1,
            tuple(m.group() for m in found),
            tuple(m.start() for m in found),
            tuple(m.end() for m in found),
        )


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text around words of time."""
    triggers = _triggers()
    start = end = -1
    for found in _WORD.finditer(text):
        word = found.group()
        if word.lower() not in triggers and not (
            word[0].isdigit() and _dates(text, word, found.end())
        ):
            continue
        if found.start() - _LEFT > end:
            if end > 0:
                yield start, min(end, len(text))
            start = max(0, found.start() - _LEFT)
        end = found.end() + _RIGHT
    if end > 0:
        yield start, min(end, len(text))


def _dates(text: str, word: str, end: int) -> bool:
    """Say whether a word that opens with a digit may be a year, a decade, a day or a time."""
    if len(word) == 4 and word.isdigit():
        return word[0] in "12"
    return word.endswith(_DIGIT_ENDS) or text[end : end + 1] in (":", "/")


def _mention(text: str, reading: Reading, published: Days) -> Mention:
    span = Span(reading.start, reading.end)
    relative = is_relative(reading.form)
    found = resolve(reading.form, published)
    earliest, latest, value = found or (None, None, blank(reading.form))
    timex = Timex(reading.type, value)
    words = text[span.start : span.end]
    form = reading.form if relative else None
    when = When(earliest, latest, reading.precision, words, span, timex, form)
    return Mention(span, "time", when, reading.rule)
