"""Which of many pairs of tellings cannot be one, seen at once from columns of what they hold.

Most pairs of a block are far from one happening. What `first_vetoes` and `bounds` ask of one pair
is asked here of thousands: sets are seen as bits, so that two with no bit in common share
nothing, and what cannot be seen is taken at its best. A test holds that no pair is passed over
here that its findings would join or leave in doubt.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any

import numpy as np

from foedera.merge.bounds import best
from foedera.merge.feature_once import FIGHT
from foedera.merge.feature_setting import CLOSE, FAR
from foedera.merge.feature_words import ALIKE, TOP
from foedera.merge.features import LIKE, UNLIKE, fold_reality, is_about_the_real
from foedera.merge.kindred import load_kindred
from foedera.merge.near import load_weights
from foedera.merge.rarity import SOBER, squared
from foedera.merge.stretches import Array, run_starts, spread
from foedera.merge.telling import Telling

OPEN = np.int64(-(10**9))
"""Stands for a day that is not told."""
MARKED = 4_000_000
"""So many marks are held at a time where words are looked for."""
ROWS = 512
"""And the words of so many tellings at most are marked at a time."""
NEARLY = 1e-6
"""What is so near to a bound may lie on either side of it."""


class Plain:
    """What is plain to see of a row of tellings; pairs are asked for by their places in it."""

    def __init__(self, row: Sequence[Telling], agreements: Sequence[str | None]) -> None:
        def column(of: Callable[[Telling], Any], kind: type = bool) -> Array:
            return np.fromiter(map(of, row), kind, len(row))

        table = load_kindred()
        self.kind = coded(t.claim.kind for t in row)
        self.report = coded(t.source.report for t in row)
        self.agreement = coded(agreements)
        self.named_one = np.fromiter((a is not None for a in agreements), bool, len(row))
        self.first = column(lambda t: OPEN if t.first is None else t.first, np.int64)
        self.last = column(lambda t: OPEN if t.last is None else t.last, np.int64)
        self.printed = column(lambda t: t.source.printed or OPEN, np.int64)
        self.doers, self.doer = _bits(t.actors for t in row), coded(t.actors for t in row)
        self.targets = _bits(t.recipients for t in row)
        self.parties, self.party = _bits(t.parties for t in row), coded(t.parties for t in row)
        self.trigger = _bits(t.trigger for t in row)
        self.alone = _bits(frozenset(w for w in t.trigger if w[-1:] != "s") for t in row)
        self.definite = column(lambda t: t.definite)
        self.recurring = column(lambda t: t.claim.kind in table.recurring)
        self.telltale = _bits(t.telltale for t in row)
        self.states, self.another = column(lambda t: t.states), column(lambda t: t.another)
        self.ordinals, self.people = column(lambda t: t.ordinals), column(lambda t: t.people)
        self.dated = column(lambda t: t.claim.setting.when is not None)
        self.placed = column(lambda t: t.claim.setting.where is not None)
        self.counted = column(lambda t: t.claim.setting.quantities)
        self.named = column(lambda t: t.claim.agreement is not None)
        self.stance = coded(t.claim.voice.stance for t in row)
        self.answering = column(is_about_the_real)
        self.reality = coded(map(fold_reality, row))
        self.real = column(lambda t: fold_reality(t) == "real")
        self.planned = column(lambda t: fold_reality(t) == "planned")
        self.top = column(lambda t: t.claim.passage.trigger.start < TOP)
        self.saying = column(lambda t: t.claim.kind.split(".")[0] in table.sayings)
        self.own_act = column(lambda t: t.claim.kind in table.own_acts)
        self.once_a_person = column(lambda t: t.claim.kind in table.once_a_person)
        self.lasting = column(lambda t: t.group in table.lasting)
        self.once = column(lambda t: t.group in table.once)
        self.occasion = column(lambda t: t.group in table.occasions)
        self.fight = column(lambda t: t.group == FIGHT)
        self.words = _Words(row)

    def hopeful(self, left: Array, right: Array, story: Array, least: float) -> Array:
        """Return the places of the pairs that may score the least and meet no veto."""
        open_to = np.flatnonzero(~self._never_one(left, right, story))
        left, right, story = left[open_to], right[open_to], story[open_to]
        like, shared = self.words.like(left, right)
        bound = self._by_words(left, right, like) + self._by_days(left, right, shared)
        bound += self._by_sides(left, right) + self._by_setting(left, right, story)
        bound += self._by_what_is_one(left, right)
        kept = (bound >= least - NEARLY) & ~self._too_little(left, right, like, shared)
        found: Array = open_to[kept]
        return found

    def _never_one(self, a: Array, b: Array, story: Array) -> Array:
        gap = self._gap(a, b)
        one = (self.first[a] == self.last[a]) & (self.first[b] == self.last[b])
        forgiven = story & (self.lasting[a] | ((gap == 1) & one))
        strangers = (self.parties[a] & self.parties[b]) == 0
        others = self.own_act[a] & (self.doer[a] != self.doer[b])
        others &= (self.doers[a] != 0) & (self.doers[b] != 0)
        strangers &= self.states[a] & self.states[b]
        never: Array = ((gap > 0) & ~forgiven) | others | strangers
        return never

    def _gap(self, a: Array, b: Array) -> Array:
        """Return how many days lie between two stated stretches, nought where none need."""
        after = np.where((self.first[a] != OPEN) & (self.last[b] != OPEN), 1, 0)
        before = np.where((self.first[b] != OPEN) & (self.last[a] != OPEN), 1, 0)
        after *= self.first[a] - self.last[b]
        before *= self.first[b] - self.last[a]
        return np.maximum(0, np.where(after > 0, after, before))

    def _apart(self, a: Array, b: Array) -> Array:
        """Return how many days lie between the days of printing, -1 where one is not known."""
        known = (self.printed[a] != OPEN) & (self.printed[b] != OPEN)
        return np.where(known, np.abs(self.printed[a] - self.printed[b]), -1)

    def _too_little(self, a: Array, b: Array, like: Array, shared: Array) -> Array:
        far = (self._apart(a, b) > CLOSE) & (like < UNLIKE - NEARLY)
        little: Array = ~self.lasting[a] & (far | ~shared)
        for column in (self.dated, self.placed, self.counted, self.people, self.named):
            little &= ~(column[a] & column[b])
        little &= self.stance[a] == self.stance[b]
        for column in (self.doers, self.targets):
            little &= (column[a] & column[b]) == 0
        return little

    def _by_words(self, a: Array, b: Array, like: Array) -> Array:
        weights, most = load_weights(), best()
        told = weights["shared_words"] * np.minimum(1, (like + NEARLY) / LIKE)
        total = np.where(like < UNLIKE - NEARLY, weights["unlike_words"], told)
        again = np.where(like < LIKE - NEARLY, weights["other_saying"], weights["saying"])
        total += np.where(self.saying[a], again, 0.0)
        total += np.where((self.trigger[a] & self.trigger[b]) != 0, weights["same_trigger"], 0.0)
        total += np.where((self.telltale[a] & self.telltale[b]) != 0, most.rare, 0.0)
        total += np.where(like > ALIKE - NEARLY, most.text, 0.0)
        return total + most.surroundings

    def _by_days(self, a: Array, b: Array, shared: Array) -> Array:
        weights, most = load_weights(), best()
        first, last = self.first, self.last
        started = (first[a] != OPEN) & (first[b] != OPEN)
        ended = (last[a] != OPEN) & (last[b] != OPEN)
        one = started & (first[a] == last[a]) & (first[b] == last[b]) & (first[a] == first[b])
        total = np.where(one, most.one_day, np.where(started | ended, most.days, 0.0))
        apart = self._apart(a, b)
        top = np.where(self.top[a] & self.top[b] & shared, most.top, 0.0)
        far = weights["printed_far"] * np.minimum(apart, FAR) / FAR
        far = np.where(started, np.maximum(0.0, far), far)
        printed = np.where(apart <= CLOSE, weights["printed_near"] + top, far)
        there = (apart >= 0) & (self.report[a] != self.report[b])
        return np.asarray(total + np.where(there, printed, 0.0))

    def _by_sides(self, a: Array, b: Array) -> Array:
        weights, most = load_weights(), best()
        doers, targets = self.doers, self.targets
        nobody = (self.parties[a] == 0) | (self.parties[b] == 0)
        strangers = (self.parties[a] & self.parties[b]) == 0
        same = np.where(self.party[a] == self.party[b], most.all_shared, most.some_shared)
        same = same + np.where(self.people[a] & self.people[b], most.people, 0.0)
        total = np.where(nobody, most.nobody, np.where(strangers, most.apart, same))
        acting, reached = (doers[a] & doers[b]) != 0, (targets[a] & targets[b]) != 0
        both = (doers[a] != 0) & (doers[b] != 0)
        total += np.where(acting, max(0.0, weights["same_doers"]), np.where(both, most.doers, 0.0))
        both = (targets[a] != 0) & (targets[b] != 0)
        reach = max(0.0, weights["same_targets"])
        total += np.where(reached, reach, np.where(both, most.targets, 0.0))
        return total + np.where(acting & reached, max(0.0, weights["both_sides"]), 0.0)

    def _by_setting(self, a: Array, b: Array, story: Array) -> Array:
        weights, most = load_weights(), best()
        acting = (self.doers[a] & self.doers[b]) != 0
        total = np.where(self.ordinals[a] & self.ordinals[b], most.ordinal, 0.0)
        total += np.where(self.placed[a] & self.placed[b], most.place, 0.0)
        total += np.where(self.counted[a] & self.counted[b], most.number, 0.0)
        once = np.where(self.once[a] & acting, weights["done_once"], weights["same_agreement"])
        other = max(0.0, weights["agreements_differ"])
        one = np.where(self.agreement[a] == self.agreement[b], once, other)
        total += np.where(self.named_one[a] & self.named_one[b], one, 0.0)
        answers = (self.answering[a] != self.answering[b]) & acting
        total += np.where(story, most.story + np.where(answers, most.answered, 0.0), 0.0)
        total += np.where(self.another[a] != self.another[b], most.more, 0.0)
        total += np.where(self.kind[a] != self.kind[b], most.kin, 0.0)
        return total + (most.start + most.besides)

    def _by_what_is_one(self, a: Array, b: Array) -> Array:
        weights, most = load_weights(), best()
        real = self.real[a] & self.real[b]
        acting = (self.doers[a] & self.doers[b]) != 0
        reached = (self.targets[a] & self.targets[b]) != 0
        done = (self.real[a] & self.planned[b]) | (self.planned[a] & self.real[b])
        other = np.where(done, weights["planned_then_done"], weights["other_reality"])
        both = max(0.0, weights["both_real"], weights["habit_or_once"])
        total = np.where(real, both, np.where(self.reality[a] == self.reality[b], 0.0, other))
        total += np.where(real & self.lasting[a], most.lasting, 0.0)
        total += np.where(~self.real[a] & ~self.real[b] & acting, most.plan, 0.0)
        people = self.people[a] & self.people[b]
        total += np.where(people & self.once_a_person[a], most.once, 0.0)
        again = people & self.occasion[a] & (self.report[a] == self.report[b])
        total += np.where(again, most.again, 0.0)
        total += np.where(self._may_be_said_again(a, b), most.twice, 0.0)
        return np.asarray(total + np.where(self.fight[a] & reached, most.campaign, 0.0))

    def _may_be_said_again(self, a: Array, b: Array) -> Array:
        one = (self.report[a] == self.report[b]) & ((self.alone[a] & self.alone[b]) != 0)
        meant = self.definite[a] | self.definite[b] | ~(self.recurring[a] & self.recurring[b])
        for column in (self.placed, self.people, self.first != OPEN):
            meant |= column[a] & column[b]
        meant |= (self.telltale[a] & self.telltale[b]) != 0
        again: Array = one & meant & ~self.another[a] & ~self.another[b]
        return again


class _Words:
    """The words of the clauses, end to end as numbers, and what each weighs."""

    def __init__(self, row: Sequence[Telling]) -> None:
        numbers: dict[str, int] = {}
        terms = array("i")
        for telling in row:
            terms.extend([numbers.setdefault(word, len(numbers)) for word in telling.words])
        self._terms = np.array(terms, np.int32)
        self._weights = np.fromiter(map(squared, numbers), np.float64, len(numbers))
        self._lengths = np.fromiter((len(t.words) for t in row), np.int64, len(row))
        self._starts = np.cumsum(self._lengths) - self._lengths
        self._heft = np.fromiter((t.heft[0] for t in row), np.float64, len(row))
        self._rows = max(1, min(len(row), ROWS, MARKED // max(1, len(numbers))))
        self._marks = np.zeros((self._rows, max(1, len(numbers))), bool)

    def like(self, left: Array, right: Array) -> tuple[Array, Array]:
        """Return how alike the clauses of pairs are, and whether they share a word.

        Pairs come in the order of their left sides.
        """
        weight, shared = np.zeros(len(left)), np.zeros(len(left), bool)
        firsts = run_starts(left)
        for start in range(0, len(firsts), self._rows):
            end = start + self._rows
            pairs = slice(firsts[start], firsts[end] if end < len(firsts) else len(left))
            weight[pairs], shared[pairs] = self._shared(left[pairs], right[pairs])
        sober = np.maximum(SOBER, np.sqrt(self._heft[left] * self._heft[right]))
        return np.minimum(1.0, weight / sober), shared

    def _shared(self, left: Array, right: Array) -> tuple[Array, Array]:
        """Return what the words weigh that pairs share, and whether they share any."""
        firsts = run_starts(left)
        holders = left[firsts]
        own = self._terms[spread(self._starts[holders], self._lengths[holders])]
        marked = np.repeat(np.arange(len(holders)), self._lengths[holders]), own
        self._marks[marked] = True
        row_of = np.repeat(np.arange(len(holders)), np.diff(np.append(firsts, len(left))))
        lengths = self._lengths[right]
        terms = self._terms[spread(self._starts[right], lengths)]
        owners = np.repeat(np.arange(len(right)), lengths)
        hit = np.flatnonzero(self._marks[row_of[owners], terms])
        self._marks[marked] = False
        weight = np.bincount(owners[hit], self._weights[terms[hit]], len(right))
        return weight, np.bincount(owners[hit], minlength=len(right)) > 0


def coded(values: Iterable[Any]) -> Array:
    """Return each value as a number, equal ones as the same."""
    numbers: dict[Any, int] = {}
    return np.fromiter((numbers.setdefault(value, len(numbers)) for value in values), np.int32)


def _bits(sets: Iterable[frozenset[str]]) -> Array:
    """Return sets as bits; those that share a name share a bit."""
    known: dict[frozenset[str], int] = {}
    bits = array("Q")
    for names in sets:
        if names not in known:
            known[names] = reduce(or_, (1 << (hash(name) & 63) for name in names), 0)
        bits.append(known[names])
    return np.frombuffer(bits, np.uint64) if bits else np.zeros(0, np.uint64)
