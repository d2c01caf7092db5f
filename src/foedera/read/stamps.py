"""The day stamped on a report in any other way: in a bracket, beside an outlet, at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.read.agency.blocks import is_ended
from foedera.read.daywords import MONTH, WEEKDAY, Written, match_written, month_number

_SHORT_LINE, _SENTENCE = 90, 45
_OPENING = 110  # characters of the first paragraph
_HEAD_LINES, _FOOT_LINES = 8, 3
_MOST_WORDS = 7  # beside the day
_YEAR = r"(?:19|20)\d\d"
_JUCHE = re.compile(rf"(?P<m>{MONTH})\s(?P<d>\d{{1,2}}),?\sJuche\s?\d{{2,3}}\s?\((?P<y>{_YEAR})\)")
_JUCHE_FOOT = re.compile(r"\(Juche\s?(?P<y>\d{2,3})\.\s?(?P<m>\d{1,2})\.\s?(?P<d>\d{1,2})\.?\)")
_JUCHE_BEGAN = 1911
# So does no hour go on: "5 March 14:30".
_NO_HOUR = r"(?!\s?[:h]\s?\d|\.\d|\s?[ap]\.?m\b|\s?(?:GMT|UTC|noon|hrs?|hours)\b)"
_DAY_FIRST = rf"(?<![\d:.])(?P<d>\d{{1,2}})[-/\s]?(?P<m>{MONTH})(?:[-/\s,]{{1,2}}|(?=['’]\d))"
_RUN_ON = r"(?P<m>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})"
_SHORT_FORMS = (
    re.compile(rf"\b(?P<d>\d{{2}}){_RUN_ON}(?P<y>{_YEAR})\b"),  # the foot of PANA
    re.compile(rf"/{_RUN_ON}(?P<d>\d{{2}})/(?P<y>{_YEAR})\b"),  # "(Colombo/Mar05/2024)"
    re.compile(rf"(?P<m>{MONTH})\s(?P<d>\d{{1,2}})\s-\s(?P<y>{_YEAR})\b"),
    re.compile(r"(?<![\d.])(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>\d\d)(?![\d.])"),
    re.compile(rf"{_DAY_FIRST}['’]?(?P<y>(?:{_YEAR}|\d\d{_NO_HOUR}))\b", re.IGNORECASE),
    re.compile(rf"(?P<m>{MONTH})\s(?P<d>\d{{1,2}}),?\s['’](?P<y>\d\d)\b", re.IGNORECASE),
    re.compile(  # a clock run on to the year: "March 5, 19984:30 PM ET"
        rf"(?P<m>{MONTH})\s(?P<d>\d{{1,2}}),\s(?P<y>{_YEAR})(?=\d{{1,2}}:\d\d\s?[AP]M)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<y>{_YEAR})\.(?P<m>\d{{1,2}})\.(?P<d>\d{{1,2}})(?![\d.])"),
    re.compile(  # the foot of AFP: "051430 GMT MAR 98"
        rf"\b(?P<d>\d\d)\d{{4}}\s(?:(?:GMT|UTC)\s)?(?P<m>{MONTH})\s(?P<y>\d\d)\b", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<d>\d\d)/(?P<m>(?P=d))/(?P<y>{_YEAR})\b"),  # either way round it is one day
    re.compile(r"-(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d)\s\d{4}[A-Z]{3}\b"),  # the foot of AP
    re.compile(r"\b(?P<m>\d\d)/(?P<d>(?:1[3-9]|2\d|3[01]))/(?P<y>\d\d)\b"),
)
_SLASHED = re.compile(rf"(?<![\d/])(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>{_YEAR})\b")
_OWNED = re.compile(
    rf"(?:©|\([Cc]\)|[Cc]opyright)(?P<owner>[^\n]{{0,40}}?)\b(?P<y>{_YEAR})\b(?!\s?[-–—/]\s?\d)"
)
_PREPOSITIONS = frozenset(
    {"on", "in", "by", "since", "until", "till", "from", "after", "before", "of", "to", "between",
     "and", "through", "the", "for", "dated", "or"}
)  # fmt: skip
_OWNING = frozenset({"by", "and", "copyright", "dpa", "epd"})
_LABELS = frozenset(
    {"published", "updated", "update", "last", "first", "issued", "modified", "posted", "release",
     "released", "press", "text", "date", "dated", "page", "section", "reporter", "editor",
     "news", "edition", "print", "online", "story", "from", "with", "agencies", "agency", "hours",
     "local", "time", "correspondent", "special", "years", "copyright", "wire", "version", "dpa"}
)  # fmt: skip
_AGO = re.compile(r"\bUPDATED \d{1,2} (?:YEARS?|MONTHS?|DAYS?|HOURS?) AGO\b", re.IGNORECASE)
_WEEKDAYS = re.compile(rf"\b(?:{WEEKDAY})\b\.?", re.IGNORECASE)
_ENDS_HEAD = re.compile(
    r"\s?(?:[)\]]\s?)?(?:[—–:_|]|-{1,2}\s|\.\s{1,2}(?=[\"“'‘]?[A-Z]))"
    r"|,?\s?\([A-Z][\w/. ]{1,20}\)(?:\s?[—–:.-]|\s(?=[A-Z]))|\s?/[A-Z][\w-]{1,20}/"
    r"|,\s[A-Z][\w-]{2,20}(?:\.\s|\s-{1,2}\s)(?=[A-Z])|,\s[A-Z]{3,12}\s(?=[A-Z][a-z])"
)
_IN_BRACKETS = re.compile(r"[^()\[\]\n]{0,25}[)\]]\s?(?:[—–:.-]|\s?(?=[\"“'‘]?[A-Z]))")


def find_stamp(text: str) -> Written | None:
    """Return the whole day that stands on a report outside its prose, None if none does.

    That is: in a short line at its head or foot with nothing but names, labels and hours
    beside it, or before the first words of its first paragraph.

    >>> find_stamp("Khaleej Times | 5 March 1998\\n\\nKenya signed the pact.")
    Written(year=1998, month=3, day=5)
    >>> find_stamp("Kenya signed the pact.\\n\\nLima - 12/12/2000").iso()
    '2000-12-12'
    >>> find_stamp("Kenya signed the pact of March 5, 1998.")
    """
    lines = [line for line in text.split("\n") if line.strip()]
    head = next((i for i, line in enumerate(lines) if _is_prose(line)), len(lines))
    for line in lines[: min(head, _HEAD_LINES)]:
        if (day := _of_line(line.strip())) is not None:
            return day
    if head < len(lines) and (day := _of_opening(lines[head].strip())) is not None:
        return day
    for line in reversed(lines[max(head + 1, len(lines) - _FOOT_LINES) :]):
        if _is_prose(line):
            break
        if (day := _of_line(line.strip())) is not None:
            return day
    return None


def find_slashed(text: str, month: int, day: int) -> Written | None:
    """Return the day of a line such as "03/05/2024" at the head, which a dateline settles.

    >>> find_slashed("03/05/2024 10:30\\n\\nTalks", 5, 3)
    Written(year=2024, month=5, day=3)
    """
    for line in text.split("\n")[:_HEAD_LINES]:
        found = None if _is_prose(line) else _SLASHED.search(line)
        if found and {int(found["a"]), int(found["b"])} == {month, day}:
            return Written(int(found["y"]), month, day)
    return None


def _is_prose(line: str) -> bool:
    """Say whether a line is of the story: long, or a sentence."""
    return len(line) > _SHORT_LINE or (len(line) > _SENTENCE and is_ended(line.rstrip()))


def owned_since(text: str) -> int | None:
    """Return the year of the notice of rights at a report's foot.

    >>> owned_since("Talks ended.\\n(c) Reuters Limited 1998")
    1998
    """
    found = list(_OWNED.finditer(text, max(0, len(text) - 300)))
    years = [int(one["y"]) for one in found if _is_owner(one["owner"])]
    return years[-1] if years else None


def _is_owner(words: str) -> bool:
    """Say whether words name who holds rights, and are no item of a list: "(c) The pact of"."""
    small = {word for word in words.split() if word[0].islower()}
    return small <= _OWNING and not re.search(r"\d", words)


def _of_line(line: str) -> Written | None:
    """Return the day of a line that holds a day and no prose."""
    for day, start, end in _days_in(line):
        before, after = (_WEEKDAYS.sub(" ", side) for side in (line[:start], line[end:]))
        if not _is_told(before, after) and _is_bare(_AGO.sub(" ", f"{before} {after}")):
            return day
    return None


def _is_told(before: str, after: str) -> bool:
    """Say whether a line tells something of its day: "Pact of 5 March", "Marks March 5 Raid"."""
    words = before.split()
    if words and words[-1].lower() in _PREPOSITIONS:
        of = words[-2].lower().strip(".,:;|()[]") if len(words) > 1 else ""
        return of not in _LABELS and of[:1].isalpha()
    ahead = re.match(r"\s+(?P<word>[^\W\d_]+)", after)
    joined = bool(words) and words[-1][-1].isalpha() and words[-1].lower() not in _LABELS
    return joined and ahead is not None and ahead["word"].lower() not in _LABELS


def _of_opening(line: str) -> Written | None:
    """Return the day before a paragraph's first words: "[5 March 1998] Kenya and"."""
    for day, start, end in _days_in(line[: _OPENING + 20]):
        before = line[:start].rstrip(" ,([")
        last = before.rsplit(" ", 1)[-1].lower().strip(".,(")
        if start > _OPENING or last in _PREPOSITIONS or not _is_bare(_WEEKDAYS.sub(" ", before)):
            return None
        opened = line[:start].count("(") + line[:start].count("[")
        closed = line[:start].count(")") + line[:start].count("]")
        ends = _IN_BRACKETS if opened > closed else _ENDS_HEAD
        return day if ends.match(line, end) else None
    return None


def _is_bare(words: str) -> bool:
    """Say whether words are names, labels and hours, and tell nothing."""
    told = [w.strip(".,:;|()[]/–—-'’\"©") for w in words.split()]
    told = [w for w in told if w and not w[0].isdigit()]
    told = [w for w in told if not re.search(r"[./]", w)]  # a desk's initials
    small = [w for w in told if w[0].islower() and len(w) > 3 and w not in _LABELS]
    named = [w for w in told if w.lower() not in _LABELS]
    return not small and len(named) <= _MOST_WORDS


def _days_in(line: str) -> Iterator[tuple[Written, int, int]]:
    """Yield the whole days that a line names, in order, and where each begins and ends."""
    found = list(_written(line)) + [
        one for form in (_JUCHE, _JUCHE_FOOT, *_SHORT_FORMS) for one in _short(form, line)
    ]
    yield from sorted(found, key=lambda one: (one[1], -one[2]))


def _written(line: str) -> Iterator[tuple[Written, int, int]]:
    at = 0
    for word in re.finditer(r"(?<![\w.])\w", line):
        read = match_written(line, word.start()) if word.start() >= at else None
        if read and read[0].iso() is not None:
            yield read[0], word.start(), read[1]
            at = read[1]


def _short(form: re.Pattern[str], line: str) -> Iterator[tuple[Written, int, int]]:
    for found in form.finditer(line):
        month, year = month_number(found["m"]), int(found["y"])
        if form is _JUCHE_FOOT:
            year += _JUCHE_BEGAN
        if year < 100:
            year += 1900 if year > 70 else 2000
        day = Written(year, month, int(found["d"])) if month else None
        if day is not None and day.iso() is not None:
            yield day, found.start(), found.end()
