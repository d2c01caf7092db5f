"""Calendar days as agencies write them: "Dec 5", "January 9", "3 December 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YEAR = r"(?:19|20)\d\d"

_WRITTEN = re.compile(
    rf"(?:{WEEKDAY}\b[.,]?\s{{1,2}})?(?:"
    rf"(?P<m1>{MONTH})\s{{0,2}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:(?:,?\s{{1,2}}|/)(?P<y1>{_YEAR}))?|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s{{1,2}}(?P<m2>{MONTH})(?:,?\s{{1,2}}(?P<y2>{_YEAR}))?|"
    rf"(?P<y3>{_YEAR})[-/](?P<m3>\d{{1,2}})[-/](?P<d3>\d{{1,2}})|"
    rf"(?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.\s?(?P<y4>{_YEAR})|"
    rf"(?P<d5>\d{{1,2}})/(?P<m5>\d{{1,2}})/(?P<y5>{_YEAR}))\b",
    re.IGNORECASE,
)
_WITH_YEAR = re.compile(
    rf"\b(?:(?P<m1>{MONTH})\s(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s)?(?P<y1>{_YEAR})|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m2>{MONTH}),?\s(?P<y2>{_YEAR}))\b"
)
_WEEKDAY = re.compile(
    r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Ee]very|previous|following|[Cc]oming|by|[Uu]ntil)\s)?"
    r"(?P<w>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’]s)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written; a missing year or day is None."""

    year: int | None
    month: int
    day: int | None

    def iso(self, year: int | None = None) -> str | None:
        """Return the ISO day, with `year` where none is written; None if there is no such day."""
        chosen = self.year or year
        if chosen is None or self.day is None:
            return None
        try:
            return date(chosen, self.month, self.day).isoformat()
        except ValueError:
            return None


def match_written(text: str, start: int = 0) -> tuple[Written, int] | None:
    """Read a day that begins at `start`; return it with its end.

    >>> match_written("Dec. 5, 2024 (Reuters)")
    (Written(year=2024, month=12, day=5), 12)
    """
    found = _WRITTEN.match(text, start)
    day = _read(found) if found else None
    return (day, found.end()) if found and day else None


def dated_years(text: str) -> Iterator[tuple[int, int, Written]]:
    """Yield the days and months that `text` names with their year, and where that and it begin.

    >>> list(dated_years("in March 2019"))
    [(9, 3, Written(year=2019, month=3, day=None))]
    """
    for found in _WITH_YEAR.finditer(text):
        day = _read(found)
        if day:
            yield found.start("y1" if found["y1"] else "y2"), found.start(), day


def first_weekday(text: str) -> int | None:
    """Return the first weekday that `text` names for the days about it, Monday as 0.

    >>> first_weekday("Talks set for next Monday opened on Friday.")
    4
    """
    for found in _WEEKDAY.finditer(text):
        if found["which"] is None:
            return _DAYS.index(found["w"][:3].lower())
    return None


def month_number(word: str) -> int | None:
    """Return 1–12 for a month's name, short or long.

    >>> month_number("Sept."), month_number("7"), month_number("Noon")
    (9, 7, None)
    """
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    head = word[:3].lower()
    return _MONTHS.index(head) + 1 if head in _MONTHS else None


def _read(found: re.Match[str]) -> Written | None:
    groups = found.groupdict()
    way = next(k[1] for k in ("m1", "m2", "m3", "m4", "m5") if groups.get(k))
    named, day, year = (groups.get(part + way) for part in "mdy")
    if way == "5" and day and named:
        if int(day) <= 12 and int(named) <= 12:
            return None  # 05/12: May or December, who knows
        day, named = (day, named) if int(day) > 12 else (named, day)
    month = month_number(named or "")
    if month is None or (day is not None and not 1 <= int(day) <= 31):
        return None
    return Written(int(year) if year else None, month, int(day) if day else None)
