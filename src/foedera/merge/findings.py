"""All findings about two tellings, in the order in which they are asked for."""

from __future__ import annotations

from foedera.merge.feature_once import ONCE_FEATURES
from foedera.merge.features import FEATURES_OF_TWO
from foedera.merge.near import Feature

FEATURES: tuple[Feature, ...] = (*FEATURES_OF_TWO, *ONCE_FEATURES)
