"""Rules for times counted from the day of publication or from another time."""

from __future__ import annotations

import re

from foedera.extract.time_dates import read_mod
from foedera.extract.time_rules import Reading, Rule, whole
from foedera.extract.time_spans import length, read_count
from foedera.extract.time_words import fragments, time_words

_AWAY = {
    "day": "days", "week": "weeks", "month": "months", "quarter": "quarters", "year": "years",
    "decade": "decades", "century": "centuries",
}  # fmt: skip
_STEP = {"day": "D", "night": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
         "decade": "DE", "century": "CE", "fortnight": "W"}  # fmt: skip
_PRECISION = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade",
              "CE": "century"}  # fmt: skip
_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)(?![\w-])"
_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def relative_rules() -> list[Rule]:
    """List the rules for relative times."""
    f = fragments()
    mod = (
        r"(?P<mod>(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id) |(?:[Tt]he )?(?:very )?"
        r"(?:end|beginning|start|middle) of )?"
    )
    unit = _UNIT
    singular = (
        r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:past|last|next"
        r"|coming|current|present))"
    )
    return [
        Rule(
            "day_before_yesterday",
            r"(?i:the day before yesterday|the day after tomorrow)(?!\w)",
            read_two_away,
        ),
        Rule(
            "day_word",
            rf"(?P<mod>[Ee]arlier |[Ll]ater |[Ll]ate |[Ee]arly )?(?P<word>[Yy]esterday|[Tt]oday"
            rf"|[Tt]omorrow|[Tt]onight)(?: (?P<part>{f['PART']}))?(?!\w)",
            read_day_word,
        ),
        Rule("part_of_day", rf"(?P<which>[Ll]ast|[Tt]his) (?P<part>{f['PART']})(?!\w)", read_part),
        Rule(
            "overnight",
            r"[Oo]vernight(?= (?:\w+day\b|into|from|on|in|as|when|by|and|after|between|at|,)"
            r"|[.,;])",
            read_overnight,
        ),
        Rule("unit", rf"{mod}{singular} {unit}(?:(?P<part> (?:morning|night)))?", read_unit),
        Rule(
            "unit_end",
            r"(?:[Tt]he )?(?:very )?(?P<mod>end|beginning|start|middle) of the "
            r"(?P<unit>week|month|quarter|year|decade|century)(?![\w-])(?! of\b)",
            read_unit_end,
        ),
        Rule(
            "units",
            rf"(?:[Tt]he |[Tt]hese )?(?P<which>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming"
            rf"|[Ff]ollowing|[Rr]ecent)(?: (?P<count>{f['COUNT']}|{f['VAGUE']}))?(?: (?:trading"
            rf"|working|full|consecutive|straight|or so))? (?P<unit>{f['UNITS']})(?![\w-])",
            read_units,
        ),
        Rule(
            "ago_weekday",
            rf"(?P<count>{f['COUNT']}|[Aa]n?) (?P<unit>weeks?|months?|years?) ago "
            rf"(?:(?P<word>today|yesterday|tomorrow)|(?:on |this |last )?"
            rf"(?P<weekday>{f['WEEKDAY']}))(?!\w)",
            read_ago_weekday,
        ),
        Rule(
            "ago",
            rf"(?P<count>{f['COUNT']}|[Aa]n?|[Hh]alf an?|{f['VAGUE']})[ -](?:and a half )?"
            rf"(?P<unit>{f['UNITS']})(?: and a half)? ago(?!\w)",
            read_ago,
        ),
        *_anchored_rules(),
    ]


def _anchored_rules() -> list[Rule]:
    """List the rules for times counted from the time spoken of last."""
    f = fragments()
    unit = _UNIT
    anchored = (
        r"(?P<which>[Tt]he (?:previous|preceding|following|same|very same|next)|[Tt]hat"
        r"(?: same)?|[Tt]he)"
    )
    return [
        Rule(
            "anchored_day",
            r"(?:[Tt]he (?:very )?)?(?:[Nn]ext|[Ff]ollowing) day(?!\w)",
            read_next_day,
        ),
        Rule(
            "same_time",
            r"the same (?P<unit>month|quarter|week|day|period|time) (?:of (?:the )?)?(?:last year"
            r"|a year (?:ago|earlier|before)|the (?:previous|prior|preceding) year)(?!\w)",
            read_same_time,
        ),
        Rule(
            "anchored",
            rf"(?P<mod>(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Ll]ater on"
            rf"|[Ee]arlier on) )?{anchored} {unit}",
            read_anchored,
        ),
        Rule(
            "later",
            rf"(?P<count>{f['COUNT']}|[Aa]n?|[Aa] full|{f['VAGUE']}) (?P<unit>{f['UNITS']}) "
            rf"(?P<way>later|earlier|afterwards?|beforehand|previously|on(?=[,.;]))(?! than)"
            rf"(?![\w-])",
            read_later,
        ),
        Rule(
            "day_before",
            r"[Tt]he (?P<unit>day|night|week|month|year) (?P<way>before|after|earlier)(?=[,.;]"
            r"|$)",
            read_day_before,
        ),
        Rule(
            "unit_of",
            r"(?:(?:(?<=arlier in )|(?<=ater in )|(?<=ate in )|(?<=arly in )|(?<=end )|(?<=ended )"
            r"|(?<=ending )|(?<=closed )|(?<=finished )|(?<=started )|(?<=began ))the "
            r"(?P<unit>day|week|month|year)|[Tt]he (?:start|beginning|close) of the "
            r"(?P<of>day))(?![\w-])(?! of\b)",
            read_in_the,
        ),
        Rule("that_night", rf"[Tt]hat (?P<part>{f['PART']})(?!\w)", read_that_night),
    ]


def _unit(word: str) -> str:
    """Reduce "weeks" and "centuries" to their singular.

    >>> _unit("Centuries")
    'century'
    """
    low = word.lower()
    if low.startswith("centur"):
        return "century"
    return "millennium" if low.startswith("millen") else low.removesuffix("s")


def read_two_away(match: re.Match[str]) -> Reading:
    """Read "the day before yesterday"."""
    return whole(match, "days:-2" if "before" in match.group().lower() else "days:2")


def read_day_word(match: re.Match[str]) -> Reading:
    """Read "today", "yesterday morning", "tonight"."""
    word = match["word"].lower()
    form = f"days:{_NAMED[word]}"
    part = match["part"]
    if not part and word != "tonight":
        return whole(match, form)
    code = time_words().parts[part] if part else "NI"
    return whole(match, f"{form};part:{code}", "TIME")


def read_part(match: re.Match[str]) -> Reading:
    """Read "last night", "this morning"."""
    away = -1 if match["which"].lower() == "last" else 0
    return whole(match, f"days:{away};part:{time_words().parts[match['part']]}", "TIME")


def read_overnight(match: re.Match[str]) -> Reading:
    """Read "overnight" as the night before the day of publication."""
    return whole(match, "days:-1..days:0;part:NI@2", "TIME", "interval")


def read_next_day(match: re.Match[str]) -> Reading:
    """Read "the next day" from the day spoken of last."""
    return whole(match, "shift:1D>?")


def read_unit(match: re.Match[str]) -> Reading | None:
    """Read "last week", "earlier this month", "the end of next year", "the past decade"."""
    unit, which = match["unit"], match["which"].lower()
    if which.startswith("the ") and which.split()[1] in ("past", "last", "next", "coming"):
        return _stretch_from(match, which.split()[1], unit)
    if which == "this past" and unit not in ("day", "weekend"):
        return _stretch_from(match, "past", unit)
    away = (
        -1 if "last" in which or "past" in which else 1 if which in ("next", "this coming") else 0
    )
    if unit == "day":
        if (
            which == "this"
            and match.string[max(0, match.start() - 3) : match.start()].lower() == "to "
        ):
            return whole(match, "ref:PRESENT_REF", precision="unknown")
        return None if away else whole(match, "days:0")
    mod = (match["mod"] or "").strip().lower()
    if unit == "weekend":
        pick = {-1: "which:last", 0: "tense:?", 1: "which:next"}[away]
        return whole(match, f"weekend:1;{pick}", precision="week")
    form = f"{_AWAY[unit]}:{away}"
    if mod in ("earlier", "later"):
        return whole(
            match, f"{form};so:{'far' if mod == 'earlier' else 'on'}", precision=_kind(unit)
        )
    kind = read_mod(mod)
    if kind:
        return whole(match, f"{form};mod:{kind}", precision="interval")
    return whole(match, form if away else f"{form};so:?", precision=_kind(unit))


def _kind(unit: str) -> str:
    return _PRECISION[_STEP[unit]]


def _stretch_from(match: re.Match[str], word: str, unit: str) -> Reading | None:
    """Read "the past decade" as the ten years up to the day of publication."""
    of_another = match.string.startswith(" of ", match.end())  # "the last week of May"
    if unit in ("day", "weekend") or of_another:
        return None
    way = "past" if word in ("past", "last") else "next"
    return whole(match, f"{way}:{length('1', unit)}", "DURATION", "interval")


def read_units(match: re.Match[str]) -> Reading | None:
    """Read "the past two weeks", "recent days", "the next six months"."""
    which, count, word = match["which"].lower(), match["count"], match["unit"].lower()
    unit = _unit(word)
    if word == unit and count is None:
        return None
    if count and read_count(count) not in (None, 1.0) and word == unit:
        return None
    size = length(count or "several", unit)
    way = "next" if which in ("next", "coming") else "past"
    if which == "following" or (which == "previous" and count):
        return whole(match, f"length:P{size}", "DURATION", "unknown")
    kind = "DATE" if which == "recent" else "DURATION"
    counted = re.fullmatch(r"\d+[DWMY]|T\d+H", size)  # minutes lie within a day
    precision = "interval" if counted else "unknown"
    return whole(match, f"{way}:{size}", kind, precision)


def read_anchored(match: re.Match[str]) -> Reading | None:
    """Read "the previous year", "that day", "later that month" from the last time spoken of."""
    which, unit = match["which"].lower(), match["unit"]
    if which == "the" or unit == "weekend":
        return read_the_weekend(match) if unit == "weekend" else None
    code = _STEP[unit]
    if "previous" in which or "preceding" in which:
        form = f"shift:-1{code}>?"
    elif "following" in which or "next" in which:
        form = f"shift:1{code}>?"
    else:
        form = f"within:{code}>?"
    return whole(match, form, precision=_PRECISION[code])


def read_same_time(match: re.Match[str]) -> Reading:
    """Read "the same month a year ago" as twelve months before the month spoken of."""
    unit = match["unit"]
    if unit in ("period", "time"):
        return whole(match, "shift:-1P>?", precision="month")
    count, code = {"month": (12, "M"), "quarter": (4, "Q"), "week": (52, "W"), "day": (12, "M")}[
        unit
    ]
    return whole(match, f"shift:-{count}{code}>?", precision=_PRECISION[code])


def read_the_weekend(match: re.Match[str]) -> Reading:
    """Read "the weekend" by tense."""
    return whole(match, "weekend:1;tense:?", precision="week")


def read_ago(match: re.Match[str]) -> Reading:
    """Read "two days ago", "50 years ago", "a week ago"."""
    unit, count = _unit(match["unit"]), read_count(match["count"])
    if unit in ("second", "minute", "hour"):
        return whole(match, "days:0")
    if unit in ("millennium", "century") or count is None or count > 1900:
        return whole(match, "ref:PAST_REF", precision="unknown")
    many = int(count)
    if unit == "week" and many == 1:
        return whole(match, "days:-7")
    if unit == "fortnight":
        many, unit = 2 * many, "week"
    if unit == "decade":
        many, unit = 10 * many, "year"
    unit = "day" if unit == "night" else unit
    return whole(match, f"{_AWAY[unit]}:-{many}", precision=_kind(unit))


def read_ago_weekday(match: re.Match[str]) -> Reading | None:
    """Read "a year ago Thursday", "two weeks ago today" as a day."""
    count = read_count(match["count"])
    if count is None:
        return None
    base = f"days:{_NAMED[match['word']]}" if match["word"] else ""
    base = base or f"weekday:{time_words().weekdays[match['weekday'].lower()]};tense:?"
    code = _STEP[_unit(match["unit"])]
    return whole(match, f"shift:-{int(count)}{code}D>{base}")


def read_later(match: re.Match[str]) -> Reading | None:
    """Read "three years later", "a day earlier" from the last time spoken of."""
    unit, count = _unit(match["unit"]), read_count(match["count"])
    if count is None or unit not in _STEP:
        return whole(match, f"length:P{length(match['count'], unit)}", "DURATION", "unknown")
    code, many = _STEP[unit], int(count) * (2 if unit == "fortnight" else 1)
    sign = "-" if match["way"] in ("earlier", "beforehand", "prior", "previously") else ""
    return whole(match, f"shift:{sign}{many}{code}>?", precision=_PRECISION[code])


def read_day_before(match: re.Match[str]) -> Reading:
    """Read "the day before", "the year earlier" at the end of a clause."""
    code = _STEP[match["unit"]]
    sign = "" if match["way"] == "after" else "-"
    return whole(match, f"shift:{sign}1{code}>?", precision=_PRECISION[code])


def read_in_the(match: re.Match[str]) -> Reading:
    """Read "later in the day", "ended the week", "the start of the day" from the last time."""
    code = _STEP[match["unit"] or match["of"]]
    return whole(match, f"within:{code}>?", precision=_PRECISION[code])


def read_that_night(match: re.Match[str]) -> Reading:
    """Read "that night" from the last day spoken of."""
    return whole(match, f"within:D;part:{time_words().parts[match['part']]}>?", "TIME")


def read_unit_end(match: re.Match[str]) -> Reading:
    """Read "the end of the month" as the publication's own month."""
    unit = match["unit"]
    return whole(match, f"{_AWAY[unit]}:0;mod:{read_mod(match['mod'])}", precision="interval")
