"""Outlets by name: what stands beside a day, a writer or a notice and is a paper or an agency."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from foedera.gazetteer.tables import cells, rows
from foedera.read.agency.conventions import conventions, fold, name_agency
from foedera.read.daywords import MONTH, WEEKDAY, match_written

_DOMAIN = re.compile(
    r"(?:www\.)?(?P<stem>[A-Za-z0-9][\w-]{1,30})(?:\.[a-z]{2,4})?"
    r"\.(?:com|org|net|info|news|tv|online|int|eu|gov|ch|ge|kg|az|am|md|kz|ph|nz|ng|za|na|ke|uk"
    r"|au|ca|in|lk|fj|ie|it|de|fr|es|pl|hu|ro|bg|rs|ba|mk|al|hr|si|ee|lv|lt|by|ua|ru|uz|tj|mn|jp"
    r"|kr|cn|tw|vn|th|my|id|pk|bd|np|af|ir|iq|sy|jo|lb|qa|kw|sa|ae|ye|eg|ly|tn|dz|ma|sn|gh|et|so)"
)
_NUMBERED = re.compile(r"[A-Z][a-z]{2,12}\d{1,3}")  # "News24"
_WORDS, _LONGEST = 5, 60
_SEPARATORS = re.compile(
    r"\s?[|•●·]\s?|\sfor\s|\s/\s|\s[-–—]\s|\n|,\s(?!(?:19|20)\d\d\b)|:\s|[()]|@(?=\s)"
    rf"|(?<=[\w.])\s(?={MONTH}\s\d{{1,2}},?\s(?:19|20)\d\d\b)"
)
_NAME = re.compile(
    r"(?:[A-Z][\w.'’-]{0,20}\s){1,3}[A-Z][\w'’-]{1,20}(?:\sin\s[A-Z][\w'’-]{1,20}(?:\s[A-Z]\w{1,20})?)?"
)
_HOUSE = re.compile(
    r"(?P<name>.{2,40})\s(?:Staff|Bureau|Desk|Newsroom|Team|Service|report|[Ss]taff [Ww]riter)$"
)
_ZONE = r"(?:\s?\(?(?:[A-Z]{2,4}|GMT[+-]\d)\)?)?"
_CLOCK = re.compile(
    rf"(?:at )?\d{{1,2}}(?:[:.h]\d\d){{0,2}}\s?(?:[ap]\.?m\.?)?{_ZONE}(?:\s(?:on|at))?"
    r"|(?:last )?(?:published|updated?|posted|issued|modified)(?: (?:on|at))?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"{WEEKDAY}\.?", re.IGNORECASE)
_DAY_LABEL = re.compile(
    r"(?:(?:last |first )?(?:published|updated|posted|issued|modified|date)(?: (?:on|at))?:?\s)"
    rf"|(?:{WEEKDAY})\.?\s(?=\d|{MONTH})",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:This (?:report|story|article|item|piece)(?: by (?P<by>[A-Z][^.,;:]{1,40}))? (?:was|is) )?"
    r"(?:[Ff]irst |[Oo]riginally )?(?:[Pp]ublished|[Pp]rinted|[Aa]ppeared)"
    rf"(?: (?:in|by) (?P<where>[A-Z][^.;:\d]{{1,40}}?))?,?(?: on)?,? (?=\d|{MONTH}|{WEEKDAY})"
)
_BY = re.compile(r"(?:[Bb]y|BY|[Ff]rom)[:\s]\s?")
_WITH = re.compile(r"\s(?:with|and|via)\s")
_STAFF = frozenset({"staff", "writer", "reporter", "correspondent", "desk"})


def outlet_in(words: str) -> str | None:
    """Return the outlet that words are the name of, as it is shown; None for any other words.

    An outlet is known by a list, or by its form: an address, a number run on to a word, or a
    name whose first or last word is what papers are called.

    >>> outlet_in("The Avondale Courier"), outlet_in("Press Trust of India"), outlet_in("Ann Lee")
    ('The Avondale Courier', 'PTI', None)
    """
    words = words.strip(" \t.,:;|/–—-")
    folded = fold(words)
    if not words or len(words) > _LONGEST or folded in conventions().sections:
        return None
    if not _STAFF.isdisjoint(folded.split()):
        return None
    named = name_agency(words) or _listed(words)
    if named:
        return named
    lex = conventions()
    if _NUMBERED.fullmatch(words) or is_called(words, lex.paper_words | lex.outlet_words):
        return words
    return domain_name(words)


def outlet_of_writers(words: str) -> str | None:
    """Return the outlet that a line of writers names: "Ann Lee, Bay Times", "By Bay Times Staff".

    An agency alone fed the page.

    >>> outlet_of_writers("Ann Lee (The Jakarta Post)"), outlet_of_writers("Ann Lee, Lima")
    ('The Jakarta Post', None)
    """
    who = _BY.sub("", words.strip(), count=1)
    if house := _house(who):
        return house
    if only_feeds(who):
        return None
    told = (_WITH.split(piece)[0] for piece in _pieces(who))
    return next((f for piece in told if (f := outlet_in(piece) or _house(piece))), None)


def only_feeds(words: str) -> bool:
    """Say whether an agency is meant whose reports others print, and no page of its own.

    >>> only_feeds("Press Trust of India"), only_feeds("CBS News")
    (True, False)
    """
    return name_agency(words) is not None and fold(words) not in conventions().outlets


def outlet_by_writer(words: str) -> str | None:
    """Return the outlet in a line that has nothing beside it but one writer, and a day.

    >>> outlet_by_writer("Ann Lee - The Philippine Star"), outlet_by_writer("Talks - Bay Times")
    ('The Philippine Star', None)
    """
    if len(words) > 2 * _LONGEST:
        return None
    told = _undated(_pieces(_BY.sub("", words.strip(), count=1)))
    named = [p for p in told if _NAME.fullmatch(p) and outlet_in(p) is None]
    rest = [found for p in told if p not in named and (found := outlet_in(p))]
    return rest[0] if len(rest) == 1 and len(told) == 2 and len(named) == 1 else None


def _house(who: str) -> str | None:
    """Return whose staff or service writes: "The Hindu Bureau", "RFE/RL's Kyrgyz Service"."""
    found = _HOUSE.match(who)
    words = found["name"].split() if found else []
    for count in range(len(words), max(0, len(words) - 4), -1):
        name = " ".join(words[:count]).removesuffix("'s").removesuffix("’s")
        if house := name_agency(name) or _listed(name):
            return house
    return None


def outlet_by_day(words: str) -> str | None:
    """Return the outlet in a line that has nothing beside it but a day, an hour and their labels.

    >>> outlet_by_day("News24 | 12 May 2023"), outlet_by_day("Press Release | 12 May 2023")
    ('News24', None)
    """
    if len(words) > 2 * _LONGEST or not any(c.isdigit() for c in words):
        return None
    pieces = _pieces(_BY.sub("", words.strip(), count=1))
    told = _undated(pieces)
    rest = [p for p in told if fold(p.split(",")[0]) not in conventions().cities]
    found = outlet_in(rest[0]) if len(rest) == 1 and any(map(is_day, pieces)) else None
    if found and len(told) > 1 and name_agency(found):
        return None  # a dateline
    return found


def read_printed(words: str) -> tuple[str | None, int] | None:
    """Return outlet and place of the day in a notice of when, or where, a report was printed.

    >>> read_printed("Published in Bay Times, March 5th, 2024")
    ('Bay Times', 24)
    >>> read_printed("This report by Bay News was first published May 3, 2019.")
    ('Bay News', 44)
    """
    found = _PRINTED.match(words)
    read = match_written(words, found.end()) if found else None
    if found is None or read is None or read[0].year is None:
        return None
    rest = words[read[1] :].strip(" ,.")
    if rest and not _CLOCK.fullmatch(rest):
        return None
    return outlet_in(found["by"] or found["where"] or ""), found.end()


def domain_name(words: str) -> str | None:
    """Return the name of a page that is an address, as it is shown.

    >>> domain_name("Harbour.com"), domain_name("Harbour")
    ('Harbour.com', None)
    """
    found = _DOMAIN.fullmatch(words)
    return (name_agency(found["stem"]) or words.removeprefix("www.")) if found else None


def is_called(words: str, names: Container[str]) -> bool:
    """Say whether words are a name that ends or begins with one of the words that name papers.

    >>> is_called("Bay Times", {"times"}), is_called("HARD TIMES AHEAD", {"times"})
    (True, False)
    """
    told = words.split()
    named = [w for w in told if w.lower() not in ("the", "of", "and")]
    if len(told) > _WORDS or len(named) < 2 or fold(words) in conventions().no_places:
        return False
    if not all(w[0].isupper() and w.replace("-", "").isalpha() for w in named):
        return False
    folded = fold(words).split()
    return folded[-1] in names or folded[0] in names


def _pieces(words: str) -> list[str]:
    return [p.strip() for p in _SEPARATORS.split(words) if p and p.strip()]


def _undated(pieces: list[str]) -> list[str]:
    """Return the pieces that are no day, no hour and none of their labels."""
    passed = (_CLOCK.fullmatch, _WEEKDAY.fullmatch, is_day)
    return [p for p in pieces if not any(passes(p) for passes in passed)]


def is_day(piece: str) -> bool:
    """Say whether a piece of a line is a whole day, with its hour or without."""
    label = _DAY_LABEL.match(piece)
    read = match_written(piece, label.end() if label else 0)
    if read is None or read[0].year is None:
        return False
    rest = piece[read[1] :].strip(" ,.")
    return not rest or _CLOCK.fullmatch(rest) is not None


def _listed(words: str) -> str | None:
    folded = fold(words)
    return words if folded in _outlets() or folded.removeprefix("the ") in _outlets() else None


@cache
def _outlets() -> frozenset[str]:
    """Return the names of all outlets that are listed, folded."""
    known = {fold(n) for row in rows("outlets") for n in (row[0], *cells(row[1]))}
    return frozenset(known | conventions().outlets)
