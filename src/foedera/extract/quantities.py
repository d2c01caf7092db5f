"""How many, how much: numbers with bound, unit and the interval they mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from foedera.data import Bound, Mention, Quantity, Sentence, Span
from foedera.extract.quantity_bars import counts_nothing
from foedera.extract.quantity_numbers import Number, find_numbers, may_hold_number
from foedera.extract.quantity_units import read_unit
from foedera.extract.quantity_words import Marker, either, number_words
from foedera.measure import overlap

_LINK = re.compile(
    r"(?P<unit>\s?%| ?[a-z]{1,12}(?: [a-z]{1,12})?| ?[A-Z]{1,3}| [a-z]{1,12} per [a-z]{1,12})?"
    r"(?:(?P<dash>\s?[-–—−]\s?)|(?P<word> (?:to|and|or) )(?:up to |about |around |even |nearly )?)$"
)
_PLAIN = Marker("=", False)


@dataclass(frozen=True, slots=True)
class _Span:
    """A number, or two that make a range."""

    first: Number
    last: Number

    @property
    def is_range(self) -> bool:
        return self.first is not self.last


def find_quantities(
    text: str, sentences: Sequence[Sentence], *, taken: Sequence[Span] = ()
) -> list[Mention]:
    """Find the quantities of a report's sentences, in text order.

    `taken` are spans of time expressions: a number within one is a quantity only where it
    counts hours, days or years.

    >>> t = "Some 11,000 soldiers crossed."
    >>> words = ("Some", "11,000", "soldiers", "crossed", ".")
    >>> s = Sentence(Span(0, 29), 0, words, (0, 5, 12, 21, 28), (4, 11, 20, 28, 29))
    >>> [(m.value.value, m.value.bound, m.value.unit) for m in find_quantities(t, [s])]
    [(11000.0, '~', 'soldiers')]
    """
    out = []
    for sentence, numbers in _by_sentence(text, sentences):
        here = [t for t in taken if overlap(t, sentence.span)]
        for group in _ranges(text, numbers, sentence):
            mention = _mention(text, group, sentence)
            if not _within_time(mention, group, here):
                out.append(mention)
    return out


def _by_sentence(
    text: str, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, list[Number]]]:
    """Yield each sentence that holds numbers that count something, with them."""
    for sentence in sentences:
        if not may_hold_number(text, sentence):
            continue
        opening, end = sentence.span.start, sentence.span.end
        found = find_numbers(text, opening, end)
        if numbers := [n for n in found if not counts_nothing(text, n, opening)]:
            yield sentence, numbers


def _ranges(text: str, numbers: Sequence[Number], sentence: Sentence) -> Iterator[_Span]:
    """Join numbers that are the two ends of one range."""
    at = 0
    while at < len(numbers):
        first = numbers[at]
        last = numbers[at + 1] if at + 1 < len(numbers) else None
        if last and _is_range(text, first, last, sentence):
            yield _Span(_scaled_like(first, last), last)
            at += 2
        else:
            yield _Span(first, first)
            at += 1


def _is_range(text: str, first: Number, last: Number, sentence: Sentence) -> bool:
    """Decide whether "first … last" is one quantity given by its two ends."""
    if last.start - first.end > 36 or first.value is None or last.value is None:
        return False
    link = _LINK.match(text[first.end : last.start])
    if link is None or not _same_measure(text, first, last, link):
        return False
    low = _scaled_like(first, last).value or 0
    lead = text[max(sentence.span.start, first.start - 30) : first.start].lower()
    if link["dash"]:
        return low < last.value
    word = link["word"].strip()
    if word == "and":
        return bool(re.search(r"\bbetween (?:\w+ )?$", lead)) and low < last.value
    if word == "or":
        near = last.value <= 2 * low + 1 or first.scale != last.scale
        return near and low < last.value
    if re.search(r"\bfrom (?:\w+ )?$", lead):
        return low != last.value
    grown = re.search(r"\bby (?:\w+ )?$", lead) and last.value > 3 * low  # "rose by 4 to 40"
    return low < last.value and not grown


def _same_measure(text: str, first: Number, last: Number, link: re.Match[str]) -> bool:
    unit = (link["unit"] or "").strip()
    if first.currency and last.currency and first.currency != last.currency:
        return False
    if not first.currency and last.currency and not unit:
        return False
    return not unit or text[last.end :].lstrip(" -").startswith((unit, unit.rstrip("s")))


def _scaled_like(first: Number, last: Number) -> Number:
    """Read "3 to 5 million" as three million to five million."""
    if first.scale != 1.0 or last.scale <= 1.0 or not first.value or not last.value:
        return first
    if first.value >= last.value / last.scale:
        return first
    return first._replace(value=first.value * last.scale, scale=last.scale)


# ------------------------------------------------------------------- bounds


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[\s(—–“\"-]))({either(number_words().before)})\s?(?:an? |US )?$", re.I
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(number_words().after)})(?![\w])", re.I)


def read_bound(text: str, start: int, opening: int) -> tuple[Marker, int]:
    """Read the words straight before a number: their bound and where they start.

    A rough word inside a bound ("up to about 300") leaves the bound and makes it rough.
    """
    found = _before().search(text, max(opening, start - 32), start)
    if found is None:
        return _PLAIN, start
    marker = number_words().before[found.group(1).lower()]
    if marker.bound == "~":
        outer, at = read_bound(text, found.start(1), opening)
        if outer.bound in "<>":
            return Marker(outer.bound, True), at
    return marker, found.start(1)


def _bound(
    text: str, group: _Span, unit: tuple[str | None, int], sentence: Sentence
) -> tuple[Marker, int, int]:
    """Return how the quantity is meant, and where it starts and ends in the text."""
    opening = sentence.span.start
    marker, start = read_bound(text, group.first.start, opening)
    particle = _is_particle(text, start, sentence)
    if particle or _is_preposition(text, start, unit[0], opening):
        marker, start = _PLAIN, group.first.start
    for end in (group.last.end, unit[1]):
        after = _after().match(text, end)
        if after and marker is _PLAIN:
            return number_words().after[after.group().lower()], start, max(after.end(), unit[1])
    return marker, start, unit[1]


def _is_preposition(text: str, start: int, unit: str | None, opening: int) -> bool:
    """Say whether "over" before a stretch of time is "during" ("over two days")."""
    if text[start : start + 5].lower() != "over " or unit not in number_words().time_units:
        return False
    before = text[max(opening, start - 12) : start].split()
    return not before or before[-1].lower() not in number_words().lasting


def _is_particle(text: str, start: int, sentence: Sentence) -> bool:
    """Say whether "over" belongs to the verb before it ("handed over four prisoners")."""
    if not sentence.deps or text[start : start + 5].lower() != "over ":
        return False
    at = bisect_left(sentence.starts, start)
    if not 0 < at < len(sentence.deps):
        return False
    given = sentence.lemmas[at - 1] in number_words().given_over
    return sentence.deps[at] == "prt" or (given and sentence.tags[at - 1][0] == "V")


def _mention(text: str, group: _Span, sentence: Sentence) -> Mention:
    unit = read_unit(text, group.last, sentence)
    marker, start, end = _bound(text, group, unit, sentence)
    span = Span(start, end)
    name = unit[0] or group.first.currency
    rule = "quantities.range" if group.is_range else f"quantities.{group.first.form}"
    return Mention(span, "quantity", _quantity(text, group, marker, name, span), rule)


def _quantity(text: str, group: _Span, marker: Marker, unit: str | None, span: Span) -> Quantity:
    words = text[span.start : span.end]
    value, bound = group.first.value, marker.bound
    if value is None:
        return Quantity(None, ">", group.first.order, None, True, unit, words, span)
    if group.is_range:
        ends = sorted((value, group.last.value or value))
        return Quantity(value, "range", ends[0], ends[1], marker.approximate, unit, words, span)
    low, high = _interval(value, bound)
    return Quantity(value, bound, low, high, marker.approximate, unit, words, span)


def _interval(value: float, bound: Bound) -> tuple[float | None, float | None]:
    return (None if bound == "<" else value), (None if bound == ">" else value)


def _within_time(mention: Mention, group: _Span, taken: Sequence[Span]) -> bool:
    """Say whether the number is part of a date or time of day rather than a length of time."""
    if not taken:
        return False
    inside = any(t.start < group.last.end and group.first.start < t.end for t in taken)
    value = mention.value
    assert isinstance(value, Quantity)
    unit = (value.unit or "").split(" ")[0].lower()
    return inside and unit not in number_words().time_units
