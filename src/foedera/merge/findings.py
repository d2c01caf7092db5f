"""All findings about two tellings, in the order in which they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

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
from foedera.merge.near import Feature, Near
from foedera.merge.telling import (
    CHAMBERS,
    COUNTED,
    DAYS,
    DOERS,
    NUMBERS,
    ORDINALS,
    PEOPLE,
    PLACE,
    SORTS,
    TARGETS,
    TELLTALE,
    Telling,
)

FEATURES: tuple[Feature, ...] = (
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
    named = near.left_agreement is not None and near.right_agreement is not None
    around = a.source.report == b.source.report, named, near.story
    return _between(a.group, a.has & b.has, (a.has | b.has) & NUMBERS != 0, around)


@lru_cache(maxsize=65536)
def _between(
    group: str, both: int, numbers: bool, around: tuple[bool, bool, bool]
) -> tuple[Feature, ...]:
    one_report, named, story = around
    left_out = _OF_TWO_REPORTS if one_report else _OF_ONE_REPORT
    needless = {
        features.same_agreement: not named,
        features.answered: not story,
        features.crossed: both & DOERS != 0,
        feature_setting.several_at_once: not numbers,
    }
    left_out |= {feature for feature, left in needless.items() if left}
    return tuple(
        feature
        for feature in features_of(group)
        if feature not in left_out and (wanted := _NEEDED.get(feature, 0)) & both == wanted
    )


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
