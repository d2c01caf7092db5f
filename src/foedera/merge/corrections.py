"""A person's corrections laid over a claim; what was read stays beneath."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast, get_args

from foedera.data import Actor, Claim, Correction, Reality, Span, Stance, Timex, When, Where

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FIELDS = ("kind", "reality", "stance", "when", "where", "actors", "recipients", "agreement")


def correct_claim(claim: Claim, corrections: Sequence[Correction]) -> Claim | None:
    """Return the claim as corrected, in the order of making; None where it is rejected."""
    for one in corrections:
        if one.withdrawn is not None or one.claim != claim.id:
            continue
        if one.field == "reject":
            return None
        claim = _set(claim, one.field, one.value or "")
    return claim


def check_value(field: str, value: str) -> str | None:
    """Return what is wrong with a correction, or None."""
    if field not in FIELDS:
        return f"“{field}” cannot be corrected; these can: {', '.join(FIELDS)}"
    if field == "reality" and value not in get_args(Reality):
        return f"reality is one of {', '.join(get_args(Reality))}"
    if field == "stance" and value not in get_args(Stance):
        return f"stance is one of {', '.join(get_args(Stance))}"
    if field == "when" and value and not all(_DAY.fullmatch(day) for day in value.split("/")):
        return "a day is written 2024-06-19, a stretch of days 2024-06-01/2024-06-30"
    return None


def _set(claim: Claim, field: str, value: str) -> Claim:
    if field == "kind":
        return replace(claim, kind=value)
    if field == "reality":
        return replace(claim, voice=replace(claim.voice, reality=cast(Reality, value)))
    if field == "stance":
        return replace(claim, voice=replace(claim.voice, stance=cast(Stance, value)))
    if field == "when":
        return replace(claim, setting=replace(claim.setting, when=_when(claim, value)))
    if field == "where":
        where = Where(value, None, None, None, claim.passage.span) if value else None
        return replace(claim, setting=replace(claim.setting, where=where))
    if field == "actors":
        return replace(claim, roles=replace(claim.roles, actors=_actors(claim, value)))
    if field == "recipients":
        return replace(claim, roles=replace(claim.roles, recipients=_actors(claim, value)))
    if field == "agreement" and claim.agreement is not None:
        return replace(claim, agreement=replace(claim.agreement, title=value))
    return claim


def _when(claim: Claim, value: str) -> When | None:
    if not value:
        return None
    days = value.split("/")
    before = claim.setting.when
    span = before.span if before else claim.passage.span
    precision = "day" if days[0] == days[-1] else "interval"
    words = before.words if before else ""
    return When(days[0], days[-1], precision, words, span, Timex("DATE", value))


def _actors(claim: Claim, value: str) -> tuple[Actor, ...]:
    """Read "PRK, RUS": codes are states, other words groups."""
    span = Span(claim.passage.span.start, claim.passage.span.start)
    names = [name.strip() for name in value.split(",") if name.strip()]
    return tuple(
        Actor(name, name, "state", None, span)
        if len(name) == 3 and name.isupper()
        else Actor(name, None, "group", None, span)
        for name in names
    )
