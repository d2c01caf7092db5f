"""Which of many pairs of tellings cannot be one, seen at once from columns of what they hold.

Most pairs of a block are far from one happening. What `first_vetoes` and `bounds` ask of one pair
is asked here of thousands: sets are seen as bits, so that two with no bit in common share
nothing, and what cannot be seen is taken at its best. A test holds that no pair is passed over
here that its findings would join or leave in doubt.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from foedera.merge.bounds import best
from foedera.merge.columns import OPEN, Columns, Words
from foedera.merge.feature_once import CAMPAIGN, LONG_KNOWN, TALKED_OF
from foedera.merge.feature_setting import CLOSE, FAR
from foedera.merge.feature_words import ALIKE, AROUND_ALIKE
from foedera.merge.features import BREATH, LIKE, PARTICULAR, UNLIKE
from foedera.merge.near import VETO, load_weights
from foedera.merge.pairs import Pairs, has
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
        pairs = Pairs(self._columns, left[open_to], right[open_to], story[open_to])
        bound = _by_sides(pairs) + _by_setting(pairs) + _by_what_is_one(pairs)
        bound += _by_days(pairs) + _by_year(pairs) + _by_trigger(pairs) + _by_breath(pairs)
        kept = np.flatnonzero(bound + _most_by_words() >= least - 2 * NEARLY)
        open_to, pairs, bound = open_to[kept], pairs.some(kept), bound[kept]
        like, shared = self._columns.words.like(pairs.left, pairs.right)
        bound += _by_words(pairs, like) - _for_no_word(pairs, shared)
        hopeful = (bound >= least - NEARLY) & ~_too_little(pairs, like, shared)
        kept = np.flatnonzero(hopeful & ~_other_persons(pairs, like))
        open_to, pairs, bound, like = open_to[kept], pairs.some(kept), bound[kept], like[kept]
        bound -= _for_other_surroundings(pairs, like, self._columns.around)
        hopeful = bound >= least - NEARLY
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
        forgiven = story & (has(left, "lasting") | ((gap == 1) & one))
        strangers = ((parties[a] & parties[b]) == 0) & has(both, "states")
        others = has(left, "own_act") & has(both, "acting") & (doer[a] != doer[b])
        never: Array = ((gap > 0) & ~forgiven) | others | strangers
        return never | self._in_two_countries(a, b, both)

    def _in_two_countries(self, a: Array, b: Array, both: Array) -> Array:
        """Say which pairs, of two reports, are told of two countries, and of what does not last."""
        place, country, report = (self._columns[n] for n in ("place", "country", "report"))
        apart = has(both, "landed") & ~has(both, "lasting") & (country[a] != country[b])
        found: Array = apart & (place[a] != place[b]) & (report[a] != report[b])
        return found


def _gap(starts: tuple[Array, Array], ends: tuple[Array, Array]) -> Array:
    """Return how many days lie between two stated stretches, nought where none need."""
    after = np.where((starts[0] != OPEN) & (ends[1] != OPEN), starts[0] - ends[1], 0)
    before = np.where((starts[1] != OPEN) & (ends[0] != OPEN), starts[1] - ends[0], 0)
    return np.maximum(0, np.where(after > 0, after, before))


def _too_little(pairs: Pairs, like: Array, shared: Array) -> Array:
    far = (pairs.apart() > CLOSE) & (like < UNLIKE - NEARLY)
    little: Array = ~pairs.first("lasting") & (far | ~shared)
    for flag in ("dated", "placed", "counted", "people", "named"):
        little &= ~pairs.both(flag)
    little &= pairs.same("stance") & ~pairs.share("doers") & ~pairs.share("targets")
    return little


def _other_persons(pairs: Pairs, like: Array) -> Array:
    """Say in which pairs persons of one state are told who have nothing of their names in common.

    Clauses that say the same in other words may still tell one happening.
    """
    one_state = pairs.both("of_one_state") & pairs.same("persons_state")
    others: Array = one_state & ~pairs.share("called") & (like < LIKE - NEARLY)
    return others


def _by_words(pairs: Pairs, like: Array) -> Array:
    weights, most = load_weights(), best()
    told = weights["shared_words"] * np.minimum(1, (like + NEARLY) / LIKE)
    total = np.where(like < UNLIKE - NEARLY, weights["unlike_words"], told)
    again = np.where(like < LIKE - NEARLY, weights["other_saying"], weights["saying"])
    total += np.where(pairs.first("saying"), again, 0.0)
    total += np.where((like > ALIKE - NEARLY) & ~pairs.same("report"), most.text, 0.0)
    nothing = pairs.both("recurring") & (like < PARTICULAR - NEARLY)
    for flag in ("people", "started", "placed", "ordinals", "counted"):
        nothing &= ~pairs.both(flag)
    return np.asarray(total + np.where(nothing, weights["nothing_particular"], 0.0))


def _most_by_words() -> float:
    """Return the most that words can give, however alike they are."""
    weights = load_weights()
    alike = max(0.0, weights["shared_words"]) * (1 + NEARLY / LIKE)
    saying = max(0.0, weights["other_saying"], weights["saying"])
    return max(alike, weights["unlike_words"]) + saying + best().text


def _by_trigger(pairs: Pairs) -> Array:
    total = np.where(pairs.share("trigger"), load_weights()["same_trigger"], 0.0)
    rare = pairs.share("telltale") & pairs.share("telltale again")
    rare &= ~pairs.same("report") & ~pairs.both("frequent")
    return total + np.where(rare, best().rare, 0.0) + best().surroundings


def _by_breath(pairs: Pairs) -> Array:
    """Bound what it gives that one report tells both, in one breath or as a noun and its verb."""
    one = pairs.same("report")
    starts = pairs.of_left("at"), pairs.of_right("at")
    ends = pairs.of_left("end"), pairs.of_right("end")
    beside = one & (np.maximum(*starts) - np.minimum(*ends) < BREATH)
    total = np.where(beside, load_weights()["told_beside"], 0.0)
    end = pairs.of_earlier("end")
    tied = (pairs.of_later("tied") <= end) & (end < pairs.of_later("at"))
    at_once = one & tied & pairs.either("noun") & ~pairs.both("noun")
    return np.asarray(total + np.where(at_once, best().at_once, 0.0))


def _by_year(pairs: Pairs) -> Array:
    """Return what it takes that the years are two, where a clause names one."""
    known = (pairs.of_left("year of") != 0) & (pairs.of_right("year of") != 0)
    other = known & ~pairs.same("year of") & ~pairs.same("year")
    weight = np.where(pairs.both("yeared"), VETO, load_weights()["other_year"])
    return np.where(other, weight, 0.0)


def _by_days(pairs: Pairs) -> Array:
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


def _at_top(pairs: Pairs) -> Array:
    return np.where(pairs.both("top"), best().top, 0.0)


def _for_no_word(pairs: Pairs, shared: Array) -> Array:
    """Return what was counted for reports that open with it, where no word is in common."""
    apart = pairs.apart()
    counted = ~shared & (apart >= 0) & (apart <= CLOSE) & ~pairs.same("report")
    return np.where(counted, _at_top(pairs), 0.0)


def _for_other_surroundings(pairs: Pairs, like: Array, around: Words) -> Array:
    """Return what was counted for words around both that are not as alike as they may be."""
    most = best()
    near, _ = around.like(pairs.left, pairs.right)
    text = (like > ALIKE - NEARLY) & ~pairs.same("report") & (near < AROUND_ALIKE - NEARLY)
    most_alike = most.surroundings * (1 - np.minimum(1, (near + NEARLY) / LIKE)) - ROUNDED
    return np.asarray(np.where(text, most.text, 0.0) + np.maximum(0.0, most_alike))


def _by_sides(pairs: Pairs) -> Array:
    weights, most = load_weights(), best()
    some = np.where(_overlap(pairs), weights["parties_overlap"], most.some_shared)
    same = np.where(pairs.same("party"), most.all_shared, some)
    same = same + np.where(pairs.both("people"), most.people, 0.0)
    others = np.where(pairs.either("nameless"), most.nameless, most.apart)
    known = np.where(pairs.share("parties"), same, others)
    total = np.where(pairs.both("taking_part"), known, most.nobody)
    acting, reached = pairs.share("doers"), pairs.share("targets")
    crossed = np.where(_are_crossed(pairs), most.crossed, 0.0)
    others = np.where(pairs.both("acting"), most.doers, crossed)
    doers = np.where(pairs.share_named("doers"), max(0.0, weights["same_doers"]), 0.0)
    total += np.where(acting, doers, others)
    others = np.where(pairs.both("reaching"), most.targets, 0.0)
    targets = np.where(pairs.share_named("targets"), max(0.0, weights["same_targets"]), 0.0)
    total += np.where(reached, targets, others)
    both = pairs.share_named("doers") & pairs.share_named("targets")
    return np.asarray(total + np.where(both, max(0.0, weights["both_sides"]), 0.0))


def _are_crossed(pairs: Pairs) -> Array:
    """Say in which pairs all who act on one side are all who are acted upon on the other."""
    left = (pairs.of_left("doer") == pairs.of_right("target")) & has(
        pairs.of_left("flags"), "acting"
    )
    right = (pairs.of_right("doer") == pairs.of_left("target")) & has(
        pairs.of_right("flags"), "acting"
    )
    found: Array = (left | right) & ~pairs.both("acting")
    return found


def _overlap(pairs: Pairs) -> Array:
    """Say in which pairs each side has a party that the other lacks, all of them with a name."""
    left, right = pairs.of_left("parties"), pairs.of_right("parties")
    each: Array = ((left & ~right) != 0) & ((right & ~left) != 0)
    return each & ~pairs.either("nameless")


def _by_setting(pairs: Pairs) -> Array:
    weights, most = load_weights(), best()
    acting = pairs.share("doers")
    total = np.where(pairs.both("ordinals"), most.ordinal, 0.0)
    total += np.where(pairs.both("placed"), most.place, 0.0)
    toll = pairs.share("counts") | pairs.story  # without either, two numbers fit at most
    number = np.where(toll, most.number, max(0.0, weights["numbers_fit"]))
    total += np.where(pairs.both("counted") & pairs.share("units"), number, 0.0)
    once = pairs.first("once") & acting
    own = np.where(once, weights["done_once"], weights["same_agreement"])
    one = np.where(pairs.same("agreement"), own, max(0.0, weights["agreements_differ"]))
    total += np.where(pairs.both("named_one"), one, 0.0)
    answers = pairs.either("answering") & ~pairs.both("answering") & acting
    story = np.where(pairs.story, weights["same_story"], 0.0)
    total += np.where(pairs.same("report"), weights["same_report"], story)
    total += np.where(pairs.story & answers, most.answered, 0.0)
    another = pairs.either("another") & ~pairs.both("another")
    total += np.where(another, most.more, 0.0)
    total += np.where(pairs.same("kind"), 0.0, most.kin)
    return total + (most.start + most.besides)


def _by_what_is_one(pairs: Pairs) -> Array:
    weights, most = load_weights(), best()
    real, people = pairs.both("real"), pairs.both("people")
    done = pairs.either("real") & pairs.either("planned")
    other = np.where(done, weights["planned_then_done"], weights["other_reality"])
    habit = pairs.both("done") & ~pairs.same("as told") & pairs.both("recurring")
    most_real = max(0.0, weights["both_real"], weights["habit_or_once"])
    both = np.where(habit, weights["habit_or_once"], most_real)
    total = np.where(real, both, np.where(pairs.same("reality"), 0.0, other))
    total += np.where(real & pairs.first("lasting"), most.lasting, 0.0)
    total += np.where(_of_one_plan(pairs), most.plan, 0.0)
    once = pairs.same("kind") & pairs.share("undergoing") & pairs.share("undergoing again")
    total += np.where(once, most.once, 0.0)
    again = people & pairs.first("occasion") & pairs.same("report") & pairs.same("kind")
    total += np.where(again & ~pairs.both("started"), most.again, 0.0)
    total += np.where(_may_be_said_again(pairs), most.twice, 0.0)
    total += np.where(_may_be_known(pairs), most.known, 0.0)
    named = pairs.share("goes by") & pairs.same("kind") & real & ~pairs.either("another")
    total += np.where(named & (pairs.story | pairs.within(LONG_KNOWN)), most.named, 0.0)
    fought = pairs.both("at_large") & pairs.share("targets") & pairs.within(CAMPAIGN)
    return np.asarray(total + np.where(fought, most.campaign, 0.0))


def _of_one_plan(pairs: Pairs) -> Array:
    near = pairs.both("plannable") & pairs.same("kind") & pairs.within(TALKED_OF)
    near &= pairs.both("ahead") & pairs.share_named("doers")
    found: Array = near & (~pairs.both("reaching") | pairs.share("targets"))
    return found


def _may_be_known(pairs: Pairs) -> Array:
    one = pairs.both("definite") & pairs.both("placed") & pairs.same("place") & pairs.same("kind")
    found: Array = one & ~pairs.either("another") & (pairs.story | pairs.within(CAMPAIGN))
    return found


def _may_be_said_again(pairs: Pairs) -> Array:
    one = pairs.same("report") & pairs.share("alone")
    one &= pairs.both("noun") | ~pairs.first("saying")
    known = has(pairs.of_later("flags"), "definite")
    known |= pairs.same("at") & pairs.either("definite")
    meant = (known & pairs.share("parties")) | ~pairs.both("recurring") | pairs.share("telltale")
    meant |= (pairs.both("placed") & pairs.same("place")) | pairs.both("started")
    meant |= pairs.both("people") & pairs.share("called")
    told = pairs.same("reality") | (pairs.either("real") & pairs.either("planned"))
    again: Array = one & meant & ~pairs.either("another") & (told | known)
    return again & _may_fit(pairs, "doers", "acting") & _may_fit(pairs, "targets", "reaching")


def _may_fit(pairs: Pairs, side: str, told: str) -> Array:
    """Say in which pairs one side may be the same: one names nobody there, or they share a name."""
    named = pairs.both(told) & ~pairs.either("nameless")
    fit: Array = ~named | pairs.share(side)
    return fit
