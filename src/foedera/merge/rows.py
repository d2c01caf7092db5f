"""Computed wholes as the rows of the wire contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from foedera import wire
from foedera.data import Agreement, Basis, Comparison, Event, Origins, Status, When
from foedera.merge.counting import count_origins
from foedera.merge.duties import Duty
from foedera.merge.origins import Chain
from foedera.merge.telling import Telling

Row: TypeAlias = dict[str, Any]


def origins_row(origins: Origins) -> Row:
    """Write ORIGINS."""
    return {"independent": [origins.low, origins.high], "roots": list(origins.roots)}


def event_row(
    event: Event,
    tellings: Mapping[str, Telling],
    chains: Mapping[str, Chain],
    *,
    uncopied: bool = False,
) -> Row:
    """Write an event; `comparison` holds every field that more than one value or telling has.

    Where its reports are known to be `uncopied`, a value that all tell has the event's origins.
    """
    roles, setting, origins = event.roles, event.setting, origins_row(event.origins)
    own = origins if uncopied or len(event.claims) == 1 else None
    return {
        "id": event.id,
        "kind": event.kind,
        "actors": [wire.actor_row(a) for a in roles.actors],
        "recipients": [wire.actor_row(a) for a in roles.recipients],
        "participants": [wire.actor_row(a) for a in roles.participants],
        "object": roles.object.text if roles.object else None,
        "items": list(roles.items),
        "when": when_row(setting.when),
        "where": wire.where_row(setting.where) if setting.where else None,
        "quantities": [wire.quantity_row(q) for q in setting.quantities],
        "reality": event.reality,
        "acknowledgement": dict(event.acknowledgement),
        "comparison": [
            comparison_row(c, tellings, chains, (event.claims, own)) for c in event.comparisons
        ],
        "claims": list(event.claims),
        "reports": count_reports(event.claims, tellings),
        "origins": origins,
        "agreement": event.agreement,
    }


def when_row(when: When | None) -> Row | None:
    """Write a computed time: its days, precision and words; no place in a text."""
    if when is None:
        return None
    return {
        "earliest": when.earliest,
        "latest": when.latest,
        "precision": when.precision,
        "words": when.words,
    }


def comparison_row(
    one: Comparison,
    tellings: Mapping[str, Telling],
    chains: Mapping[str, Chain],
    whole: tuple[tuple[str, ...], Row | None] = ((), None),
) -> Row:
    """Write how a field is told, each value with its claims and origins.

    The `whole` is all claims of its event and, if known, their origins. Who speaks twice in a claim
    has it twice.
    """
    every, own = whole
    values = [
        {
            "value": value,
            "claims": list(claims),
            "origins": (own if claims == every else None)
            or origins_row(count_origins([tellings[c] for c in claims], chains, {})),
        }
        for value, claims in one.values
    ]
    return {"field": one.field, "comparison": one.verdict, "values": values}


def count_reports(claims: Iterable[str], tellings: Mapping[str, Telling]) -> int:
    """Return in how many reports some claims stand."""
    return len({tellings[claim].source.report for claim in claims})


def status_rows(status: Status) -> Row:
    """Write status, party states and basis as an agreement's row holds them."""
    return {
        "status": status.status,
        "contested": status.contested,
        "basis": [basis_row(b) for b in status.basis],
        "party_status": dict(status.parties),
        "provisional": status.provisional,
        "applying": list(status.applying),
        "party_basis": {
            party: [basis_row(b) for b in grounds] for party, grounds in status.party_basis
        },
    }


def basis_row(basis: Basis) -> Row:
    """Write the ground of a status."""
    return {
        "act": basis.act,
        "day": basis.day,
        "article": f"VCLT art. {basis.article}" if basis.article else None,
        "claims": list(basis.claims),
        "derived": basis.derived,
    }


def duty_row(duty: Duty, agreement: Agreement, status: Status) -> Row:
    """Write an obligation of an agreement on a day."""
    one = duty.obligation
    return {
        "agreement": agreement.id,
        "kind": one.kind,
        "trigger": one.trigger,
        "duty": one.duty,
        "immediacy": one.immediacy,
        "bearers": list(one.bearers),
        "beneficiaries": list(one.beneficiaries),
        "conditions": one.conditions,
        "in_force": status.status == "in-force",
        "claims": list(duty.claims),
    }


def step_row(event: Event, when: When | None, follows: str | None, *, by: Sequence[str]) -> Row:
    """Write a step in an agreement's life; `follows` says where its day comes from if inferred."""
    return {
        "kind": event.kind,
        "when": when_row(when),
        "where": event.setting.where.name if event.setting.where else None,
        "by": list(by),
        "basis": follows,
        "event": event.id,
        "claims": list(event.claims),
        "origins": origins_row(event.origins),
    }
