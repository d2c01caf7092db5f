"""The name that a happening goes by: "the Oslo Marathon bombings", "the attack on the Savoy"."""

from __future__ import annotations

import re
from functools import cache

from foedera.gazetteer.tables import cells, rows
from foedera.merge.folding import fold
from foedera.merge.kindred import load_kindred
from foedera.merge.rarity import rarity, stems

NAMELESS: frozenset[str] = frozenset()
WITHIN = 40
"""So many characters to either side of a trigger may hold its name."""
TELLING = 0.3
"""A word as rare as this tells which."""
_NAME = r"[A-Z][\w’'.&-]*"
_BEFORE = re.compile(rf"(?:(?P<lead>[\w’']+)[\s(“\"]+)?(?P<name>(?:{_NAME}\s)+)$")
_BEHIND = re.compile(
    rf"\s(?:of|on|at|in|against|outside|near)\s(?P<lead>the\s)?(?P<name>{_NAME}(?:\s{_NAME})*)"
)


def goes_by(before: str, after: str) -> frozenset[str]:
    """Return the stems of the name that stands right before a noun, or behind its preposition.

    States, their people, days, sites and the bodies that acts are done to again and again are no
    names of one act.

    >>> sorted(goes_by("He fled before the Oslo Marathon ", " in May"))
    ['marathon', 'oslo']
    >>> sorted(goes_by("condemned the ", " on the Savoy Hotel, where"))
    ['hotel', 'savoi']
    >>> goes_by("condemned the Norwegian ", " on ISIS"), goes_by("heard of a Lund ", ".")
    (frozenset(), frozenset())
    """
    found = _BEFORE.search(before) or _BEHIND.match(after)
    if found is None or (found["lead"] or "").lower() in load_kindred().indefinite:
        return NAMELESS
    name = fold(found["name"])
    words = stems(name) - _of_anybody()
    if name in _bodies() or max(map(rarity, words), default=0.0) < TELLING:
        return NAMELESS
    return words


@cache
def _of_anybody() -> frozenset[str]:
    """Return the stems that tell whose, when or what sort: of states, days, sites and bodies."""
    table = load_kindred()
    listed = [name for row in rows("countries") for c in row[1:5] for name in cells(c)]
    listed += [*table.calendar, *table.sites, *table.bodies, "embassy", "consulate", "mission"]
    return frozenset().union(*(stems(name) | stems(f"{name}'s") for name in listed))


@cache
def _bodies() -> frozenset[str]:
    """Return the folded names of bodies, groups and regions that are attacked again and again."""
    tables = ("bodies", "organisations", "regions")
    listed = (name for table in tables for row in rows(table) for c in row[:2] for name in cells(c))
    return frozenset(map(fold, listed))
