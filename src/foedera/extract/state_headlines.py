"""What a headline tells of states and an agreement: who does what, or that it takes effect.

A headline is no sentence: "Peru, Chile sign river pact". Its states stand first, its verb in the
present, and the first sentence below tells the same at length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from foedera.data import Actor
from foedera.extract.state_patterns import LEAVES, words_for
from foedera.gazetteer.tables import cells, rows

_ENTRY = re.compile(
    r"\b(?:treaty|pact|accords?|convention|protocol|charter|agreement|deal|ban) (?:now |finally )?"
    r"(?:becomes (?:international )?law|enters into force|comes into force|takes effect|in force"
    r"|becomes binding|goes into effect)\b(?! for| in )"
)
_NAMES = re.compile(r"[^\W\d_][\w.'’-]*")
_LONGEST = 4


def heads_entry(headline: str) -> bool:
    """Say whether a headline tells that an agreement takes effect.

    >>> heads_entry("River pact takes effect"), heads_entry("Peru to leave river pact")
    (True, False)
    """
    told = headline.lower()
    return _ENTRY.search(told) is not None and LEAVES.search(told) is None


def headed_acts(
    headline: str, near: Mapping[str, Actor]
) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    """Yield the acts of a headline whose states also stand in the first sentence (`near`).

    >>> from foedera.data import Span
    >>> near = {"PER": Actor("Peru", "PER", "state", None, Span(0, 4))}
    >>> [(kind, [a.name for a in who]) for kind, who in headed_acts("Peru signs pact", near)]
    [('agreement.sign', ['Peru'])]
    """
    states, rest = _first_states(headline)
    if not states or not all(code in near for code in states):
        return
    told = rest.lower()
    if _stops().search(told) is not None:
        return
    for kind, pattern in _verbs():
        if pattern.match(told):
            yield kind, tuple(near[code] for code in states)
            return


def _first_states(headline: str) -> tuple[list[str], str]:
    """Return the states that a headline begins with, and what follows them."""
    found: list[str] = []
    at = 0
    while at < len(headline):
        rest = headline[at:]
        link = re.match(r"(?:, | and | & |, and )?", rest)
        start = at + (link.end() if link and found else 0)
        code, end = _state_at(headline, start)
        if code is None:
            break
        found.append(code)
        at = end
    return found, headline[at:].lstrip()


def _state_at(headline: str, start: int) -> tuple[str | None, int]:
    """Return the state whose name stands at a place, and where it ends."""
    words = list(_NAMES.finditer(headline, start))[:_LONGEST]
    if not words or words[0].start() != start:
        return None, start
    for last in reversed(words):
        name = headline[start : last.end()].rstrip(",")
        code = _codes().get(name)
        if code is not None:
            return code, start + len(name)
    return None, start


@cache
def _codes() -> dict[str, str]:
    """Return the states by their names and by the seats that stand for them."""
    found: dict[str, str] = {}
    for row in rows("countries"):
        for name in (row[1], *cells(row[2]), *cells(row[5])):
            found.setdefault(name, row[0])
    return found


@cache
def _verbs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table: dict[str, str] = words_for()["headed"]
    return tuple((kind, re.compile(rf"(?:{verbs})\b")) for kind, verbs in table.items())


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(words_for()["headed_stops"])
