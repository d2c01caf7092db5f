"""The most that the findings about two tellings can add up to, told without writing any down.

Most pairs of a block are far from one happening. What is cheap to see (kind, words, parties, days
of printing) is counted as the findings count it; of what is dear to see only whether it could be
found at all, at its best. A test holds that no pair scores more than its bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from foedera.merge.feature_setting import CLOSE, FAR, printed_apart
from foedera.merge.features import LIKE, UNLIKE, fold_reality, like_words
from foedera.merge.kindred import load_kindred
from foedera.merge.near import Near, load_weights
from foedera.merge.telling import Telling


@dataclass(frozen=True, slots=True)
class _Best:
    """What each finding gives at its best; less than nothing only where it is always found."""

    start: float
    kin: float
    ordinal: float
    place: float
    number: float
    day: float
    agreement: float
    party: float
    answered: float
    again: float
    story: float
    lasting: float
    surroundings: float
    once: float
    plan: float
    campaign: float


@cache
def _best() -> _Best:
    def of(*findings: str) -> float:
        return max(0.0, *(load_weights()[finding] for finding in findings))

    weights = load_weights()
    return _Best(
        start=weights["seldom_one"] + weights["same_kind"],
        kin=weights["kin_kinds"] - weights["same_kind"],
        ordinal=of("same_ordinal"),
        place=of("same_place", "place_within", "places_near", "countries_differ"),
        number=of("same_number", "one_toll", "numbers_fit", "toll_moves", "numbers_differ"),
        day=of("same_day", "days_overlap") + of("next_day"),
        agreement=of("done_once", "same_agreement", "agreements_differ"),
        party=of("same_parties", "parties_within", "parties_overlap", "nameless_parties")
        + of("no_party_named", "parties_apart")
        + of("doers_differ", "other_targets", "crossed")
        + of("same_people", "persons_differ"),
        answered=of("answered"),
        again=of("named_again"),
        story=of("same_story", "same_report"),
        lasting=of("goes_on"),
        once=of("once_a_person"),
        plan=of("one_plan"),
        campaign=of("one_campaign"),
        surroundings=of("shared_surroundings")
        + of("told_beside", "one_more", "one_or_several", "several_at_once", "nothing_particular"),
    )


def at_most(a: Telling, b: Telling, near: Near) -> float:
    """Return a bound of what two tellings score, vetoes aside."""
    best = _best()
    total = best.start + best.party + best.surroundings
    if a.claim.kind != b.claim.kind:
        total += best.kin
    return (
        total + _by_words(a, b) + _by_days(a, b) + _by_sides(a, b) + _by_what_both_tell(a, b, near)
    )


def _by_words(a: Telling, b: Telling) -> float:
    weights = load_weights()
    like = like_words(a, b)
    if like < UNLIKE:
        total = weights["unlike_words"]
    else:
        total = weights["shared_words"] * min(1, like / LIKE)
    if a.claim.kind.split(".")[0] in load_kindred().sayings:
        total += weights["saying" if like >= LIKE else "other_saying"]
    if not a.trigger.isdisjoint(b.trigger):
        total += weights["same_trigger"]
    return total


def _by_days(a: Telling, b: Telling) -> float:
    dated = a.first is not None and b.first is not None
    total = _best().day if dated or (a.last is not None and b.last is not None) else 0.0
    if a.source.report == b.source.report:
        return total
    apart = printed_apart(a, b)
    if apart is None:
        return total
    if apart <= CLOSE:
        return total + load_weights()["printed_near"]
    far = load_weights()["printed_far"] * min(apart, FAR) / FAR
    return total + (max(0.0, far) if dated else far)


def _by_sides(a: Telling, b: Telling) -> float:
    weights = load_weights()
    doers = not a.actors.isdisjoint(b.actors)
    targets = not a.recipients.isdisjoint(b.recipients)
    total = 0.0
    if doers:
        total += max(0.0, weights["same_doers"])
    if targets:
        total += max(0.0, weights["same_targets"])
    if doers and targets:
        total += max(0.0, weights["both_sides"])
    return total


def _by_what_both_tell(a: Telling, b: Telling, near: Near) -> float:
    best, left, right = _best(), a.claim.setting, b.claim.setting
    one_report = a.source.report == b.source.report
    total = _by_reality(a, b)
    if a.ordinals and b.ordinals:
        total += best.ordinal
    if left.where and right.where:
        total += best.place
    if left.quantities and right.quantities:
        total += best.number
    if near.left_agreement and near.right_agreement:
        total += best.agreement
    if near.story:
        total += best.answered
    if near.story or one_report:
        total += best.story
    if one_report and a.people:
        total += best.again
    if a.group in load_kindred().lasting:
        total += best.lasting
    if a.claim.kind in load_kindred().once_a_person:
        total += best.once
    if a.group == "military.fight":
        total += best.campaign
    if fold_reality(a) != "real" and fold_reality(b) != "real":
        total += best.plan
    return total


def _by_reality(a: Telling, b: Telling) -> float:
    weights = load_weights()
    left, right = fold_reality(a), fold_reality(b)
    if left == right:
        return max(0.0, weights["both_real"], weights["habit_or_once"]) if left == "real" else 0.0
    if {left, right} == {"real", "planned"}:
        return weights["planned_then_done"]
    return weights["other_reality"]
