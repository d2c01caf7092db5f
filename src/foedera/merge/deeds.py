"""One act of the tellings of one event: who does it, on which day, what is said beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from foedera.data import Act, Agreement, Event, When
from foedera.lexicons import load_words
from foedera.merge.notices import DEED
from foedera.merge.parties import party_key, states_of
from foedera.merge.telling import Telling, iso_day, ordinal_day
from foedera.merge.terms import particulars_of, said

NEAR = 20
"""How many days may lie between an act and a report that tells it without its day."""


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def make_act(
    event: Event, deeds: Sequence[Telling], agreement: Agreement, *, dated: bool = True
) -> Act:
    """Make an act of deeds of one event; without its day where theirs is not `dated` by it."""
    when, printed = event.setting.when, first_out(deeds)
    if not dated or (when is not None and _is_plan(when, deeds)):
        when = None
    kinds = [t.claim.kind for t in deeds]
    alone = {*_words()["by_each"], *_words()["by_several"]}
    actors = () if event.kind in alone else event.roles.actors
    doers = {key for a in actors if (key := party_key(a))}
    if event.kind == "agreement.enter-into-force" and not doers >= set(agreement.parties):
        doers = set()  # it enters into force for all, or for those whom a telling names
    if event.kind == "agreement.expire":
        doers = set()  # it expires of itself, whoever is told near
    return Act(
        kind=event.kind if event.kind in kinds else min(kinds),
        day=when.earliest if when else None,
        by=tuple(sorted({*doers_in(deeds, agreement), *(doers & set(agreement.parties))})),
        claims=tuple(t.id for t in deeds),
        where=event.setting.where.name if event.setting.where else None,
        latest=when.latest if when and when.latest else printed,
        told=printed,
        effect=said("effect", deeds),
        says=particulars_of(deeds),
    )


def _is_plan(when: When, deeds: Sequence[Telling]) -> bool:
    """Say whether an event's day was only planned, and told as kept by no report soon after."""
    if any(t.last is not None for t in deeds) or when.latest is None:
        return False
    out = first_out(deeds)
    return out is None or out > later_days(when.latest)


def first_out(tellings: Iterable[Telling]) -> str | None:
    """Return the day on which the first of the tellings' reports came out."""
    out = (t.source.published.latest for t in tellings)
    return min((day for day in out if day), default=None)


def is_deed(telling: Telling) -> bool:
    """Say whether a telling has somebody assert that the deed is done or going on."""
    voice = telling.claim.voice
    return voice.reality in DEED and voice.stance in ("asserted", "confirmed")


def doers_in(deeds: Sequence[Telling], agreement: Agreement) -> tuple[str, ...]:
    """Return the parties that tellings name as doing it."""
    done = {state for telling in deeds for state in states_of(telling)}
    return tuple(sorted(done & set(agreement.parties)))


def later_days(day: str) -> str:
    """Return the last day on which a report still tells of a day as news."""
    return iso_day((ordinal_day(day) or 0) + NEAR)
