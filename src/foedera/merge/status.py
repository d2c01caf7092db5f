"""What an agreement is on a day, derived from dated acts by the law of treaties (VCLT).

Acts are gone through day by day, each by its rule (`status_rules`), and what follows from terms
(`status_days`) on the days between them; so a status on a day rests on nothing after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from foedera.data import Act, Basis, Life, Status
from foedera.measure import days_between
from foedera.merge.acting import moment
from foedera.merge.sides import Course, Side
from foedera.merge.status_days import coming, settle, take_leaves
from foedera.merge.status_rules import RULES
from foedera.merge.thresholds import below_threshold

UNDATED = ""
"""Stands before all days."""


def status_on(life: Life, on: str, known: str | None = None) -> Status:
    """Derive status and each party's state on a day from acts that took place by then.

    An act known only to lie within some days counts from the last of them, so nothing is
    called in force before it must be. With `known`, only acts that a report told by that day.

    >>> signed = Act("agreement.sign", "2031-01-10", ("OST", "RVA"), ())
    >>> status_on(Life((signed,), ("OST", "RVA"), bilateral=True), "2031-02-01").status
    'signed'
    """
    acts = [a for a in life.acts if known is None or (a.told is not None and a.told <= known)]
    course, by_day = _begin(life), _by_day(acts, life)
    for day in _days(course, life, sorted(by_day)):
        if day > on:
            break
        _live(course, life, day, by_day)
    return _status(course, life)


def status_steps(life: Life) -> list[tuple[str, Status]]:
    """Return the status from each day on which anything happens; before the first one from "".

    The last of them up to a day is what `status_on` derives for that day.
    """
    course, by_day = _begin(life), _by_day(life.acts, life)
    steps = [("", _status(course, life))]
    for day in _days(course, life, sorted(by_day)):
        _live(course, life, day, by_day)
        steps.append((day, _status(course, life)))
    return steps


def status_changes(life: Life) -> list[tuple[str, Status]]:
    """Return each day on which the status or a party's state changes, with what it then is.

    The days that only follow from terms are among them, those to come too: an entry into force,
    a notice's effect, the end of a term. What was done on no known day changes nothing on any.
    """
    course, by_day = _begin(life), _by_day(life.acts, life)
    changes: list[tuple[str, Status]] = []
    before = _status(course, life)
    for day in _days(course, life, sorted(by_day)):
        _live(course, life, day, by_day)
        after = _status(course, life)
        if _told(after) != _told(before):
            before = after
            changes += [(day, after)] if day != UNDATED else []
    return changes


def _told(status: Status) -> tuple[object, ...]:
    flags = status.provisional, status.contested, status.applying
    return status.status, status.parties, flags


def _begin(life: Life) -> Course:
    sides = {state: Side() for state in life.parties}
    return Course(sides, political=life.binding == "no")


def _by_day(acts: Iterable[Act], life: Life) -> dict[str, list[Act]]:
    """Put acts under the days from which they count, those of one day in a fixed order.

    Where no report tells a day and none says when it came out, all were done at some time: they
    count from the beginning, in the order in which the law has them.
    """
    by_day: dict[str, list[Act]] = {}
    told = [act for act in acts if act.kind in RULES]
    for act in told:
        day = moment(act, life)
        if day is not None:
            by_day.setdefault(day, []).append(act)
    if not by_day and told:
        by_day[UNDATED] = told
    return {day: sorted(todays, key=_order) for day, todays in by_day.items()}


def _days(course: Course, life: Life, told: Sequence[str]) -> Iterator[str]:
    """Give the days on which something happens, as they come; the next hangs on the course."""
    day, place = "", 0
    while True:
        ahead = [d for d in (coming(course, life, day), *told[place : place + 1]) if d is not None]
        if not ahead:
            return
        day = min(ahead)
        place += place < len(told) and told[place] == day
        yield day


def _live(course: Course, life: Life, day: str, by_day: Mapping[str, Sequence[Act]]) -> None:
    """Take one day: notices whose day has come, the day's acts, what follows from them."""
    take_leaves(course, life, day)
    for act in by_day.get(day, ()):
        RULES[act.kind](course, life, act)
    settle(course, life, day)


_PLACE = {kind: place for place, kind in enumerate(RULES)}


def _order(act: Act) -> tuple[object, ...]:
    """Order the acts of one day, the same however they come."""
    told = (
        act.day or "",
        act.effect or "",
        act.says.until or "",
        act.says.count or 0,
        act.says.share or 0.0,
    )
    return _PLACE[act.kind], act.by, act.claims, told, act.says.definitive


# ------------------------------------------------------------------ the answer


def _status(course: Course, life: Life) -> Status:
    lanes = [(state, course.sides[state]) for state in sorted(life.parties)]
    applying = tuple(state for state, side in lanes if side.applies and not side.bound)
    paused, claimed = _suspensions(course, life)
    contested = bool(course.disputes or course.early or claimed)
    return Status(
        "suspended" if paused else course.stage,
        tuple((state, side.state()) for state, side in lanes),
        tuple(dict.fromkeys([*_grounds(course, life, paused), *claimed])),
        bool(applying) and not course.in_force,
        contested,
        applying,
        tuple((state, grounds) for state, side in lanes if (grounds := side.grounds())),
    )


def _suspensions(course: Course, life: Life) -> tuple[list[Basis], list[Basis]]:
    """Return the grounds of a suspension by all, or those of claims to suspend by some."""
    if course.ended:
        return [], []
    present = [side for state in life.parties if not (side := course.sides[state]).left]
    members = [side for side in present if side.bound] or present
    grounds = [side.suspended for side in present if side.suspended]
    if course.paused:
        return [course.paused], []
    if grounds and len(members) > 1 and all(side.suspended for side in members):
        return grounds, []
    return [], [] if course.political else grounds


def _grounds(course: Course, life: Life, paused: list[Basis]) -> Iterator[Basis]:
    """Give the grounds of the whole: its stage, notices pending, what speaks against it."""
    yield from paused or course.grounds
    sides = course.sides.values()
    if not course.in_force:
        yield from (side.applies for side in sides if side.applies)
    if not course.ended:
        yield from (side.notice for side in sides if side.notice)
    if below_threshold(course, life.terms.entry):
        gone = [side.left for side in sides if side.left]
        last = max(gone, key=lambda ground: ground.day or "")
        yield Basis(last.act, last.day, "55", last.claims)
    yield from course.early
    yield from course.disputes


def entry_day(acts: Sequence[Act]) -> tuple[Act, Act] | None:
    """Return the entry into force and the exchange that dates it, where no day is stated.

    Two states that exchange their instruments bring a treaty into force on that day unless
    the treaty says otherwise (24); the exchange must lie within the days that are told.
    """
    entries = [a for a in acts if a.kind == "agreement.enter-into-force" and a.day != a.latest]
    entries += [a for a in acts if a.kind == "agreement.enter-into-force" and a.day is None]
    exchanges = [a for a in acts if a.kind == "agreement.exchange-instruments" and a.day]
    for entry in entries:
        for exchange in exchanges:
            if exchange.day is None or exchange.day != (exchange.latest or exchange.day):
                continue
            after = entry.day is None or days_between(entry.day, exchange.day) >= 0
            before = entry.latest is None or days_between(exchange.day, entry.latest) >= 0
            if after and before:
                return entry, exchange
    return None
