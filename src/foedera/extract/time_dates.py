"""Rules for dates by the calendar: days, months, weekdays, with a year or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from foedera.extract.quantity_words import either
from foedera.extract.time_rules import Reading, Rule, whole
from foedera.extract.time_words import fragments, time_words

_WHICH = (
    r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:past|previous"
    r"|following|coming))"
)


_OF_YEAR = (
    r",?(?: of)? (?P<rel>[Ll]ast|[Tt]his|[Nn]ext|that|the (?:same|previous|following)) year(?!\w)"
)
_YEARS_AWAY = {"last": -1, "this": 0, "next": 1}
_YEARS_FROM = {"that": "?", "the same": "?", "the previous": "shift:-1Y>?",
               "the following": "shift:1Y>?"}  # fmt: skip
_AT_HOME = (
    r"(?:the )?(?:U\.?SA?\b(?!\.? (?i:consul|embass|diplom|missi|compou|facil|outpost))"
    r"|United States|America|New York|World Trade|Pentagon|Washington|[Tt]win [Tt]owers|homeland)"
)
_ELSEWHERE = re.compile(
    rf"(?: attacks?)? (?:on|in|at|against) (?!{_AT_HOME})"
    rf"|(?<!/11) attack\b(?! (?:on|in|at|against) {_AT_HOME})"
)
"""What stands behind the name where one attack, or attacks at another place, are meant."""
_NAMED_DAYS = frozenset({"Black ", "Cyber ", "Super ", "loody "})


def date_rules() -> list[Rule]:
    """List the rules for calendar dates, the fullest forms first."""
    f = fragments()
    weekday = rf"(?:(?P<named>{f['ANYDAY']}),? (?:the )?)?"
    month, day = rf"(?P<month>{f['MONTH']})", rf"(?P<day>{f['DAY']})"
    year = rf"(?P<year>{f['YEAR']})"
    second = rf"(?P<link>\s?[-–]\s?| and | to | through | or )(?P<second>{f['DAY']})"
    no_hour = r"(?!\s?(?:[ap]\.?m\b|o'clock|hours|GMT))"
    return [
        Rule(
            "named_day",
            rf"(?P<name>{either(time_words().named_days)})(?!\w|/\d)",
            read_named_day,
        ),
        Rule(
            "iso_date",
            r"(?P<year>(?:1[4-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\d-])",
            read_full,
        ),
        Rule(
            "slash_date",
            r"(?P<a>[0-3]?\d)(?P<sep>[/.])(?P<b>[0-3]?\d)[/.](?P<year>(?:19|20)\d\d)(?!\d)",
            read_slashes,
        ),
        Rule("month_days_year", rf"{weekday}{month}\s{day}{second},?\s{year}", read_days),
        Rule("days_month_year", rf"(?:the )?{day}{second} {month},?\s{year}", read_days),
        Rule("month_day_year", rf"{weekday}{month}\s{{0,2}}{day}(?:,|,?\s)\s?{year}", read_full),
        Rule(
            "day_month_year", rf"{weekday}(?:the )?{day}(?: of|-)?\s?{month},?\s{year}", read_full
        ),
        Rule("month_days", rf"{weekday}{month}\s{day}{second}{no_hour}", read_days),
        Rule("days_month", rf"(?:the )?{day}{second} {month}", read_days),
        Rule("month_day", rf"{weekday}{month}\s?{day}(?:{_OF_YEAR})?", read_month_day),
        Rule(
            "day_month",
            rf"{weekday}(?:the )?{day}(?: of)? {month}(?:{_OF_YEAR})?(?!\w)",
            read_month_day,
        ),
        *_part_rules(month),
    ]


def _part_rules(month: str) -> list[Rule]:
    """List the rules for dates that want a day, a month or a year."""
    f = fragments()
    return [
        Rule(
            "month_year",
            rf"(?P<mod>{f['MOD']})?{month},?(?: of)?\s(?P<year>{f['YEAR']}|['’]\d\d(?!\d))",
            read_month_year,
        ),
        Rule(
            "month_of_year",
            rf"(?P<mod>{f['MOD']})?{month}{_OF_YEAR}",
            read_month_of_year,
        ),
        Rule(
            "month_which", rf"(?P<mod>{f['MOD']})?{_WHICH} {month}(?!\w|\.?\s\d)", read_month_which
        ),
        Rule("month_alone", rf"(?P<mod>{f['MOD']})?{month}(?!\w)", read_month_alone),
        Rule(
            "weekdays_set",
            rf"(?:(?:[Ee]very|[Ee]ach) (?P<one>{f['WEEKDAY']})|(?P<many>{f['WEEKDAYS']}))(?!\w)",
            read_weekdays,
        ),
        Rule(
            "weekday",
            rf"(?:{_WHICH} )?(?P<weekday>{f['WEEKDAY']})(?:,? (?P<part>{f['PART']}))?(?!\w)",
            read_weekday,
        ),
        Rule(
            "day_of_month",
            r"(?<=[Oo]n )the (?P<dom>[12]?\d(?:st|nd|rd|th)|3(?:0th|1st))(?=[,.;]|\s+(?:and|at"
            r"|the|in|to)\b|$)",
            read_day_of_month,
        ),
    ]


def read_named_day(match: re.Match[str]) -> Reading | None:
    """Read "9/11" and "the Sept. 11 attacks", but not "the Sept. 11 attack in Benghazi"."""
    name = match["name"]
    if _ELSEWHERE.match(match.string, match.end()):
        return None
    end = match.end()
    if "/" not in name:
        end = match.start() + name.index("11") + (4 if "11th" in name else 2)
    return Reading(match.start(), end, f"on:{time_words().named_days[name]}", "DATE", "day")


def month_number(word: str) -> int:
    """Read a month's name or abbreviation."""
    return time_words().months[word.rstrip(".").lower()]


def _day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def read_full(match: re.Match[str]) -> Reading | None:
    """Read a date with its year."""
    raw = match["month"]
    month = int(raw) if raw.isdigit() else month_number(raw)
    year, day = int(match["year"]), _day_number(match["day"])
    if not _is_date(year, month, day):
        return None
    return whole(match, f"on:{year:04d}-{month:02d}-{day:02d}")


def read_slashes(match: re.Match[str]) -> Reading | None:
    """Read "25/12/2012" and "12/25/2012"; where both orders fit and differ, only the year."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    orders = [(m, d) for d, m in ((a, b), (b, a)) if m <= 12 and _is_date(year, m, d)]
    if not orders:
        return None
    if match["sep"] == "." or len(set(orders)) == 1:
        return whole(match, f"on:{year:04d}-{orders[0][0]:02d}-{orders[0][1]:02d}")
    return whole(match, f"on:{year:04d}-XX-XX", precision="unknown")


def read_days(match: re.Match[str]) -> Sequence[Reading] | None:
    """Read two days of one month: "June 5-7" is an interval, "April 24 and 25" are two days."""
    month = month_number(match["month"])
    days = [_day_number(match["day"]), _day_number(match["second"])]
    year = match.groupdict().get("year")
    if not all(_is_date(int(year or 2000), month, d) for d in days) or days[0] >= days[1]:
        return None
    forms = [_dated(month, d, year) for d in days]
    link = match["link"].strip()
    if link in ("and", "or"):
        return _two_days(match, forms)
    return [whole(match, f"{forms[0]}..{forms[1]}@1", precision="interval")]


def _dated(month: int, day: int, year: str | None) -> str:
    if year:
        return f"on:{year}-{month:02d}-{day:02d}"
    return f"month:{month};day:{day};tense:?"


def _two_days(match: re.Match[str], forms: list[str]) -> list[Reading]:
    cut = match.end("day") if match.start("month") < match.start("day") else match.start("link")
    return [
        Reading(match.start(), cut, forms[0], "DATE", "day"),
        Reading(match.start("second"), match.end(), forms[1], "DATE", "day"),
    ]


def read_month_day(match: re.Match[str]) -> Reading | None:
    """Read a day and month without a year."""
    month, day = month_number(match["month"]), _day_number(match["day"])
    if not _is_date(2000, month, day) or not match["month"][0].isupper():
        return None
    if match["rel"]:
        base = _YEARS_FROM.get(match["rel"].lower())
        return whole(match, _of_year(match, day) + (f">{base}" if base else ""))
    lead = match.string[max(0, match.start() - 5) : match.start()].lower()
    pick = "which:last" if lead == "last " else "which:next" if lead == "next " else "tense:?"
    if match["named"]:
        name = match["named"].rstrip(".").lower()
        pick = f"on:{time_words().weekdays[name]};{pick}"
    return whole(match, f"month:{month};day:{day};{pick}")


def read_month_year(match: re.Match[str]) -> Reading:
    """Read "early June 2013"."""
    year = match["year"].strip("'’")
    if len(year) == 2:
        year = ("19" if int(year) > 40 else "20") + year
    form = f"on:{year}-{month_number(match['month']):02d}"
    return whole(match, *modified(form, match["mod"], "month"))


def modified(form: str, mod: str | None, precision: str) -> tuple[str, str, str]:
    """Add "early", "late", "the end of" to a form."""
    kind = read_mod(mod)
    if kind is None:
        return form, "DATE", precision
    return f"{form};mod:{kind}", "DATE", "interval"


def read_mod(mod: str | None) -> str | None:
    """Read a modifier as early, mid, late, start or end.

    >>> read_mod("the beginning of ")
    'start'
    """
    low = (mod or "").lower()
    names = {"early": "early", "mid": "mid", "late": "late", "end": "end", "begin": "start",
             "start": "start", "middle": "mid"}  # fmt: skip
    return next((kind for word, kind in names.items() if word in low), None)


def read_month_of_year(match: re.Match[str]) -> Reading:
    """Read "March last year", "late May of this year", "June of that year"."""
    form, kind, precision = modified(_of_year(match), match["mod"], "month")
    base = _YEARS_FROM.get(match["rel"].lower())
    return whole(match, f"{form}>{base}" if base else form, kind, precision)


def _of_year(match: re.Match[str], day: int | None = None) -> str:
    """Write a month, or a day of it, of the year told beside it; `of` still wants its year."""
    month, away = month_number(match["month"]), _YEARS_AWAY.get(match["rel"].lower())
    if away is None:
        return f"of:{month:02d}" + (f"-{day:02d}" if day else "")
    return f"month:{month};" + (f"day:{day};" if day else "") + f"year:{away}"


def read_month_which(match: re.Match[str]) -> Reading:
    """Read "last June", "this coming May"."""
    form = f"month:{month_number(match['month'])};which:{which_way(match['which'])}"
    form, kind, precision = modified(form, match["mod"], "month")
    return whole(match, form, kind, precision)


def which_way(word: str) -> str:
    """Read "last", "this past" as last, "next", "coming" as next, else this.

    >>> which_way("this past")
    'last'
    """
    low = word.lower()
    if "last" in low or "past" in low or "previous" in low:
        return "last"
    return "next" if any(w in low for w in ("next", "coming", "following")) else "this"


def read_month_alone(match: re.Match[str]) -> Reading | None:
    """Read a month without a year, unless it is a name or another word."""
    if not _is_month(match):
        return None
    form = f"month:{month_number(match['month'])};tense:?"
    form, kind, precision = modified(form, match["mod"], "month")
    return whole(match, form, kind, precision)


def _is_month(match: re.Match[str]) -> bool:
    text, word = match.string, match["month"]
    low = word.rstrip(".").lower()
    if match["mod"] or (low not in time_words().shy_months and len(low) > 4):
        return True
    if low not in time_words().shy_months and word.endswith("."):
        return True
    lead = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 2]
    if not _is_led(lead):
        return after[:1] in ("'", "’") and low not in ("may", "april", "june") and len(low) > 3
    if after[:1] in ("'", "’") and low in ("may", "april", "june"):
        return bool(re.search(r"\b(?:in|since|last|next|this)\s$", lead, re.I))
    named = after[:1] == " " and after[1:2].isupper()
    return not (named and not re.search(r"\b(?:in|since|last|next|this|the|its|a)\s$", lead, re.I))


def _is_led(lead: str) -> bool:
    """Say whether the word before lets a shy month be one ("in May", not "Theresa May")."""
    before = lead.rstrip(" -").split()[-1:] if lead.endswith((" ", "-")) else []
    return bool(before) and before[0].lower().strip('(“"') in time_words().month_leads


def read_weekdays(match: re.Match[str]) -> Reading:
    """Read "every Friday" and "Fridays"."""
    word = match["one"] or match["many"][:-1]
    value = f"XXXX-WXX-{time_words().weekdays[word.lower()]}"
    return whole(match, f"every:{value}", "SET", "unknown")


def read_weekday(match: re.Match[str]) -> Reading | None:
    """Read "Thursday", "last Friday", "Sunday night"."""
    number = time_words().weekdays[match["weekday"].lower()]
    if match.string[max(0, match.start() - 6) : match.start()] in _NAMED_DAYS:
        return None  # "Black Monday" is a day of its own
    pick = "tense:?"
    if match["which"]:
        way = which_way(match["which"])
        pick = "tense:?" if way == "this" else f"which:{way}"
    part = match["part"]
    if not part:
        return whole(match, f"weekday:{number};{pick}")
    return whole(match, f"weekday:{number};{pick};part:{time_words().parts[part]}", "TIME")


def read_day_of_month(match: re.Match[str]) -> Reading:
    """Read "on the 19th"."""
    return whole(match, f"dom:{_day_number(match['dom'])};tense:?")
