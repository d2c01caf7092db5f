"""What holds two groups of claims apart although a pair of theirs is sure: members between them.

Joining asks the same (`merge/joining.py`) and stops at the first answer; here all is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedera.merge.joining import CHECKED, LOOSE, SURE, TIE, told_between
from foedera.merge.near import VETO, Around
from foedera.merge.telling import Telling


@dataclass(frozen=True, slots=True)
class HeldApart:
    """What the members of two groups say of each other, as far as they are compared."""

    pairs: int
    """How many pairs of members were compared."""
    vetoes: Mapping[str, int]
    """The findings that part any two groups, and between how many pairs each stands."""
    mean: float
    """What the members score in the mean."""
    least: float
    """What they would have to."""
    between: tuple[str, str]
    """The two members, in the order of their ids, that stand between the groups most."""


def holds_apart(
    left: Sequence[Telling], right: Sequence[Telling], around: Around, scored: float
) -> HeldApart:
    """Say what stands between two groups of which a pair `scored` so much.

    Of each group come its claims in the order of their ids; as many as joining compares are. What
    stood between them when they were compared may have lost its weight since, as they grew.
    """
    found = [_weigh(a, b, around) for a in left[:CHECKED] for b in right[:CHECKED]]
    firm = Counter(veto for _, veto, _ in found if veto)
    scores = [score for score, *_ in found]
    mean = sum(scores) / len(scores)
    least = LOOSE if scored >= SURE and min(scores) > VETO else TIE
    *_, worst = min(found, key=lambda row: (not row[1], row[0], row[2]))
    return HeldApart(len(found), dict(firm), round(mean, 3), least, worst)


def _weigh(one: Telling, other: Telling, around: Around) -> tuple[float, str, tuple[str, str]]:
    """Return what two members score, the firm veto between them if there is one, and their ids."""
    a, b = (one, other) if one.id < other.id else (other, one)
    return *told_between(a, b, around.near(a, b)), (a.id, b.id)
