"""Sets readings in their context: tense, the time spoken of last, prepositions, intervals."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from foedera.data import Sentence, Span
from foedera.extract.time_forms import blank
from foedera.extract.time_rules import Reading
from foedera.extract.time_spans import read_count
from foedera.extract.time_tense import read_tense

Place = Callable[[int], Sentence]

_RANK = {"day": 0, "week": 1, "month": 2, "quarter": 3, "season": 3, "year": 4, "decade": 5,
         "century": 6, "interval": 3}  # fmt: skip
_UNIT_RANK = {"D": 0, "W": 1, "M": 2, "Q": 3, "P": 3, "Y": 4, "DE": 5, "CE": 6}
_AS_LONG = "-1P"
_TIMELESS = ("length:", "every:", "ref:", "past:", "next:")
_OPEN = re.compile(
    r"\b(since|until|till|by|no earlier than|not earlier than|not before|no later than|"
    r"not later than|before|after|prior to|as of|from)\s{1,2}"
    r"(?:about |around |at least |at latest |as early as |as far back as |approximately )?$",
    re.I,
)
_SIDES = {"since": "since", "until": "until", "till": "until", "by": "by", "before": "before",
          "prior to": "before", "after": "after", "no earlier than": "since",
          "not earlier than": "since", "not before": "since", "no later than": "by",
          "not later than": "by"}  # fmt: skip
_PART_OF = re.compile(
    r"\b(?P<end>first|last|final|opening|closing) (?P<count>\w+) (?P<unit>days|weeks|months) "
    r"(?:of|in) $",
    re.I,
)
_LINK = re.compile(r"(?:\s?[-–]\s?|,? (?:and|to|or|through|until|till) |, )$")
_JOIN = re.compile(r"(?:,? (?:on )?|, )$")
_PART_OF_DAY = (
    r"(?:(?:the )?(?:early |late )?"
    r"(?:morning|evening|afternoon|night|dawn|midnight|noon|start|end|middle) (?:of|on) )?"
)
_AND = re.compile(rf",? and {_PART_OF_DAY}")
_BETWEEN = re.compile(rf"\bbetween {_PART_OF_DAY}$")
_SENTENCE_END = re.compile(r"[.!?][\"”]? [A-Z“\"]")
_SIDE_CLAUSE = re.compile(r", (?:which|who|whom|whose|where|when) |\b(?:after|before) ")
_IN_THE_DAY = re.compile(r"\b(?:[Ee]arlier|[Ll]ater) in $")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FAR, _NEAR = 1200, 400


def set_in_context(text: str, readings: Sequence[Reading], place: Place) -> list[Reading]:
    """Fill in what readings await, join those that belong together, and keep text order."""
    joined = _join_clocks(text, sorted(readings, key=lambda r: (r.start, -r.end)))
    shared = _share_years(text, joined)
    told = [_with_tense(reading, place) for reading in shared]
    anchored = _anchor(text, told)
    return _intervals(text, [_open(text, _counted_part(text, r)) for r in anchored])


def _is_calendar(form: str) -> bool:
    return not form.startswith(_TIMELESS)


def _join_clocks(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Join a time of day with the day right after it ("9 a.m. EST Tuesday")."""
    out: list[Reading] = []
    for reading in readings:
        before = out[-1] if out else None
        if before and reading.start < before.end:
            continue
        if before and _clock_then_day(text, before, reading):
            form = before.form.replace(">?", f">{reading.form}")
            out[-1] = before._replace(end=reading.end, form=form)
        else:
            out.append(reading)
    return out


def _clock_then_day(text: str, clock: Reading, day: Reading) -> bool:
    if not clock.form.endswith(">?") or "clock:" not in clock.form:
        return False
    near = _JOIN.fullmatch(text[clock.end : day.start]) is not None
    return near and day.precision == "day" and ">" not in day.form and _is_calendar(day.form)


def _share_years(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Give "June" the year of "August 2013" in "from June to August 2013"."""
    out = list(readings)
    for at in range(len(out) - 2, -1, -1):
        first, last = out[at], out[at + 1]
        year = re.match(r"on:(\d{4})-(\d\d)", last.form)
        mine = re.fullmatch(r"month:(\d+)(?:;day:(\d+))?;tense:\?", first.form)
        if year and mine and _LINK.fullmatch(text[first.end : last.start]):
            day = f"-{int(mine[2]):02d}" if mine[2] else ""
            if int(mine[1]) <= int(year[2]):
                out[at] = first._replace(form=f"on:{year[1]}-{int(mine[1]):02d}{day}")
    return out


def _with_tense(reading: Reading, place: Place) -> Reading:
    """Fill in the tense of the sentence."""
    ahead = reading.form.startswith("next:")
    if not ahead and "tense:?" not in reading.form and "so:?" not in reading.form:
        return reading
    tense = read_tense(place(reading.start), Span(reading.start, reading.end))
    if ahead:  # "for the next three years they fought" is not counted from the report's day
        size = reading.form.removeprefix("next:")
        gone = tense == "past"
        return reading._replace(form=f"length:P{size}", precision="unknown") if gone else reading
    so = {"past": ";so:far", "future": ";so:on"}.get(tense, "")
    form = reading.form.replace("tense:?", f"tense:{tense}").replace(";so:?", so)
    return reading._replace(form=form)


# ------------------------------------------------------------------- anchors


def _anchor(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Count "the same day", "two years later", "10 p.m." from the time spoken of last."""
    out: list[Reading] = []
    for reading in readings:
        if reading.form.endswith(">?"):
            hour = "clock:" in reading.form or "part:" in reading.form
            reading = _dated_hour(text, reading, out) if hour else _anchored(text, reading, out)
        elif text.startswith("he following ", reading.start + 1):
            reading = _named_next(reading, out)
        out.append(reading)
    return out


def _dated_hour(text: str, reading: Reading, before: Sequence[Reading]) -> Reading:
    """Give a time of day its day; one from another sentence dates the value alone."""
    head = reading.form[:-2]
    anchor = _last_spoken(reading, before, head)
    since = text[anchor.end : reading.start] if anchor else ""
    if anchor is None or len(since) > _NEAR:
        return reading._replace(form=f"{head};loose:1>days:0", precision="unknown")
    if _SENTENCE_END.search(since):
        return reading._replace(form=f"{head};loose:1>{_bare(anchor.form)}", precision="unknown")
    return reading._replace(form=f"{head}>{_bare(anchor.form)}")


def _named_next(reading: Reading, before: Sequence[Reading]) -> Reading:
    """Count "the following autumn" from a date told in full: the first one after it."""
    named = re.fullmatch(r"(season|month):(\w+);which:next", reading.form)
    anchor = _last_spoken(reading, before, "of:") if named else None
    told = re.match(r"on:(\d{4})-(\d\d)", anchor.form) if anchor else None
    if named is None or told is None:
        return reading
    first = _SEASONS.get(named[2]) or int(named[2])
    year = int(told[1]) + (first <= int(told[2]))
    value = named[2] if named[1] == "season" else f"{first:02d}"
    return reading._replace(form=f"on:{year}-{value}")


def _anchored(text: str, reading: Reading, before: Sequence[Reading]) -> Reading:
    head = reading.form[:-2]
    anchor = _last_spoken(reading, before, head)
    if anchor is not None and head.startswith("shift:"):
        anchor = _of_main_clause(text, reading, anchor, before)
    if head == "within:D" and _IN_THE_DAY.search(text, max(0, reading.start - 14), reading.start):
        anchor = _day_of_news(before) or anchor
    if anchor is not None:
        head = _sized(head, anchor)
        return reading._replace(form=f"{head}>{_bare(anchor.form)}")
    if head.endswith(_AS_LONG):
        return reading._replace(form="years:-1", precision="year")
    backward = "shift:-" in head and head[-1] in "YMQ"
    if backward:
        return reading._replace(form=f"{head}>days:0")
    return reading._replace(form=f"on:{blank(head + '>')}", precision="unknown")


def _of_main_clause(
    text: str, reading: Reading, anchor: Reading, before: Sequence[Reading]
) -> Reading:
    """Prefer what the sentence before tells of to a time in its side clause.

    "It was fixed in 1993, after troops had left, who came in 1990. The following year they".
    """
    if not _SENTENCE_END.search(text[anchor.end : reading.start]):
        return anchor
    for earlier in reversed(before[: before.index(anchor)]):
        between = text[earlier.end : anchor.start]
        if _SENTENCE_END.search(between) or anchor.start - earlier.end > _NEAR:
            return anchor
        if earlier.precision == anchor.precision or earlier.precision == "year":
            fits = ".." not in earlier.form and ">" not in earlier.form
            side = _SIDE_CLAUSE.search(between) is not None
            return earlier if fits and side and _is_calendar(earlier.form) else anchor
    return anchor


def _day_of_news(before: Sequence[Reading]) -> Reading | None:
    """Return the first weekday that a report tells, which "earlier in the day" goes back to."""
    for earlier in before:
        if earlier.form.startswith("weekday:") and "which:" not in earlier.form:
            return earlier
    return None


def _sized(head: str, anchor: Reading) -> str:
    """Count a "period" in the unit of the time spoken of: a quarter's is four quarters back."""
    unit = "4Q" if anchor.precision == "quarter" else "12M"
    return f"shift:-{unit}" if head.endswith(_AS_LONG) else head


def _last_spoken(reading: Reading, before: Sequence[Reading], head: str) -> Reading | None:
    """Return the last time that is fine enough to count from."""
    unit = re.search(r"(?:shift:-?\d+|within:)(\w+)$", head)
    rank = _UNIT_RANK.get(unit[1], 0) if unit else _RANK["year"] if head.startswith("of:") else 0
    for earlier in reversed(before):
        if reading.start - earlier.end > _FAR:
            return None
        fits = _RANK.get(earlier.precision, 9) <= rank
        if fits and _is_calendar(earlier.form) and ".." not in earlier.form:
            return earlier if earlier.form.count(">") < 2 else None
    return None


def _bare(form: str) -> str:
    """Leave out the clock and the part of the day of a form that another counts from."""
    if form.count(">") and form.startswith("within:D"):
        form = form.split(">", 1)[1]
    kept = (p for p in form.split(";") if not p.startswith(("clock:", "part:", "so:", "open:")))
    return ";".join(kept)


# ------------------------------------------------- prepositions and intervals


def _counted_part(text: str, reading: Reading) -> Reading:
    """Keep of a year or month the part told before it: "the first six months of 2013"."""
    if reading.precision not in ("year", "month", "decade") or ">" in reading.form:
        return reading
    found = _PART_OF.search(text, max(0, reading.start - 40), reading.start)
    count = read_count(found["count"]) if found else None
    if found is None or count is None or "mod:" in reading.form:
        return reading
    end = "last" if found["end"] in ("last", "final", "closing") else "first"
    kept = ";".join(p for p in reading.form.split(";") if not p.startswith("so:"))
    form = f"{kept};mod:{end}{int(count)}{found['unit'][0].upper()}"
    return reading._replace(form=form, precision="interval")


def _open(text: str, reading: Reading) -> Reading:
    """Open the end that "since", "until", "by", "before", "after" leave open."""
    if not _is_calendar(reading.form) or ".." in reading.form or ">" in reading.form:
        return reading
    found = _OPEN.search(text, max(0, reading.start - 28), reading.start)
    after = text[reading.end : reading.end + 8]
    if found is None or after[:1] in ("'", "’"):
        return reading
    side = _SIDES.get(found.group(1).lower())
    if found.group(1).lower() == "from" and re.match(r" on(?:ward|wards)?\b", after):
        side = "since"
    if side is None:
        return reading
    if side == "before" and ";mod:end" in reading.form:  # "before the end of the year": within it
        side = "by"
    return reading._replace(form=f"{reading.form};open:{side}", precision="open")


def _intervals(text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Join "from June to August" and "between 2003 and 2006": each end tells the whole."""
    out = list(readings)
    for at in range(len(out) - 1):
        first, last = out[at], out[at + 1]
        if _is_interval(text, first, last):
            ends = f"{_bare(first.form)}..{_bare(last.form)}"
            out[at] = first._replace(form=f"{ends}@1", precision="interval")
            out[at + 1] = last._replace(form=f"{ends}@2", precision="interval")
    return out


def _is_interval(text: str, first: Reading, last: Reading) -> bool:
    if any(not _is_calendar(r.form) or ".." in r.form or ">" in r.form for r in (first, last)):
        return False
    if first.type != "DATE" or last.type != "DATE":
        return False
    link = text[first.end : last.start]
    lead = text[max(0, first.start - 28) : first.start].lower()
    if _AND.fullmatch(link):
        return _BETWEEN.search(lead) is not None
    if re.fullmatch(r",? (?:to|until|till|through) ", link):
        return lead.endswith("from ") or first.precision == last.precision
    return False
