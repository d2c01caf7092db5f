"""What every comparison of two tellings needs: verdicts, their order, and what came later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal, TypeAlias, TypeVar

from foedera.data import DENIAL, Comparison, Stance
from foedera.merge.feature_words import like_words
from foedera.merge.telling import Telling, actor_key

PINNED = 0.3
"""Clauses this much alike speak of one happening, of which only one can be right."""
NEWS = 3
"""For so many days one happening is news."""
Verdict: TypeAlias = Literal["agree", "more-precise", "compatible", "update", "conflict"]
Values: TypeAlias = dict[str, list[Telling]]
_Value = TypeVar("_Value")
_UPDATE = re.compile(r"\s{0,9}(?:UPDATE|WRAPUP)\b[ ]?(\d{1,2})?")
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
    """Say whether a telling was printed on a later day than another, or as its outlet's update."""
    day, before = telling.source.published.earliest, other.source.published.latest
    if day is None or before is None or day < before:
        return False
    if day > before:
        return True
    one_outlet = telling.source.outlet and telling.source.outlet == other.source.outlet
    return bool(one_outlet) and update_number(telling) > update_number(other)


def update_number(telling: Telling) -> int:
    """Return which update of a day's story a headline says that it is, 0 where it says nothing.

    Agencies number them: "UPDATE 2 - Toll rises to 18".
    """
    found = _UPDATE.match(telling.source.headline)
    return int(found.group(1) or 1) if found else 0


def stance_of(telling: Telling) -> Stance:
    """Return what its speaker does with a happening: who denies a charge has rejected it."""
    claim = telling.claim
    rejects = claim.kind == DENIAL and claim.voice.stance == "denied"
    return "asserted" if rejects else claim.voice.stance


def state_of(telling: Telling) -> State:
    """Fold reality and stance into what a telling says of its happening."""
    voice = telling.claim.voice
    stance = stance_of(telling)
    if stance == "denied":
        return "denied"
    if stance in _UNSURE or voice.reality in _OPEN:
        return "open"
    if voice.reality == "not-happened":
        return "not"
    return "planned" if voice.reality in _PLANNED else "done"


def says_change(telling: Telling) -> bool:
    """Say whether a clause tells that a value has changed or may still: "so far", "raised to"."""
    return telling.changing


def verdict_on(
    told: Sequence[tuple[_Value, Telling]],
    judge: Callable[[_Value, Telling, _Value, Telling], Verdict],
) -> Verdict:
    """Judge each pair of different values once for each voice, the earlier report's first."""
    if len(told) == 1:
        return "agree"

    def verdicts() -> Iterator[Verdict]:
        seen: set[tuple[int, int, bool]] = set()
        ordered = sorted(told, key=_printed)
        numbers: dict[_Value, int] = {}
        rows = [(numbers.setdefault(value, len(numbers)), value, one) for value, one in ordered]
        for (one, a, left), (other, b, right) in combinations(rows, 2):
            pair = one, other, is_one_voice(left, right)
            if pair not in seen:
                seen.add(pair)
                yield tempered(judge(a, left, b, right), left, right)

    return gravest(verdicts())


def _printed(told: tuple[object, Telling]) -> tuple[str, int]:
    return told[1].source.published.earliest or "", update_number(told[1])


def is_one_voice(left: Telling, right: Telling) -> bool:
    """Say whether one speaker of one report, or the report itself, tells both.

    Nobody contradicts himself: what he tells twice in other numbers is of two things.
    """
    if left.source.report != right.source.report:
        return False
    return _speakers(left) == _speakers(right)


def tempered(verdict: Verdict, left: Telling, right: Telling) -> Verdict:
    """Let what one voice tells both hold, where it seems that it cannot."""
    return "compatible" if verdict == "conflict" and is_one_voice(left, right) else verdict


def _speakers(telling: Telling) -> frozenset[str]:
    return frozenset(actor_key(a) for level in telling.claim.voice.sources for a in level)


def is_another_time(left: Telling, right: Telling) -> bool:
    """Say whether two tellings may be of two occasions, so that neither's doers rule others out.

    They were printed some days apart, and tell no day, place or number that could make them one's.
    """
    days = left.source.printed, right.source.printed
    near = None in days or abs((days[0] or 0) - (days[1] or 0)) <= NEWS
    return not near and not _share_setting(left, right)


def are_pinned(left: Telling, right: Telling) -> bool:
    """Say whether two tellings speak of just one thing, of which only one of them can be right.

    Both tell a day, a place or a number, or their clauses are alike; where one has no words that
    tell anything, nothing speaks against it.
    """
    wordless = not left.words or not right.words
    return _share_setting(left, right) or wordless or like_words(left, right) >= PINNED


def _share_setting(left: Telling, right: Telling) -> bool:
    one, other = left.claim.setting, right.claim.setting
    dated = left.first is not None and right.first is not None
    placed = one.where is not None and other.where is not None
    return dated or placed or bool(one.quantities and other.quantities)


def lie(a: tuple[float, float], b: tuple[float, float]) -> Verdict:
    """Say how two different ranges lie to each other."""
    inner = max(a[0], b[0]), min(a[1], b[1])
    if inner[0] > inner[1]:
        return "conflict"
    return "more-precise" if inner in (a, b) else "compatible"
