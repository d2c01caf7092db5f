"""Which of many pairs of tellings cannot be one, seen at once from columns of what they hold.

Most pairs of a block are far from one happening. What `first_vetoes` and `bounds` ask of one pair
is asked here of thousands: sets are seen as bits, so that two with no bit in common share
nothing, and what cannot be seen is taken at its best. A test holds that no pair is passed over
here that its findings would join or leave in doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from foedera.merge.bounds import best
from foedera.merge.columns import BIT, OPEN, Columns
from foedera.merge.feature_setting import CLOSE, FAR
from foedera.merge.feature_words import ALIKE
from foedera.merge.features import LIKE, UNLIKE
from foedera.merge.near import load_weights
from foedera.merge.stretches import Array
from foedera.merge.telling import Telling

NEARLY = 1e-6
"""What is so near to a bound may lie on either side of it."""
ROUNDED = 0.001
"""By so much, and less, may a score that was rounded lie above its bound."""


class Plain:
    """What is plain to see of a row of tellings; pairs are asked for by their places in it.

    The row may come in several pieces, one after the other.
    """

    def __init__(self) -> None:
        self._columns = Columns()

    def add(self, row: Sequence[Telling], agreements: Sequence[str | None]) -> None:
        """Take the next tellings of the row, with the agreement that each names."""
        self._columns.add(row, agreements)

    def hopeful(self, left: Array, right: Array, story: Array, least: float) -> tuple[Array, Array]:
        """Return the places of the pairs that may score the least and meet no veto, and the most
        that each of them may score.

        What costs most, the words, is looked at last and only where the rest leaves hope.
        """
        if not len(left):
            return np.zeros(0, np.int64), np.zeros(0)
        open_to = np.flatnonzero(~self._never_one(left, right, story))
        pairs = _Pairs(self._columns, left[open_to], right[open_to], story[open_to])
        bound = _by_sides(pairs) + _by_setting(pairs) + _by_what_is_one(pairs)
        bound += _by_days(pairs) + _by_trigger(pairs)
        kept = np.flatnonzero(bound + _most_by_words() >= least - 2 * NEARLY)
        open_to, pairs, bound = open_to[kept], pairs.some(kept), bound[kept]
        like, shared = self._columns.words.like(pairs.left, pairs.right)
        bound += _by_words(pairs, like) - _for_no_word(pairs, shared)
        hopeful = (bound >= least - NEARLY) & ~_too_little(pairs, like, shared)
        hopeful &= ~_other_persons(pairs, like)
        return open_to[hopeful], bound[hopeful] + ROUNDED

    def _never_one(self, a: Array, b: Array, story: Array) -> Array:
        """Say of which pairs the plainest vetoes are met; most pairs end here."""
        first, last, flags = (self._columns[name] for name in ("first", "last", "flags"))
        parties, doer = self._columns["parties"], self._columns["doer"]
        left, right = flags[a], flags[b]
        both = left & right
        starts, ends = (first[a], first[b]), (last[a], last[b])
        gap = _gap(starts, ends)
        one = (starts[0] == ends[0]) & (starts[1] == ends[1])
        forgiven = story & (_has(left, "lasting") | ((gap == 1) & one))
        strangers = ((parties[a] & parties[b]) == 0) & _has(both, "states")
        others = _has(left, "own_act") & _has(both, "acting") & (doer[a] != doer[b])
        never: Array = ((gap > 0) & ~forgiven) | others | strangers
        return never


class _Pairs:
    """Pairs by the places of their sides; what columns say of them is looked up but once."""

    def __init__(self, columns: Columns, left: Array, right: Array, story: Array) -> None:
        self._columns = columns
        self._known: dict[str, Array] = {}
        self.left, self.right, self.story = left, right, story

    def some(self, kept: Array) -> _Pairs:
        """Return some of the pairs."""
        some = _Pairs(self._columns, self.left[kept], self.right[kept], self.story[kept])
        some._known = {name: known[kept] for name, known in self._known.items()}
        return some

    def _know(self, name: str, find: Callable[[], Array]) -> Array:
        if name not in self._known:
            self._known[name] = find()
        return self._known[name]

    def of_left(self, name: str) -> Array:
        """Return what a column holds of the left sides."""
        return self._know(f"left {name}", lambda: self._columns[name][self.left])

    def of_right(self, name: str) -> Array:
        """Return what a column holds of the right sides."""
        return self._know(f"right {name}", lambda: self._columns[name][self.right])

    def same(self, name: str) -> Array:
        """Say in which pairs a column holds the same of both sides."""
        return self._know(f"same {name}", lambda: self.of_left(name) == self.of_right(name))

    def share(self, name: str) -> Array:
        """Say in which pairs two sets may have something in common."""

        def look() -> Array:
            return np.asarray((self.of_left(name) & self.of_right(name)) != 0)

        return self._know(f"share {name}", look)

    def both(self, flag: str) -> Array:
        """Say in which pairs something holds of both sides."""
        return _has(
            self._know("both", lambda: self.of_left("flags") & self.of_right("flags")), flag
        )

    def either(self, flag: str) -> Array:
        """Say in which pairs something holds of at least one side."""
        return _has(self._know("any", lambda: self.of_left("flags") | self.of_right("flags")), flag)

    def first(self, flag: str) -> Array:
        """Say in which pairs something holds of the left side, as it does of its kind."""
        return _has(self.of_left("flags"), flag)

    def apart(self) -> Array:
        """Return how many days lie between the days of printing, -1 where one is not known."""

        def count() -> Array:
            days = np.abs(self.of_left("printed") - self.of_right("printed"))
            return np.where(self.both("printed"), days, -1)

        return self._know("apart", count)


def _has(flags: Array, name: str) -> Array:
    found: Array = (flags & BIT[name]) != 0
    return found


def _gap(starts: tuple[Array, Array], ends: tuple[Array, Array]) -> Array:
    """Return how many days lie between two stated stretches, nought where none need."""
    after = np.where((starts[0] != OPEN) & (ends[1] != OPEN), starts[0] - ends[1], 0)
    before = np.where((starts[1] != OPEN) & (ends[0] != OPEN), starts[1] - ends[0], 0)
    return np.maximum(0, np.where(after > 0, after, before))


def _too_little(pairs: _Pairs, like: Array, shared: Array) -> Array:
    far = (pairs.apart() > CLOSE) & (like < UNLIKE - NEARLY)
    little: Array = ~pairs.first("lasting") & (far | ~shared)
    for flag in ("dated", "placed", "counted", "people", "named"):
        little &= ~pairs.both(flag)
    little &= pairs.same("stance") & ~pairs.share("doers") & ~pairs.share("targets")
    return little


def _other_persons(pairs: _Pairs, like: Array) -> Array:
    """Say in which pairs persons of one state are told who have nothing of their names in common.

    Clauses that say the same in other words may still tell one happening.
    """
    one_state = pairs.both("of_one_state") & pairs.same("persons_state")
    others: Array = one_state & ~pairs.share("called") & (like < LIKE - NEARLY)
    return others


def _by_words(pairs: _Pairs, like: Array) -> Array:
    weights, most = load_weights(), best()
    told = weights["shared_words"] * np.minimum(1, (like + NEARLY) / LIKE)
    total = np.where(like < UNLIKE - NEARLY, weights["unlike_words"], told)
    again = np.where(like < LIKE - NEARLY, weights["other_saying"], weights["saying"])
    total += np.where(pairs.first("saying"), again, 0.0)
    return np.asarray(total + np.where(like > ALIKE - NEARLY, most.text, 0.0))


def _most_by_words() -> float:
    """Return the most that words can give, however alike they are."""
    weights = load_weights()
    alike = max(0.0, weights["shared_words"]) * (1 + NEARLY / LIKE)
    saying = max(0.0, weights["other_saying"], weights["saying"])
    return max(alike, weights["unlike_words"]) + saying + best().text


def _by_trigger(pairs: _Pairs) -> Array:
    total = np.where(pairs.share("trigger"), load_weights()["same_trigger"], 0.0)
    total += np.where(pairs.share("telltale"), best().rare, 0.0)
    return total + best().surroundings


def _by_days(pairs: _Pairs) -> Array:
    """Bound what days give; that both reports open with it asks for a word in common."""
    weights, most = load_weights(), best()
    started, one_day = pairs.both("started"), pairs.of_left("first") == pairs.of_left("last")
    one = started & one_day & (pairs.of_right("first") == pairs.of_right("last"))
    one &= pairs.same("first")
    some = started | pairs.both("ended")
    total = np.where(one, most.one_day, np.where(some, most.days, 0.0))
    apart = pairs.apart()
    far = weights["printed_far"] * np.minimum(apart, FAR) / FAR
    far = np.where(started, np.maximum(0.0, far), far)
    printed = np.where(apart <= CLOSE, weights["printed_near"] + _at_top(pairs), far)
    there = (apart >= 0) & ~pairs.same("report")
    return np.asarray(total + np.where(there, printed, 0.0))


def _at_top(pairs: _Pairs) -> Array:
    return np.where(pairs.both("top"), best().top, 0.0)


def _for_no_word(pairs: _Pairs, shared: Array) -> Array:
    """Return what was counted for reports that open with it, where no word is in common."""
    apart = pairs.apart()
    counted = ~shared & (apart >= 0) & (apart <= CLOSE) & ~pairs.same("report")
    return np.where(counted, _at_top(pairs), 0.0)


def _by_sides(pairs: _Pairs) -> Array:
    weights, most = load_weights(), best()
    same = np.where(pairs.same("party"), most.all_shared, most.some_shared)
    same = same + np.where(pairs.both("people"), most.people, 0.0)
    known = np.where(pairs.share("parties"), same, most.apart)
    total = np.where(pairs.both("taking_part"), known, most.nobody)
    acting, reached = pairs.share("doers"), pairs.share("targets")
    others = np.where(pairs.both("acting"), most.doers, 0.0)
    total += np.where(acting, max(0.0, weights["same_doers"]), others)
    others = np.where(pairs.both("reaching"), most.targets, 0.0)
    total += np.where(reached, max(0.0, weights["same_targets"]), others)
    return np.asarray(total + np.where(acting & reached, max(0.0, weights["both_sides"]), 0.0))


def _by_setting(pairs: _Pairs) -> Array:
    weights, most = load_weights(), best()
    acting = pairs.share("doers")
    total = np.where(pairs.both("ordinals"), most.ordinal, 0.0)
    total += np.where(pairs.both("placed"), most.place, 0.0)
    toll = pairs.share("counts") | pairs.story  # without either, two numbers fit at most
    number = np.where(toll, most.number, max(0.0, weights["numbers_fit"]))
    total += np.where(pairs.both("counted"), number, 0.0)
    once = pairs.first("once") & acting
    own = np.where(once, weights["done_once"], weights["same_agreement"])
    one = np.where(pairs.same("agreement"), own, max(0.0, weights["agreements_differ"]))
    total += np.where(pairs.both("named_one"), one, 0.0)
    answers = pairs.either("answering") & ~pairs.both("answering") & acting
    total += np.where(pairs.story, most.story + np.where(answers, most.answered, 0.0), 0.0)
    another = pairs.either("another") & ~pairs.both("another")
    total += np.where(another, most.more, 0.0)
    total += np.where(pairs.same("kind"), 0.0, most.kin)
    return total + (most.start + most.besides)


def _by_what_is_one(pairs: _Pairs) -> Array:
    weights, most = load_weights(), best()
    real, acting, people = pairs.both("real"), pairs.share("doers"), pairs.both("people")
    done = pairs.either("real") & pairs.either("planned")
    other = np.where(done, weights["planned_then_done"], weights["other_reality"])
    both = max(0.0, weights["both_real"], weights["habit_or_once"])
    total = np.where(real, both, np.where(pairs.same("reality"), 0.0, other))
    total += np.where(real & pairs.first("lasting"), most.lasting, 0.0)
    total += np.where(~pairs.either("real") & acting, most.plan, 0.0)
    total += np.where(people & pairs.first("once_a_person"), most.once, 0.0)
    again = people & pairs.first("occasion") & pairs.same("report")
    total += np.where(again, most.again, 0.0)
    total += np.where(_may_be_said_again(pairs), most.twice, 0.0)
    tied = pairs.same("report") & pairs.either("noun") & ~pairs.both("noun")
    total += np.where(tied, most.at_once, 0.0)
    total += np.where(pairs.both("definite") & pairs.both("placed"), most.known, 0.0)
    fought = pairs.first("fight") & pairs.share("targets")
    return np.asarray(total + np.where(fought, most.campaign, 0.0))


def _may_be_said_again(pairs: _Pairs) -> Array:
    one = pairs.same("report") & pairs.share("alone")
    meant = pairs.either("definite") | ~pairs.both("recurring") | pairs.share("telltale")
    meant |= pairs.both("placed") | pairs.both("people") | pairs.both("started")
    again: Array = one & meant & ~pairs.either("another")
    return again
