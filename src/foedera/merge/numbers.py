"""Numbers that count one thing: whether they can be one number, and how far apart they are."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from foedera.data import Quantity
from foedera.lexicons import load_words
from foedera.merge.kindred import load_kindred
from foedera.merge.names import states_named
from foedera.merge.telling import fold

_NEARLY = re.compile(r"nearly|almost|just|close|slightly|a little|approaching", re.IGNORECASE)
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
NAMED = 2
"""So many may be named before others are counted."""
NEARLY = 0.8
"""A number is nearly another from this share of it on."""


def first_common(
    left: tuple[Quantity, ...], right: tuple[Quantity, ...]
) -> tuple[Quantity, Quantity] | None:
    """Return the first two quantities that count the same sort of thing."""
    for one in left:
        for other in right:
            if same_unit(one.unit, other.unit):
                return one, other
    return None


def same_unit(left: str | None, right: str | None) -> bool:
    """Say whether two units count one sort of thing: equal, or soldiers and troops."""
    return not sorts_counted(left).isdisjoint(sorts_counted(right))


@lru_cache(maxsize=4096)
def sorts_counted(unit: str | None) -> frozenset[str]:
    """Return what a unit counts: its words, and the first of each row of words for one thing.

    >>> sorted(sorts_counted("Velmish towns")), sorts_counted(None)
    (['town', 'velmish'], frozenset({'nothing told'}))
    """
    if unit is None:
        return frozenset(("nothing told",))
    words = {_singular(word) for word in fold(unit).split()}
    return frozenset(words.union(min(row) for row in load_kindred().units if words & row))


def counts_people(unit: str | None) -> bool:
    """Say whether a unit is people, or none is told.

    >>> counts_people("rebel fighters"), counts_people("injured"), counts_people(None)
    (True, True, True)
    >>> counts_people("tonnes of rice")
    False
    """
    if unit is None:
        return True
    head = fold(unit).split(" of ")[0].split()[-1:]
    if unit[:1].isupper() and len(unit.split()) == 1 and states_named(unit):  # "Egyptians"
        return True
    return not _people().isdisjoint({word for w in head for word in (w, _singular(w))})


@cache
def _people() -> frozenset[str]:
    classes, table = load_words("noun_classes"), load_kindred()
    told = frozenset(word for name in table.people for word in classes[name])
    return told.union(*table.units)  # "29 injured"


def _singular(word: str) -> str:
    if word in ("men", "servicemen"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def ranges_meet(left: Quantity, right: Quantity) -> bool:
    """Say whether two numbers can be one: their ranges meet, widened where approximate."""
    low_a, high_a = _range(left)
    low_b, high_b = _range(right)
    return max(low_a, low_b) <= min(high_a, high_b)


def fit_as_others(left: Quantity, right: Quantity) -> bool:
    """Say whether one number counts those beside somebody named, the other counts all.

    "The envoy and three other men" are "four men".
    """
    if bool(_OTHERS.search(left.words)) == bool(_OTHERS.search(right.words)):
        return False
    others, everyone = (left, right) if _OTHERS.search(left.words) else (right, left)
    if others.low is None or everyone.low is None or others.approximate or everyone.approximate:
        return False
    return 0 < everyone.low - others.low <= NAMED


def exact_range(number: Quantity) -> tuple[float, float]:
    """Return the ends of a number's interval, open ends infinite, not widened."""
    low = -math.inf if number.low is None else number.low
    high = math.inf if number.high is None else number.high
    if number.approximate and number.value is not None and _NEARLY.match(number.words):
        low = NEARLY * high if low == -math.inf else low
        high = low / NEARLY if high == math.inf else high
    return low, high


def _range(number: Quantity) -> tuple[float, float]:
    low, high = exact_range(number)
    if number.approximate:
        return low - 0.1 * abs(low) if low > -math.inf else low, high * 1.1
    return low, high


def times_greater(left: Quantity, right: Quantity) -> float:
    """Return how many times the greater of two numbers is the smaller."""
    ends = [q.low if q.low is not None else q.high for q in (left, right)]
    numbers = sorted(abs(end or 0.0) for end in ends)
    return numbers[1] / numbers[0] if numbers[0] else math.inf
