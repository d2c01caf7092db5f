"""On which day an undated report was published, as other reports of its story let it be told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from foedera.data import Days, Judgement, Reason
from foedera.measure import days_between, shift_day
from foedera.merge.events import computed_judgement
from foedera.merge.telling import iso_day, ordinal_day

LATEST = 2
"""A weekday on which sources spoke lies at most so many days before a report of it."""
LEAD = 1000
HEAD = 300
"""A dateline stands within so many characters."""
NEAR = 7
"""Reports of one story are printed within so many days, where one of them tells no year."""

_WEEKDAY = re.compile(
    r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE
)
_MONTHS = (
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_DAY = rf"\b{_MONTHS} (\d{{1,2}})\b|\b(\d{{1,2}}) {_MONTHS}\b"
_MONTH_DAY = re.compile(_DAY, re.IGNORECASE)
_HEADED = re.compile(
    rf"^(?:(?:[^\sa-z]\S{{0,30}}|[a-z]{{1,3}})[ \t]+){{0,8}}(?i:{_DAY})[.,]? ?"
    r"(?:[A-Z][A-Z/]{1,12} )?(?:\([^()\n]{2,40}\)|/[A-Z][^/\n]{1,30}/|[-–—](?! ?\d))",
    re.MULTILINE,
)
"""The day of a dateline without its year: behind a place alone, before an agency or a dash."""
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Digest:
    """A report's days: as published, the weekday its sources spoke, the dates it names."""

    report: str
    published: Days
    spoken: tuple[str, ...]
    named: tuple[str, ...]
    headed: tuple[int, int] | None = None
    """Month and day of its dateline, if it has such without a year."""


def digest(report: str, published: Days, text: str) -> Digest:
    """Keep of a report what inferring days needs: its day, the weekdays and dates it names."""
    spoken = tuple(dict.fromkeys(day.lower() for day in _WEEKDAY.findall(text[:LEAD])))
    named = tuple(sorted({_date(m) for m in _MONTH_DAY.finditer(text)}))
    headed = _HEADED.search(text[:HEAD])
    return Digest(report, published, spoken, named, _month_and_day(headed) if headed else None)


def _date(match: re.Match[str]) -> str:
    month = (match[1] or match[4])[:3].lower()
    return f"{month} {int(match[2] or match[3])}"


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    month, day = _date(match).split()
    return _MONTH_NAMES.index(month) + 1, int(day)


@dataclass(frozen=True, slots=True)
class Inferred:
    """Days that were inferred, and the judgements that say why."""

    days: dict[str, Days]
    judgements: list[Judgement]


def infer_days(digests: Sequence[Digest], story_of: Mapping[str, str]) -> Inferred:
    """Date reports without a day from dated reports of the same story.

    A dateline without a year takes it from a report of its story printed near that day, and no
    other day is inferred for it. Else a weekday on which a source is said to have spoken, and
    which a dated report of the story has too, fixes the day; else the story's days bound it,
    where they lie within a week.
    """
    dated: dict[str, list[Digest]] = defaultdict(list)
    for digest in digests:
        if digest.published.earliest is not None and digest.report in story_of:
            dated[story_of[digest.report]].append(digest)
    found = Inferred({}, [])
    for digest in digests:
        if digest.published.earliest is not None or digest.published.latest is not None:
            continue
        near = sorted(dated[story_of.get(digest.report, "")], key=lambda d: d.report)
        if digest.headed:
            answer = _by_dateline(digest.headed, near)
        else:
            answer = _by_weekday(digest, near) or _by_span(digest, near)
        if answer is None:
            continue
        days, other, reason = answer
        found.days[digest.report] = days
        pair = (digest.report, other.report)
        found.judgements.append(computed_judgement("day", pair, "same", (reason,)))
    return found


def _by_dateline(
    headed: tuple[int, int], near: Sequence[Digest]
) -> tuple[Days, Digest, Reason] | None:
    """Give a dateline's day the year in which it lies nearest to a dated report."""
    found = []
    for other in near:
        printed = other.published.earliest
        for year in _years_around(printed):
            day = _day_of(year, *headed)
            if day is not None and printed is not None:
                found.append((abs(days_between(day, printed)), other.report, day, other))
    if not found:
        return None
    apart, _, day, other = min(found, key=lambda f: f[:3])
    if apart > NEAR:
        return None
    note = f"its dateline lies {apart} days from {other.published.earliest}, when the other was"
    return Days(day, day, "inferred"), other, Reason("dateline_day", 1.0, f"{note} published")


def _years_around(day: str | None) -> range:
    if ordinal_day(day) is None or day is None:
        return range(0)
    return range(max(1, int(day[:4]) - 1), int(day[:4]) + 2)


def _day_of(year: int, month: int, day: int) -> str | None:
    """Return a day in ISO's form, None where the calendar has none.

    >>> _day_of(2031, 2, 28), _day_of(2031, 2, 30)
    ('2031-02-28', None)
    """
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _by_weekday(digest: Digest, near: Sequence[Digest]) -> tuple[Days, Digest, Reason] | None:
    for weekday in digest.spoken:
        for other in near:
            day = _last(weekday, other.published.earliest)
            printed = other.published.earliest
            if day is None or printed is None or weekday not in other.spoken:
                continue
            if days_between(day, printed) > LATEST:
                continue
            note = f"both tell of {weekday.capitalize()}; the other was published {printed}"
            return Days(day, day, "inferred"), other, Reason("same_weekday", 1.0, note)
    return None


def _by_span(digest: Digest, near: Sequence[Digest]) -> tuple[Days, Digest, Reason] | None:
    """Bound a day by the story's days; where dates are named, one must be named by another."""
    if digest.named and not any(set(digest.named) & set(other.named) for other in near):
        return None
    days = sorted(d.published.earliest for d in near if d.published.earliest)
    if not days:
        return None
    first, last = days[0], days[-1]
    if (ordinal_day(last) or 0) - (ordinal_day(first) or 0) > 7:
        return None
    note = f"dated reports of the story were published from {first} to {last}"
    stretch = Days(first, shift_day(last, 2), "inferred")
    return stretch, near[0], Reason("story_days", 0.6, note)


def _last(weekday: str, day: str | None) -> str | None:
    """Return the last such weekday on or before a day.

    >>> _last("tuesday", "2031-05-08")
    '2031-05-06'
    """
    ordinal = ordinal_day(day)
    if ordinal is None:
        return None
    back = ((ordinal - 1) % 7 - _WEEKDAYS.index(weekday)) % 7
    return iso_day(ordinal - back)
