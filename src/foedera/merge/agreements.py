"""Agreements from the claims under their names: titles, parties, acts, obligations, conduct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from foedera.data import Act, Agreement, Delay, Event, Obligation, Span, Timex, When
from foedera.lexicons import load_words
from foedera.measure import content_id
from foedera.merge.known import Known, known_agreements
from foedera.merge.names import state_name, states_named
from foedera.merge.namings import (
    is_home_act,
    known_names,
    may_be_parties,
    name_words,
    party_makers,
    states_of,
)
from foedera.merge.status import entry_day
from foedera.merge.steps import DEED, is_notice, pick_steps, takes_its_place, tells_step
from foedera.merge.telling import Telling, actor_key, fold, ordinal_day
from foedera.merge.terms import later, terms_of
from foedera.merge.titles import bare_title, read_title

_ONE_SIDED = ("agreement.suspend", "agreement.resume")
"""Told of nobody, these would befall the whole."""


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def assemble_agreement(
    tellings: Sequence[Telling], events: Sequence[Event], conduct: Sequence[str]
) -> Agreement:
    """Make one agreement of the claims under its names and the events they belong to."""
    told = sorted(tellings, key=lambda t: t.id)
    known = known_as(told)
    parties = _parties(told, known)
    titles = _titles(told, known, parties)
    by_id = {t.id: t for t in told}
    return Agreement(
        id=agreement_id(t.id for t in told),
        titles=titles,
        kind=_kind(titles, parties, bilateral=is_bilateral(told), known=known),
        binding=known.binding if known else _binding(titles, told),
        parties=parties,
        steps=tuple(sorted(pick_steps(events, by_id, parties, known), key=_step_order)),
        conduct=tuple(sorted(conduct)),
        claims=tuple(t.id for t in told),
    )


def agreement_id(claims: Any) -> str:
    """Name an agreement by its smallest claim."""
    return content_id("agreement", min(claims))


def known_as(tellings: Sequence[Telling]) -> Known | None:
    """Return what the world knows of the agreement that most reports here tell of, if anything."""
    told_in: dict[str, list[Telling]] = {}
    for telling in tellings:
        told_in.setdefault(telling.source.report, []).append(telling)
    found = Counter(
        key for told in told_in.values() for key in set(known_names(told).values()) if key
    )
    key = min(found, key=lambda k: (-found[k], k), default=None)
    return known_agreements()[key] if key else None


def _titles(
    tellings: Sequence[Telling], known: Known | None, parties: Sequence[str]
) -> tuple[str, ...]:
    """Return the world's name first, then each name once: proper ones, told by most reports.

    Where no report gives it a name of its own, the first says between whom it is.
    """
    reports: dict[str, set[str]] = {}
    shown: dict[str, Counter[str]] = {}
    for telling in tellings:
        if telling.claim.agreement is None:
            continue
        for written in (telling.claim.agreement.title, *telling.names):
            title = bare_title(written)
            reports.setdefault(fold(title), set()).add(telling.source.report)
            shown.setdefault(fold(title), Counter())[title] += 1
    proper = [name for name in reports if name_words(name)] or list(reports)
    order = sorted(proper, key=lambda n: (*_rank(shown[n]), -len(reports[n]), n))
    titles = [min(shown[name], key=lambda t: (-shown[name][t], t)) for name in order]
    if known is not None:
        return (known.title, *(t for t in titles if t != known.title))
    said = _between(titles, parties)
    return (said, *titles) if said else tuple(titles)


def _between(titles: Sequence[str], parties: Sequence[str]) -> str | None:
    """Say between whom an agreement is that reports only describe ("the trade deal")."""
    if not titles or not 2 <= len(parties) <= 4:
        return None
    parts = read_title(titles[0])
    if parts.proper or parts.known or len(parts.states) > 1:
        return None
    names = sorted(state_name(party) for party in parties)
    words = [w for w in titles[0].split() if not states_named(w)]
    return f"{' '.join(words)} between {', '.join(names[:-1])} and {names[-1]}"


def _rank(shown: Counter[str]) -> tuple[int, int]:
    """Put names with most words of their own first, then those that tell their states."""
    parts = [read_title(title) for title in shown]
    return -max(len(p.proper) for p in parts), -max(len(p.states) for p in parts)


def _parties(tellings: Sequence[Telling], known: Known | None = None) -> tuple[str, ...]:
    """Return the doers of acts that make one a party; persons count for their state.

    Of an agreement that only reports describe, the sides told with its name are parties too;
    of one that the whole world knows as closed, only its members can be.
    """
    states = {state for t in party_makers(tellings) for state in states_of(t)}
    if known is None or known.members:
        states |= {side for t in tellings for side in t.naming.sides}
    return tuple(sorted(may_be_parties(states, known.key if known else None)))


def _kind(
    titles: Sequence[str], parties: Sequence[str], *, bilateral: bool, known: Known | None
) -> str:
    heads = _words()["heads"]
    used = {word for title in titles for word in fold(title).split()} & heads.keys()
    head = known.kind if known else next((name for name in heads if name in used), "agreement")
    if bilateral:
        return f"bilateral {head}"
    return f"multilateral {head}" if len(parties) > 2 else head


def is_bilateral(tellings: Sequence[Telling]) -> bool:
    """Say whether two states, no more, are told as doing together what makes a treaty."""
    known = known_as(tellings)
    if len(_parties(tellings, known)) != 2 or (known is not None and len(known.members) != 2):
        return False
    joint = set(_words()["once"]) | {"agreement.conclude", "agreement.provide"}
    return any(
        t.claim.kind in joint and len(states_of(t)) == 2 and not is_home_act(t) for t in tellings
    )


def _binding(titles: Sequence[str], tellings: Sequence[Telling]) -> Literal["yes", "no", "unclear"]:
    """Treaties bind by their name, others where they were ratified or came into force."""
    formal = {"agreement.ratify", "agreement.exchange-instruments", "agreement.enter-into-force"}
    if {t.claim.kind for t in tellings} & formal:
        return "yes"
    heads = _words()["heads"]
    said = {heads[word] for title in titles for word in fold(title).split() if word in heads}
    if "yes" in said:
        return "yes"
    return "no" if said == {"no"} else "unclear"


def _step_order(event: Event) -> tuple[str, str, str]:
    when = event.setting.when
    return (when.latest or when.earliest or "9999") if when else "9999", event.kind, event.id


# ---------------------------------------------------------------------- acts


def acts_of(agreement: Agreement, tellings: Mapping[str, Telling]) -> list[Act]:
    """Return the dated acts that status follows from: deeds that someone asserts, no plans.

    Where days are told only as words no one can date, the first report bounds them.
    """
    acts = []
    notice = terms_of([tellings[c] for c in agreement.claims]).notice
    for event in agreement.steps:
        told = [tellings[c] for c in event.claims]
        if event.kind in ("agreement.withdraw", "agreement.terminate"):
            acts += _leaving(event, told, agreement, notice=notice)
            continue
        deeds = [
            t for t in told if _is_deed(t) and tells_step(t, agreement.parties) and _may_weigh(t)
        ]
        if event.kind in _ONE_SIDED and not _doers(event, agreement):
            continue
        if deeds and not _is_hearsay(event, deeds):
            acts.append(_act(event, deeds, agreement))
    return date_entry(acts)


def _may_weigh(telling: Telling) -> bool:
    """Say whether a telling may move a status: what weighs is done, and named where it is told.

    "When the pact expires" tells no expiry; "the calm ended", pages after a pact, tells none of it.
    """
    if telling.claim.kind == "agreement.supersede" and not takes_its_place(telling):
        return False
    weighs = telling.claim.kind in _words()["weighty"]
    return not weighs or (telling.own and telling.claim.voice.reality == "happened")


def _act(event: Event, deeds: Sequence[Telling], agreement: Agreement) -> Act:
    when = event.setting.when
    printed = [t.source.published.latest for t in deeds if t.source.published.latest]
    kinds = [t.claim.kind for t in deeds]
    return Act(
        kind=event.kind if event.kind in kinds else min(kinds),
        day=when.earliest if when else None,
        by=_doers(event, agreement),
        claims=tuple(t.id for t in deeds),
        where=event.setting.where.name if event.setting.where else None,
        latest=when.latest if when and when.latest else min(printed, default=None),
        told=min(printed, default=None),
    )


def _is_hearsay(event: Event, deeds: Sequence[Telling]) -> bool:
    """Say whether an entry into force rests on one passing word without day or source."""
    if event.kind != "agreement.enter-into-force" or event.setting.when is not None:
        return False
    return len(deeds) == 1 and not deeds[0].claim.voice.sources


def _leaving(
    event: Event, told: Sequence[Telling], agreement: Agreement, *, notice: Delay | None
) -> list[Act]:
    """Tell notice from effect: a notice given binds when its period runs out, a leaving now.

    One party's notice that it ends an agreement is a notice of withdrawal.
    """
    notices = [t for t in told if is_notice(t)]
    done = [t for t in told if _is_deed(t) and not is_notice(t) and t.own]
    acts = []
    if notices:
        given = _act(event, notices, agreement)
        effect = later(given.latest, notice) if given.latest and notice else None
        acts.append(replace(given, kind="agreement.withdraw", effect=effect))
    if done and not (event.setting.when is None and len({t.source.report for t in done}) < 2):
        leaving = _act(event, done, agreement)
        acts.append(replace(leaving, effect=leaving.latest))
    return acts


def _is_deed(telling: Telling) -> bool:
    voice = telling.claim.voice
    return voice.reality in DEED and voice.stance in ("asserted", "confirmed")


def _doers(event: Event, agreement: Agreement) -> tuple[str, ...]:
    keys = {actor_key(a) for a in event.roles.actors} & set(agreement.parties)
    return tuple(sorted(keys))


def date_entry(acts: Sequence[Act]) -> list[Act]:
    """Give an entry into force without a day of its own the day of the exchange behind it."""
    pair = entry_day(acts)
    if pair is None:
        return list(acts)
    entry, exchange = pair
    dated = replace(entry, day=exchange.day, latest=exchange.day)
    return [dated if act is entry else act for act in acts]


def date_step(event: Event, acts: Sequence[Act]) -> tuple[When | None, str | None]:
    """Return the day of a step as its act has it, and what it follows from where inferred."""
    act = next((a for a in acts if set(a.claims) <= set(event.claims)), None)
    when = event.setting.when
    if act is None or act.kind != "agreement.enter-into-force" or act.day is None:
        return when, None
    if when is not None and (when.earliest, when.latest) == (act.day, act.latest):
        return when, None
    exchange = next((a for a in acts if a.kind == "agreement.exchange-instruments"), None)
    if exchange is None or act.day != exchange.day:
        return when, None
    words = when.words if when else ""
    span = when.span if when else Span(0, 0)
    day = When(act.day, act.latest, "day", words, span, Timex("DATE", act.day))
    return day, f"follows from the exchange of instruments on {act.day} (VCLT art. 24)"


# --------------------------------------------------------------- obligations


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation as all its tellings together have it."""

    obligation: Obligation
    claims: tuple[str, ...]
    quoted: str


def merge_obligations(tellings: Sequence[Telling], parties: Sequence[str]) -> list[Duty]:
    """Merge what several reports tell of one duty: same agreement, same kind, same bearers."""
    rows: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: (t.source.report, t.order)):
        if telling.claim.obligation is not None:
            rows.setdefault(telling.claim.obligation.kind, []).append(telling)
    return [_merge_duty(kind, told, parties) for kind, told in sorted(rows.items())]


def _merge_duty(kind: str, told: Sequence[Telling], parties: Sequence[str]) -> Duty:
    duties = [t.claim.obligation for t in told if t.claim.obligation]
    bearers = sorted({b for duty in duties for b in duty.bearers} or set(parties))
    merged = Obligation(
        kind=kind,
        trigger=_fullest([d.trigger for d in duties]),
        duty=_fullest([d.duty for d in duties]),
        immediacy=_fullest([d.immediacy for d in duties]),
        bearers=tuple(bearers),
        beneficiaries=tuple(sorted({b for duty in duties for b in duty.beneficiaries})),
        conditions=_fullest([d.conditions for d in duties]),
    )
    quoted = max(told, key=lambda t: (_fullness(t.claim.obligation), t.id))
    return Duty(merged, tuple(sorted(t.id for t in told)), quoted.id)


def _fullest(texts: Sequence[str | None]) -> str | None:
    return max((t for t in texts if t), key=lambda t: (len(t), t), default=None)


def _fullness(duty: Obligation | None) -> int:
    return len((duty.duty or "") + (duty.trigger or "")) if duty else 0


# ------------------------------------------------------------------- conduct

_CONDUCT = ("military", "transfer", "diplomacy", "cooperation", "coercion")


def find_conduct(
    events: Sequence[Event], parties: Sequence[str], stories: Mapping[str, set[str]], told: set[str]
) -> list[tuple[str, bool]]:
    """Return events that show the parties act on the agreement, and whether that is inferred.

    Explicit where a claim of the event names the agreement; inferred where all who act are
    parties, at least one, and a report of the same story tells it.
    """
    found = []
    for event in events:
        if not may_be_conduct(event):
            continue
        doers = {actor_key(a) for a in event.roles.actors}
        if not doers or not doers <= set(parties):
            continue
        if set(event.claims) & told:
            found.append((event.id, False))
        elif len(parties) <= 6 and _for_partner(event, doers, parties) and stories.get(event.id):
            found.append((event.id, True))
    return found


def may_be_conduct(event: Event) -> bool:
    """Say whether an event is of a sort by which parties act on an agreement."""
    family = event.kind.split(".")[0]
    return family in _CONDUCT and event.reality in ("happened", "ongoing", "planned")


def _for_partner(event: Event, doers: set[str], parties: Sequence[str]) -> bool:
    others = {actor_key(a) for a in event.roles.recipients} - doers
    return len(doers) >= 2 or bool(others & set(parties))


def near_days(event: Event, agreement: Agreement, days: int = 400) -> bool:
    """Say whether an event stands near the steps of an agreement in time; undated ones do."""
    when = event.setting.when
    day = ordinal_day(when.earliest or when.latest) if when else None
    steps = [s.setting.when for s in agreement.steps if s.setting.when]
    marks = [m for w in steps if (m := ordinal_day(w.earliest or w.latest)) is not None]
    if day is None or not marks:
        return True
    return min(abs(day - mark) for mark in marks) <= days
