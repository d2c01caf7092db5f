"""Reads what a number counts: the unit or noun phrase after it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from foedera.data import Sentence
from foedera.extract.quantity_numbers import Number
from foedera.extract.quantity_words import either, number_words
from foedera.tree import children, is_parsed

_NOT_SPACED = frozenset({"in", "s", "b", "C", "F", "p", "h", "t", "A", "a", "V"})
_WORD = re.compile(r"[ -]((?:[A-Z]\.){2,4}|[^\W\d_][\w’'-]{0,30})")
_CHAIN = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "advmod"})
_REACH = 6


@cache
def _percent() -> re.Pattern[str]:
    points = either(["percentage points", "percentage point", "basis points", "basis point"])
    return re.compile(
        rf"\s?(?:(?P<points>{points})|%|[ -]?(?:{either(number_words().percent)})\b)", re.I
    )


@cache
def _currency() -> re.Pattern[str]:
    words = either(number_words().currencies)
    return re.compile(rf"[ -](?:(?:US|U\.S\.|[A-Z][a-z]{{2,14}}) )?(?P<word>{words})\b")


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile(rf"(?P<gap>[ -]?)(?P<symbol>{either(number_words().symbols)})(?![\w])")


def read_unit(text: str, number: Number, sentence: Sentence) -> tuple[str | None, int]:
    """Return the unit of `number` and where it ends in the text; None where nothing is named.

    Currencies are codes, percent is "percent", all else stands as written.
    """
    if number.currency:
        word = _currency().match(text, number.end)
        return number.currency, word.end() if word else number.end
    percent = _percent().match(text, number.end)
    if percent:
        return (percent["points"] or "percent"), percent.end()
    money = _currency().match(text, number.end) or _of_currency(text, number)
    if money:
        return number_words().currencies[money["word"]], money.end()
    symbol = _symbol().match(text, number.end)
    if symbol and not (symbol["gap"] == " " and symbol["symbol"] in _NOT_SPACED):
        return symbol["symbol"], symbol.end()
    return _noun_phrase(text, number, sentence)


def _of_currency(text: str, number: Number) -> re.Match[str] | None:
    """Read the currency of "tens of millions of dollars"."""
    of = number.form == "vague" and text.startswith(" of ", number.end)
    return _currency().match(text, number.end + 3) if of else None


def _noun_phrase(text: str, number: Number, sentence: Sentence) -> tuple[str | None, int]:
    start = number.end
    of = re.match(r" of (?:the |its |their )?(?:\d{1,4} )?", text[start : start + 16])
    partly = number.form in ("vague", "fraction") or text.endswith("score", start - 5, start)
    if of and (partly or of.group()[-2].isdigit()):
        start += of.end()
    end = _parsed_end(number, sentence) if is_parsed(sentence) else None
    if end is None or end <= start:
        end = _guessed_end(text, start, sentence)
        if end > start and is_parsed(sentence) and not _is_counted(sentence, end):
            return None, number.end
    words = text[start:end].strip(" -")
    return (words, end) if words else (None, number.end)


def _is_counted(sentence: Sentence, end: int) -> bool:
    """Say whether the word that ends here is a noun or stands for the people counted."""
    token = bisect_right(sentence.starts, end - 1) - 1
    named = sentence.words[token].lower() in number_words().counted_alone
    return named or sentence.tags[token].startswith("NN")


def _parsed_end(number: Number, sentence: Sentence) -> int | None:
    """Follow the parse from the number to the noun it modifies."""
    token = bisect_right(sentence.starts, number.end - 1) - 1
    first = token
    while sentence.deps[token] in _CHAIN and sentence.heads[token] > token:
        token = sentence.heads[token]
    if token == first or token - first > _REACH or not sentence.tags[token].startswith("NN"):
        return None
    return sentence.ends[_with_complement(sentence, token)]


def _with_complement(sentence: Sentence, token: int) -> int:
    """Take "of ammunition" along after "containers"."""
    if sentence.words[token].lower() in number_words().measures:
        for of in children(sentence, token, "prep"):
            objects = children(sentence, of, "pobj")
            if sentence.words[of] == "of" and of == token + 1 and objects:
                return objects[0]
    return token


def _guessed_end(text: str, start: int, sentence: Sentence) -> int:
    """Guess the noun phrase from words alone: up to the first plural, four words at most."""
    words = number_words()
    ends: list[int] = []
    at = start - 1 if text[start - 1 : start] == " " else start
    while len(ends) < 4 and (found := _WORD.match(text, at, sentence.span.end)):
        word = found.group(1).lower()
        if word in words.stops:
            break
        at = found.end()
        ends.append(at)
        if _is_plural(word) or word in words.counted_alone:
            return _measured(text, at, word)
    return ends[0] if ends else start


def _is_plural(word: str) -> bool:
    if word in number_words().plurals:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))


def _measured(text: str, end: int, word: str) -> int:
    if word not in number_words().measures:
        return end
    of = re.match(r" of [a-z-]{3,20}", text[end : end + 24])
    return end + of.end() if of else end
