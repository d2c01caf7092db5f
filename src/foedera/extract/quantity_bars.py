"""Says which numbers name or date a thing and so count nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from foedera.extract.quantity_numbers import Number
from foedera.extract.quantity_words import number_words

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.? (?:the )?$", re.I)
_MONTH_AFTER = re.compile(rf" (?:of )?{_MONTH}\b")
_CLOCK_AFTER = re.compile(
    r"(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|o'clock|[ap]\.m\.|(?:GMT|UTC|EDT|EST)\b|"
    r"in the (?:morning|afternoon|evening)\b)",
    re.I,
)
_WORD_BEFORE = re.compile(r"([\w.’'-]{1,40}) $")
_NAMED_SET = re.compile(r"\b(?:Group|Gang|Committee|Council) of (?:the )?$")
_GLUED_AFTER = re.compile(r"[-/]?[A-Za-z]")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.I)
_ADDRESS = re.compile(
    r"(?: [A-Z][\w'.]{0,20}| \d{1,3}(?:st|nd|rd|th)){0,3} "
    r"(?:Road|Rd|Street|St|Avenue|Ave|Boulevard|Blvd|Drive|Lane|Square|Place)\b"
)
_TALLY = re.compile(
    r"[-–—](\d{1,3})(?![\d,.]*\d|%| ?(?:per ?cent|percent))((?: [a-z-]{2,20}){0,2})"
)


def counts_nothing(text: str, number: Number, opening: int) -> bool:
    """Say whether a number found in the sentence that opens at `opening` is no quantity."""
    if number.form == "digits":
        return any(bar(text, number, opening) for bar in _DIGIT_BARS)
    return number.form == "words" and any(bar(text, number, opening) for bar in _WORD_BARS)


def _word_before(text: str, number: Number) -> str:
    found = _WORD_BEFORE.search(text, max(0, number.start - 42), number.start)
    return found.group(1) if found else ""


def glued(text: str, number: Number, _: int) -> bool:
    """Bar digits that are part of a name or code: "F-16", "G7", "COVID-19", "737s", "1/2"."""
    before = text[number.start - 1] if number.start else " "
    if not number.currency and (before.isalnum() or before in "/#_:'’@.&×^"):
        return True
    if before in "-−–" and number.start > 1 and text[number.start - 2].isalnum():
        return not text[number.start - 2].isdigit()
    after = text[number.end : number.end + 12]
    coded = before == " " and text[number.start] == "-" and text[number.start - 2].isupper()
    return coded or (number.scale == 1.0 and _glued_after(after))


def decade(text: str, number: Number, _: int) -> bool:
    """Bar "the 80s" and "in her 30s"."""
    value = number.value or 0
    tens = 20 <= value <= 90 and value % 10 == 0
    return tens and re.match(r"['’]?s\b", text[number.end : number.end + 3]) is not None


def _glued_after(after: str) -> bool:
    if after[:1] in ("/", ":", "_") and after[1:2].isdigit():
        return True
    attached = re.match(r"[^\W\d]{1,12}", after)
    if attached is None:
        return False
    words = number_words()
    return attached.group() not in words.symbols and attached.group() not in words.percent


def ordinal(text: str, number: Number, _: int) -> bool:
    """Bar "5th" and "the 22nd"."""
    return bool(_ORDINAL.match(text, number.end))


def dated(text: str, number: Number, _: int) -> bool:
    """Bar days of a month: "Dec. 5", "5 December"."""
    if number.currency or number.scale != 1.0 or (number.value or 0) > 31:
        return False
    lead = text[max(0, number.start - 14) : number.start]
    return bool(_MONTH_BEFORE.search(lead)) or bool(_MONTH_AFTER.match(text, number.end))


def clock(text: str, number: Number, _: int) -> bool:
    """Bar times of day: "5 p.m.", "10:15", "0900 GMT"."""
    if number.currency:
        return False
    colon = (
        text[number.end : number.end + 1] == ":" and text[number.end + 1 : number.end + 2].isdigit()
    )
    return colon or bool(_CLOCK_AFTER.match(text, number.end))


def year(text: str, number: Number, _: int) -> bool:
    """Bar bare years; "2000 soldiers" stays."""
    value = number.value or 0
    if number.currency or number.end - number.start != 4 or not 1500 <= value <= 2200:
        return False
    before = _word_before(text, number).lower()
    after = text[number.end : number.end + 1]
    if after == "s":
        return True
    if before in number_words().year_leads or not counts_next(text, number) or after == "-":
        return not _unit_follows(text, number)
    return 1985 <= value <= 2035 and value != 2000 and before not in number_words().before


def numbered(text: str, number: Number, opening: int) -> bool:
    """Bar the number of a thing: "Resolution 1701", "Article 5", "Boeing 737", "Unit 3"."""
    words = number_words()
    name = _word_before(text, number)
    low = name.lower()
    if not name or number.currency or number.scale != 1.0 or "," in text[number.start : number.end]:
        return False
    if low in words.naming_any_case or (low in words.naming and name[0].isupper()):
        return not _unit_follows(text, number)
    if name.islower() or low in words.stops or low in words.before:
        return False
    starts = number.start - len(name) - 1 <= opening
    plain = number.end - number.start <= 4 and float(number.value or 0).is_integer()
    return (
        plain and not starts and not _unit_follows(text, number) and not counts_next(text, number)
    )


def counts_next(text: str, number: Number) -> bool:
    """Say whether a plural follows, at most two words on ("18 hostages", "20 armed men")."""
    words = number_words()
    for word in text[number.end : number.end + 60].split(" ")[1:4] or []:
        bare = word.rstrip(".,;:)'’\"”")
        if not bare.islower() or bare in words.stops:
            return False
        if bare in words.plurals or (bare.endswith("s") and not bare.endswith(("ss", "us", "is"))):
            return True
        if bare != word:
            return False
    return False


def model(text: str, number: Number, _: int) -> bool:
    """Bar airliners: "787 Dreamliner", "the 737 jets"."""
    after = re.match(
        r" (?:[A-Z]|jets?\b|airliners?\b|planes?\b|aircraft\b|fleet\b)",
        text[number.end : number.end + 11],
    )
    return text[number.start : number.end] in number_words().models and after is not None


def stretch(text: str, number: Number, _: int) -> bool:
    """Bar a length of time used as an adjective ("a five-year plan"); time expressions have it."""
    unit = re.match(r"-([a-z]{3,10})(?!-old)\b", text[number.end : number.end + 16])
    return unit is not None and unit.group(1) in number_words().time_units


def _unit_follows(text: str, number: Number) -> bool:
    after = re.match(
        r"\s?(%|percent\b|per cent\b)|([A-Za-z°μ]{1,5}\b)| ([A-Za-z°μ]{2,5}\b)",
        text[number.end : number.end + 12],
    )
    if after is None:
        return False
    symbols = number_words().symbols - {"in"}
    return bool(after.group(1)) or after.group(2) in symbols or after.group(3) in symbols


def address(text: str, number: Number, _: int) -> bool:
    """Bar house numbers: "575 Mill Road"."""
    return not number.currency and bool(_ADDRESS.match(text, number.end))


def age(text: str, number: Number, _: int) -> bool:
    """Bar an age in apposition: "Ali Hassan, 25, said"."""
    lead, after = text[max(0, number.start - 3) : number.start], text[number.end : number.end + 1]
    return (
        number.currency is None
        and re.fullmatch(r"[^\W\d], ", lead) is not None
        and after in (",", ".", ";", ")")
        and number.end - number.start <= 2
        and not text[number.end + 1 : number.end + 3].strip().isdigit()
    )


def listed(text: str, number: Number, opening: int) -> bool:
    """Bar a list mark at the opening of a sentence: "1. The sides agree"."""
    return number.start == opening and bool(re.match(r"[.)] ", text[number.end : number.end + 2]))


def phone(text: str, number: Number, _: int) -> bool:
    """Bar runs of digits and dashes: "+44 20-7946-0958", "2012-10-09"."""
    around = text[max(0, number.start - 9) : number.end + 8]
    return bool(re.search(r"\d[-. ]\d{2,4}[-.]\d|\+\d{1,3} \d", around)) and "%" not in around


def tally(text: str, number: Number, _: int) -> bool:
    """Bar match scores and votes: "2-2", "a 3-1 win", "voted 15-0"."""
    after = _TALLY.match(text, number.end)
    if after is None or number.currency:
        return _second_of_tally(text, number)
    if text[after.end(1) : after.end(1) + 1].isalpha():
        return False
    rest = after.group(2).split()
    scores = number_words().scores
    falling = float(after.group(1)) <= (number.value or 0)
    return falling or not rest or any(word in scores for word in rest)


def _second_of_tally(text: str, number: Number) -> bool:
    """Bar the second half of a barred score, told by a digit and a dash before it."""
    lead = re.search(r"(?<![\d,.])(\d{1,3})[-–—]$", text[max(0, number.start - 5) : number.start])
    if lead is None:
        return False
    first = Number(
        number.start - len(lead.group()), number.start - 1, float(lead.group(1)), "digits"
    )
    return _TALLY.match(text, first.end) is not None and tally(text, first, 0)


def lone_one(text: str, number: Number, _: int) -> bool:
    """Bar "one" as a pronoun or in a set phrase: "one another", "one day", "no one", "each one"."""
    if text[number.start : number.end].lower() != "one":
        return False
    after = re.match(r"(?:-| )?([\w’']{1,20})(?: (us)\b)?", text[number.end : number.end + 30])
    if after is None or text[number.end] not in " -":
        return True
    if _word_before(text, number).lower() in number_words().one_leads:
        return True
    word = after.group(1).lower()
    return word in number_words().not_one and word != "of"


def compounded(text: str, number: Number, _: int) -> bool:
    """Bar numbers in set adjectives: "one-sided", "two-way", "a two-thirds majority"."""
    after = re.match(r"-([a-z]{2,12})", text[number.end : number.end + 13])
    if after is None:
        return False
    return number.value == 1 or after.group(1) in number_words().compounds


def ordinal_words(text: str, number: Number, _: int) -> bool:
    """Bar the tens of an ordinal: "twenty-first", and parts of compound names: "Twenty-Four"."""
    after = text[number.end : number.end + 9].lower()
    return (
        bool(
            re.match(r"[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", after)
        )
        and after[0] == "-"
    )


def title_words(text: str, number: Number, opening: int) -> bool:
    """Bar capitalised number words inside a name: "the Big Five", "Channel Four"."""
    if (
        number.start == opening
        or not text[number.start].isupper()
        or text[number.start : number.end].isupper()
    ):
        return False
    before = _word_before(text, number)
    return (
        bool(before)
        and (before[0].isupper() or before in ("of", "the"))
        and number.start - len(before) - 1 > opening
    )


def named_set(text: str, number: Number, opening: int) -> bool:
    """Bar the number in the name of a body: "the Group of 20 summit", "the Gang of 8"."""
    found = _NAMED_SET.search(text, max(opening, number.start - 20), number.start)
    return found is not None and found.start() > opening and number.scale == 1.0


_DIGIT_BARS: tuple[Callable[[str, Number, int], bool], ...] = (
    glued, ordinal, dated, clock, year, numbered, address, age, listed, phone, tally, model,
    stretch, decade, named_set,
)  # fmt: skip
_WORD_BARS: tuple[Callable[[str, Number, int], bool], ...] = (
    lone_one,
    ordinal_words,
    title_words,
    stretch,
    compounded,
    clock,
)
