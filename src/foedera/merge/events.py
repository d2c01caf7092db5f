"""Whether two claims tell of one happening: what their findings add up to, and judgements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from foedera.data import Judgement, Layer, Reason, Verdict
from foedera.measure import content_id
from foedera.merge.bounds import at_most
from foedera.merge.findings import by_traits, features_between
from foedera.merge.first_vetoes import never_one, too_little
from foedera.merge.near import VETO, Found, Near
from foedera.merge.near import Around as Around
from foedera.merge.telling import Telling

SAME = 0.66
UNSURE = 0.05
Edge: TypeAlias = tuple[float, str, str]
"""What the findings about two claims add up to, taken from nought, and their ids in order: edges
sort with the surest first."""
HOPE = UNSURE - 0.001
"""A pair that cannot reach so much is not weighed; scores are rounded to thousandths."""


def weigh(a: Telling, b: Telling, around: Around, *, whole: bool = False) -> tuple[Reason, ...]:
    """Return the findings about a pair; unless the `whole` is asked, the first veto ends it."""
    near = around.near(a, b)
    found = []
    for feature in features_between(a, b, near):
        finding = feature(a, b, near)
        if finding is None:
            continue
        found.append(finding.reason())
        if finding.weight <= VETO and not whole:
            return (found[-1],)
    return tuple(found)


def add_up(a: Telling, b: Telling, near: Near) -> float:
    """Return what the findings about a pair add up to, none of them written down."""
    return sum_up(a, b, near)[0]


def sum_up(a: Telling, b: Telling, near: Near) -> tuple[float, Found | None]:
    """Return what the findings about a pair add up to, or the first veto that they meet."""
    added, veto, features = by_traits(a, b, near)
    if veto is not None:
        return VETO, veto
    for feature in features:
        finding = feature(a, b, near)
        if finding is not None:
            weight = finding[1]
            if weight <= VETO:
                return VETO, finding
            added += weight
    return round(added, 3), None


def score(reasons: Iterable[Reason]) -> float:
    """Add the weights up; a veto is a floor."""
    weights = [reason.weight for reason in reasons]
    return VETO if any(w <= VETO for w in weights) else round(sum(weights), 3)


def judge(a: Telling, b: Telling, around: Around) -> Judgement:
    """Say with all reasons whether two claims tell of one happening."""
    left, right = sorted((a, b), key=lambda t: t.id)
    reasons = weigh(left, right, around, whole=True)
    total = score(reasons)
    verdict: Verdict = "same" if total >= SAME else "unsure" if total >= UNSURE else "different"
    return computed_judgement("event", (left.id, right.id), verdict, reasons)


def judgement_id(layer: Layer, left: str, right: str) -> str:
    """Return the id of a judgement; it follows from the pair, which comes in order."""
    return content_id("judgement", layer, left, right)


def computed_judgement(
    layer: Layer, pair: tuple[str, str], verdict: Verdict, reasons: tuple[Reason, ...]
) -> Judgement:
    """Make a rule's judgement: no clock, an id that follows from the pair."""
    left, right = sorted(pair)
    name = judgement_id(layer, left, right)
    return Judgement(name, layer, left, right, verdict, score(reasons), reasons, "rule")


def edge_between(a: Telling, b: Telling, near: Near) -> Edge | None:
    """Return two claims that may be one with what their findings add up to.

    They come in the order of their ids, as they are judged: some findings hang on it. What else
    makes a pair `hopeless` need not be asked: one that it holds of scores less.
    """
    total = add_up(a, b, near)
    return None if total < UNSURE or too_little(a, b) else (_BELOW[total], a.id, b.id)


class _Below(dict[float, float]):
    """Sums taken from nought, each held but once: a pile has a million edges and few sums."""

    def __missing__(self, total: float) -> float:
        below = self[total] = -total
        return below


_BELOW = _Below()


def hopeless(a: Telling, b: Telling, near: Near) -> bool:
    """Say whether two tellings can be seen to be no pair before anything is weighed."""
    return never_one(a, b, near.story) or too_little(a, b) or at_most(a, b, near) < HOPE
