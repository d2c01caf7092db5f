"""On which day an undated report was published, as other reports of its story let it be told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedera.data import Days, Judgement, Reason
from foedera.measure import days_between, shift_day
from foedera.merge.events import computed_judgement
from foedera.merge.telling import iso_day, ordinal_day

LATEST = 2
"""A weekday on which sources spoke lies at most so many days before a report of it."""
LEAD = 1000

_WEEKDAY = re.compile(
    r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE
)
_MONTHS = (
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_MONTH_DAY = re.compile(rf"\b{_MONTHS} (\d{{1,2}})\b|\b(\d{{1,2}}) {_MONTHS}\b", re.IGNORECASE)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Digest:
    """A report's days: as published, the weekday its sources spoke, the dates it names."""

    report: str
    published: Days
    spoken: tuple[str, ...]
    named: tuple[str, ...]


def digest(report: str, published: Days, text: str) -> Digest:
    """Keep of a report what inferring days needs: its day, the weekdays and dates it names."""
    spoken = tuple(dict.fromkeys(day.lower() for day in _WEEKDAY.findall(text[:LEAD])))
    named = tuple(sorted({_date(m) for m in _MONTH_DAY.finditer(text)}))
    return Digest(report, published, spoken, named)


def _date(match: re.Match[str]) -> str:
    month = (match[1] or match[4])[:3].lower()
    return f"{month} {int(match[2] or match[3])}"


@dataclass(frozen=True, slots=True)
class Inferred:
    """Days that were inferred, and the judgements that say why."""

    days: dict[str, Days]
    judgements: list[Judgement]


def infer_days(digests: Sequence[Digest], story_of: Mapping[str, str]) -> Inferred:
    """Date reports without a day from dated reports of the same story.

    A weekday on which a source is said to have spoken, and which a dated report of the story
    has too, fixes the day; else the story's days bound it, where they lie within a week.
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
        answer = _by_weekday(digest, near) or _by_span(digest, near)
        if answer is None:
            continue
        days, other, reason = answer
        found.days[digest.report] = days
        pair = (digest.report, other.report)
        found.judgements.append(computed_judgement("day", pair, "same", (reason,)))
    return found


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
