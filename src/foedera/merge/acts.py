"""The dated acts that an agreement's status follows from, out of what is told of its steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from foedera.data import Act, Agreement, Event, Span, Timex, When
from foedera.lexicons import load_words
from foedera.merge.deeds import doers_in, first_out, is_deed, later_days, make_act
from foedera.merge.forming import as_formed, implied_talks
from foedera.merge.leaving import leaving_acts, without_early
from foedera.merge.parties import states_of
from foedera.merge.status import entry_day
from foedera.merge.telling import Telling, iso_day
from foedera.merge.terms import said, terms_of
from foedera.merge.told_steps import speaks_of_one, takes_its_place, tells_step
from foedera.merge.upon import acts_upon, is_told_anew, without_repeats

_ENTRY = "agreement.enter-into-force"


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def acts_of(agreement: Agreement, tellings: Mapping[str, Telling]) -> list[Act]:
    """Return the dated acts that status follows from: deeds that someone asserts, no plans.

    Where days are told only as words no one can date, the first report bounds them.
    """
    every = [tellings[claim] for claim in agreement.claims]
    terms, due = terms_of(every), _entry_due(agreement, tellings)
    acts = [_joiner(t, agreement) for t in every if _is_joiner(t, agreement)]
    acts += acts_upon(every, agreement, terms)
    for event in agreement.steps:
        told = [t for c in event.claims if not is_told_anew(t := tellings[c])]
        if event.kind in _words()["leaving_for_good"]:
            acts += leaving_acts(event, told, agreement, terms)
            continue
        deeds = [
            t for t in told if is_deed(t) and tells_step(t, agreement.parties) and _may_weigh(t)
        ]
        if not deeds or _is_hearsay(event, deeds, due):
            continue
        for own, dated in _by_day(event, deeds, several=len(agreement.parties) > 2):
            act = as_formed(make_act(event, own, agreement, dated=dated), own)
            if act.day is None and act.kind == _ENTRY and _kept(act.told, due):
                act = replace(act, day=due, latest=due)
            if act.by or event.kind not in _words()["one_sided"]:
                acts.append(act)
    acts += _standing(every, acts)
    acts = without_repeats(acts)
    acts += implied_talks(every, acts, agreement.parties)
    acts = without_early(_with_signers(acts, tellings), terms)
    return date_entry(_with_joining(_without_shared_days(acts)))


def _standing(every: Sequence[Telling], acts: Sequence[Act]) -> list[Act]:
    """Return an entry by the day of a report by which an agreement "remains in force".

    Nothing follows from it where reports tell when it came into force, or that somebody left it.
    """
    over = {_ENTRY, *_words()["leaving_for_good"], "agreement.expire"}
    if any(act.kind in over for act in acts):
        return []
    days = {t.id: first_out([t]) for t in every if is_deed(t) and _stands(t)}
    return [Act(_ENTRY, None, (), (one,), latest=day, told=day) for one, day in days.items()]


def _stands(telling: Telling) -> bool:
    """Say whether somebody tells that an agreement is in force now.

    What "is not yet in force" or "would remain" so is not; "was in force" only says so where
    somebody is said to have said it.
    """
    if telling.claim.kind != "agreement.describe" or "force" not in telling.trigger:
        return False
    past = not telling.trigger.isdisjoint(_words()["past_being"])
    told_now = not past or bool(telling.claim.voice.sources and telling.first is None)
    denied = not telling.trigger.isdisjoint(_words()["denying"])
    return telling.own and told_now and not denied and not telling.open_ended


def _may_weigh(telling: Telling) -> bool:
    """Say whether a telling may move a status: what weighs is done, and named where it is told.

    "When the pact expires" tells no expiry; "the calm ended", pages after a pact, tells none of it.
    One that is suspending its part does so by saying so. Who negotiates an end to a pact has one.
    """
    object_ = telling.claim.roles.object
    if telling.claim.kind == "agreement.negotiate" and object_ is not None:
        first = set(object_.text.lower().split()[:3])
        if not first.isdisjoint(_words()["about_old"]):
            return False
    if telling.claim.kind == "agreement.supersede" and not takes_its_place(telling):
        return False
    exchanged = telling.claim.kind == "agreement.exchange-instruments"
    if exchanged and telling.naming.object_of:
        return False  # "exchanged notes ending the pact" brings none into force
    if exchanged and "exchange" in telling.trigger:
        return telling.last is not None  # "the exchange of documents will be the final stage"
    if telling.claim.kind not in _words()["weighty"]:
        return True
    if telling.claim.kind == "agreement.conclude" and not telling.own:
        return telling.claim.voice.reality == "happened" and speaks_of_one(telling)
    done = telling.claim.voice.reality
    says_so = done == "ongoing" and telling.claim.kind in _words()["by_saying"]
    return telling.own and (done == "happened" or says_so)


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
    if _kept(first_out(deeds), due):
        return False
    if event.kind != "agreement.enter-into-force" or event.setting.when is not None:
        return False
    heads = [t.source.headline.lower() for t in deeds if t.own]
    if any(words in head for head in heads for words in _words()["headed_entry"]):
        return False
    return len(deeds) == 1 and not deeds[0].claim.voice.sources


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
    if claim.kind not in _words()["binding"] or voice.reality != "planned":
        return False
    asserted = voice.stance in ("asserted", "confirmed") and not telling.open_ended
    exact = telling.last is not None and telling.first == telling.last
    alone = len(states_of(telling)) == 1 and len(agreement.parties) > 2
    told = said("joins", [telling]) or said("effect", [telling])
    return asserted and exact and alone and telling.own and told is not None


def _joiner(telling: Telling, agreement: Agreement) -> Act:
    """Make the consent that such a telling takes for given by the day of its report."""
    out = first_out([telling])
    return Act(
        kind="agreement.deposit-instrument",
        day=None,
        by=doers_in([telling], agreement),
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


def _binding_days(acts: Sequence[Act]) -> dict[str, str]:
    """Return from when single states are told to be bound: a day foretold, or one told as come."""
    alone = [act for act in reversed(acts) if len(act.by) == 1]
    days = {a.by[0]: a.effect for a in alone if a.kind in _words()["consents"] and a.effect}
    for act in alone:
        if act.kind in _words()["joining"] and act.day is not None and act.day == act.latest:
            days[act.by[0]] = act.day
    return days


def _with_joining(acts: Sequence[Act]) -> list[Act]:
    """Let a consent bind from the day on which reports tell that its state becomes a party.

    "Peru deposited its instrument in May"; "Peru became the pact's 12th member on 15 December".
    """
    joined = _binding_days(acts)
    found = []
    for act in acts:
        day = joined.get(act.by[0]) if len(act.by) == 1 else None
        waits = act.kind in _words()["consents"] and act.kind != "agreement.accede"
        if waits and day and act.latest and act.effect is None and later_days(act.latest) <= day:
            act = replace(act, effect=day)
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
    own = [a for a in acts if set(a.claims) <= set(event.claims)]
    act = next((a for a in own if a.day is not None), own[0] if own else None)
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
