"""Whether the conditions of entry into force are met by the consents that are told (24)."""

from __future__ import annotations

from foedera.data import Act, Basis, Delay, Entry, EntryManner, Life
from foedera.merge.sides import Course
from foedera.merge.terms import later

BY_SIGNATURE = "12"
"""The article under which signature alone is consent."""
_ONE_DAY = Delay(days=1)
"""Texts count the first day in or out; a telling one day off the reckoning does not belie it."""


def manner_of(life: Life) -> EntryManner | None:
    """Return how consent brings the text into force; None where nothing says and no rule helps.

    A text with a threshold is one of consents. Of two states whose text is not known to say,
    exchange will do, or signature that both call definitive (24(2)); of more, who negotiated is
    not known, so only a telling can say.
    """
    entry = life.terms.entry
    if entry.by is None and (entry.count or entry.of or entry.share):
        return "consents"
    return entry.by


def reckon(course: Course, life: Life, day: str) -> None:
    """Note when the conditions are met, and the day on which entry into force is then due."""
    if course.due is not None or course.in_force:
        return
    grounds = meeting_grounds(course, life)
    if grounds is not None:
        course.due = max([later(day, life.terms.entry.delay), *_named_days(course)])
        course.met, course.meeting = day, grounds
        if course.exchanged and life.bilateral and course.due == day:
            course.meeting = [exchange_ground(course.exchanged, "14(1), 16(a), 24")]


def _named_days(course: Course) -> list[str]:
    """Return the days of effect that the acts of consent name."""
    named = [s.consent.binds for s in course.sides.values() if s.consent and s.consent.binds]
    if course.exchanged and course.exchanged.effect:
        named.append(course.exchanged.effect)
    return named


def meeting_grounds(course: Course, life: Life) -> list[Basis] | None:
    """Return the grounds by which the conditions are met, None while they are not."""
    manner = manner_of(life)
    if manner == "act" or (manner is None and not life.bilateral):
        return None
    if life.bilateral and manner in (None, "exchange") and course.exchanged:
        return [exchange_ground(course.exchanged, "14(1), 16(a)")]
    if manner == "exchange" and life.bilateral:
        return None
    if manner is None and not _both_signed_for_good(course, life):
        return None
    if missing(course, life) or not _enough(course, life.terms.entry):
        return None
    return list(dict.fromkeys(course.giving))


def _both_signed_for_good(course: Course, life: Life) -> bool:
    given = [course.sides[state].consent for state in life.parties]
    return all(consent is not None and consent.basis.article == BY_SIGNATURE for consent in given)


def exchange_ground(act: Act, article: str) -> Basis:
    """Return the exchange of instruments as a ground."""
    return Basis(act.kind, act.latest or act.day, article, act.claims)


def missing(course: Course, life: Life) -> list[str]:
    """Return the states whose consent the text needs by name and that have not given it."""
    entry = life.terms.entry
    needed = entry.of or (() if entry.count or entry.share else life.parties)
    if not needed and not (entry.count or entry.share):
        return ["everyone"]
    return [s for s in needed if s not in course.sides or course.sides[s].consent is None]


def _enough(course: Course, entry: Entry) -> bool:
    counted = entry.count is None or consents(course) >= entry.count
    return counted and (entry.share is None or course.share >= entry.share)


def consents(course: Course) -> int:
    """Return how many consents there are at least, by those told singly and by told counts.

    A consent adds to a told count only if it was surely given after it.
    """
    given = [side.consent for side in course.sides.values() if side.consent]
    best = len(given)
    for day, count in course.counts:
        since = sum(1 for one in given if one.first > day)
        back = sum(1 for gone in course.revoked if gone > day)
        best = max(best, count + since - back)
    return best


def belies_entry(course: Course, life: Life, day: str) -> bool:
    """Say whether what is told of consents contradicts an entry into force told for a day.

    So it is where the delay after the last needed consent has not run out and the day of that
    consent is known, where a state whose
    consent the text needs by name has not given it though others are told to have, and where
    fewer consents than needed are told for a later day than the delay allows.
    """
    entry = life.terms.entry
    dated = course.met not in course.undated
    if course.due is not None and dated and later(day, _ONE_DAY) < course.due:
        return True
    given = any(side.consent for side in course.sides.values())
    if course.due is None and given and entry.of and missing(course, life):
        return True
    return entry.count is not None and any(
        count < entry.count and later(told, entry.delay) > day for told, count in course.counts
    )


def below_threshold(course: Course, entry: Entry) -> bool:
    """Say whether so many left that fewer stay than entry into force needed (55)."""
    if entry.count is None or not course.in_force:
        return False
    stay = sum(1 for side in course.sides.values() if side.bound)
    gone = sum(1 for side in course.sides.values() if side.left)
    return stay + gone >= entry.count > stay
