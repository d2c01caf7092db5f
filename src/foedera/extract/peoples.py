"""Of which state a people is that lives in several: "the Kurds" of a report on "Kurds in Iraq".

A report that tells of such a people with one state ("Iraqi Kurds", "Syria's Kurdish rebels",
"the Kurdish Peshmerga") means that state's wherever it tells of them, unless it tells of those of
another state nearly as often. Where it tells them with none, they are of the land where most of its
force is used, if they live there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from foedera.data import Actor, Mention, Where
from foedera.lexicons import load_words

_CLEARLY = 2
_NEAR = 40
_LONGEST = 160
"""How many characters a name and its office may have."""
_BEFORE = re.compile(
    r"['’]s?\s+(?:\w+\s+)?|\s+(?:(?:ethnic|mainly|mostly|largely|armed|rebel|minority)\s+)?"
)
"""Between a state and its people; "Turkey bombed Kurds" tells no Kurds of Turkey."""
_BEHIND = re.compile(r"\s+(?:[a-z]+\s+)?(?:in|of|from)\s+(?:\w+(?:,| and|, and)?\s+)*")


def people_in(name: str) -> str | None:
    """Return which people across states a name tells of: "Kurdish forces" the Kurds."""
    found = _pattern().search(name)
    return found.lastgroup if found else None


def peoples_states(mentions: Iterable[Mention], text: str, war: str | None) -> dict[str, str]:
    """Return people → the state of those of whom a report tells."""
    found = [m for m in _pattern().finditer(text) if m.lastgroup]
    if not found:
        return {}
    named = sorted(
        (m.span.start, m.span.end, c) for m in mentions if (c := _country(m)) is not None
    )
    told: dict[str, Counter[str]] = {str(m.lastgroup): Counter() for m in found}
    for match in found:
        told[str(match.lastgroup)].update(set(_told_with(match, named, text)))
    out: dict[str, str] = {}
    for people, states in told.items():
        lands = _lands()[people]
        ranked = Counter({c: n for c, n in states.items() if c in lands})
        first = ranked.most_common(1)
        if not first and war in lands:
            out[people] = war
        elif first and first[0][1] >= _CLEARLY * (ranked.total() - first[0][1]):
            out[people] = first[0][0]
    return out


def _told_with(
    match: re.Match[str], named: Sequence[tuple[int, int, str]], text: str
) -> Iterator[str]:
    """Yield the states that a people is told with: in its own name, before it and behind it.

    `named` stands in the order of the text, so that only what is near is looked at.
    """
    start, end = match.span()
    first = bisect_left(named, (start - _LONGEST - _NEAR,))
    last = bisect_left(named, (end + _NEAR,))
    for begin, stop, country in named[first:last]:
        before = start - _NEAR < stop <= start and _BEFORE.fullmatch(text, stop, start)
        behind = end < begin < end + _NEAR and _BEHIND.fullmatch(text, end, begin)
        if begin <= start < stop or before or behind:
            yield country


def _country(mention: Mention) -> str | None:
    value = mention.value
    return value.country if isinstance(value, Actor | Where) else None


@cache
def _pattern() -> re.Pattern[str]:
    peoples = load_words("peoples").items()
    one = (f"(?P<{name}>{'|'.join(row['words'])})" for name, row in peoples)
    return re.compile(rf"\b(?:{'|'.join(one)})\w*", re.I)


@cache
def _lands() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(row["lands"]) for name, row in load_words("peoples").items()}
