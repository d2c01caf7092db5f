"""All findings about two tellings, in the order in which they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from foedera.merge import feature_once, features
from foedera.merge.feature_again import AGAIN_FEATURES
from foedera.merge.feature_once import ONCE_FEATURES
from foedera.merge.features import FEATURES_OF_TWO
from foedera.merge.kindred import load_kindred
from foedera.merge.near import Feature

FEATURES: tuple[Feature, ...] = (*FEATURES_OF_TWO, *ONCE_FEATURES, *AGAIN_FEATURES)


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


@cache
def _groups_asked() -> dict[Feature, frozenset[str]]:
    """Return the groups of kinds that features ask for, of those that do not ask every pair."""
    table = load_kindred()

    def groups(kinds: Iterable[str]) -> frozenset[str]:
        return frozenset(map(table.of, kinds))

    return {
        features.own_act: groups(table.own_acts),
        features.named_again: table.occasions,
        features.goes_on: table.lasting,
        features.nothing_particular: groups(table.recurring),
        feature_once.once_a_person: groups(table.once_a_person),
        feature_once.one_plan: groups(table.recurring),
        feature_once.one_campaign: frozenset((feature_once.FIGHT,)),
    }
