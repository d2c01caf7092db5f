"""Whom a refusal answers: who told, asked or did just before what is rejected ("denied the claim").

"Chile accused Peru of lying. Peru rejected the charge": Chile's. Only a thing told before and of
nobody else ("the charge", "those calls", "this step", not "its charge" or "a charge"), and only
where the last act of its sort was one state's, another than who refuses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from foedera.data import Actor, Claim
from foedera.extract.role_words import role_words

_REFUSAL = "statement.reject"
_POINTING = re.compile(r"^(?:the|this|that|these|those|such|both|all)\b", re.I)
_WHOSE = re.compile(r"\s+(?:that|of|by|from|made|about|on)\b")
_BY_VERB = "frames.verb_frame"
_LONGEST, _NEAR, _WORD = 4, 350, 200
_SAID = ("statement",)
_ASKED = ("request",)
_OFFERED = ("agreement", "request", "transfer", "statement.promise", "statement.consider")
_NO_DEEDS = ("statement", "request", "diplomacy.meet", "diplomacy.consult", "agreement.negotiate")


def with_answered(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Return a report's claims, refusals of what was just told given whose it is."""
    if not any(c.kind == _REFUSAL for c in claims):
        return list(claims)
    told = sorted(claims, key=_place)
    return [_answering(c, told, text) if c.kind == _REFUSAL else c for c in claims]


def _place(claim: Claim) -> int:
    return claim.passage.trigger.start


def _just_before(claims: Sequence[Claim], refusal: Claim) -> Sequence[Claim]:
    """Return those of the claims, which are in their order, that are told shortly before one."""
    here = _place(refusal)
    first = bisect_left(claims, here - _NEAR - _WORD, key=_place)
    return claims[first : bisect_left(claims, here, key=_place)]


def _answering(claim: Claim, claims: Sequence[Claim], text: str) -> Claim:
    roles = claim.roles
    if roles.recipients or roles.object is None or not claim.rule.startswith(_BY_VERB):
        return claim
    span = roles.object.span
    thing = text[span.start : span.end]
    if _WHOSE.match(text, span.end):
        return claim
    own = {a.country for a in roles.actors if a.country}
    sort = _sort_of(thing)
    if not own or sort is None:
        return claim
    near = _just_before(claims, claim)
    told = [c for c in near if _is_such(c, sort) and _is_near(c, claim)]
    last = max(told, key=_place, default=None)
    doers = _doers(last) if last is not None else ()
    if len({a.country for a in doers}) != 1 or doers[0].country in own:
        return claim
    return replace(claim, roles=replace(roles, recipients=doers[:1]))


def _sort_of(thing: str) -> str | None:
    """Tell what is refused: something said, asked, offered or done, by its noun."""
    words = thing.lower().split()
    if not _POINTING.match(thing) or len(words) > _LONGEST:
        return None
    sorts = ("answered_words", "answered_calls", "answered_offers", "answered_deeds")
    return next((s for s in sorts if not role_words(s).isdisjoint(words)), None)


def _is_such(claim: Claim, sort: str) -> bool:
    if sort == "answered_deeds":
        return not claim.kind.startswith(_NO_DEEDS)
    families = {"answered_words": _SAID, "answered_calls": _ASKED, "answered_offers": _OFFERED}
    return claim.kind.startswith(families[sort])


def _is_near(claim: Claim, refusal: Claim) -> bool:
    told, here = claim.passage.trigger, refusal.passage.trigger
    return told.start < here.start and here.start - told.end <= _NEAR and bool(_doers(claim))


def _doers(claim: Claim) -> tuple[Actor, ...]:
    return tuple(a for a in claim.roles.actors if a.country)
