"""What follows on a day without an act: effects of notices, entry, joining, the end of a term."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Basis, Life
from foedera.merge.sides import Consent, Course, Side
from foedera.merge.status_exits import end
from foedera.merge.status_rules import begin_term, own_clause
from foedera.merge.terms import later
from foedera.merge.thresholds import reckon


def coming(course: Course, life: Life, after: str) -> str | None:
    """Return the next day on which something follows from what is told so far."""
    if course.ended:
        return None
    return min((day for day in _days_ahead(course, life) if day > after), default=None)


def _days_ahead(course: Course, life: Life) -> Iterator[str]:
    for day in (course.due, course.ends):
        if day is not None:
            yield day
    for side in course.sides.values():
        if side.leaves is not None:
            yield side.leaves
        if course.in_force and side.consent and not side.bound:
            yield _joins_on(course, life, side.consent)


def take_leaves(course: Course, life: Life, day: str) -> None:
    """Let notices take effect; the first ends a treaty of two, one of more goes on (54(a))."""
    for side in list(course.sides.values()):
        if course.ended or side.leaves is None or side.leaves > day or side.notice is None:
            continue
        notice = side.notice
        law = "" if course.political else "54(a)"
        ground = Basis(notice.act, side.leaves, law, notice.claims)
        side.depart(ground)
        if life.bilateral:
            end(course, "terminated", ground)
    if course.political and not course.ended:
        _end_when_all_left(course, life)


def _end_when_all_left(course: Course, life: Life) -> None:
    lanes = [course.sides[state] for state in life.parties]
    adherents = [side for side in lanes if side.signed or side.left]
    gone = [side.left for side in adherents if side.left]
    if gone and len(gone) == len(adherents):
        end(course, "terminated", max(gone, key=lambda ground: ground.day or ""))


def settle(course: Course, life: Life, day: str) -> None:
    """Do all that follows by the end of a day, in the order in which one hangs on another."""
    take_leaves(course, life, day)
    if course.ended:
        return
    if not course.in_force and not course.political:
        _enter_if_due(course, life, day)
    if course.in_force:
        _join(course, life, day)
    if course.political:
        _run_political_term(course, life)
    if course.ends is not None and course.ends <= day:
        _run_out(course)


def _enter_if_due(course: Course, life: Life, day: str) -> None:
    """Bring entry into force about on the day that consents and terms make it due (24)."""
    reckon(course, life, day)
    if course.due is not None and course.due <= day:
        _enter(course, life, course.due)


def _enter(course: Course, life: Life, day: str) -> None:
    """Enter into force without a telling: on the ground of the consents and the text's clause."""
    exchange = course.exchanged if life.bilateral else None
    claims = tuple(sorted({c for b in course.meeting for c in b.claims} | set(life.terms.claims)))
    grounds = course.meeting
    if exchange is None or day != course.met:
        law = own_clause(life) or "24(2)"
        told = Basis("agreement.enter-into-force", day, law, claims, derived=True)
        grounds = [*course.meeting, told]
    for ground in grounds:
        course.advance("in-force", ground)
    course.entered, course.early, course.due = day, [], None
    first = exchange.day if exchange and day == course.met and exchange.day else day
    begin_term(course, life, first)
    for state in life.parties if life.bilateral else ():
        side = course.sides[state]
        if not side.left:
            side.bound = grounds[-1]


def _joins_on(course: Course, life: Life, consent: Consent) -> str:
    """Return from when the treaty is in force for one that consented (24(1), 24(3)).

    Consents by the day on which the conditions were met bind at entry, later ones after the
    joiner's own delay, yet not before entry. Where that day is not known, one is in time whose
    own delay had run out by then.
    """
    entered = course.entered or consent.since
    if consent.binds is not None:
        return max(entered, consent.binds)
    if course.met is not None:
        in_time = consent.since <= course.met
    else:
        delay = life.terms.entry.delay or life.terms.joins
        in_time = later(consent.since, delay) <= entered
    return entered if in_time else max(entered, later(consent.since, life.terms.joins))


def _join(course: Course, life: Life, day: str) -> None:
    for side in course.sides.values():
        if side.consent and not side.bound and not side.left:
            since = _joins_on(course, life, side.consent)
            if since <= day:
                side.bound = _joining(course, side, side.consent, since)


def _joining(course: Course, side: Side, consent: Consent, since: str) -> Basis:
    at_entry = since == course.entered
    if at_entry and course.grounds:
        return course.grounds[-1]
    claims = consent.basis.claims
    return Basis("agreement.enter-into-force", since, "24(3)", claims, derived=True)


def _run_political_term(course: Course, life: Life) -> None:
    """Count the term of a text that never enters into force from its signing."""
    if course.stage in ("text-fixed", "signed") and course.grounds:
        begin_term(course, life, course.grounds[0].day)


def _run_out(course: Course) -> None:
    told = course.ending or (course.grounds[0] if course.grounds else None)
    claims = told.claims if told else ()
    law = "" if course.political else "54(a)"
    end(course, "expired", Basis("agreement.expire", course.ends, law, claims, derived=True))
