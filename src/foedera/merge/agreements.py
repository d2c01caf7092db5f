"""Agreements from the claims under their names: titles, parties, acts, obligations, conduct."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Literal

from foedera.data import Agreement, Event
from foedera.lexicons import load_words
from foedera.measure import content_id
from foedera.merge.known import Known, keys_in, known_agreements
from foedera.merge.making import is_home_act, party_makers, tell_sides
from foedera.merge.names import state_name, states_named
from foedera.merge.namings import known_names, may_be_parties
from foedera.merge.own_words import name_words
from foedera.merge.parties import states_of
from foedera.merge.steps import pick_steps
from foedera.merge.telling import Telling, actor_key, fold, ordinal_day
from foedera.merge.titles import bare_title, read_title


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
            if known is not None and _is_of_another(title, known):
                continue
            reports.setdefault(fold(title), set()).add(telling.source.report)
            shown.setdefault(fold(title), Counter())[title] += 1
    proper = [name for name in reports if name_words(name)] or list(reports)
    order = sorted(proper, key=lambda n: (*_rank(shown[n]), -len(reports[n]), n))
    titles = [min(shown[name], key=lambda t: (-shown[name][t], t)) for name in order]
    if known is not None:
        return (known.title, *(t for t in titles if t != known.title))
    said = _between(titles, [_party_name(party, tellings) for party in parties])
    return (said, *titles) if said else tuple(titles)


def _is_of_another(title: str, known: Known) -> bool:
    """Say whether a name told beside it is that of another agreement which the world names."""
    keys = set(keys_in(tuple(fold(title).split())))
    return bool(keys) and known.key not in keys


def _between(titles: Sequence[str], parties: Sequence[str]) -> str | None:
    """Say between whom an agreement is that reports only describe ("the trade deal")."""
    if not titles or not 2 <= len(parties) <= 4:
        return None
    parts = read_title(titles[0])
    if parts.proper or parts.known or len(parts.states) > 1:
        return None
    names = sorted(parties)
    words = [w for w in titles[0].split() if not states_named(w)]
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    return (
        f"{' '.join(words)} ({told})" if "between" in words else f"{' '.join(words)} between {told}"
    )


def _party_name(party: str, tellings: Sequence[Telling]) -> str:
    """Return the name of a party: of an armed group where nobody else acts for its country."""
    acting = {
        fold(a.name)
        for t in tellings
        for a in t.claim.roles.actors
        if a.country == party and t.claim.kind in _words()["consent"]
    }
    group = next(iter(acting)) if len(acting) == 1 else ""
    return group.title() if group in _words()["armed_groups"] else state_name(party)


def _rank(shown: Counter[str]) -> tuple[int, int]:
    """Put names with most words of their own first, then those that tell their states."""
    parts = [read_title(title) for title in shown]
    return -max(len(p.proper) for p in parts), -max(len(p.states) for p in parts)


def _parties(tellings: Sequence[Telling], known: Known | None = None) -> tuple[str, ...]:
    """Return the doers of acts that make one a party; persons count for their state.

    Of an agreement that only reports describe, the sides told with its name are parties too;
    of one that the whole world knows as closed, only its members can be. Where nobody is told to
    have made it, those who negotiate it or whose it is are named.
    """
    states = {state for t in party_makers(tellings) for state in states_of(t)}
    if known is None or known.members:
        states |= {side for t in tellings for side in t.naming.sides}
    if not states and known is None:
        states = {state for t in tell_sides(tellings) for state in states_of(t)}
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
    """Say whether two states, no more, are told as doing together what makes a treaty.

    Or one of them leaves or ends the treaty that it has with the other.
    """
    known = known_as(tellings)
    if len(_parties(tellings, known)) != 2 or (known is not None and len(known.members) != 2):
        return False
    joint = set(_words()["once"]) | {"agreement.conclude", "agreement.provide"}
    leaving = set(_words()["leaving"])
    return any(
        (t.claim.kind in joint and len(states_of(t)) == 2 and not is_home_act(t))
        or (
            t.claim.kind in leaving
            and len(t.naming.sides) == 1 == len(states_of(t) - t.naming.sides)
        )
        for t in tellings
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


# ------------------------------------------------------------------- conduct

_CONDUCT = ("military", "transfer", "diplomacy", "cooperation", "coercion")


def find_conduct(
    events: Iterable[Event], parties: Sequence[str], told: set[str]
) -> list[tuple[str, bool]]:
    """Return events that show the parties act on the agreement, and whether that is inferred.

    `events` are those of the stories that tell the agreement. Explicit where a claim of the event
    names the agreement; inferred where all who act are parties, at least one.
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
        elif len(parties) <= 6 and _for_partner(event, doers, parties):
            found.append((event.id, True))
    return found


def may_be_conduct(event: Event) -> bool:
    """Say whether an event is of a sort by which parties act on an agreement."""
    family = event.kind.split(".")[0]
    return family in _CONDUCT and event.reality in ("happened", "ongoing", "planned")


def _for_partner(event: Event, doers: set[str], parties: Sequence[str]) -> bool:
    others = {actor_key(a) for a in event.roles.recipients} - doers
    return len(doers) >= 2 or bool(others & set(parties))


def step_days(agreement: Agreement) -> list[int]:
    """Return the days of an agreement's steps, in order."""
    steps = [s.setting.when for s in agreement.steps if s.setting.when]
    return sorted(m for w in steps if (m := ordinal_day(w.earliest or w.latest)) is not None)


def near_days(event: Event, steps: Sequence[int], days: int = 400) -> bool:
    """Say whether an event stands near some days of steps in time; undated ones do."""
    when = event.setting.when
    day = ordinal_day(when.earliest or when.latest) if when else None
    if day is None or not steps:
        return True
    place = bisect_left(steps, day - days)
    return place < len(steps) and steps[place] <= day + days
