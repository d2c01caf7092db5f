"""Plain words for values: days, kinds, stances, actors, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from foedera.kinds import load_kinds
from foedera.merge.names import state_names
from foedera.view.rows import Row

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@cache
def load_phrases() -> dict[str, dict[str, str]]:
    """Read how each kind is worded on a page."""
    body = (Path(__file__).parent / "phrases.yaml").read_text("utf8")
    return cast("dict[str, dict[str, str]]", yaml.safe_load(body))


def say_kind(kind: str) -> str:
    """Name a happening of this kind by a noun.

    >>> say_kind("agreement.enter-into-force")
    'entry into force'
    """
    return load_phrases().get(kind, {}).get("noun") or kind.rpartition(".")[2].replace("-", " ")


def kind_meant(words: str) -> str:
    """Return the kind or family that some words mean: its id, the end of it, or its noun.

    >>> kind_meant("military"), kind_meant("Visit"), kind_meant("sanctions"), kind_meant("ball")
    ('military', 'diplomacy.visit', 'coercion.sanction', 'ball')
    """
    asked, kinds = words.strip().lower(), load_kinds()
    if asked in kinds or any(kind.family == asked for kind in kinds.values()):
        return asked
    found = [kind for kind in kinds if say_kind(kind) == asked]
    found = found or [kind for kind in kinds if kind.rpartition(".")[2] == asked]
    return found[0] if len(found) == 1 else words


def say_doer(kind: str, names: str) -> str:
    """Lead from the noun of a kind to who does it; nothing where nobody is named.

    >>> say_doer("military.deploy", "Chad"), say_doer("agreement.provide", "Chad and Sudan")
    (' by Chad', ' for Chad and Sudan')
    """
    return f" {load_phrases().get(kind, {}).get('by', 'by')} {names}" if names else ""


def say_step(kind: str) -> str:
    """Tell a step in an agreement's life in the past tense.

    >>> say_step("agreement.sign")
    'signed'
    """
    return load_phrases().get(kind, {}).get("past") or say_kind(kind)


def say_day(day: str, *, short: bool = False) -> str:
    """Write an ISO day, month or year out.

    >>> say_day("2031-05-04"), say_day("2031-05", short=True)
    ('4 May 2031', 'May 2031')
    """
    year, _, rest = day.partition("-")
    month, _, number = rest.partition("-")
    name = MONTHS[int(month) - 1] if month else ""
    pieces = [str(int(number)) if number else "", name[:3] if short else name, year]
    return " ".join(piece for piece in pieces if piece)


def say_days(when: Row | str | None, *, short: bool = False) -> str:
    """Write a stretch of days out, no finer than it is known.

    >>> say_days({"earliest": "2031-06-01", "latest": "2031-06-30", "precision": "month"})
    'June 2031'
    >>> say_days({"earliest": "2031-06-02", "latest": "2031-06-05"})
    '2–5 June 2031'
    >>> say_days(None)
    'day unknown'
    """
    start, end = ends(when)
    if start and end:
        return _say_both(start, end, short=short)
    if start:
        return "since " + say_day(start, short=short)
    return "until " + say_day(end, short=short) if end else UNDATED


def sort_by_day(rows: Iterable[Row]) -> list[Row]:
    """Order rows by day, those without one last; what follows from an act stands after it."""
    return sorted(rows, key=_day_order)


def _day_order(row: Row) -> tuple[str, bool, str, str]:
    kind = str(row.get("kind"))
    return _first_day(row), kind == "agreement.enter-into-force", kind, str(row.get("id"))


def _first_day(row: Row) -> str:
    start, end = ends(row.get("when"))
    return start or end or "~"


def ends(when: Row | str | None) -> tuple[str | None, str | None]:
    """Return first and last day of a row, or of a single day."""
    if when is None:
        return None, None
    if isinstance(when, str):
        return when, when
    return when.get("earliest"), when.get("latest")


UNDATED = "day unknown"
ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
ISO_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)?(/)?(\d{4}-\d\d-\d\d)?")


def say_iso(words: str) -> str | None:
    """Write a day or two days with a bar between, as ISO writes them; None for other words.

    >>> say_iso("2031-06-01/2031-06-30"), say_iso("thirty")
    ('June 2031', None)
    """
    match = ISO_DAYS.fullmatch(words)
    if match is None or not (match[1] or match[3]):
        return None
    return say_days({"earliest": match[1], "latest": match[3] if match[2] else match[1]})


def _say_both(start: str, end: str, *, short: bool) -> str:
    if start == end:
        return say_day(start, short=short)
    if whole := _whole_period(start, end):
        return say_day(whole, short=short)
    first, last = say_day(start, short=short).split(), say_day(end, short=short).split()
    if first[2:] == last[2:]:
        first = first[:2] if first[1] != last[1] else first[:1]
    dash = "–" if len(first) == 1 else " – "
    return " ".join(first) + dash + " ".join(last)


def _whole_period(start: str, end: str) -> str | None:
    """Return the month or year that the two days enclose exactly."""
    if start[:4] != end[:4] or not start.endswith("-01"):
        return None
    if start[5:7] == "01" and end[5:] == "12-31":
        return start[:4]
    after = date.fromordinal(date.fromisoformat(end).toordinal() + 1)
    same_month = start[:7] == end[:7] and after.day == 1
    return start[:7] if same_month else None


_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(words: str) -> str:
    """Replace what would steer a terminal or turn the direction of writing.

    >>> visible("a\\x1b[31mb")
    'a\ufffd[31mb'
    """
    return _UNSEEN.sub("\ufffd", words)


WITH_ARTICLE = re.compile(
    r"(?:United|Soviet|European Union|African Union|Netherlands|Philippines|Bahamas|Maldives|Gambia"
    r"|Seychelles|Comoros|Holy See|Vatican|West Bank|Gaza Strip)\b|.*\b(?:Republic|Islands)\b"
)


def with_article(name: str) -> str:
    """Put "the" before a name that takes it in a sentence.

    >>> with_article("United States"), with_article("Chad")
    ('the United States', 'Chad')
    """
    return f"the {name}" if WITH_ARTICLE.match(name) else name


def capital(words: str) -> str:
    """Begin words with a capital."""
    return words[:1].upper() + words[1:]


def join_words(words: Iterable[str], last: str = "and") -> str:
    """Join words as a sentence does.

    >>> join_words(["Chad", "Niger", "Mali"])
    'Chad, Niger and Mali'
    """
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {last} " + items[-1]


def count_of(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun.

    >>> count_of(1, "report"), count_of(3, "story", "stories")
    ('1 report', '3 stories')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def say_origins(origins: Row | None) -> str:
    """Say how many independent origins stand behind something, as a range.

    >>> say_origins({"independent": [1, 2], "roots": ["Sur Wire"]})
    '1–2 independent origins'
    """
    low, high = (origins or {}).get("independent") or (0, 0)
    number = str(low) if low == high else f"{low}–{high}"
    return f"{number} independent origin{'' if high == 1 else 's'}"


def say_reality(reality: str | None) -> str:
    """Write a reality as a reader would."""
    return (reality or "happened").replace("not-happened", "did not happen")


STANCES = {
    "asserted": "asserts",
    "confirmed": "confirms",
    "believed": "believes",
    "considered": "considers",
    "denied": "denies",
    "neither-confirmed-nor-denied": "neither confirms nor denies",
    "not-acknowledged": "has not acknowledged",
    "no-comment": "does not comment",
}
_OF_SEVERAL = {
    "asserts": "assert",
    "confirms": "confirm",
    "believes": "believe",
    "considers": "consider",
    "denies": "deny",
    "neither confirms nor denies": "neither confirm nor deny",
    "has not acknowledged": "have not acknowledged",
    "does not comment": "do not comment",
}
_SEVERAL = re.compile(r"(?:^| )(?:[a-z-]+[^s\W]s|police|people)$")
DOUBTING = frozenset({"denied", "neither-confirmed-nor-denied", "not-acknowledged", "no-comment"})


def say_stance(stance: str | None) -> str:
    """Say what a source does with a telling, as a verb.

    >>> say_stance("neither-confirmed-nor-denied")
    'neither confirms nor denies'
    """
    return STANCES.get(stance or "asserted", stance or "asserts")


def say_who_stands(names: Sequence[str], stance: str | None) -> str:
    """Say what one or several do with a telling.

    >>> say_who_stands(["United States"], "denied"), say_who_stands(["two officials"], None)
    ('United States denies', 'two officials assert')
    """
    verb = say_stance(stance)
    several = len(names) > 1 or any(_SEVERAL.search(name) for name in names)
    return f"{join_words(names)} {_OF_SEVERAL.get(verb, verb) if several else verb}"


def say_number(value: float) -> str:
    """Write a number with thousands set apart."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def say_quantity(quantity: Row) -> str:
    """Return a quantity's own words, else its value and unit."""
    if words := quantity.get("words"):
        return str(words)
    value = quantity.get("value")
    body = say_number(float(value)) if value is not None else "some"
    return f"{body} {quantity.get('unit') or ''}".strip()


@cache
def country_names() -> dict[str, str]:
    """Return the name of each country by its code.

    >>> country_names()["URY"]
    'Uruguay'
    """
    return dict(state_names())
