"""Calendar arithmetic: stretches of days, their ISO and TIMEX3 names, steps and halves."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from foedera.extract.time_words import time_words

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<end>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?$"
)

_COUNTED = re.compile(r"(?P<end>first|last)(?P<count>\d{1,3})(?P<unit>[DWM])$")


class Stretch(NamedTuple):
    """Days from first to last, both included, None where open; and their TIMEX3 value."""

    first: date | None
    last: date | None
    value: str


def read_value(value: str) -> Stretch:
    """Read a calendar value as the days it names.

    >>> read_value("2024-06").last
    datetime.date(2024, 6, 30)
    >>> read_value("199").first
    datetime.date(1990, 1, 1)
    """
    found = _VALUE.match(value)
    if found is None:
        return _long_stretch(value)
    year = int(found["year"])
    if found["week"]:
        first = date.fromisocalendar(year, int(found["week"]), 6 if found["end"] else 1)
        return Stretch(first, first + timedelta(1 if found["end"] else 6), value)
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return Stretch(day, day, value)
    month, length = _months(found)
    first = date(year, month, 1)
    return Stretch(first, add_months(first, length) - timedelta(1), value)


def _months(found: re.Match[str]) -> tuple[int, int]:
    """Return the first month and the number of months of a value."""
    if found["month"]:
        return int(found["month"]), 1
    if found["quarter"]:
        return 3 * int(found["quarter"]) - 2, 3
    if found["half"]:
        return 6 * int(found["half"]) - 5, 6
    if found["season"]:
        return _SEASON_MONTHS[found["season"]], 3
    return 1, 12


def _long_stretch(value: str) -> Stretch:
    """Read a decade ("199") or a century ("19")."""
    if not value.isdigit() or len(value) not in (2, 3):
        return Stretch(None, None, value)
    length = 10 ** (4 - len(value))
    year = int(value) * length
    return Stretch(date(max(year, 1), 1, 1), date(year + length - 1, 12, 31), value)


def add_months(day: date, months: int) -> date:
    """Step by months, the day kept within the month."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_value(day: date) -> str:
    """Name the ISO week of a day.

    >>> week_value(date(2024, 12, 5))
    '2024-W49'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(day: date, unit: str) -> str:
    """Name the unit (D, W, M, Q, Y, DE, CE) that holds a day.

    >>> unit_value(date(2024, 12, 5), "Q")
    '2024-Q4'
    """
    names = {
        "D": day.isoformat(),
        "W": week_value(day),
        "WE": week_value(day) + "-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }
    return names[unit]


def step(day: date, unit: str, count: int) -> date:
    """Step by whole units; of hours begun at noon some belong to another day.

    >>> step(date(2024, 6, 10), "H", -36)
    datetime.date(2024, 6, 8)
    """
    if unit == "H":
        return day + timedelta(count // 24 if count < 0 else -(-count // 24))
    if unit in ("D", "W", "WE"):
        return day + timedelta(count * (1 if unit == "D" else 7))
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
    return add_months(day, months * count)


def narrow(stretch: Stretch, mod: str) -> Stretch:
    """Cut a stretch to its early, middle or late third, or to its start or end.

    >>> narrow(read_value("2024-06"), "early").last
    datetime.date(2024, 6, 10)
    """
    if stretch.first is None or stretch.last is None:
        return stretch
    days = (stretch.last - stretch.first).days + 1
    third = days // 3
    if mod.startswith("half"):
        middle = add_months(stretch.first, 6)
        first, last = (stretch.first, middle - timedelta(1)), (middle, stretch.last)
        return Stretch(*(first if mod == "half1" else last), stretch.value)
    counted = _COUNTED.match(mod)
    if counted:
        return _counted_part(stretch, counted["end"], counted["unit"], int(counted["count"]))
    if mod in ("early", "start"):
        cut = third if mod == "early" else max(1, days // 5)
        return Stretch(stretch.first, stretch.first + timedelta(cut - 1), stretch.value)
    if mod in ("late", "end"):
        cut = third if mod == "late" else max(1, days // 5)
        return Stretch(stretch.last - timedelta(cut - 1), stretch.last, stretch.value)
    return Stretch(stretch.first + timedelta(third), stretch.last - timedelta(third), stretch.value)


def _counted_part(stretch: Stretch, end: str, unit: str, count: int) -> Stretch:
    """Cut a stretch to its first or last so many units ("the first six months of 2013")."""
    if stretch.first is None or stretch.last is None:
        return stretch
    if end == "first":
        last = step(stretch.first, unit, count) - timedelta(1)
        return Stretch(stretch.first, min(last, stretch.last), stretch.value)
    first = step(stretch.last + timedelta(1), unit, -count)
    return Stretch(max(first, stretch.first), stretch.last, stretch.value)


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Gauss's rule as Meeus has it).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    century = year // 100
    golden = year % 19
    skipped = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = skipped % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth given weekday (1 Monday … 7 Sunday) of a month; -1 the last.

    >>> nth_weekday(1999, 11, 4, 4)
    datetime.date(1999, 11, 25)
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def holiday(name: str, year: int) -> date:
    """Return the day of a holiday of the lexicon in a year.

    >>> holiday("thanksgiving", 1999)
    datetime.date(1999, 11, 25)
    """
    rule = time_words().holidays[name]
    if "fixed" in rule:
        return date(year, *rule["fixed"])
    if "easter" in rule:
        return easter(year) + timedelta(rule["easter"])
    month, weekday, nth = rule["nth"]
    return nth_weekday(year, month, weekday - rule.get("after", 0), nth) + timedelta(
        rule.get("after", 0)
    )


def dates_of(month: int, day: int, today: date, reach: int) -> Iterator[Stretch]:
    """Yield a day of the years around one, so many of them before and at most four after."""
    reach = 4 if (month, day) == (2, 29) else reach
    for year in range(today.year - reach, today.year + min(reach, 4) + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue  # 29 February in a common year
        yield Stretch(found, found, found.isoformat())
