"""Leaving, taking back and ending, rule by rule (VCLT 54-59, 67, 68); see `docs/law.md`."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Act, Basis, Life
from foedera.merge.acting import ground_of, is_joint, moment, side_of, sides_of
from foedera.merge.sides import Course, Side
from foedera.merge.terms import later


def withdraw(course: Course, life: Life, act: Act) -> None:
    """Notice binds from the day its term says, not from the day it is announced (54(a), 67).

    A signatory that gives notice has nothing to withdraw from: it makes clear that it will not
    become a party (18(a)).
    """
    day = moment(act, life)
    if course.ended or day is None:
        return
    effect = act.effect or _run_out(life, day)
    for state in act.by:
        side = side_of(course, state)
        if side.left:
            continue
        if _never_bound(course, side, act):
            side.renew()
            continue
        if side.notice is None:
            side.notice = ground_of(act, "54(a), 67, 68", life)
        if effect is not None:
            side.leaves = min(side.leaves or effect, effect)


def _run_out(life: Life, day: str) -> str | None:
    """Return when a notice of this day takes effect; a political text binds nobody to wait."""
    if life.terms.notice is not None:
        return later(day, life.terms.notice)
    return day if life.binding == "no" else None


def _never_bound(course: Course, side: Side, act: Act) -> bool:
    """Say whether a party that gives notice is told to have signed and surely did no more.

    Where nobody's consent is told, news simply did not tell it; a day of effect that is told
    is one of a party's notice.
    """
    if course.political or side.signed is None or side.consent or side.bound:
        return False
    if not course.in_force:
        return True
    consented = any(other.consent for other in course.sides.values())
    return act.effect is None and consented


def revoke_notice(course: Course, life: Life, act: Act) -> None:
    """A notice may be revoked at any time before it takes effect, not after (68)."""
    for side in sides_of(course, act.by):
        if side.left:
            course.disputes.append(ground_of(act, "68", life))
        side.notice = side.leaves = None


def unsign(course: Course, life: Life, act: Act) -> None:
    """A signatory may make clear that it will not become a party (18(a)); a party may not."""
    for side in sides_of(course, act.by):
        if side.bound:
            course.disputes.append(ground_of(act, "18(a), 54", life))
        elif life.binding == "no":
            side.depart(ground_of(act, "", life))
        elif not side.left:
            _take_back(course, side, moment(act, life) or "")
            side.renew()


def revoke_consent(course: Course, life: Life, act: Act) -> None:
    """Consent may be taken back before it binds; after that only by leaving (54)."""
    for side in sides_of(course, act.by):
        if side.bound:
            course.disputes.append(ground_of(act, "26, 54", life))
        elif life.binding == "no":
            side.depart(ground_of(act, "", life))
        else:
            _take_back(course, side, moment(act, life) or "")
            side.consent = None


def _take_back(course: Course, side: Side, day: str) -> None:
    if side.consent:
        course.revoked.append(day)
        course.giving = [b for b in course.giving if b != side.consent.basis]


# ------------------------------------------------------------------------ end


def end(course: Course, stage: str, ground: Basis) -> None:
    """End the agreement for good; who was bound, or kept a political text, is a party no more."""
    if course.ended:
        return
    course.stage, course.grounds = stage, [ground]
    course.ends = course.due = None
    course.early = []
    for side in course.sides.values():
        if side.bound or side.notice or side.suspended or (course.political and side.signed):
            side.depart(ground)
        side.applies = None


def terminate(course: Course, life: Life, act: Act) -> None:
    """All parties may end it at any time (54(b)); some alone give notice.

    Of a political text, which no law lets some end for all, theirs is a claim that others contest.
    """
    if is_joint(act, life):
        end(course, "terminated", ground_of(act, "54(b)", life))
        return
    notice = act.effect is not None or life.terms.notice is not None
    effect = act.effect if notice else moment(act, life)
    withdraw(course, life, replace(act, effect=effect))
    if course.political and not life.bilateral and not course.ended:
        course.disputes.append(ground_of(act, "", life))


def expire(course: Course, life: Life, act: Act) -> None:
    """A term runs out (54(a)); told for a day before the end that is told, it is contested."""
    day, ends, told = moment(act, life), course.ends, course.ending
    if course.ended:
        return
    end(course, "expired", ground_of(act, "54(a)", life))
    if ends is not None and day is not None and day < ends:
        course.disputes.append(told or Basis("agreement.expire", ends, "54(a)", (), derived=True))


def supersede(course: Course, life: Life, act: Act) -> None:
    """All parties' later treaty takes the place of the earlier (59); some parties' does not."""
    if is_joint(act, life):
        end(course, "superseded", ground_of(act, "59(1)", life))
