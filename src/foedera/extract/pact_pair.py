"""Whose pact it is, where a report tells of two states only: "the accord was signed in Rio".

Who makes an agreement is often told once and far from its terms. Where two states make most of the
sides of a report's claims, a pact that names no party is theirs; not where a law or another deal is
meant, nor where the report tells of more ("six powers", "the member states").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache

from foedera.data import Actor, Claim, Roles
from foedera.extract.role_words import role_words
from foedera.gazetteer import load_gazetteer
from foedera.gazetteer.tables import cells, rows

_KINDS = frozenset(
    f"agreement.{kind}"
    for kind in ("sign", "provide", "enter-into-force", "exchange-instruments", "extend", "expire")
)
_BY_NOUN = ("frames.noun_frame", "frames.deverbal_frame")
_SIGNERS = frozenset({"person", "office"})
_SEVERAL = 2
_BACK = 600  # characters in which a sentence begins
_COUNTED = re.compile(r"\b(?!two\b|both\b)\w+ (?:countries|states|nations)\b")
_MANY = re.compile(r"\b(?!2\b)\d+ (?:parties|signatories|members)\b")
_DASH = re.compile(r"[-–\s]+")


def with_pair(
    claims: Sequence[Claim],
    text: str,
    laid: Collection[str] = frozenset(),
    headed: Sequence[Actor] = (),
) -> list[Claim]:
    """Return a report's claims, acts upon a pact without a party given the two states it tells of.

    What the parties owe is owed by them. `laid`: ids of terms of whose pact nobody was named, for
    which the two states of the headline or of the lead (`headed`) do where claims do not tell.
    """
    opened = [_is_open(c, text) or c.id in laid for c in claims]
    pair = _pair(claims) if any(opened) and not _MANY.search(text) else ()
    if not pair and laid and len(headed) == _SEVERAL:
        return [_given(claim, headed) if claim.id in laid else claim for claim in claims]
    if not pair:
        return list(claims)
    return [
        _given(claim, pair) if is_open and not _is_of_others(claim, pair) else claim
        for claim, is_open in zip(claims, opened, strict=True)
    ]


def _is_of_others(claim: Claim, pair: Sequence[Actor]) -> bool:
    """Say whether the world knows an act's agreement as one of others, or open to all."""
    title = claim.agreement.title if claim.agreement else ""
    members = _known().get(_DASH.sub(" ", title.lower()))
    return members is not None and members != frozenset(str(a.country) for a in pair)


@cache
def _known() -> dict[str, frozenset[str]]:
    """Return the members of each agreement that the world knows, under all its names."""
    return {
        name: frozenset(cells(members))
        for _, _, names, _, _, _, members, *_ in rows("agreements")
        for name in cells(names)
    }


def _is_open(claim: Claim, text: str) -> bool:
    """Say whether a claim tells an act upon a pact of which it names no party."""
    kept = claim.kind in _KINDS and claim.voice.reality != "conditional"
    if not kept or claim.rule.startswith(_BY_NOUN):
        return False
    if any(a.country or a.kind == "organisation" for a in _sides(claim.roles)):
        return False
    signers = all(_is_signer(a) or _is_side(a) for a in claim.roles.actors)
    span = claim.passage.span
    first = max(0, span.start - _BACK)
    start = max(text.rfind(end, first, span.start) for end in (". ", "\n\n"))
    told = text[max(start + 1, first) : span.end].lower()
    words = frozenset(re.findall(r"[a-z]+", told))
    meant = not words.isdisjoint(role_words("pact_told")) and not _COUNTED.search(told)
    return signers and meant and words.isdisjoint(role_words("no_such_pact"))


def _is_signer(actor: Actor) -> bool:
    return actor.kind in _SIGNERS


def _is_side(actor: Actor) -> bool:
    return actor.name.lower().split()[-1] in role_words("pact_told")


def _pair(claims: Iterable[Claim]) -> tuple[Actor, ...]:
    """Return the two states that most claims are about, nobody where a third comes near."""
    told: Counter[str] = Counter()
    first: dict[str, Actor] = {}
    for claim in claims:
        for actor in _sides(claim.roles):
            if actor.country is None and _are_many(actor):
                return ()
            if actor.country:
                first.setdefault(actor.country, actor)
        told.update({a.country for a in _sides(claim.roles) if a.country})
    ranked = told.most_common(_SEVERAL + 1)
    if len(ranked) < _SEVERAL or ranked[1][1] < max(_SEVERAL, ranked[0][1] / 3 + 0.1):
        return ()
    if len(ranked) > _SEVERAL and ranked[2][1] > ranked[1][1] / 2:
        return ()
    return tuple(first[country] for country, _ in ranked[:_SEVERAL])


def _sides(roles: Roles) -> tuple[Actor, ...]:
    return (*roles.actors, *roles.recipients)


def _are_many(actor: Actor) -> bool:
    return actor.name.lower().split()[-1] in role_words("more_than_two")


def _given(claim: Claim, pair: Sequence[Actor]) -> Claim:
    kept = tuple(a for a in claim.roles.actors if _is_signer(a))
    states = tuple(_state(a, claim) for a in pair)
    roles = replace(claim.roles, actors=(*kept, *states))
    duty = claim.obligation
    if duty is not None and not any(b.isupper() for b in duty.bearers):
        codes = tuple(str(a.country) for a in pair)
        duty = replace(duty, bearers=codes, beneficiaries=codes)
    return replace(claim, roles=roles, obligation=duty)


def _state(actor: Actor, claim: Claim) -> Actor:
    code = str(actor.country)
    name = load_gazetteer().states.get(code, code)
    return Actor(name, code, "state", None, claim.passage.trigger)
