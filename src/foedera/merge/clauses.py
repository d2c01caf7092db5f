"""What the words of a clause say by themselves: a year, a place in a row, one more, or quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from foedera.lexicons import load_words
from foedera.merge.kindred import load_kindred

_PERIOD = re.compile(r"\b(\d{1,2}|[a-z]{3,11}(?:-four)?)[ -](month|year)(?:s|s'|s’|'s|’s)?\b")
_QUOTED = re.compile(r"[“\"][^“”\"\n]{20,900}[”\"]")
_YEAR = re.compile(r"\b(?:in|of|since|the|-|–|early|late|mid) ?((?:19|20)\d\d)\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LETTER = re.compile(r"[^\W\d_]+")
_APART = "".join(chr(code) if chr(code).isalpha() else " " for code in range(128))
"""Parts the letters of a plain text: whatever else stands there is a space."""
_LEAD = re.compile(r"[\w'’]+|[.,;:!?]")
_OWNING = ("'s", "’s", "s'", "s’")
_OTHERS = re.compile(
    r"\b(?:and|with|among) (?:at least )?(?:\w{1,15} ){0,2}(?:others?|more) ?(?:\w|[,.;]|$)"
)
_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b|\b([a-z]{5,8})\b")
_NTH = re.compile(r"\d(?:st|nd|rd|th)\b")
PARAGRAPH = 1200
"""Within so many characters before a trigger its paragraph begins, or quotations go unread."""


def notice_period(clause: str) -> int | None:
    """Return how many months pass between a notice and its effect, where a clause says so.

    >>> notice_period("the withdrawal would take effect six months after such a notice")
    6
    """
    if "notice" not in clause and "withdraw" not in clause:
        return None
    found = _PERIOD.search(clause)
    if found is None:
        return None
    counts: dict[str, int] = load_words("agreement_names")["counts"]
    number = int(found[1]) if found[1].isdigit() else counts.get(found[1])
    return number if number is None or found[2] == "month" else number * 12


def year_in(clause: str) -> int | None:
    """Return the one year that a clause names, the last where it names two in a row.

    >>> year_in("unlike the invasion of 2008-2009"), year_in("some 2,000 men")
    (2009, None)
    """
    if "19" not in clause and "20" not in clause:
        return None
    years = {int(year) for year in _YEAR.findall(clause)}
    return max(years) if years and max(years) - min(years) <= 1 else None


def ordinals(clause: str) -> frozenset[tuple[int, str]]:
    """Return what a clause counts by its place in a row: "the third round".

    >>> ordinals("the third round of talks"), ordinals("the third man")
    (frozenset({(3, 'round')}), frozenset())
    """
    table = load_kindred()
    if table.ordinals.keys().isdisjoint(letters(clause)) and _NTH.search(clause) is None:
        return frozenset()
    found = set()
    for match in _ORDINAL.finditer(clause):
        number = int(match[1]) if match[1] else table.ordinals.get(match[2])
        if number is None:
            continue
        following = clause[match.end() : match.end() + 30].split()[:2]
        thing = next((w.strip(".,;:") for w in following if w.strip(".,;:") in table.counted), None)
        if thing:
            found.add((number, thing))
    return frozenset(found)


def is_plural(noun: str) -> bool:
    """Say whether a noun, with what hangs on it, stands in the plural.

    >>> is_plural("nuclear tests"), is_plural("exchange of prisoners"), is_plural("crisis")
    (True, False, False)
    """
    head = noun.split(" of ")[0].rstrip()
    return head.endswith("s") and head[-2:] not in {"ss", "is", "us"}


def holds_any(clause: str, words: frozenset[str]) -> bool:
    """Say whether any of some words stands in a clause.

    >>> holds_any("the toll rose to nine", frozenset(["rose"]))
    True
    >>> holds_any("roses for the dead", frozenset(["rose"]))
    False
    """
    return not words.isdisjoint(letters(clause))


@lru_cache(maxsize=1)
def letters(clause: str) -> Sequence[str]:
    """Return the runs of letters in a clause, which several questions ask for one after another.

    >>> letters("the 2nd raid"), letters("the raid’s 2nd")
    (['the', 'nd', 'raid'], ['the', 'raid', 's', 'nd'])
    """
    plain = clause.isascii()  # most clauses are, and are read much faster
    return clause.translate(_APART).split() if plain else _LETTER.findall(clause)


def names_only_some(clause: str) -> bool:
    """Say whether a clause names some of those who take part, and tells of others.

    >>> names_only_some("peru and three other states"), names_only_some("peru and chile")
    (True, False)
    """
    return ("other" in clause or "more" in clause) and _OTHERS.search(clause) is not None


def is_another(before: str) -> bool:
    """Say whether the last words before a trigger tell of a further one of its kind.

    >>> is_another("called for additional "), is_another("said that the ")
    (True, False)
    """
    return not load_kindred().another.isdisjoint(_WORD.findall(before.lower())[-2:])


def is_definite(before: str) -> bool:
    """Say whether the last words before a noun make it one that is known already.

    >>> is_definite("They met after Peru's "), is_definite("said that a new ")
    (True, False)
    """
    table = load_kindred()
    for word in reversed(_LEAD.findall(before.lower())[-4:]):
        if word in table.indefinite or not word[0].isalnum():
            return False
        if word in table.definite or word.endswith(_OWNING):
            return True
    return False


def tie(before: str, *, noun: bool) -> int:
    """Return how many of the last characters before a trigger tie it to the word before them.

    A noun hangs on the verb that carries it, a verb on the noun that it tells.

    >>> tie("They convened a ", noun=True), tie("the inquiry that he had ", noun=False)
    (3, 13)
    >>> tie("The inquiry is over. Torn ", noun=False)
    1
    """
    found = _ties()[noun].search(before)
    return len(before) - found.start() if found else 0


@cache
def _ties() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what ties a verb to the noun before it, and a noun to its verb."""
    table = load_kindred()
    carrying, carried = ("|".join(sorted(words)) for words in (table.carrying, table.carried))
    verb = re.compile(rf",?\s(?:(?:{carried})\s+)*$")
    noun = re.compile(rf"\s(?:(?:{carrying})\s+)*(?:[a-z][\w-]*\s+)?(?:[A-Z][\w.]*\s+)?$")
    return verb, noun


def is_quoted(text: str, at: int) -> bool:
    """Say whether a place stands within quotation marks, in more than a word or two.

    >>> is_quoted('He said: "We shall never allow them to attack us."', 40)
    True
    """
    start = text.rfind("\n", max(0, at - PARAGRAPH), at) + 1
    if not start and at > PARAGRAPH:
        return False
    if text.find("“", start, at) < 0 and text.find('"', start, at) < 0:
        return False
    return any(m.start() < at < m.end() for m in _QUOTED.finditer(text, start, at + PARAGRAPH))
