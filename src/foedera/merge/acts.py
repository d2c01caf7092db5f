"""The dated acts that an agreement's status follows from, out of what is told of its steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from foedera.data import Act, Agreement, Event, Span, Terms, Timex, When
from foedera.lexicons import load_words
from foedera.merge.notices import DEED, is_notice
from foedera.merge.parties import party_key, states_of
from foedera.merge.status import entry_day
from foedera.merge.steps import speaks_of_one, takes_its_place, tells_step
from foedera.merge.telling import Telling, iso_day, ordinal_day
from foedera.merge.terms import later, particulars_of, said, terms_of

_ENTRY = "agreement.enter-into-force"
NEAR = 20
"""How many days may lie between an act and a report that tells it without its day."""


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def acts_of(agreement: Agreement, tellings: Mapping[str, Telling]) -> list[Act]:
    """Return the dated acts that status follows from: deeds that someone asserts, no plans.

    Where days are told only as words no one can date, the first report bounds them.
    """
    terms = terms_of([tellings[c] for c in agreement.claims])
    due = _entry_due(agreement, tellings)
    acts: list[Act] = []
    for event in agreement.steps:
        told = [tellings[c] for c in event.claims]
        if event.kind in _words()["leaving_for_good"]:
            acts += _leaving(event, told, agreement, terms)
            continue
        acts += [_joiner(t, agreement) for t in told if _is_joiner(t, agreement)]
        deeds = [
            t for t in told if _is_deed(t) and tells_step(t, agreement.parties) and _may_weigh(t)
        ]
        if not deeds or _is_hearsay(event, deeds, due):
            continue
        for own, dated in _by_day(event, deeds, several=len(agreement.parties) > 2):
            act = _act(event, own, agreement, dated=dated)
            if act.day is None and act.kind == _ENTRY and _kept(act.told, due):
                act = replace(act, day=due, latest=due)
            if act.by or event.kind not in _words()["one_sided"]:
                acts.append(act)
    acts = _without_early(_with_signers(acts, tellings), terms)
    return date_entry(_with_joining(_without_shared_days(acts)))


def _may_weigh(telling: Telling) -> bool:
    """Say whether a telling may move a status: what weighs is done, and named where it is told.

    "When the pact expires" tells no expiry; "the calm ended", pages after a pact, tells none of it.
    One that is suspending its part does so by saying so.
    """
    if telling.claim.kind == "agreement.supersede" and not takes_its_place(telling):
        return False
    if telling.claim.kind not in _words()["weighty"]:
        return True
    if telling.claim.kind == "agreement.conclude" and not telling.own:
        return telling.claim.voice.reality == "happened" and speaks_of_one(telling)
    done = telling.claim.voice.reality
    says_so = done == "ongoing" and telling.claim.kind in _words()["by_saying"]
    return telling.own and (done == "happened" or says_so)


def _act(
    event: Event, deeds: Sequence[Telling], agreement: Agreement, *, dated: bool = True
) -> Act:
    """Make an act of deeds of one event; without its day where theirs is not `dated` by it."""
    when, printed = event.setting.when, _first_out(deeds)
    if not dated or (when is not None and _is_plan(when, deeds)):
        when = None
    kinds, alone = [t.claim.kind for t in deeds], {*_words()["by_each"], *_words()["by_several"]}
    actors = () if event.kind in alone else event.roles.actors
    doers = {key for a in actors if (key := party_key(a))}
    return Act(
        kind=event.kind if event.kind in kinds else min(kinds),
        day=when.earliest if when else None,
        by=tuple(sorted({*_doers(deeds, agreement), *(doers & set(agreement.parties))})),
        claims=tuple(t.id for t in deeds),
        where=event.setting.where.name if event.setting.where else None,
        latest=when.latest if when and when.latest else printed,
        told=printed,
        effect=said("effect", deeds),
        says=particulars_of(deeds),
    )


def _by_day(
    event: Event, deeds: Sequence[Telling], *, several: bool
) -> list[tuple[list[Telling], bool]]:
    """Part from the rest who is named only where no day is told, in acts that each does alone.

    "Canada ratified on Monday, as Mexico and Japan have": theirs was by then, not on Monday.
    """
    by_each = {*_words()["by_each"], *(_words()["by_several"] if several else ())}
    if event.kind not in by_each or not any(t.last is not None for t in deeds):
        return [(list(deeds), True)]
    dated = {s for t in deeds if t.last is not None for s in states_of(t)}
    apart = [t for t in deeds if t.last is None and states_of(t) - dated]
    rest = [t for t in deeds if t not in apart]
    return [(rest, True), (apart, False)] if apart and dated else [(list(deeds), True)]


def _is_plan(when: When, deeds: Sequence[Telling]) -> bool:
    """Say whether an event's day was only planned, and told as kept by no report soon after."""
    if any(t.last is not None for t in deeds) or when.latest is None:
        return False
    out = _first_out(deeds)
    return out is None or out > later_days(when.latest)


def _first_out(tellings: Iterable[Telling]) -> str | None:
    out = (t.source.published.latest for t in tellings)
    return min((day for day in out if day), default=None)


def _entry_due(agreement: Agreement, tellings: Mapping[str, Telling]) -> str | None:
    """Return the one day for which reports tell beforehand that the text enters into force."""
    days = {
        iso_day(t.last)
        for claim in agreement.claims
        if (t := tellings[claim]).claim.kind == "agreement.enter-into-force"
        and t.claim.voice.reality == "planned" and t.own and not states_of(t)
        and t.last is not None and t.first == t.last
    }  # fmt: skip
    return days.pop() if len(days) == 1 else None


def _kept(out: str | None, due: str | None) -> bool:
    """Say whether a report came out on a day that was told beforehand or soon after it."""
    return out is not None and due is not None and due <= out <= later_days(due)


def _is_hearsay(event: Event, deeds: Sequence[Telling], due: str | None) -> bool:
    """Say whether an entry into force rests on one passing word without day or source.

    A day told beforehand on which the report came out vouches for it.
    """
    if _kept(_first_out(deeds), due):
        return False
    if event.kind != "agreement.enter-into-force" or event.setting.when is not None:
        return False
    return len(deeds) == 1 and not deeds[0].claim.voice.sources


def _is_deed(telling: Telling) -> bool:
    voice = telling.claim.voice
    return voice.reality in DEED and voice.stance in ("asserted", "confirmed")


def _doers(deeds: Sequence[Telling], agreement: Agreement) -> tuple[str, ...]:
    done = {state for telling in deeds for state in states_of(telling)}
    return tuple(sorted(done & set(agreement.parties)))


def _with_signers(acts: Sequence[Act], tellings: Mapping[str, Telling]) -> list[Act]:
    """Give a signature told without a day the day that its report tells of the signing.

    "175 states signed on Friday. Peru and Chile were among them."
    """
    found = []
    for act in acts:
        dated = [
            other
            for other in acts
            if act.kind == other.kind == "agreement.sign"
            and act.day is None
            and other.day is not None
            and _reports(act, tellings) & _reports(other, tellings)
        ]
        if len(dated) == 1:
            act = replace(act, day=dated[0].day, latest=dated[0].latest)
        found.append(act)
    return found


def _reports(act: Act, tellings: Mapping[str, Telling]) -> set[str]:
    return {tellings[claim].source.report for claim in act.claims}


def _is_joiner(telling: Telling, agreement: Agreement) -> bool:
    """Say whether a telling gives the day from which one state is bound, so long after consent.

    "It will enter into force for Peru on 10 November, thirty days after the deposit."
    """
    claim, voice = telling.claim, telling.claim.voice
    if claim.kind != "agreement.enter-into-force" or voice.reality != "planned":
        return False
    asserted = voice.stance in ("asserted", "confirmed") and not telling.open_ended
    exact = telling.last is not None and telling.first == telling.last
    alone = len(states_of(telling)) == 1 and len(agreement.parties) > 2
    return asserted and exact and alone and telling.own and said("joins", [telling]) is not None


def _joiner(telling: Telling, agreement: Agreement) -> Act:
    """Make the consent that such a telling takes for given by the day of its report."""
    out = _first_out([telling])
    return Act(
        kind="agreement.deposit-instrument",
        day=None,
        by=_doers([telling], agreement),
        claims=(telling.id,),
        latest=out,
        told=out,
        effect=iso_day(telling.last) if telling.last else None,
    )


def _without_shared_days(acts: Sequence[Act]) -> list[Act]:
    """Take the day from a list of consents of which one is told for another day elsewhere.

    "Peru, Chile and Fiji had done so, the last of them on Monday": by Monday is all that it says.
    """
    found = []
    for act in acts:
        if act.kind in _words()["consents"] and len(act.by) > 1 and act.day is not None:
            alone = [o for o in acts if o.kind in _words()["consents"] and len(o.by) == 1]
            if any(set(o.by) < set(act.by) and _is_before(o, act) for o in alone):
                act = replace(act, day=None)
        found.append(act)
    return found


def _is_before(one: Act, other: Act) -> bool:
    return one.day is not None and bool(one.latest and other.day and one.latest < other.day)


def _with_joining(acts: Sequence[Act]) -> list[Act]:
    """Let a consent bind from the day on which reports tell that its state became a party.

    "Peru deposited its instrument in May"; "Peru became the pact's 12th member on 15 December".
    """
    joined = {
        act.by[0]: act.day
        for act in reversed(acts)
        if act.kind in _words()["joining"] and len(act.by) == 1
        and act.day is not None and act.day == act.latest
    }  # fmt: skip
    found = []
    for act in acts:
        day = joined.get(act.by[0]) if len(act.by) == 1 else None
        waits = act.kind in _words()["consents"] and act.kind != "agreement.accede"
        if waits and day and act.latest and act.effect is None and later_days(act.latest) <= day:
            act = replace(act, effect=day)
        found.append(act)
    return found


# --------------------------------------------------------------------- leaving


@dataclass(frozen=True, slots=True)
class _Told:
    """What an event of leaving is told as: notice near its day, notice at other times, done."""

    notices: list[Telling]
    apart: list[Telling]
    done: list[Telling]


def _leaving(
    event: Event, told: Sequence[Telling], agreement: Agreement, terms: Terms
) -> list[Act]:
    """Tell notice from effect: a notice given binds when its period runs out, a leaving now.

    One party's notice that it ends an agreement is a notice of withdrawal. Where an event holds
    a notice, what else it tells without a day is of that notice.
    """
    sorted_out = _sort_out(event, told)
    acts = [_notice(event, sorted_out.notices, agreement, terms)] if sorted_out.notices else []
    acts += [_apart(t, agreement, terms) for t in sorted_out.apart]
    done = sorted_out.done
    if done:
        leaving = _act(event, done, agreement)
        acts.append(replace(leaving, effect=leaving.effect or leaving.latest))
    return acts


def _sort_out(event: Event, told: Sequence[Telling]) -> _Told:
    notices = [t for t in told if is_notice(t)]
    when = event.setting.when
    apart = [t for t in notices if t.last is None and when is not None and _is_far(t, when)]
    apart += [t for t in notices if said("effect", [t]) and t.claim.voice.reality == "planned"]
    near = [t for t in notices if t not in apart]
    done = [t for t in told if _is_deed(t) and not is_notice(t) and t.own]
    if near:
        done = [t for t in done if t.last is not None]
    several = len({t.source.report for t in done}) > 1
    if when is None and not several:
        done = [t for t in done if t.claim.voice.sources and states_of(t)]
    return _Told(near, list(dict.fromkeys(apart)), done)


def _is_far(telling: Telling, when: When) -> bool:
    """Say whether a report that gives no day came out well before or after an event's days."""
    out = telling.source.published.latest
    if out is None or when.latest is None:
        return False
    first, last = when.earliest or when.latest, when.latest
    return out < first or out > later_days(last)


def later_days(day: str) -> str:
    """Return the last day on which a report still tells of a day as news."""
    return iso_day((ordinal_day(day) or 0) + NEAR)


def _notice(event: Event, notices: Sequence[Telling], agreement: Agreement, terms: Terms) -> Act:
    given = _act(event, notices, agreement)
    effect = later(given.latest, terms.notice) if given.latest and terms.notice else None
    return replace(given, kind="agreement.withdraw", effect=given.effect or effect)


def _apart(telling: Telling, agreement: Agreement, terms: Terms) -> Act:
    """Make an act of a notice whose own day is not told: given by the day its report came out."""
    out = _first_out([telling])
    ends = later(out, terms.notice) if out and terms.notice else None
    return Act(
        kind="agreement.withdraw",
        day=None,
        by=_doers([telling], agreement),
        claims=(telling.id,),
        latest=out,
        told=out,
        effect=said("effect", [telling]) or ends,
    )


def _without_early(acts: Sequence[Act], terms: Terms) -> list[Act]:
    """Take a leaving told for the time of its notice as that notice.

    Reports say that a state "withdrew" on the day it gives notice; where the text has a period
    that cannot have run out, the leaving takes effect at the end of it.
    """
    if terms.notice is None:
        return list(acts)
    found = []
    for act in acts:
        if act.kind == "agreement.withdraw" and act.latest and act.effect == act.latest:
            starts = [
                o for o in acts
                if o.kind == "agreement.withdraw" and set(o.by) & set(act.by) and o.latest
                and o.effect and o.latest < o.effect and o.latest <= act.latest
            ]  # fmt: skip
            pending = [o for o in starts if o.effect and o.effect > later_days(act.latest)]
            if pending and all(o in pending for o in starts):
                continue
        found.append(act)
    return found


# ------------------------------------------------------------------------ days


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
    if act is not None and act.day is None and when is not None and when.earliest is not None:
        return None, None
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
