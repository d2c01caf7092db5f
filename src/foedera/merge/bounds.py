"""The most that the findings about two tellings can add up to, told without writing any down.

Most pairs of a block are far from one happening. What is cheap to see (kind, words, parties, days
of printing) is counted as the findings count it; of what is dear to see only whether it could be
found at all, at its most. A test holds that no pair scores more than its bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from foedera.merge.feature_again import are_tied, said_again
from foedera.merge.feature_once import are_known_somewhere, are_named_alike
from foedera.merge.feature_setting import CLOSE, FAR, printed_apart
from foedera.merge.feature_words import ALIKE, are_at_top
from foedera.merge.features import LIKE, UNLIKE, answers, fold_reality, like_words
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
    one_day: float
    days: float
    nobody: float
    apart: float
    nameless: float
    all_shared: float
    some_shared: float
    doers: float
    crossed: float
    targets: float
    people: float
    more: float
    answered: float
    again: float
    story: float
    lasting: float
    surroundings: float
    besides: float
    once: float
    plan: float
    campaign: float
    text: float
    rare: float
    top: float
    twice: float
    at_once: float
    known: float
    named: float


@cache
def best() -> _Best:
    """Return what each finding gives at its best."""
    weights = load_weights()

    def of(*findings: str) -> float:
        return max(0.0, *(weights[finding] for finding in findings))

    nameless = weights["nameless_parties"]
    return _Best(
        start=weights["seldom_one"] + weights["same_kind"],
        kin=weights["kin_kinds"] - weights["same_kind"],
        ordinal=of("same_ordinal"),
        place=of("same_place", "place_within", "places_near", "countries_differ"),
        number=of("same_number", "one_toll", "numbers_fit", "toll_moves", "numbers_differ"),
        one_day=weights["same_day"],
        days=of("days_overlap") + of("next_day"),
        nobody=weights["no_party_named"],
        apart=weights["parties_apart"],
        nameless=max(weights["parties_apart"], weights["one_nameless"]),
        all_shared=max(weights["same_parties"], nameless),
        some_shared=max(weights["parties_within"], weights["parties_overlap"], nameless),
        doers=weights["doers_differ"],
        crossed=weights["crossed"],
        targets=of("other_targets"),
        people=of("same_people", "persons_differ"),
        more=weights["one_more"],
        answered=weights["answered"],
        again=of("named_again"),
        story=of("same_story", "same_report"),
        lasting=of("goes_on"),
        once=of("once_a_person"),
        plan=of("one_plan"),
        campaign=of("one_campaign"),
        text=of("one_text"),
        rare=of("rare_words"),
        top=of("both_at_top"),
        twice=of("said_again"),
        at_once=of("told_at_once"),
        known=of("known_there"),
        named=of("known_by_name"),
        surroundings=of("shared_surroundings"),
        besides=of("told_beside", "several_at_once")
        + of("one_or_several", "nothing_particular", "other_year"),
    )


def at_most(a: Telling, b: Telling, near: Near) -> float:
    """Return a bound of what two tellings score, vetoes aside."""
    most = best()
    total = most.start + most.besides
    if a.claim.kind != b.claim.kind:
        total += most.kin
    if a.another != b.another:
        total += most.more
    total += _by_parties(a, b) + _by_days(a, b) + _by_sides(a, b)
    return total + _by_words(a, b) + _by_setting(a, b, near) + _by_what_is_one(a, b, near)


def _by_parties(a: Telling, b: Telling) -> float:
    most = best()
    if not a.parties or not b.parties:
        return most.nobody
    if a.parties.isdisjoint(b.parties):
        return most.nameless if a.nameless or b.nameless else most.apart
    total = most.people if a.people and b.people else 0.0
    return total + (most.all_shared if a.parties == b.parties else most.some_shared)


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
    if not a.around.isdisjoint(b.around):
        total += best().surroundings
    if like >= ALIKE:
        total += best().text
    if not a.telltale.isdisjoint(b.telltale):
        total += best().rare
    return total


def _by_days(a: Telling, b: Telling) -> float:
    total = 0.0
    if a.first is not None and b.first is not None:
        one = a.first == a.last and b.first == b.last
        total = best().one_day if one and a.first == b.first else best().days
    elif a.last is not None and b.last is not None:
        total = best().days
    if a.source.report == b.source.report:
        return total
    apart = printed_apart(a, b)
    if apart is None:
        return total
    if apart <= CLOSE:
        total += best().top if are_at_top(a, b) else 0.0
        return total + load_weights()["printed_near"]
    far = load_weights()["printed_far"] * min(apart, FAR) / FAR
    return total + (max(0.0, far) if a.first is not None and b.first is not None else far)


def _by_sides(a: Telling, b: Telling) -> float:
    weights, most = load_weights(), best()
    doers = not a.actors.isdisjoint(b.actors)
    targets = not a.recipients.isdisjoint(b.recipients)
    total = 0.0
    if doers:
        total += max(0.0, weights["same_doers"])
    elif a.actors and b.actors:
        total += most.doers
    elif not a.actors.isdisjoint(b.recipients) or not b.actors.isdisjoint(a.recipients):
        total += most.crossed
    if targets:
        total += max(0.0, weights["same_targets"])
    elif a.recipients and b.recipients:
        total += most.targets
    if doers and targets:
        total += max(0.0, weights["both_sides"])
    return total


def _by_setting(a: Telling, b: Telling, near: Near) -> float:
    most, left, right = best(), a.claim.setting, b.claim.setting
    total = 0.0
    if a.ordinals and b.ordinals:
        total += most.ordinal
    if left.where and right.where:
        total += most.place
    if left.quantities and right.quantities:
        total += most.number
    if near.left_agreement and near.right_agreement:
        total += _by_agreement(a, b, near)
    if near.story:
        total += most.story
        if answers(a, b):
            total += most.answered
    return total


def _by_agreement(a: Telling, b: Telling, near: Near) -> float:
    weights = load_weights()
    if near.left_agreement != near.right_agreement:
        return max(0.0, weights["agreements_differ"])
    once = a.group in load_kindred().once and not a.actors.isdisjoint(b.actors)
    return weights["done_once"] if once else weights["same_agreement"]


def _by_what_is_one(a: Telling, b: Telling, near: Near) -> float:
    """Bound what tells of the one thing that there is: a death, a plan, a campaign, a visit."""
    most, table = best(), load_kindred()
    left, right = fold_reality(a), fold_reality(b)
    total = _by_reality(left, right)
    if left == right == "real":
        if a.group in table.lasting:
            total += most.lasting
    elif left != "real" and right != "real" and not a.actors.isdisjoint(b.actors):
        total += most.plan
    if a.people and b.people:
        if a.claim.kind in table.once_a_person:
            total += most.once
        if a.group in table.occasions and a.source.report == b.source.report:
            total += most.again
    if said_again(a, b, near) is not None:
        total += most.twice
    if are_tied(a, b):
        total += most.at_once
    if are_known_somewhere(a, b):
        total += most.known
    if are_named_alike(a, b):
        total += most.named
    if a.group == "military.fight" and not a.recipients.isdisjoint(b.recipients):
        total += most.campaign
    return total


def _by_reality(left: str, right: str) -> float:
    weights = load_weights()
    if left == right:
        return max(0.0, weights["both_real"], weights["habit_or_once"]) if left == "real" else 0.0
    if {left, right} == {"real", "planned"}:
        return weights["planned_then_done"]
    return weights["other_reality"]
