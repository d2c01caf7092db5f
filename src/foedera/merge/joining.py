"""Groups of claims that tell of one happening: joined by pairs, held apart by what divides them.

A chain of tellings each like the next may lead from one happening to another, so that two groups
join only where nothing stands between them and they are one on the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import inf

from foedera.data import Verdict
from foedera.merge.events import Around, Edge, sum_up
from foedera.merge.first_vetoes import other_days
from foedera.merge.groups import Groups
from foedera.merge.near import VETO, Near
from foedera.merge.telling import Telling

TIE = -0.5
"""Two groups join only where their members, taken together, are no less one than this."""
LOOSE = -1.0
SURE = 0.78
"""Where a pair is as sure as this and no veto is met, their groups may be so loose: what looks back
at a great happening ("the attack") is unlike most of what is told of it."""
FIRM = frozenset(
    (
        "other_kind",
        "days_apart",
        "other_ordinal",
        "own_act",
        "other_agreement",
        "other_sort",
        "other_chamber",
    )
)
"""Vetoes that hold between any two members of groups; what other vetoes rest on is read wrongly
more often, and in large groups a few of them weigh as much as they do in the mean."""
STRANGERS = -2.0
"""What members weigh that name no party in common: of one happening one telling may name only who
did it and another only whom it befell, by what they are called ("two jets", "a warplane")."""
CHECKED = 8
"""How many members of each side are compared before two groups join."""
REMEMBERED = 400_000
"""How many comparisons of members are kept at hand; each is asked some three times."""
MOST_KEPT = 0.75
"""So much of them at most is kept when there are too many."""


class Joining:
    """Claims that are joined as pairs come. Claims may be let go of when their groups stand."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._groups = Groups((), keep=CHECKED)
        self._by_id: dict[str, Telling] = {}
        self._between = _Between(self._by_id, around, self._groups)

    def add(self, tellings: Iterable[Telling]) -> None:
        """Take claims that are not joined yet."""
        told = {telling.id: telling for telling in tellings}
        self._groups.add(sorted(told))
        self._by_id |= told

    def root(self, name: str) -> str:
        """Return the claim that stands for the group of one."""
        return self._groups.root(name)

    def first(self, name: str) -> Sequence[str]:
        """Return the claims of a group that are compared with those of others."""
        return self._groups.first(name)

    def members(self, name: str) -> tuple[str, ...]:
        """Return all claims of the group of one, in order."""
        return tuple(self._groups.members(name))

    def keep(self, names: Iterable[str]) -> None:
        """Let go of all claims but some; of a group that is kept, its first claims are."""
        kept = {name: self._by_id[name] for name in names}
        for name in self._by_id.keys() - kept.keys():
            if self._groups.holds(name) and self._groups.root(name) not in kept:
                self._groups.forget(name)
        self._by_id.clear()
        self._by_id |= kept

    def follow(self, verdicts: Mapping[tuple[str, str], Verdict]) -> None:
        """Join what people said is one."""
        for pair, verdict in sorted(verdicts.items()):
            if verdict == "same" and all(map(self._by_id.__contains__, pair)):
                self._groups.join(*pair)

    def join(
        self, edges: Iterable[Edge], coming: dict[str, float], waiting: list[Edge]
    ) -> Iterator[tuple[str, str]]:
        """Join groups by pairs, which come the surest first; yield the pairs that did so.

        `coming` tells of a group, by the claim that stands for it, what the surest pair that it
        still awaits may score at most. A pair that is no surer joins the `waiting`, and any pair
        of its two groups with it that comes later: it must not come before. Pairs of other groups
        have nothing to do with it, so that what comes out is the same as if all had been there at
        once.
        """
        failed: set[tuple[object, ...]] = set()
        root = self._groups.root
        for edge in edges:
            below, left, right = edge
            total, roots = -below, (root(left), root(right))
            if roots[0] == roots[1]:
                continue
            surest = max(coming.get(root, VETO) for root in roots)
            if total <= surest:
                coming |= dict.fromkeys(roots, inf)
                waiting.append(edge)
                continue
            asked = (total >= SURE, *sorted(map(self._state, (left, right))))
            if asked in failed:
                continue
            if not self._may_join((left, right), total):
                failed.add(asked)
                continue
            self._groups.join(left, right)
            if surest > VETO:
                coming[self.root(left)] = surest
            yield left, right

    def doubt(self, edges: Iterable[Edge]) -> Iterator[tuple[str, str]]:
        """Yield the pairs that leave a doubt whether two groups are one: of each two, the surest.

        No group of theirs is joined after this.
        """
        for below, left, right in self.surest_between(edges):
            if self._may_join((left, right), -below):
                yield left, right

    def surest_between(self, edges: Iterable[Edge]) -> list[Edge]:
        """Return of each two groups the surest pair; of several groups that become one it is one
        of theirs.
        """
        found: dict[tuple[str, str], Edge] = {}
        for edge in sorted(edges):
            one, other = self.root(edge[1]), self.root(edge[2])
            if one != other:
                found.setdefault((one, other) if one < other else (other, one), edge)
        return list(found.values())

    def tellings(self) -> dict[str, Telling]:
        """Return the claims that are in hand."""
        return dict(self._by_id)

    def _state(self, name: str) -> tuple[str, int]:
        """Return what a group is known by as it is now: it has grown where that is another."""
        return self._groups.root(name), self._groups.size(name)

    def _may_join(self, pair: tuple[str, str], scored: float) -> bool:
        """Say whether nothing stands between the groups of two claims, and they are one on the
        whole. What the pair itself `scored` is known.
        """
        between = self._between
        if between.verdicts and _divided(self._groups, pair, between.verdicts):
            return False
        between.note(pair, scored)
        left, right = (self._groups.first(name) for name in pair)
        scores = between.scores([(a, b) if a < b else (b, a) for a in left for b in right])
        return scores is not None and are_one(scores, scored)


def score_members(a: Telling, b: Telling, near: Near) -> float | None:
    """Return what members of two groups score, None where a firm veto stands between them.

    They come in the order of their ids.
    """
    return None if other_days(a, b, near.story) else _score_dated(a, b, near)


def _score_dated(a: Telling, b: Telling, near: Near) -> float | None:
    score, parting = told_between(a, b, near)
    return None if parting else score


def told_between(a: Telling, b: Telling, near: Near) -> tuple[float, str]:
    """Return what members of two groups score, and the firm veto that parts them, if there is one.

    They come in the order of their ids.
    """
    added, veto = sum_up(a, b, near)
    if veto is None:
        return added, ""
    if veto.feature == "other_parties":
        return STRANGERS, ""
    return added, veto.feature if veto.feature in FIRM else ""


def are_one(scores: Sequence[float], scored: float) -> bool:
    """Say whether two groups are one on the whole, by what their members score.

    `scored` is what the pair does that would join them.

    >>> are_one([0.7, -0.9], 0.7), are_one([0.7, -9.0], 0.7)
    (True, False)
    """
    loose = scored >= SURE and min(scores) > VETO
    return sum(scores) >= (LOOSE if loose else TIE) * len(scores)


class _Between:
    """What members of groups say of each other, remembered while groups grow."""

    def __init__(self, by_id: Mapping[str, Telling], around: Around, groups: Groups) -> None:
        self._by_id = by_id
        self._around = around
        self._groups = groups
        self._told: dict[tuple[str, str], float | None] = {}
        self.verdicts = around.verdicts

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float] | None:
        """Return the scores of pairs; None where a firm veto stands between one of them.

        What is remembered and what is plain to see is asked first.
        """
        told = self._told
        asked = []
        for pair in pairs:
            if pair not in told:
                asked.append(pair)
            elif told[pair] is None:
                return None
        stories: list[bool] = []
        for a, b in asked:
            left, right = self._by_id[a], self._by_id[b]
            stories.append(self._around.story(left, right))
            if other_days(left, right, stories[-1]):  # the commonest of the firm vetoes
                told[a, b] = None
                return None
        for pair, story in zip(asked, stories, strict=True):
            told[pair] = self._score(pair, story)
            if told[pair] is None:
                return None
        return [score for pair in pairs if (score := told[pair]) is not None]

    def note(self, pair: tuple[str, str], scored: float) -> None:
        """Note what a pair scores; when too much is remembered, what is not asked again is
        forgotten, and all of it where that is not enough.
        """
        if len(self._told) > REMEMBERED:
            self._forget()
        self._told[pair] = scored

    def _forget(self) -> None:
        """Forget pairs of one group, and of such as are no longer compared with those of others."""
        groups, told = self._groups, self._told
        held = filter(groups.holds, chain.from_iterable(told))
        firsts = {name for name in held if name in groups.first(name)}
        kept = {
            (a, b): score
            for (a, b), score in told.items()
            if a in firsts and b in firsts and groups.root(a) != groups.root(b)
        }
        told.clear()
        if len(kept) <= REMEMBERED * MOST_KEPT:
            told |= kept

    def _score(self, pair: tuple[str, str], story: bool) -> float | None:
        """Return the score of a pair whose days may be one, None where a firm veto stands."""
        left, right = pair
        named = self._around.agreement_of
        near = Near(story, named.get(left), named.get(right))
        return _score_dated(self._by_id[left], self._by_id[right], near)


def _divided(
    groups: Groups, pair: tuple[str, str], verdicts: Mapping[tuple[str, str], Verdict]
) -> bool:
    sides = {groups.root(pair[0]), groups.root(pair[1])}
    return any(
        verdict == "different" and {groups.root(name) for name in names} == sides
        for names, verdict in verdicts.items()
        if all(map(groups.holds, names))
    )
