"""Resolves the small texts ("forms") that say how days follow from the day of publication.

A form is pieces joined by ";", each a key and a value, the first of which says what is meant:

| Piece | Means |
|---|---|
| `on:2024-06` | a calendar stretch by its TIMEX3 value; needs no publication day |
| `length:P2Y`, `every:P1W`, `ref:PAST_REF` | a length, a set, a vague reference; no days |
| `days:-1`, `weeks:0`, `months:`, … `centuries:` | that many units from the one of publication |
| `weekday:4`, `weekend:1`, `month:6;day:19`, `dom:19` | picked by `tense:` or `which:` |
| `season:FA`, `quarter:3`, `holiday:christmas` | picked by `tense:` or `which:` |
| `year:-1` after a month, or a day of one | the year, counted from that of publication |
| `tense:past` (future, later, near, present, around), `which:last` (this, next) | which one |
| `past:9D`, `next:6M` | a stretch up to, from, the day of publication |
| `on:5` after a day of a month | its weekday, which tells the year of one far off |
| `mod:early` (mid, late, start, end, half1, first6M, last2W) | a part of it |
| `so:far`, `so:on` | only up to, only from, the day of publication |
| `part:MO`, `clock:T22:15` | a part of the day, a time of day |
| `loose:1` | the value is a fair guess, the days are too unsure to tell |
| `open:since` (after, until, by, before) | the other end is open |

`shift:3Y>FORM` counts from another expression (`shift:3YD>FORM` to the day),
`within:Y>FORM` is the year that holds it,
`of:03-15>FORM` is that day (or, without a day, month) of the year that holds it, and
`FORM..FORM@1` is the interval between two, told at its first (`@2`: second) end.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from foedera.data import Days
from foedera.extract.time_calendar import (
    Stretch,
    add_months,
    dates_of,
    holiday,
    narrow,
    read_value,
    step,
    unit_value,
)

_UNITS = {
    "days": "D", "weeks": "W", "months": "M", "quarters": "Q", "years": "Y",
    "decades": "DE", "centuries": "CE",
}  # fmt: skip
_BLANK = {
    "days": "XXXX-XX-XX", "weeks": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "months": "XXXX-XX",
    "quarters": "XXXX-QX", "years": "XXXX", "decades": "X" * 3, "centuries": "XX",
    "dom": "XXXX-XX-XX", "holiday": "XXXX-XX-XX",
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
}  # fmt: skip
SEASON_OVER = 31  # days after its end in which "last summer" is still that of the year before
SLIP = timedelta(8)  # a date so lately gone is meant whatever weekday it is said to fall on
# Units stepped by that still tell a day: "a year ago Thursday".
_AS_DAY = frozenset({"YD", "MD", "WD"})
_TIMELESS = frozenset({"on", "length", "every", "ref"})
_YEARS = (date.min.year + 2, date.max.year - 2)
# Days of publication beyond these are slips of metadata, and calendars end before long.
_OLDEST, _NEWEST = "1200", "8800"

Fields = dict[str, str]


def resolve(form: str, published: Days) -> tuple[str | None, str | None, str] | None:
    """Read a form against the day of publication: earliest day, latest day, TIMEX3 value.

    A publication known as an interval widens the answer. None where the form needs a day
    of publication and none is known.

    >>> resolve("weekday:4;tense:past", Days("2024-12-06", "2024-12-06", "given"))
    ('2024-12-05', '2024-12-05', '2024-12-05')
    """
    if not is_relative(form):
        found = _read(form, date(2000, 1, 1))
        return _iso(found.first), _iso(found.last), found.value
    if published.earliest is None or published.latest is None:
        return None
    if not _OLDEST < published.earliest <= published.latest < _NEWEST:
        return None
    low = _read(form, date.fromisoformat(published.earliest))
    if published.earliest == published.latest:
        return _iso(low.first), _iso(low.last), low.value
    high = _read(form, date.fromisoformat(published.latest))
    first = None if low.first is None or high.first is None else min(low.first, high.first)
    last = None if low.last is None or high.last is None else max(low.last, high.last)
    return _iso(first), _iso(last), low.value if low.value == high.value else blank(form)


def is_relative(form: str) -> bool:
    """Say whether a form's days depend on the day of publication.

    >>> is_relative("shift:3Y>on:2003"), is_relative("years:-1")
    (False, True)
    """
    bases = (end.rsplit(">", 1)[-1].split("@")[0] for end in form.split(".."))
    return any(base.split(":", 1)[0] not in _TIMELESS for base in bases)


def blank(form: str) -> str:
    """Write the TIMEX3 value of a form whose day of publication is not known.

    >>> blank("month:6;day:19;tense:past"), blank("weekday:4")
    ('XXXX-06-19', 'XXXX-WXX-4')
    """
    if ".." in form:
        ends, told = form.rsplit("@", 1)
        return blank(ends.split("..")[int(told) - 1])
    head, _, _ = form.partition(">")
    fields = _fields(head)
    key, value = next(iter(fields.items()))
    if key == "of":
        return f"XXXX-{value}"
    if key in ("shift", "within"):
        return _BLANK.get(value[-1], "XXXX")
    return _blank_base(key, value, fields) + _suffix(fields)


def _blank_base(key: str, value: str, fields: Fields) -> str:
    if key == "month":
        day = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return f"XXXX-{int(value):02d}{day}"
    if key in ("past", "next"):
        return _length(value)
    if key in _TIMELESS:
        return value
    written = {
        "weekday": f"XXXX-WXX-{value}",
        "season": f"XXXX-{value}",
        "quarter": f"XXXX-Q{value}",
    }
    return written.get(key) or _BLANK[key]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _fields(form: str) -> Fields:
    return dict(piece.split(":", 1) for piece in form.split(";"))


def _read(form: str, today: date) -> Stretch:
    """Read any form on one day of publication."""
    if ".." in form:
        return _read_interval(form, today)
    head, _, rest = form.partition(">")
    if rest:
        return _read_counted(head, rest, today)
    fields = _fields(form)
    key, value = next(iter(fields.items()))
    return _modified(_BASES[key](value, fields, today), fields, today)


def _read_interval(form: str, today: date) -> Stretch:
    ends, told = form.rsplit("@", 1)
    first, last = (_read(end, today) for end in ends.split(".."))
    value = first.value if told == "1" else last.value
    if first.first and last.last and first.first > last.last:
        return first if told == "1" else last
    return Stretch(first.first, last.last, value)


def _read_counted(head: str, rest: str, today: date) -> Stretch:
    """Read a form that counts from another expression."""
    fields = _fields(head)
    base = _read(rest, today)
    if base.first is None:
        return Stretch(None, None, blank(head + ">"))
    if "of" in fields:
        return _modified(_in_year(base.first.year, fields["of"]), fields, today)
    if "within" in fields:
        found = read_value(unit_value(base.first, fields["within"]))
        return _modified(found, fields, today)
    count, unit = re.fullmatch(r"(-?\d+)(\w+)", fields["shift"]).groups()  # type: ignore[union-attr]
    return _modified(read_value(_stepped(base.first, unit, int(count))), fields, today)


def _in_year(year: int, part: str) -> Stretch:
    """Return a month ("03") or a day ("03-15") of a year; 29 February only where there is one."""
    if part == "02-29" and not isleap(year):
        part = "02"
    return read_value(f"{year:04d}-{part}")


def _stepped(day: date, unit: str, count: int) -> str:
    if unit in _AS_DAY:
        return step(day, unit[0], count).isoformat()
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit, 0) * count
    if not _YEARS[0] < day.year + years < _YEARS[1]:
        return "XXXX"
    return unit_value(step(day, unit, count), unit)


def _modified(found: Stretch, fields: Fields, today: date) -> Stretch:
    if "mod" in fields:
        found = narrow(found, fields["mod"])
    first, last = found.first, found.last
    if fields.get("so") == "far" and last and last > today >= (first or today):
        last = today
    if fields.get("so") == "on" and first and first < today <= (last or today):
        first = today
    if "loose" in fields:
        first = last = None
    found = Stretch(first, last, found.value + _suffix(fields))
    return _opened(found, fields["open"]) if "open" in fields else found


def _suffix(fields: Fields) -> str:
    if "part" in fields:
        return "T" + fields["part"]
    return fields.get("clock", "")


def _opened(found: Stretch, side: str) -> Stretch:
    """Drop the end that a preposition leaves open."""
    if side == "since":
        return Stretch(found.first, None, found.value)
    if side == "after":
        return Stretch(_next(found.last), None, found.value)
    if side == "before":
        return Stretch(None, _before(found.first), found.value)
    return Stretch(None, found.last, found.value)


def _next(day: date | None) -> date | None:
    return day + timedelta(1) if day else None


def _before(day: date | None) -> date | None:
    return day - timedelta(1) if day else None


# --------------------------------------------------------------------- bases


def _on(value: str, _: Fields, __: date) -> Stretch:
    return read_value(value)


def _bare(value: str, _: Fields, __: date) -> Stretch:
    return Stretch(None, None, value)


def _unit_away(unit: str) -> Callable[[str, Fields, date], Stretch]:
    def read(value: str, _: Fields, today: date) -> Stretch:
        return read_value(_stepped(today, unit, int(value)))

    return read


def _week(value: str, fields: Fields, today: date) -> Stretch:
    """Count in ISO weeks; on a Sunday "this week" ahead opens, "last week" may be just over."""
    if value == "0" and fields.get("so") == "on" and today.isoweekday() == 7:
        opening = read_value(_stepped(today, "W", 1))
        return Stretch(today, opening.last, opening.value)
    if value == "-1" and "mod" not in fields and today.isoweekday() == 7:
        past = read_value(_stepped(today, "W", -1))
        return Stretch(past.first, today - timedelta(1), past.value)
    return read_value(_stepped(today, "W", int(value)))


def _weekday(value: str, fields: Fields, today: date) -> Stretch:
    """Pick the weekday nearest the day of publication on the side that is meant."""
    ahead = (int(value) - today.isoweekday()) % 7
    which, tense = fields.get("which"), fields.get("tense")
    if which == "last":
        ahead = (ahead or 7) - 7 if ahead else -7
    elif which == "next":
        ahead = ahead or 7
    elif ahead > {"past": 0, "near": 1, "around": 4}.get(tense or "near", 6):
        ahead -= 7
    day = today + timedelta(ahead)
    return Stretch(day, day, day.isoformat())


def _weekend(_: str, fields: Fields, today: date) -> Stretch:
    weeks = (unit_value(today + timedelta(7 * away), "WE") for away in (-2, -1, 0, 1, 2))
    return _pick((read_value(week) for week in weeks), fields, today)


def _month(value: str, fields: Fields, today: date) -> Stretch:
    if "year" in fields:
        day = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return _in_year(today.year + int(fields["year"]), f"{int(value):02d}{day}")
    if "day" in fields:
        days = list(dates_of(int(value), int(fields["day"]), today, 6 if "on" in fields else 1))
        falls = [d for d in days if d.first and str(d.first.isoweekday()) == fields.get("on")]
        near = [d for d in days if d.first and d.first <= today <= d.first + SLIP]
        return _pick(near or falls or days, fields, today)
    names = (f"{today.year + away:04d}-{int(value):02d}" for away in (-1, 0, 1))
    return _pick((read_value(name) for name in names), fields, today)


def _day_of_month(value: str, fields: Fields, today: date) -> Stretch:
    months = (add_months(today.replace(day=1), away) for away in range(-3, 4))
    days = (read_value(f"{m.isoformat()[:8]}{int(value):02d}") for m in months if int(value) <= 28
            or (add_months(m, 1) - timedelta(1)).day >= int(value))  # fmt: skip
    return _pick(days, fields, today)


def _season(value: str, fields: Fields, today: date) -> Stretch:
    """Pick a season; "last summer" is that of the year before until this one is long over."""
    names = (f"{today.year + away:04d}-{value}" for away in (-2, -1, 0, 1))
    lately = timedelta(SEASON_OVER if fields.get("which") == "last" else 0)
    return _pick((read_value(name) for name in names), fields, today - lately)


def _quarter(value: str, fields: Fields, today: date) -> Stretch:
    """Pick a quarter; one told of in the past has ended, as results are told afterwards."""
    names = (f"{today.year + away:04d}-Q{value}" for away in (-1, 0, 1))
    found = [read_value(name) for name in names]
    ended = [s for s in found if s.last and s.last < today]
    if ended and fields.get("tense") in ("past", "near", None) and "which" not in fields:
        return ended[-1]
    return _pick(found, fields, today)


def _holiday(value: str, fields: Fields, today: date) -> Stretch:
    days = (holiday(value, year) for year in range(today.year - 1, today.year + 2))
    return _pick((Stretch(d, d, d.isoformat()) for d in days), fields, today)


def _pick(found: Iterable[Stretch], fields: Fields, today: date) -> Stretch:
    """Choose among the same stretch of several years by tense or "last", "this", "next"."""
    known = [(s.first, s.last, s) for s in found if s.first and s.last]
    which, tense = fields.get("which"), fields.get("tense", "near")
    if which == "last":
        return max((k for k in known if k[1] < today), default=known[0])[2]
    if which == "next":
        return min((k for k in known if k[0] > today), default=known[-1])[2]
    if which == "this":
        return next((k[2] for k in known if k[0].year == today.year), known[-1][2])
    if (known[0][1] - known[0][0]).days and tense == "past":
        return max((k for k in known if k[0] <= today), default=known[0])[2]
    if (known[0][1] - known[0][0]).days and tense == "future":
        return min((k for k in known if k[1] >= today), default=known[-1])[2]
    return min(known, key=lambda k: (_away(k[0], k[1], today, tense), k[0]))[2]


def _away(first: date, last: date, today: date, tense: str) -> int:
    """Return how far a stretch lies from today, threefold on the side the tense speaks against.

    Nobody leaves out the year of a day that is many months off, so the nearest day wins over
    a tense that may belong to another verb.
    """
    if first > today:
        return (first - today).days * (3 if tense == "past" else 1)
    return max(0, (today - last).days) * (3 if tense == "future" else 1)


def _past(value: str, _: Fields, today: date) -> Stretch:
    first = _counted(value, today, -1)
    return Stretch(first, today, _length(value))


def _future(value: str, _: Fields, today: date) -> Stretch:
    return Stretch(today, _counted(value, today, 1), _length(value))


def _counted(value: str, today: date, sign: int) -> date | None:
    """Step a length ("9D", "T36H") from a day; None where its number is vague or too big."""
    found = re.fullmatch(r"(?:T(?=\d+H))?(\d{1,3})([DWMYH])", value)
    if found is None:
        return today if value.startswith("T") else None
    return step(today, found.group(2), sign * int(found.group(1)))


def _length(value: str) -> str:
    return f"P{value}"


_BASES: dict[str, Callable[[str, Fields, date], Stretch]] = {
    "on": _on,
    "length": _bare,
    "every": _bare,
    "ref": _bare,
    "weekday": _weekday,
    "weekend": _weekend,
    "month": _month,
    "dom": _day_of_month,
    "season": _season,
    "quarter": _quarter,
    "holiday": _holiday,
    "past": _past,
    "next": _future,
    **{name: _unit_away(unit) for name, unit in _UNITS.items()},
    "weeks": _week,
}
