"""What each kind of act moves, rule by rule, with the article of the Vienna Convention.

`docs/law.md` argues every rule. A rule changes the course of one agreement on the day of an act;
what follows on later days by delays and terms stands in `status_days`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from foedera.data import Act, Basis, Life
from foedera.merge import status_exits as exits
from foedera.merge.acting import doers_of, ground_of, is_joint, moment, sides_of
from foedera.merge.sides import Consent, Course, Side
from foedera.merge.terms import later
from foedera.merge.thresholds import BY_SIGNATURE, belies_entry, exchange_ground, manner_of, reckon

Rule = Callable[[Course, Life, Act], None]

# ------------------------------------------------------------- up to signature


def _propose(course: Course, life: Life, act: Act) -> None:
    course.advance("proposed", ground_of(act, "", life))


def _negotiate(course: Course, life: Life, act: Act) -> None:
    ground = ground_of(act, "", life)
    course.advance("negotiating", ground)
    for side in sides_of(course, act.by):
        side.negotiates = side.negotiates or ground


def _conclude(course: Course, life: Life, act: Act) -> None:
    """Adopting or initialling fixes the text (9, 10), in a political one for good."""
    ground = ground_of(act, "9, 10", life)
    course.advance("text-fixed", ground)
    for side in sides_of(course, act.by):
        if life.binding == "no":
            side.signed = side.signed or ground
        else:
            side.negotiates = side.negotiates or ground


def _sign(course: Course, life: Life, act: Act) -> None:
    """Signature fixes the text and obliges not to defeat its object (18); it is not yet consent."""
    if course.ended:
        course.disputes.append(ground_of(act, "70", life))
        return
    ground = ground_of(act, "10, 18", life)
    course.advance("signed", ground)
    for side in _comers(course, life, act):
        side.signed = side.signed or ground
    if act.says.definitive or manner_of(life) == "signature":
        _consent(course, life, act, BY_SIGNATURE)


def _comers(course: Course, life: Life, act: Act) -> Iterator[Side]:
    """Yield the sides of those who sign or consent; one that left before begins anew.

    What is told without its day may have been done before the leaving, and begins nothing.
    """
    for side in sides_of(course, doers_of(life, act)):
        if side.left and act.day is None and not act.effect:
            continue
        if side.left:
            side.renew()
        yield side


# -------------------------------------------------------------------- consent

_LONG_AGO = "0001-01-01"
"""What is told as done by a day may have been done at any time before."""


def _consent(course: Course, life: Life, act: Act, article: str) -> None:
    """Establish consent to be bound; of a political text it makes an adherent."""
    since = moment(act, life)
    if since is None:
        return
    ground = ground_of(act, article, life)
    if course.ended:
        course.disputes.append(ground)
        return
    for side in _comers(course, life, act):
        if life.binding == "no":
            side.signed = side.signed or ground
        elif side.consent is None:
            binds = act.effect if act.effect and act.effect > since else None
            side.consent = Consent(act.day or _LONG_AGO, since, binds, ground)
    if life.binding != "no":
        _count(course, act, since, ground)


def _count(course: Course, act: Act, since: str, ground: Basis) -> None:
    course.giving = [b for b in course.giving if b.day == since] + [ground]
    if act.day is None or act.day < since:
        course.undated.add(since)
    if act.says.count is not None:
        course.counts.append((since, act.says.count))
    if act.says.share is not None:
        course.share = max(course.share, act.says.share)


def _ratify(course: Course, life: Life, act: Act) -> None:
    """Only a text that was signed is ratified; at home, between two states, that is all it says.

    Unless the text itself counts it as consent.
    """
    if life.binding != "no":
        course.advance("signed", ground_of(act, "14(1)", life))
    if not life.bilateral or manner_of(life) == "consents":
        _consent(course, life, act, "14(1)")


def _deposit(course: Course, life: Life, act: Act) -> None:
    _consent(course, life, act, "14, 16(b)")


def _accede(course: Course, life: Life, act: Act) -> None:
    """Accession joins what others made; told of a treaty of two it means another one."""
    if life.bilateral and life.binding != "no":
        return
    _consent(course, life, act, "15, 16(b)")


def _exchange(course: Course, life: Life, act: Act) -> None:
    """Exchanging instruments establishes the consent of both at once (16(a))."""
    if life.bilateral and life.binding != "no":
        if course.ended:
            course.disputes.append(exchange_ground(act, "70"))
            return
        course.exchanged = course.exchanged or act
        act = replace(act, by=life.parties)
    _consent(course, life, act, "14(1), 16(a)")


def _provisional(course: Course, life: Life, act: Act) -> None:
    ground = ground_of(act, "25(1)", life)
    if course.ended:
        course.disputes.append(ground)
    if life.binding == "no" or course.ended:
        return
    for side in sides_of(course, act.by or life.parties):
        side.applies = side.applies or ground


def _enter(course: Course, life: Life, act: Act) -> None:
    """Take an entry into force as told unless the terms told deny it; then it is contested."""
    day = moment(act, life)
    if life.binding == "no" or day is None:
        return
    ground = ground_of(act, own_clause(life) or "24", life)
    if not course.ended:
        reckon(course, life, day)
    if course.ended:
        course.disputes.append(ground)
    elif not course.in_force and belies_entry(course, life, day):
        course.early.append(ground)
    elif course.in_force and act.by and not life.bilateral:
        _bind(course, _known_doers(course, act), ground)
    else:
        _bring_in(course, life, act, ground)


def own_clause(life: Life) -> str | None:
    """Return the article for a text that is told to say itself how it enters into force."""
    entry = life.terms.entry
    return "24(1)" if entry.by or entry.count or entry.of or entry.share else None


def _bring_in(course: Course, life: Life, act: Act, ground: Basis) -> None:
    for each in (*(() if course.in_force else course.meeting), ground):
        course.advance("in-force", each)
    course.entered, course.due, course.early = course.entered or ground.day, None, []
    begin_term(course, life, act.day or ground.day)
    named = {*_known_doers(course, act), *life.terms.entry.of}
    _bind(course, life.parties if life.bilateral else named, ground)


def _known_doers(course: Course, act: Act) -> list[str]:
    """Return who is named beside an entry and told to have taken part before.

    A state that brokered a truce is named when it takes effect, and is no party.
    """
    sides = course.sides
    return [state for state in act.by if state in sides and sides[state].state() != "none"]


def _bind(course: Course, states: Iterable[str], ground: Basis) -> None:
    for side in sides_of(course, states):
        if not side.left:
            side.bound = side.bound or ground


def begin_term(course: Course, life: Life, first: str | None) -> None:
    """Let the term run from the first day on which the text may have entered into force."""
    if course.ends is None and course.ending is None:
        course.ends = life.terms.until
        if first and life.terms.lasts:
            course.ends = later(first, life.terms.lasts)


# ------------------------------------------------------- extension, suspension


def _extend(course: Course, life: Life, act: Act) -> None:
    """Parties prolong by consent (54(b) as they may end it); without a new end it is open."""
    ground = ground_of(act, "39, 54(b)", life)
    if course.ended:
        course.disputes.append(ground)
        return
    course.ending = ground
    course.ends = act.says.until


def _suspend(course: Course, life: Life, act: Act) -> None:
    """All may suspend by consent (57(b)); one side's suspension is a claim with a procedure."""
    if course.ended:
        return
    all_do = is_joint(act, life)
    ground = ground_of(act, "57(b)" if all_do else "57, 60, 65", life)
    if all_do:
        course.paused = ground
    bound = [state for state in life.parties if course.sides[state].bound]
    for side in sides_of(course, act.by or bound or life.parties):
        if not side.left:
            side.suspended = side.suspended or ground


def _resume(course: Course, life: Life, act: Act) -> None:
    if course.ended:
        course.disputes.append(ground_of(act, "70", life))
        return
    course.paused = None
    for side in sides_of(course, act.by or life.parties):
        side.suspended = None


_BY_KIND: dict[str, Rule] = {
    "propose": _propose,
    "negotiate": _negotiate,
    "conclude": _conclude,
    "sign": _sign,
    "ratify": _ratify,
    "accede": _accede,
    "deposit-instrument": _deposit,
    "exchange-instruments": _exchange,
    "provisionally-apply": _provisional,
    "enter-into-force": _enter,
    "extend": _extend,
    "suspend": _suspend,
    "resume": _resume,
    "withdraw": exits.withdraw,
    "revoke-notice": exits.revoke_notice,
    "unsign": exits.unsign,
    "revoke-ratification": exits.revoke_consent,
    "terminate": exits.terminate,
    "expire": exits.expire,
    "supersede": exits.supersede,
}
RULES: Mapping[str, Rule] = MappingProxyType({f"agreement.{k}": v for k, v in _BY_KIND.items()})
"""One rule a kind of act, in the order in which acts of one day are taken."""
