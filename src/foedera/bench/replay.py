"""A stream of any length from the claims of a short one: days shifted, names and words changed.

Nothing is parsed. Each round through the reports gives every name and every longer word another
of its length, so that offsets hold, rounds are no copies of each other, and how common words are
stays as it was. States, known agreements, months and weekdays keep their names.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from foedera.gazetteer.tables import cells, rows
from foedera.lexicons import load_words
from foedera.measure import content_id, days_between, shift_day
from foedera.merge.known import known_agreements
from foedera.store import Store

Row: TypeAlias = dict[str, Any]

BAND = 200
"""A word changes places with one of so many of its length that are about as common."""
SHORTEST = 4
FIRST_DAY = "2031-01-01"
_WORD = re.compile(r"[^\W\d_]+|(?<![\d.,/-])\d+")
_NAMED = ("name", "title", "words", "unit", "text", "office", "duty", "trigger", "conditions")
_DAYS = ("earliest", "latest", "value", "date")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"


@dataclass(frozen=True, slots=True)
class Held:
    """One report as the store holds it: its rows, and the text they point into."""

    head: Row
    mentions: list[Row]
    claims: list[Row]
    text: str


def load_held(store: Store) -> list[Held]:
    """Return all reports of a record with their claims, in the order of their days."""
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in store.claims():
        claims[row.pop("report")].append(row)
    held = [
        Held(head, _of_agreements(found["mentions"]), claims[report], text)
        for head, (report, text), (_, found) in zip(
            store.heads(), store.texts(), store.found(), strict=True
        )
    ]
    return sorted(held, key=lambda h: (h.head["published"]["earliest"] or "9999", h.head["report"]))


def _of_agreements(mentions: Iterable[Row]) -> list[Row]:
    return [m for m in mentions if m["kind"] == "agreement"]


def replay(held: Sequence[Held], wanted: int, per_day: int, *, start: int = 0) -> Iterator[Held]:
    """Yield reports up to that many, so many a day, going round through those held.

    `start` is how many of the first are passed over.
    """
    ranks = _rank_words(h.text for h in held)
    words: Words | None = None
    for place in range(start, wanted):
        turn, one = place // len(held), held[place % len(held)]
        if words is None or words.turn != turn:
            words = Words(turn, ranks)
        yield _again(one, words, shift_day(FIRST_DAY, place // per_day))


def _again(one: Held, words: Words, day: str) -> Held:
    """Retell a report on another day in other words."""
    printed = one.head["published"]["earliest"]
    shift = days_between(printed, day) if printed else 0
    report = content_id("replay", words.turn, one.head["report"])
    head = _change(one.head, words, shift)
    head |= {"report": report, "id": f"{words.turn}/{one.head['id']}", "outlet": one.head["outlet"]}
    claims = [
        {**_change(c, words, shift), "id": content_id("replay", words.turn, c["id"])}
        for c in one.claims
    ]
    mentions = [_change(m, words, shift) for m in one.mentions]
    return Held(head, mentions, claims, words.change(one.text))


def _change(value: Any, words: Words, shift: int, key: str = "") -> Any:
    """Change names and days wherever they stand in a row."""
    if isinstance(value, dict):
        return {name: _change(part, words, shift, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_change(part, words, shift, key) for part in value]
    if not isinstance(value, str):
        return value
    if key in _NAMED:
        return words.change(value)
    if key in _DAYS and _DAY.fullmatch(value):
        return shift_day(value, shift)
    return value


# -------------------------------------------------------------------- words


class Words:
    """What one round through the reports makes of each word; round 0 changes nothing."""

    def __init__(self, turn: int, ranks: Mapping[str, tuple[int, Sequence[str]]]) -> None:
        self.turn = turn
        self._ranks = ranks
        self._known: dict[str, str] = {}

    def change(self, text: str) -> str:
        """Change a text word by word; each new word is as long as the old one."""
        return _WORD.sub(self._word, text)

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._other(word)
        return found

    def _other(self, word: str) -> str:
        low = word.lower()
        if word.isdigit():
            return word if len(word) == 4 else self._number(word)
        if self.turn == 0 or len(low) != len(word) or low in _fixed():
            return word
        if low in self._ranks:
            if len(word) < SHORTEST:
                return word
            place, band = self._ranks[low]
            step = self.turn * (2 * len(band) // 3 + 1) + len(word) * (self.turn // len(band))
            other = band[(place + step) % len(band)]
        else:
            other = "".join(map(self._letter, low)) if len(low) > 3 else low
        if word.isupper():
            return other.upper()
        return other.capitalize() if word[:1].isupper() else other

    def _number(self, digits: str) -> str:
        """Change a number's digits but for the first; years stand as they are."""
        return digits[0] + "".join(str((int(d) + self.turn) % 10) for d in digits[1:])

    def _letter(self, letter: str) -> str:
        for ring, step in ((_VOWELS, self.turn), (_CONSONANTS, self.turn // len(_VOWELS))):
            if letter in ring:
                return ring[(ring.index(letter) + step) % len(ring)]
        return letter


def _rank_words(texts: Iterable[str]) -> dict[str, tuple[int, Sequence[str]]]:
    """Give each word written small its place among words of its length about as common."""
    counts = Counter(word for text in texts for word in _WORD.findall(text) if word.islower())
    alike: dict[int, list[str]] = defaultdict(list)
    for word in sorted(counts, key=lambda w: (-counts[w], w)):
        if word not in _fixed() and len(word.lower()) == len(word):
            alike[len(word)].append(word)
    ranks: dict[str, tuple[int, Sequence[str]]] = {}
    for row in alike.values():
        for start in range(0, len(row), BAND):
            band = row[start : start + BAND]
            ranks |= {word: (place, band) for place, word in enumerate(band)}
    return ranks


@cache
def _fixed() -> frozenset[str]:
    """Return the words that mean the same in every round."""
    states = {
        word.lower()
        for _, name, aliases, adjectives, *_ in rows("countries")
        for text in (name, *cells(aliases), *cells(adjectives))
        for word in _WORD.findall(text)
    }
    known = {
        word
        for one in known_agreements().values()
        for name in one.names
        for word in _WORD.findall(name)
    }
    heads = set(map(str, load_words("agreement_names")["heads"]))
    stops = set(map(str, load_words("stop_words")["words"]))
    return frozenset(states | known | heads | stops | _calendar())


def _calendar() -> frozenset[str]:
    tables = (calendar.month_name, calendar.month_abbr, calendar.day_name, calendar.day_abbr)
    return frozenset(name.lower() for table in tables for name in table)


# ------------------------------------------------------------------ storing


def write(reports: Iterable[Held], store: Store) -> tuple[int, int]:
    """Put reports into a record's tables, many at a time; return how many, and their claims."""
    told = claims = 0

    def counted() -> Iterator[tuple[Row, Row, list[Row], str]]:
        nonlocal told, claims
        for one in reports:
            told, claims = told + 1, claims + len(one.claims)
            found = {"mentions": one.mentions, "attributions": [], "skips": [], "warnings": []}
            yield one.head, found, one.claims, one.text

    store.load(counted())
    return told, claims
