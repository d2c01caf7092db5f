"""Claims to and from rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeAlias

from foedera.data import (
    Actor,
    Claim,
    Obligation,
    Passage,
    Reality,
    Roles,
    Setting,
    Span,
    Stance,
    Term,
    Voice,
)
from foedera.wire.shapes import Row, alike, at, lean, pair, span
from foedera.wire.values import (
    actor_row,
    phrase_row,
    quantity_row,
    read_actor,
    read_phrase,
    read_quantity,
    read_title,
    read_when,
    read_where,
    title_row,
    when_row,
    where_row,
)

Plover: TypeAlias = Mapping[tuple[str, str], Mapping[str, Any] | None]


def claim_row(claim: Claim, plover: Plover | None = None) -> Row:
    """Write a claim; `plover` maps its kind and reality to PLOVER's code."""
    passage, roles = claim.passage, claim.roles
    setting, voice = claim.setting, claim.voice
    return lean(
        {
            "id": claim.id,
            **at(passage.span),
            "trigger": pair(passage.trigger),
            "part": passage.part,
            "kind": claim.kind,
            "plover": (plover or {}).get((claim.kind, voice.reality)),
            "actors": [actor_row(a) for a in roles.actors],
            "recipients": [actor_row(a) for a in roles.recipients],
            "participants": [actor_row(a) for a in roles.participants],
            "object": phrase_row(roles.object),
            "agreement": title_row(claim.agreement),
            "when": when_row(setting.when) if setting.when else None,
            "where": where_row(setting.where) if setting.where else None,
            "quantities": [quantity_row(q) for q in setting.quantities],
            "items": list(roles.items),
            "reality": voice.reality,
            "stance": voice.stance,
            "sources": [[actor_row(a) for a in level] for level in voice.sources],
            "passing": voice.passing or None,
            "obligation": _obligation_row(claim.obligation),
            "terms": [_term_row(term) for term in setting.terms] or None,
            "rule": claim.rule,
        }
    )


def _obligation_row(one: Obligation | None) -> Row | None:
    if one is None:
        return None
    return lean(
        {
            "kind": one.kind,
            "trigger": one.trigger,
            "duty": one.duty,
            "immediacy": one.immediacy,
            "bearers": list(one.bearers),
            "beneficiaries": list(one.beneficiaries),
            "conditions": one.conditions,
        }
    )


def _read_obligation(row: Row | None) -> Obligation | None:
    if row is None:
        return None
    return Obligation(
        row["kind"],
        row.get("trigger"),
        row.get("duty"),
        row.get("immediacy"),
        tuple(row["bearers"]),
        tuple(row.get("beneficiaries", ())),
        row.get("conditions"),
    )


def _term_row(term: Term) -> Row:
    return {"kind": term.kind, "value": term.value, "words": term.words, **at(term.span)}


def _read_term(row: Row) -> Term:
    return Term(row["kind"], row["value"], row["words"], span(row))


def _actors(rows: Iterable[Row]) -> tuple[Actor, ...]:
    return tuple(map(read_actor, rows))


def _read_voice(row: Row) -> Voice:
    own, sources = (row["reality"], row["stance"], row.get("passing", False)), row["sources"]
    if not sources:
        return _unsourced(*own)
    return Voice(*own[:2], tuple(map(_actors, sources)), own[2])


@cache
def _unsourced(reality: Reality, stance: Stance, passing: bool) -> Voice:
    """Return the voice of claims that a report tells as its own: they are few and often read."""
    return Voice(reality, stance, (), passing)


def _read_setting(row: Row) -> Setting:
    when, where = row.get("when"), row.get("where")
    quantities, terms = row["quantities"], row.get("terms", ())
    if when is None and where is None and not quantities and not terms:
        return _NOWHERE
    return Setting(
        None if when is None else read_when(when),
        None if where is None else read_where(where),
        tuple(map(read_quantity, quantities)),
        tuple(map(_read_term, terms)),
    )


_NOWHERE = Setting(None, None, (), ())


def read_claim(row: Row, report: str) -> Claim:
    """Read a claim of the report with that id back."""
    return Claim(
        id=row["id"],
        report=report,
        passage=Passage(span(row), Span(*row["trigger"]), alike(row["part"])),
        kind=alike(row["kind"]),
        roles=Roles(
            _actors(row["actors"]),
            _actors(row["recipients"]),
            _actors(row["participants"]),
            read_phrase(row.get("object")),
            tuple(row["items"]),
        ),
        setting=_read_setting(row),
        voice=_read_voice(row),
        agreement=read_title(row.get("agreement")),
        obligation=_read_obligation(row.get("obligation")),
        rule=alike(row["rule"]),
    )
