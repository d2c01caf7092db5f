"""An agreement as the store caches it: all that any day's answer needs, and that answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from foedera.data import Act, Agreement, Event, Life, Particulars, Status
from foedera.lexicons import load_words
from foedera.merge.acts import date_step
from foedera.merge.counting import count_origins
from foedera.merge.names import states_named
from foedera.merge.parties import party_key
from foedera.merge.rows import count_reports, origins_row, status_rows, step_row
from foedera.merge.status import status_changes, status_on
from foedera.merge.telling import fold
from foedera.merge.terms import read_terms, terms_of, terms_row
from foedera.merge.world import World

Row: TypeAlias = dict[str, Any]


def agreement_cache(world: World, agreement: Agreement, copy_of: Mapping[str, str]) -> Row:
    """Write an agreement with acts and terms: its status on any day follows without claims."""
    told = [world.tellings[c] for c in agreement.claims]
    acts = world.acts[agreement.id]
    return {
        "id": agreement.id,
        "titles": list(agreement.titles),
        "kind": agreement.kind,
        "binding": agreement.binding,
        "parties": list(agreement.parties),
        "acts": [_act_row(act) for act in acts],
        "terms": terms_row(terms_of(told)),
        "steps": [_step(world, agreement, event, acts) for event in agreement.steps],
        "obligations": _duties(world, agreement),
        "conduct": list(agreement.conduct),
        "conduct_inferred": sorted(e for a, e in world.inferred if a == agreement.id),
        "reports": count_reports(agreement.claims, world.tellings),
        "origins": origins_row(count_origins(told, world.chains, copy_of)),
        "claims": list(agreement.claims),
    }


def _act_row(act: Act) -> Row:
    """Write an act; of what it says beside who and when, what is known."""
    row = {name: getattr(act, name) for name in Act.__dataclass_fields__}
    said = {name: getattr(act.says, name) for name in Particulars.__dataclass_fields__}
    return {**row, "says": {name: value for name, value in said.items() if value}}


def _step(world: World, agreement: Agreement, event: Event, acts: Sequence[Act]) -> Row:
    when, follows = date_step(event, acts)
    act = next((a for a in acts if set(a.claims) <= set(event.claims)), None)
    by = act.by if act else _doers(agreement, event)
    row = step_row(event, when, follows, by=by)
    return {
        **row,
        "reality": event.reality,
        "reports": count_reports(event.claims, world.tellings),
    }


def _doers(agreement: Agreement, event: Event) -> tuple[str, ...]:
    """Return the parties who do a step that moves no status, such as one that is planned."""
    if event.kind in load_words("agreement_names")["of_themselves"]:
        return ()
    doers = {party_key(actor) for actor in event.roles.actors}
    return tuple(party for party in agreement.parties if party in doers)


def _duties(world: World, agreement: Agreement) -> list[Row]:
    rows = []
    for duty in world.duties[agreement.id]:
        one = duty.obligation
        rows.append(
            {
                "kind": one.kind,
                "trigger": one.trigger,
                "duty": one.duty,
                "immediacy": one.immediacy,
                "bearers": list(one.bearers),
                "beneficiaries": list(one.beneficiaries),
                "conditions": one.conditions,
                "claims": list(duty.claims),
                "quoted": duty.quoted,
                "reports": count_reports(duty.claims, world.tellings),
            }
        )
    return rows


def agreement_row(cached: Row, day: str) -> Row:
    """Answer an agreement's row as of a day."""
    return row_with(cached, status_on(life_of(cached), day))


def row_with(cached: Row, status: Status) -> Row:
    """Answer an agreement's row with a status that was derived before."""
    duties = [{k: v for k, v in d.items() if k != "quoted"} for d in cached["obligations"]]
    own = {k: v for k, v in cached.items() if k not in ("acts", "terms", "claims", "obligations")}
    return {**own, "obligations": duties, **status_rows(status), "claims": cached["claims"]}


def change_rows(cached: Row) -> list[Row]:
    """Answer the days on which its status or a party's state changes, those to come too."""
    return [{"day": day, **status_rows(status)} for day, status in status_changes(life_of(cached))]


def history_rows(cached: Row) -> list[Row]:
    """Answer an agreement's statuses by day under its name; one without days has one row."""
    head = {"agreement": cached["id"], "title": next(iter(cached["titles"]), None)}
    rows = [{**head, **row} for row in change_rows(cached)]
    return rows or [{**head, "day": None, **status_rows(status_on(life_of(cached), "0001-01-01"))}]


def life_of(cached: Row) -> Life:
    """Return what an agreement's status follows from, out of its cache."""
    return Life(
        acts=tuple(_act(row) for row in cached["acts"]),
        parties=tuple(cached["parties"]),
        terms=read_terms(cached.get("terms", {})),
        bilateral=cached["kind"].startswith("bilateral"),
        binding=cached["binding"],
    )


def _act(row: Row) -> Act:
    """Read an act; one cached before acts said more than who and when says nothing more."""
    says = Particulars(**row.get("says", {}))
    return Act(**{**row, "by": tuple(row["by"]), "claims": tuple(row["claims"]), "says": says})


def duty_rows(cached: Row, day: str, asked: str | None) -> list[Row]:
    """Answer an agreement's obligations as of a day; `asked` is the text of an `if`.

    A condition that names states, none of them a party, sets nothing off.
    """
    status = status_on(life_of(cached), day)
    in_force = status.status == "in-force"
    rows = []
    for duty in cached["obligations"]:
        triggered = None if asked is None else in_force and _set_off(cached, duty, asked)
        own = {k: v for k, v in duty.items() if k not in ("quoted", "reports")}
        rows.append(
            {
                "agreement": cached["id"],
                "title": next(iter(cached["titles"]), None),
                **own,
                "in_force": in_force,
                "triggered": triggered,
            }
        )
    return rows


def _set_off(cached: Row, duty: Row, asked: str) -> bool:
    named = states_named(asked)
    if named and not named & set(cached["parties"]):
        return False
    return triggers(duty["trigger"], condition_words(asked))


_ALIKE = (
    frozenset(("attack", "aggression", "invasion", "invade", "assault", "strike", "war")),
    frozenset(("threat", "threaten", "danger")),
    frozenset(("test", "launch")),
)


def condition_words(text: str) -> frozenset[str]:
    """Return the words of a condition, cut to what their forms share.

    >>> condition_words("armed attacks") == condition_words("an armed aggression")
    True
    """
    found = set()
    for word in re.findall(r"[a-z]{3,}", fold(text)):
        stem = word[:-3] if word.endswith("ing") else word[:-2] if word.endswith("ed") else word
        stem = stem[:-1] if stem.endswith("s") else stem
        row = next((r for r in _ALIKE if word in r or stem in r), None)
        found.add(min(row) if row else stem)
    return frozenset(found - {"the", "and", "against", "any", "one", "either"})


def triggers(trigger: str | None, asked: frozenset[str]) -> bool:
    """Say whether an asked condition sets off an obligation: they share a word that counts."""
    return bool(trigger) and bool(condition_words(trigger or "") & asked)
