"""The lexicon of time, typed, and the pieces of patterns made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from foedera.extract.quantity_words import either, number_words
from foedera.lexicons import load_words


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The lists of `lexicons/times.yaml`; keys are lower case."""

    months: dict[str, int]
    shy_months: frozenset[str]
    weekdays: dict[str, int]
    units: dict[str, str]
    seasons: dict[str, str]
    parts: dict[str, str]
    sets: dict[str, str]
    refs: dict[str, str]
    vague: frozenset[str]
    holidays: dict[str, dict[str, Any]]
    named_days: dict[str, str]
    future: frozenset[str]
    past: frozenset[str]
    happened_with: frozenset[str]
    coming_nouns: frozenset[str]
    scheduled: frozenset[str]
    present: frozenset[str]
    month_leads: frozenset[str]
    rate_leads: frozenset[str]
    stretch_leads: frozenset[str]
    put_off: dict[str, frozenset[str]]
    awaiting: frozenset[str]
    befallen: frozenset[str]
    shares: dict[str, frozenset[str]]


@cache
def time_words() -> TimeWords:
    """Load the lexicon of time."""
    raw = load_words("times")
    return TimeWords(
        months=raw["months"],
        shy_months=frozenset(raw["shy_months"]),
        weekdays=raw["weekdays"] | raw["short_weekdays"],
        units=raw["units"],
        seasons=raw["seasons"],
        parts=raw["parts"],
        sets=raw["sets"],
        refs={word: ref for ref, words in raw["refs"].items() for word in words},
        vague=frozenset(raw["vague_counts"]) | frozenset(raw["vague_plurals"]),
        holidays=raw["holidays"],
        named_days={w: day for day, words in raw["named_days"].items() for w in words},
        future=frozenset(raw["future_words"]),
        past=frozenset(raw["past_words"]),
        happened_with=frozenset(raw["happened_with"]),
        coming_nouns=frozenset(raw["coming_nouns"]),
        scheduled=frozenset(raw["scheduled_verbs"]),
        present=frozenset(raw["present_words"]),
        month_leads=frozenset(raw["month_leads"]) | frozenset(raw["months"]),
        rate_leads=frozenset(raw["rate_leads"]),
        stretch_leads=frozenset(raw["stretch_leads"]),
        put_off={prep: frozenset(verbs) for prep, verbs in raw["put_off"].items()},
        awaiting=frozenset(raw["awaiting"]),
        befallen=frozenset(raw["befallen_nouns"]),
        shares={name: frozenset(words) for name, words in raw["shares"].items()},
    )


def either_case(words: Iterable[str]) -> str:
    """Write words as an alternation in lower case, capitalised and upper case.

    >>> either_case(["may"])
    'MAY|May|may'
    """
    return either({form for w in words for form in (w, w.capitalize(), w.upper())})


def named(words: Iterable[str]) -> str:
    """Write words as an alternation, capitalised or upper case: names only.

    >>> named(["may"])
    'MAY|May'
    """
    return either({form for w in words for form in (w.capitalize(), w.upper())})


@cache
def fragments() -> dict[str, str]:
    """Return the pieces that the rules' patterns are built from, by name."""
    words, numbers = time_words(), number_words()
    full_months = [w for w in words.months if len(w) > 4 or w in ("may", "june", "july")]
    short_months = [w for w in words.months if w not in full_months]
    full_days = [w for w in words.weekdays if w.endswith("day")]
    short_days = [w for w in words.weekdays if not w.endswith("day")]
    units = either_case(words.units)
    ones = either_case(w for w, v in numbers.cardinals.items() if v < 10)
    tens = either_case(w for w, v in numbers.cardinals.items() if v >= 20)
    teens = either_case(w for w, v in numbers.cardinals.items() if 10 <= v < 20)
    count = (
        rf"(?:\d{{1,4}}(?:[.,]\d{{1,3}})?|(?:{tens})(?:[ -](?:{ones}))?|{teens}|{ones}"
        r"|[Aa] dozen|[Tt]wo dozen|[Aa] hundred|[Aa] thousand)"
    )
    return {
        "MONTH": rf"(?:(?:{named(full_months)})\b|(?:{named(short_months)})\b\.?)",
        "WEEKDAY": rf"(?:(?:{named(full_days)})\b)",
        "WEEKDAYS": rf"(?:(?:{named(full_days)})s\b)",
        "ANYDAY": rf"(?:(?:{named(full_days)})\b|(?:{named(short_days)})\b\.?)",
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d|-year|-day|/)",
        "YEAR": r"(?:1[4-9]\d\d|20\d\d)(?![\d%]|,\d|\.\d|\w)",
        "UNIT": rf"(?:{units})",
        "UNITS": rf"(?:(?:{units}|centurie|CENTURIE)s?|millennia)",
        "COUNT": count,
        "VAGUE": rf"(?:{either_case(words.vague)})",
        "SEASON": rf"(?:{either_case(words.seasons)})",
        "PART": rf"(?:{either(['morning', 'afternoon', 'evening', 'night'])})",
        "MOD": r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -]|(?:[Tt]he )?(?:(?:very )?(?:end|beginning"
        r"|start|middle)) of )",
    }
