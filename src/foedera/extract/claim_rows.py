"""What tolls told in a row have in common: "nine were killed and 30 wounded in Gao on Monday".

The last of them tells day and place for all. Whose people they are each tells for itself: "five
insurgents were killed and two French soldiers wounded".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from foedera.data import Claim, Sentence
from foedera.extract.frames import Match
from foedera.tree import children

Made: TypeAlias = Sequence[tuple[Match, Claim]]

_TOLLS = frozenset({"harm.kill", "harm.injure", "harm.displace", "coercion.detain"})


def share_rows(made: Made, s: Sentence) -> list[tuple[Match, Claim]]:
    """Return what a sentence tells, tolls in a row with the day and place that the last has."""
    heads = {match.head: at for at, (match, claim) in enumerate(made) if claim.kind in _TOLLS}
    out = list(made)
    for head, at in heads.items():
        for other in children(s, head, "conj"):
            if other in heads and not _has_own_words(s, head, other):
                match, claim = out[at]
                out[at] = match, _with_setting(claim, out[heads[other]][1])
    return out


def _has_own_words(s: Sentence, verb: int, other: int) -> bool:
    """Say whether a verb tells its own day or place before the next: "died on Monday and"."""
    return any(k < other for k in children(s, verb, "prep", "npadvmod", "advmod", "agent", "advcl"))


def _with_setting(claim: Claim, other: Claim) -> Claim:
    when = claim.setting.when or other.setting.when
    where = claim.setting.where or other.setting.where
    return replace(claim, setting=replace(claim.setting, when=when, where=where))
