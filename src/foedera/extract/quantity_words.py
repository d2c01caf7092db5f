"""The number lexicon, typed and compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from foedera.data import Bound
from foedera.lexicons import load_words

_SETS = (
    "percent", "symbols", "measures", "plurals", "time_units", "naming", "naming_any_case",
    "models", "scores", "stops", "compounds", "counted_alone", "not_one", "year_leads",
    "one_leads", "lasting",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marker:
    """What a word beside a number makes of it: its bound, and whether it is rough."""

    bound: Bound
    approximate: bool


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The lists of `lexicons/numbers.yaml`."""

    cardinals: dict[str, float]
    scales: dict[str, float]
    short_scales: dict[str, float]
    fractions: dict[str, float]
    vague: dict[str, float]
    given_over: frozenset[str]
    signs: dict[str, str]
    currencies: dict[str, str]
    percent: frozenset[str]
    symbols: frozenset[str]
    measures: frozenset[str]
    plurals: frozenset[str]
    time_units: frozenset[str]
    naming: frozenset[str]
    naming_any_case: frozenset[str]
    models: frozenset[str]
    scores: frozenset[str]
    stops: frozenset[str]
    compounds: frozenset[str]
    counted_alone: frozenset[str]
    not_one: frozenset[str]
    year_leads: frozenset[str]
    one_leads: frozenset[str]
    lasting: frozenset[str]
    before: dict[str, Marker]
    after: dict[str, Marker]


@cache
def number_words() -> NumberWords:
    """Load the number lexicon."""
    raw = load_words("numbers")
    sets = {name: frozenset(str(w) for w in raw[name]) for name in _SETS}
    return NumberWords(
        cardinals=raw["cardinals"],
        scales=raw["scales"],
        short_scales=raw["short_scales"],
        fractions=raw["fractions"],
        vague=raw["vague"],
        given_over=frozenset(raw["given_over"]),
        signs=raw["currency_signs"],
        currencies={w: code for code, words in raw["currency_words"].items() for w in words},
        before=_markers(raw["before"]),
        after=_markers(raw["after"]),
        **sets,
    )


def _markers(rows: list[dict[str, object]]) -> dict[str, Marker]:
    out: dict[str, Marker] = {}
    for row in rows:
        words = row["words"]
        assert isinstance(words, list)
        marker = Marker(row["sign"], bool(row["approximate"]))  # type: ignore[arg-type]
        out.update({str(word).replace("\\", ""): marker for word in words})
    return out


def either(words: Iterable[str]) -> str:
    """Write words as one alternation, longest first.

    >>> either(["m", "mn"])
    'mn|m'
    """
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def is_hyphened(words: str) -> bool:
    """Say whether a number tells of what sort a thing is: "the 15-member council".

    >>> is_hyphened("18-year"), is_hyphened("forty-seven senators"), is_hyphened("$15-billion")
    (True, False, False)
    """
    number, _, unit = words.split(" ", 1)[0].lower().rpartition("-")
    known = number_words()
    return bool(number) and unit.isalpha() and unit not in {*known.cardinals, *known.scales}
