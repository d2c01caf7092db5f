"""The day a report came out: given, from the dateline, the page, the text; else unknown."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate

from foedera.data import Days
from foedera.measure import days_between
from foedera.read.agency.datelines import RawDateline
from foedera.read.daywords import Written, match_written
from foedera.read.years import supported_day, weekday_span

_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)(?:-?(?P<m>\d\d)(?:-?(?P<d>\d\d))?)?(?![\d-])")
_IN_URL = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[a-z]{3})[/-](?P<d>\d{1,2})(?=[/-]|$)"
)
UNKNOWN = Days(None, None, "unknown")


@dataclass(frozen=True, slots=True)
class Clues:
    """What the day can be read from: `text` is the story's prose, captions after it.

    `line` is a date line such as "Published: July 2, 2008", `owned` the year of its rights.
    """

    text: str
    given: str | None = None
    stamped: str | None = None
    url: str | None = None
    dateline: RawDateline | None = None
    line: Written | None = None
    owned: int | None = None


def find_day(clues: Clues) -> Days:
    """Return the publication day by the surest clue at hand.

    >>> find_day(Clues("Talks ended.", given="2019-05-03T10:00:00Z"))
    Days(earliest='2019-05-03', latest='2019-05-03', basis='given')
    """
    given = read_given(clues.given) if clues.given else None
    if given:
        return Days(*given, "given")
    stamped = read_given(clues.stamped) if clues.stamped else None
    dated = dateline_day(clues, stamped[0] if stamped else None)
    told = clues.line.iso() if clues.line else None
    if dated and told and days_between(dated, told) == 1:  # a paper prints it the day after
        return Days(told, told, "text")
    if dated:
        return Days(dated, dated, "dateline")
    if stamped:
        return Days(*stamped, "metadata")
    if told:
        return Days(told, told, "text")
    linked = _day_in_url(clues.url) if clues.url else None
    if linked:
        return Days(linked, linked, "metadata")
    week = None if clues.dateline and clues.dateline.day else weekday_span(clues.text)
    return Days(*week, "text") if week else UNKNOWN


def dateline_day(clues: Clues, near: str | None = None) -> str | None:
    """Return the dateline's day: year as written, nearest to `near`, or as the text supports."""
    day = clues.dateline.day if clues.dateline else None
    if day is None or day.day is None:
        return None
    if day.year:
        return day.iso()
    if near:
        return _nearest(day, near)
    if clues.line and clues.line.iso():
        return _nearest(day, clues.line.iso() or "")
    linked = _day_in_url(clues.url) if clues.url else None
    if linked:
        return _nearest(day, linked)
    return supported_day(day, clues.text) or (day.iso(clues.owned) if clues.owned else None)


def read_given(words: str) -> tuple[str, str] | None:
    """Read a stated day, month or year as first and last day.

    >>> read_given("2024-12"), read_given("Thu, 05 Dec 2024 10:00:00 GMT")
    (('2024-12-01', '2024-12-31'), ('2024-12-05', '2024-12-05'))
    """
    words = words.strip()
    found = _ISO.match(words)
    if found:
        return _whole(int(found["y"]), found["m"], found["d"])
    mail = parsedate(words)
    if mail and mail[0] > 1900:
        return _whole(mail[0], str(mail[1]), str(mail[2]))
    read = match_written(words)
    day = read[0].iso() if read else None
    return (day, day) if day else None


def _whole(year: int, month: str | None, day: str | None) -> tuple[str, str] | None:
    try:
        first = date(year, int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return first.isoformat(), first.isoformat()
    last_month = first.month if month else 12
    last = date(year, last_month, monthrange(year, last_month)[1])
    return first.isoformat(), last.isoformat()


def _day_in_url(url: str) -> str | None:
    """Read the day in an address such as ".../2013/05/29/..." or ".../2013/may/29/..."."""
    found = _IN_URL.search(url.lower())
    if found is None:
        return None
    read = match_written(f"{found['d']} {found['m']} {found['y']}")
    if read:
        return read[0].iso()
    return (
        Written(int(found["y"]), int(found["m"]), int(found["d"])).iso()
        if found["m"].isdigit()
        else None
    )


def _nearest(day: Written, near: str) -> str | None:
    """Return the day in the year that brings it closest to `near`."""
    year = int(near[:4])
    found = [d for y in (year - 1, year, year + 1) if (d := day.iso(y))]
    return min(found, key=lambda d: abs(days_between(d, near)), default=None)
