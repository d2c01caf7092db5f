"""The vetoes that cost next to nothing, asked before any finding is written down.

Most pairs in a block end here. Each is the veto of a finding in `features`, which gives the
reason where one is wanted; a test holds that no pair ends here which the findings would let pass.
"""

from __future__ import annotations

from foedera.merge.feature_setting import CLOSE, printed_apart
from foedera.merge.features import UNLIKE, are_swapped, like_words
from foedera.merge.kindred import load_kindred
from foedera.merge.telling import Telling


def never_one(a: Telling, b: Telling, story: bool) -> bool:
    """Say whether a veto that is plain to see stands between two tellings.

    `story` says whether their reports tell one story.
    """
    return other_days(a, b, story) or _other_parties(a, b) or _other_doer(a, b)


def too_little(a: Telling, b: Telling) -> bool:
    """Say whether two tellings have too little in common for any findings to join them.

    Not a word of their clauses, or few and some days between, and nothing to make up for it.
    """
    if a.group in load_kindred().lasting:
        return False
    if not a.words.isdisjoint(b.words):
        apart = printed_apart(a, b)
        if apart is None or apart <= CLOSE or like_words(a, b) >= UNLIKE:
            return False
    left, right = a.claim.setting, b.claim.setting
    return not (
        (left.when and right.when)
        or (left.where and right.where)
        or (left.quantities and right.quantities)
        or (a.people and b.people)
        or (a.claim.agreement and b.claim.agreement)
        or a.claim.voice.stance != b.claim.voice.stance
        or not (a.actors.isdisjoint(b.actors) or a.recipients.isdisjoint(b.recipients))
    )


def other_days(a: Telling, b: Telling, story: bool) -> bool:
    """Say whether the stated days of two tellings cannot be one."""
    if a.first is not None and b.last is not None and a.first > b.last:
        gap = a.first - b.last
    elif b.first is not None and a.last is not None and b.first > a.last:
        gap = b.first - a.last
    else:
        return False
    if not story:
        return True
    clocks = gap == 1 and a.first == a.last and b.first == b.last
    return not clocks and a.group not in load_kindred().lasting


def _other_parties(a: Telling, b: Telling) -> bool:
    return (
        a.actors.isdisjoint(b.actors)
        and a.actors.isdisjoint(b.recipients)
        and a.recipients.isdisjoint(b.actors)
        and a.recipients.isdisjoint(b.recipients)
        and a.states
        and b.states
    )


def _other_doer(a: Telling, b: Telling) -> bool:
    if not a.actors or not b.actors or a.actors == b.actors:
        return False
    if a.claim.kind in load_kindred().own_acts:
        return True
    if not a.actors.isdisjoint(b.actors):
        return False
    return are_swapped(a, b)
