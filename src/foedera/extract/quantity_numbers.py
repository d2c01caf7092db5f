"""Finds numerals and number words and reads their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from foedera.data import Sentence
from foedera.extract.quantity_words import either, number_words

Form = Literal["digits", "words", "vague", "fraction"]


class Number(NamedTuple):
    """A number as it stands in the text, its currency sign and scale word included.

    `value` is None where only an order of magnitude is given, which then stands in `order`.
    """

    start: int
    end: int
    value: float | None
    form: Form
    order: float | None = None
    currency: str | None = None
    scale: float = 1.0


@cache
def _pattern() -> re.Pattern[str]:
    """Build the one expression that finds every number."""
    words = number_words()
    ones = either(w for w, v in words.cardinals.items() if v < 10)
    tens = either(w for w, v in words.cardinals.items() if v >= 20)
    teens = either(w for w, v in words.cardinals.items() if 10 <= v < 20)
    small = rf"(?:(?:{tens})(?:[ -](?:{ones}))?|{teens}|{ones})"
    big = "thousand|million|billion|trillion|dozen|hundred"
    lead = rf"(?:{small}|half an?|(?:an?|three) quarters? of an?|an?)"
    hundreds = rf"{lead}[ -]hundred(?:(?: and)?[ -]{small})?"
    scaled = rf"(?:{hundreds}|{lead})(?: and a half)?[ -](?:{big}|score(?= of (?!{small}\b)[a-z]))"
    vague = either(words.vague)
    few = "(?:several|a few|many|few|some few|couple)"
    part = either(words.fractions)
    return re.compile(
        r"(?=[^a-zA-Z\s]|\b[a-zA-Z])(?:"  # no number opens within a word: most of a text is passed
        r"(?<![\w.,/])(?:(?P<whole>\d{1,3})[ -])?(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?=[ -][a-z])|"
        rf"(?:(?<![\w.])(?P<cur>{either(words.signs)})\s?)?"
        r"(?P<sign>[-−+]|\b[Mm]inus[ -])?"
        r"(?P<num>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?|\.\d{1,6})"
        rf"(?:[ \u00a0-]?(?P<word>(?i:{big}))\b"
        rf"|\s?(?P<short>(?i:{either(words.short_scales)}))(?!\w))?"
        rf"|\b(?i:(?P<vague>(?:(?:{vague}) of ){{0,2}}(?:{vague})|{few} (?:{big})s?)"
        rf"|(?P<fraction>(?:{ones}|an?)[ -](?:{part})s?(?= of\b(?! an? (?:{big})))"
        r"|half(?= (?:of|the|its|their|all)\b))"
        rf"|(?P<cardinal>{scaled}(?: {scaled}){{0,2}}(?:(?: and)? {small})?"
        rf"|{small} and a half|{small}))\b)"
    )


_QUARTERS = re.compile(r"\b(an?|three) quarters? of an?\b")
_DIGIT = re.compile(r"\d")


@cache
def _triggers() -> frozenset[str]:
    """List the words without which a sentence without digits holds no number."""
    words = number_words()
    low = {*words.cardinals, *words.scales, *words.vague, *words.fractions}
    return frozenset(low | {w.capitalize() for w in low} | {w.upper() for w in low})


def may_hold_number(text: str, sentence: Sentence) -> bool:
    """Say cheaply whether it is worth looking for numbers in a sentence."""
    if not _triggers().isdisjoint(sentence.words):
        return True
    return _DIGIT.search(text, sentence.span.start, sentence.span.end) is not None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield every number of `text[start:end]`, in order, those that count nothing included.

    >>> [n.value for n in find_numbers("eleven thousand men, $1.5 billion, two dozen")]
    [11000.0, 1500000000.0, 24.0]
    >>> [n.value for n in find_numbers("a score of men, by a score of three to two")]
    [20.0, 3.0, 2.0]
    """
    for found in _pattern().finditer(text, start, len(text) if end is None else end):
        if found["top"]:
            number = _split(found)
        else:
            number = _digits(found) if found["num"] else _worded(found)
        if number:
            yield number


def _split(found: re.Match[str]) -> Number | None:
    """Read "1/2" and "2 3/4"; "24/7" is none."""
    top, bottom = int(found["top"]), int(found["bottom"])
    if top >= bottom:
        return None
    value = int(found["whole"] or 0) + top / bottom
    return Number(found.start(), found.end(), value, "fraction")


def _digits(found: re.Match[str]) -> Number | None:
    """Read digits with what is written against them."""
    words = number_words()
    sign, currency = found["sign"], found["cur"]
    start, end, scale = found.start(), found.end(), 1.0
    if sign and not currency and _dash_belongs_before(found, sign):
        start, sign = found.start("num"), None
    if found["word"]:
        scale = words.scales[found["word"].lower()]
    elif found["short"]:
        if len(found["short"]) > 1 or currency:
            scale = words.short_scales[found["short"].lower()]
        else:
            end = found.end("num")
    value = float(found["num"].replace(",", "")) * scale
    if sign and sign != "+":
        value = -value
    code = words.signs[currency] if currency else None
    return Number(start, end, value, "digits", currency=code, scale=scale)


def _dash_belongs_before(found: re.Match[str], sign: str) -> bool:
    """Say whether the sign is a hyphen of what stands before ("10-12", "mid-5")."""
    at = found.start("sign")
    return sign[0] in "-−+" and at > 0 and not found.string[at - 1].isspace()


def _worded(found: re.Match[str]) -> Number:
    if found["vague"]:
        return Number(found.start(), found.end(), None, "vague", order=_order(found["vague"]))
    if found["fraction"]:
        return Number(found.start(), found.end(), _fraction(found["fraction"]), "fraction")
    value, scale = read_cardinal(found["cardinal"])
    return Number(found.start(), found.end(), value, "words", scale=scale)


def _order(words: str) -> float:
    """Read "tens of thousands" as 10,000, "several hundred" as 100."""
    lexicon = number_words()
    size = 1.0
    for word in words.lower().split():
        size *= lexicon.vague.get(word) or lexicon.scales.get(word) or 1.0
    return size


def _fraction(words: str) -> float:
    lexicon = number_words()
    pieces = re.split("[ -]", words.lower())
    top = lexicon.cardinals.get(pieces[0], 1)
    bottom = pieces[-1]
    return top * (lexicon.fractions.get(bottom) or lexicon.fractions[bottom.removesuffix("s")])


def read_cardinal(words: str) -> tuple[float, float]:
    """Read number words to a value and the largest scale in them.

    >>> read_cardinal("two hundred and fifty thousand")
    (250000.0, 1000.0)
    >>> read_cardinal("half a million"), read_cardinal("a quarter of a million")
    ((500000.0, 1000000.0), (250000.0, 1000000.0))
    """
    lexicon = number_words()
    total, current, largest = 0.0, 0.0, 1.0
    half_next = False
    low = _QUARTERS.sub(lambda m: f"{m[1].replace('an', 'a')}-quarter a", words.lower())
    for word in re.split(" |(?<!a)(?<!three)-", low.replace("and a half", "and half")):
        if word == "half":
            current, half_next = (current + 0.5), True
        elif word.endswith("-quarter"):
            current, half_next = (0.25 if word[0] == "a" else 0.75), True
        elif word in ("a", "an"):
            current = current if half_next else 1.0
        elif word in lexicon.scales:
            largest = max(largest, float(lexicon.scales[word]))
            current = (current or 1.0) * lexicon.scales[word]
            if lexicon.scales[word] > 100:
                total, current = total + current, 0.0
        else:
            current += lexicon.cardinals.get(word, 0)
    return total + current, largest
