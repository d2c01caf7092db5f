"""All findings about two tellings, in the order in which they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from foedera.merge import (
    feature_again,
    feature_once,
    feature_setting,
    feature_which,
    feature_words,
    features,
)
from foedera.merge.feature_again import AGAIN_FEATURES
from foedera.merge.feature_once import ONCE_FEATURES
from foedera.merge.feature_which import WHICH_FEATURES
from foedera.merge.features import FEATURES_OF_TWO
from foedera.merge.kindred import load_kindred
from foedera.merge.near import VETO, Feature, Found, Near
from foedera.merge.telling import (
    CHAMBERS,
    COUNTED,
    DAYS,
    DOERS,
    GOES_BY,
    NUMBERS,
    ORDINALS,
    PEOPLE,
    PLACE,
    SORTS,
    TARGETS,
    TELLTALE,
    YEAR,
    Telling,
)

Features: TypeAlias = tuple[Feature, ...]

FEATURES: Features = (
    *FEATURES_OF_TWO,
    *WHICH_FEATURES,
    *ONCE_FEATURES,
    *AGAIN_FEATURES,
)


@cache
def features_of(group: str) -> tuple[Feature, ...]:
    """Return the features that can find anything about two tellings of a group of kinds, in order.

    What asks for kinds of other groups only is left out: a telling of a meeting is no toll.

    >>> features.named_again in features_of("diplomacy.meet")
    True
    >>> features.named_again in features_of("military.attack")
    False
    """
    asked = _groups_asked()
    return tuple(f for f in FEATURES if f not in asked or group in asked[f])


def features_between(a: Telling, b: Telling, near: Near) -> tuple[Feature, ...]:
    """Return the features that can find anything about a pair, in order.

    What asks of both, or of one, for something that is lacking is left out: a place, a number.
    """
    return _between(a.group, *_lies_between(a, b, near), frozenset())


class Asked(NamedTuple):
    """What the traits of two tellings say at once: the findings that hang on nothing else."""

    added: float
    veto: Found | None
    further: _Further
    """What is left to be asked of a pair: the rest is known, or finds nothing."""


def by_traits(a: Telling, b: Telling, near: Near) -> tuple[float, Found | None, Features]:
    """Return what traits say of a pair, and what else can find anything about it, in order.

    Pairs of the same traits are answered as the first was.
    """
    one_report = a.source.report == b.source.report
    asked = a.traits, b.traits, near[0], one_report
    known = _BY_TRAITS.get(asked)
    if known is None:
        known = _BY_TRAITS[asked] = _ask_traits(a, b, near, one_report)
    added, veto, further = known
    here, there = a.has, b.has
    lies = here & there | (here | there) << SHIFT
    if near[1] is not None and near[2] is not None:
        lies |= NAMED
    features = further.get(lies)
    if features is None:
        both, around = here & there, (one_report, lies & NAMED != 0, near.story)
        features = _between(a.group, both, (here | there) & _OF_EITHER, around, further.settled)
        further[lies] = features
    return added, veto, features


class _Further(dict[int, Features]):
    """What is left to be asked of pairs by what both have and what one of them has."""

    def __init__(self, settled: frozenset[Feature]) -> None:
        self.settled = settled


SHIFT = 16
NAMED = 1 << 2 * SHIFT
_OF_EITHER = NUMBERS | YEAR


def _ask_traits(a: Telling, b: Telling, near: Near, one_report: bool) -> Asked:
    found = [finding for feature in _OF_TRAITS if (finding := feature(a, b, near)) is not None]
    veto = next((finding for finding in found if finding.weight <= VETO), None)
    idle = {feature for feature, may_find in _ASKS_TRAITS.items() if not may_find(a, b)}
    further = _further(a.group, frozenset(idle), (near.story, one_report))
    return Asked(sum(finding.weight for finding in found), veto, further)


@cache
def _further(group: str, idle: frozenset[Feature], around: tuple[bool, bool]) -> _Further:
    """Return what is left to be asked as one table for all traits that settle the same."""
    return _Further(frozenset(_OF_TRAITS) | idle)


def _lies_between(a: Telling, b: Telling, near: Near) -> tuple[int, int, tuple[bool, bool, bool]]:
    """Return what both have, what one of them has, and whether they share report, pact, story."""
    named = near.left_agreement is not None and near.right_agreement is not None
    around = a.source.report == b.source.report, named, near.story
    return a.has & b.has, (a.has | b.has) & _OF_EITHER, around


@lru_cache(maxsize=8192)
def _between(
    group: str,
    both: int,
    either: int,
    around: tuple[bool, bool, bool],
    settled: frozenset[Feature],
) -> Features:
    one_report, named, story = around
    left_out = settled | (_OF_TWO_REPORTS if one_report else _OF_ONE_REPORT)
    needless = {
        features.same_agreement: not named,
        features.answered: not story,
        features.crossed: both & DOERS != 0,
        feature_setting.several_at_once: not either & NUMBERS,
        feature_once.other_year: not either & YEAR,
    }
    left_out |= {feature for feature, left in needless.items() if left}
    return tuple(
        feature
        for feature in features_of(group)
        if feature not in left_out and (wanted := _NEEDED.get(feature, 0)) & both == wanted
    )


_OF_TRAITS: tuple[Feature, ...] = (
    features.seldom_one,
    features.same_kind,
    features.other_reality,
    features.same_story,
    features.one_more,
)
"""What hangs on traits alone, and on whether the two stand in one report or story."""
_ASKS_TRAITS: dict[Feature, Callable[[Telling, Telling], bool]] = {
    features.own_act: lambda a, b: a.claim.kind in load_kindred().own_acts,
    features.other_saying: lambda a, b: a.claim.kind.split(".")[0] in load_kindred().sayings,
    features.goes_on: lambda a, b: features.are_real(a, b),
    features.nothing_particular: lambda a, b: a.claim.kind in load_kindred().recurring,
    feature_once.one_plan: lambda a, b: feature_once.are_ahead(a, b),
}
"""Of what traits these may find something."""
_BY_TRAITS: dict[tuple[int, int, bool, bool], Asked] = {}


_NEEDED: dict[Feature, int] = {
    features.own_act: DOERS,
    features.other_doer: DOERS,
    features.same_doers: DOERS,
    features.same_targets: TARGETS,
    features.both_sides: DOERS | TARGETS,
    features.same_people: PEOPLE,
    features.one_or_several: COUNTED,
    feature_setting.other_ordinal: ORDINALS,
    feature_setting.same_place: PLACE,
    feature_setting.numbers_meet: NUMBERS,
    feature_setting.days_meet: DAYS,
    feature_words.rare_words: TELLTALE,
    feature_once.known_there: PLACE,
    feature_once.known_by_name: GOES_BY,
    feature_which.other_sort: SORTS,
    feature_which.other_chamber: CHAMBERS,
}
"""What a feature asks of both tellings."""
_OF_ONE_REPORT: frozenset[Feature] = frozenset(
    (
        features.named_again,
        features.told_beside,
        feature_again.said_again,
        feature_again.told_at_once,
    )
)
_OF_TWO_REPORTS: frozenset[Feature] = frozenset(
    (
        feature_setting.printed_near,
        feature_words.one_text,
        feature_words.rare_words,
        feature_words.both_at_top,
    )
)


@cache
def _groups_asked() -> dict[Feature, frozenset[str]]:
    """Return the groups of kinds that features ask for, of those that do not ask every pair."""
    table = load_kindred()

    def groups(kinds: Iterable[str]) -> frozenset[str]:
        return frozenset(map(table.of, kinds))

    return {
        features.own_act: groups(table.own_acts),
        features.named_again: table.occasions,
        feature_which.other_sort: frozenset(table.sorts),
        feature_which.other_company: feature_which.MEETINGS,
        features.goes_on: table.lasting,
        features.nothing_particular: groups(table.recurring),
        feature_once.once_a_person: groups(table.once_a_person),
        feature_once.one_plan: groups(table.recurring),
        feature_once.one_campaign: frozenset((feature_once.FIGHT,)),
    }
