"""The year of a dateline that has none, and the week of a text without a day, by years told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from foedera.measure import days_between, shift_day
from foedera.read.daywords import Written, dated_years, first_weekday
from foedera.read.officers import Term, last_year_known, terms_told

_LEAD = 1_500  # characters in which a weekday is taken to be the dateline's
_TOP = 1_000  # characters in which a date told in full is taken to be the news
_WEEK = 6
_REACH = 2
"""A report comes out at most so many years after the last year it looks back on; with each more
year that is let in, as many days of another year fit the weekday by chance as are found."""
_SOON = 200  # days
_OFFICERS = 2
_CLOSE = 5  # years between the last two years told: a text that looks back on one alone may be old

_YEAR = re.compile(
    r"(?<![\d.,$€£/–-])(?P<y>(?:19|20)\d\d)(?![\d/%]|[.,]\d|[-–]\d"
    r"|\s(?:people|soldiers|troops|kilomet|km|miles|tons|tonnes|dollars|euros|workers|members|men))"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|could|(?-i:may)|might|should|due (?:to|in|by|on)"
    r"|plan(?:s|ned|ning) (?:to|for)"
    r"|expires?|to be|next|scheduled|expected|slated|set to|set for|aim(?:s|ed)? (?:to|at)"
    r"|takes? effect|takes? force|comes? into|enters? into|(?:start|beginn?)ing|runs? out"
    r"|deadline|re-?election|from now|promis\w{1,3}"
    r"|pledg\w{1,3}|vow\w{0,3}|propos\w{1,3}|forecasts?|projected)\b"
    # "by 2030", "until the end of June 2030"; but "signed by both in 2010"
    r"|\b(?:by|until|till|through|before|no later than|as early as|in the course of)\s"
    r"(?:the\s|early\s|late\s|mid-?\s?|(?:end|middle|start|beginning|summer|spring|fall|autumn|winter)\s(?:of\s)?){0,3}$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"[^.;!?,\n]{0,40}?\b(?:will|would|shall)\b"
    r"|\s(?:(?:Winter |Summer )?(?:Olympic|Games)|World Cup|election|presidential|deadline)"
)
_LOOK_BACK = 90  # characters before a year in which a word of the future makes it one to come
_CLAUSE = re.compile(r"[.;!?]\s|\n")


@dataclass(frozen=True, slots=True)
class _Told:
    year: int
    day: Written | None
    ahead: bool


def supported_day(day: Written, text: str) -> str | None:
    """Return the day in the year that dates and a weekday in the text support, if they do.

    What is told of as gone by lies before the report, what is told as to come after it. The
    first weekday near the top must be the dateline's own, in the first year after the last one
    looked back on in which it is, or the day before it where a date told in full lies shortly
    back; a lone year ("since 2014") is no support. Without a weekday
    the day must lie within a week of the latest date told in full. Officers whom the text names
    in office must mostly have held it that year; else, and where no year is told, two of them and
    the weekday may leave but one.

    >>> supported_day(Written(None, 5, 3), "Talks ended Friday. They began on March 1, 2019.")
    '2019-05-03'
    """
    told, weekday = list(_years_told(text)), first_weekday(text[:_LEAD])
    terms = terms_told(text)
    found = _by_years(day, told, weekday)
    if found is not None and not _is_belied(int(found[:4]), terms):
        return found
    return _by_terms(day, told, terms, weekday)


def _by_years(day: Written, told: Sequence[_Told], weekday: int | None) -> str | None:
    back = [t for t in told if not t.ahead]
    if not back:
        return None
    latest = max((_order(t.day) for t in back if t.day), default=None)
    base = max(t.year for t in back)
    if weekday is None:
        return _next_day(day, [t.day for t in back if t.day], base)
    if not _is_close(latest, base, back):
        return None
    ahead = min((t.year for t in told if t.ahead and t.year > base), default=base + _REACH)
    for year in range(base, min(base + _REACH, ahead) + 1):
        found = day.iso(year)
        later = latest is None or (year, day.month, day.day or 1) >= latest
        if found and later and date.fromisoformat(found).weekday() == weekday:
            return found
    return _day_after(day, latest, base, weekday)


def _day_after(
    day: Written, latest: tuple[int, int, int] | None, base: int, weekday: int
) -> str | None:
    """Return the day after the weekday told ("late Monday"), soon after the latest full date."""
    if latest is None:
        return None
    last = date(latest[0], latest[1], min(latest[2], 28))
    for year in (latest[0], latest[0] + 1):
        found = day.iso(year)
        if found is None or year < base or (year, day.month, day.day or 1) < latest:
            continue
        gap = (date.fromisoformat(found) - last).days
        if 0 <= gap <= _SOON and (date.fromisoformat(found).weekday() - weekday) % 7 == 1:
            return found
    return None


def weekday_span(text: str) -> tuple[str, str] | None:
    """Return the week from the last full date near the top that falls on the first weekday told.

    "The Assembly voted Wednesday. ... The vote on Nov. 3, 1993, was 88-4": a bare weekday is
    told within the week, and later than nothing that the text looks back on.

    >>> weekday_span("They voted Wednesday. The vote on Nov. 3, 1993, was 88-4.")
    ('1993-11-03', '1993-11-09')
    """
    weekday = first_weekday(text[:_LEAD])
    days = [t.day for t in _years_told(text[:_TOP]) if t.day and not t.ahead]
    found = max((d for w in days if (d := w.iso())), default=None)
    if weekday is None or found is None or date.fromisoformat(found).weekday() != weekday:
        return None
    if any(t.year > int(found[:4]) for t in _years_told(text) if not t.ahead):
        return None
    return found, shift_day(found, _WEEK)


def _order(day: Written) -> tuple[int, int, int]:
    return day.year or 0, day.month, day.day or 1


def _is_belied(year: int, terms: Sequence[Term]) -> bool:
    """Say whether more of those who are named in office were in none that year than were."""
    holding = sum(term.holds(year) for term in terms)
    return len(terms) - holding > holding


def _by_terms(
    day: Written, told: Sequence[_Told], terms: Sequence[Term], weekday: int | None
) -> str | None:
    """Return the day in the only year in which all hold office and it is the weekday told.

    Two at least must be named, and no year is told of that comes after it.
    """
    if weekday is None or len(terms) < _OFFICERS:
        return None
    base = max((t.year for t in told if not t.ahead), default=0)
    first = max(base, min(first for term in terms for first, _ in term.years))
    held = (y for y in range(first, last_year_known() + 1) if all(t.holds(y) for t in terms))
    days = [d for y in held if (d := day.iso(y)) and date.fromisoformat(d).weekday() == weekday]
    return days[0] if len(days) == 1 else None


def _next_day(day: Written, told: Sequence[Written], base: int) -> str | None:
    """Return the first such day within the week after the latest day told, if it is the latest."""
    latest = max((_order(one) for one in told), default=None)
    exact = [d for one in told if _order(one) == latest and (d := one.iso())]
    if latest is None or not exact:
        return None
    after = latest[0] if (day.month, day.day or 1) >= latest[1:] else latest[0] + 1
    found = day.iso(after)
    if found is None or after < base or days_between(exact[0], found) > _WEEK:
        return None
    return found


def _is_close(latest: tuple[int, int, int] | None, base: int, back: Sequence[_Told]) -> bool:
    """Say whether the last year looked back on is near: dated, or another one just before it."""
    if latest and latest[0] >= base - _CLOSE:
        return True
    return any(base - _CLOSE <= t.year < base for t in back)


def _years_told(text: str) -> Iterator[_Told]:
    dated = {year: (start, day) for year, start, day in dated_years(text)}
    for found in _YEAR.finditer(text):
        start, day = dated.get(found.start(), (found.start(), None))
        before = _CLAUSE.split(text[max(0, start - _LOOK_BACK) : start])[-1]
        ahead = bool(_AHEAD.search(before)) or _COMING.match(text, found.end()) is not None
        yield _Told(int(found["y"]), day, ahead)
