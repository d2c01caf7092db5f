"""What every comparison of two tellings needs: verdicts, their order, and what came later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from foedera.data import Comparison
from foedera.merge.telling import Telling

Verdict: TypeAlias = Literal["agree", "more-precise", "compatible", "update", "conflict"]
Values: TypeAlias = dict[str, list[Telling]]
State: TypeAlias = Literal["done", "planned", "open", "denied", "not"]

_RANK: dict[Verdict, int] = {
    "agree": 0,
    "more-precise": 1,
    "compatible": 2,
    "update": 3,
    "conflict": 4,
}
_PLANNED = frozenset({"planned", "demanded"})
_OPEN = frozenset({"possible", "conditional"})
_UNSURE = frozenset(
    {"considered", "neither-confirmed-nor-denied", "not-acknowledged", "no-comment"}
)


def gravest(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the verdict that weighs most; agreement where there is none.

    Verdicts are judged as they are asked for, and none after the gravest there can be.

    >>> gravest(["agree", "conflict", "update"])
    'conflict'
    """
    found: Verdict = "agree"
    for verdict in verdicts:
        if _RANK[verdict] > _RANK[found]:
            found = verdict
            if found == "conflict":
                break
    return found


def make_comparison(field: str, verdict: Verdict, values: Values) -> Comparison:
    """Make the row of one field: each value with the claims that tell it, in order of values."""
    rows = tuple((value, tuple(t.id for t in told)) for value, told in sorted(values.items()))
    return Comparison(field, verdict, rows)


def is_later(telling: Telling, other: Telling) -> bool:
    """Say whether a telling was printed on a later day than another."""
    day, before = telling.source.published.earliest, other.source.published.latest
    return day is not None and before is not None and day > before


def state_of(telling: Telling) -> State:
    """Fold reality and stance into what a telling says of its happening."""
    voice = telling.claim.voice
    if voice.stance == "denied":
        return "denied"
    if voice.stance in _UNSURE or voice.reality in _OPEN:
        return "open"
    if voice.reality == "not-happened":
        return "not"
    return "planned" if voice.reality in _PLANNED else "done"


def says_change(telling: Telling) -> bool:
    """Say whether a clause tells that a value has changed or may still: "so far", "raised to"."""
    return telling.changing
