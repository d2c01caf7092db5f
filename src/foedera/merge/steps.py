"""Which events are steps in the life of an agreement, and which only speak of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from foedera.data import Event
from foedera.lexicons import load_words
from foedera.merge.assemble import best_when
from foedera.merge.forming import is_in_part
from foedera.merge.known import Known
from foedera.merge.leaving import is_noticed
from foedera.merge.notices import DEED, is_ahead, is_notice, is_own_word
from foedera.merge.parties import party_key, states_of
from foedera.merge.strays import is_past
from foedera.merge.telling import Telling, iso_day, ordinal_day
from foedera.merge.told_steps import is_done, takes_its_place, tells_step

FEW = 3
"""A day for what happens but once gives way to one that so many times more reports tell."""
MONTH = 31
DRAFTED = 3
"""A text may be agreed so many years before the world signs it."""


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def pick_steps(
    events: Sequence[Event],
    told: Mapping[str, Telling],
    parties: Collection[str],
    known: Known | None,
) -> list[Event]:
    """Choose the events that are steps: told of this agreement, by words that tell a deed.

    Of tellings of one sort of act without a day, the one that most reports tell is the step, of
    equals the first told, and none where a telling has the day. What happens once is one step: the
    vaguer day gives way to the nearer one within it, a lone day to one that many more reports tell.
    """
    found = {e.id: (e, [told[c] for c in e.claims if c in told]) for e in events}
    kept = [
        _as_told(_on_own_day(event, told_by, parties), told_by, parties)
        for event, told_by in found.values()
        if _is_step(event, told_by, parties, known)
    ]
    kept = [e for e in kept if not _is_never_made(e, known)]
    weight = {e.id: _weight(e, found[e.id][1]) for e in kept}
    dated = [e for e in kept if _is_dated(e)]
    prior = {
        e.id for e in dated
        if _is_prior(e, found[e.id][1], dated) or all(map(is_in_part, found[e.id][1]))
    }  # fmt: skip
    steps = _without_early_entries(_without_vague(dated, weight, prior), weight)
    undated: dict[tuple[str, ...], tuple[int, int, int, str, Event]] = {}
    for event in kept:
        if not _is_dated(event) and not _is_covered(event, found[event.id][1], steps, found):
            first = min(map(_out, found[event.id][1]))
            rank = weight[event.id], -first, len(event.claims), event.id, event
            best = undated.get(_sort(event))
            undated[_sort(event)] = rank if best is None else max(best, rank, key=lambda r: r[:4])
    stand = [r[4] for r in undated.values() if _stands(r[4], found[r[4].id][1], r[0])]
    return steps + stand


def _is_covered(
    event: Event,
    tellings: Sequence[Telling],
    dated: Sequence[Event],
    found: Mapping[str, tuple[Event, Sequence[Telling]]],
) -> bool:
    """Say whether steps with a day tell already what one without a day does.

    So they do where they are of its sort; a signature also where they have all who signed.
    """
    own = _sort(event)
    alike = [e for e in dated if _sort(e) in (own, own[:2])]
    if event.kind not in _words()["by_several"]:
        return bool(alike)
    signed = {s for e in alike for t in found[e.id][1] for s in states_of(t)}
    return bool(alike) and not {s for t in tellings for s in states_of(t)} - signed


def _is_dated(event: Event) -> bool:
    return None not in _days(event)


def _weight(event: Event, tellings: Sequence[Telling]) -> int:
    """Count the reports that tell an event; of one with a day, those that allow that day."""
    dated, (first, last) = _is_dated(event), _days(event)
    return len({t.source.report for t in tellings if not dated or _allows(t, first, last)})


def _allows(telling: Telling, first: int | None, last: int | None) -> bool:
    """Say whether a telling gives days that have one in common with a stretch."""
    if telling.last is None or first is None or last is None:
        return False
    return telling.last >= first and (telling.first is None or telling.first <= last)


def _on_own_day(event: Event, tellings: Sequence[Telling], parties: Collection[str]) -> Event:
    """Give a step the day that those tell who tell the deed, not who only ask for it.

    "They reached a pact. They must sign it by May" gives the reaching no day.
    """
    if event.setting.when is None:
        return event
    good = _tellers(event, tellings, parties)
    dated = [t for t in tellings if t.last is not None]
    if any(t in dated and _came_true(t, good) for t in tellings):
        return event
    done = event.reality in DEED
    alike = [t for t in dated if is_done(t) == done]
    when = best_when([t for t in good if t in alike] or alike)
    return replace(event, setting=replace(event.setting, when=when))


def _stands(event: Event, tellings: Sequence[Telling], reports: int) -> bool:
    """Say whether a step without a day is told by enough.

    What is only planned needs two reports, and so does a leaving that is no notice; a change
    needs a day.
    """
    if event.kind in _words()["needs_day"]:
        return False
    if event.reality == "planned" and event.kind in _words()["planned_needs_day"]:
        return any(map(is_notice, tellings))
    if event.kind in _words()["leaving"]:
        return reports > 1 or any(is_notice(t) or is_own_word(t) for t in tellings)
    return reports > 1 or event.reality in DEED


def _sort(event: Event) -> tuple[str, ...]:
    """Return what makes two events one sort of step: the act, its reality, who does it."""
    once = str(_words()["one_sort"].get(event.kind, event.kind))
    reality = "done" if event.reality in DEED else event.reality
    if event.kind not in _words()["by_each"]:
        return once, reality
    states = {a.country for a in event.roles.actors if a.country}
    states = states or {key for a in event.roles.actors if (key := party_key(a))}
    return (once, reality, *sorted(states))


def _is_prior(event: Event, tellings: Sequence[Telling], dated: Sequence[Event]) -> bool:
    """Say whether a text was told as agreed before the day on which it was signed."""
    signed = [
        first
        for e in dated
        if e.kind == "agreement.sign" and _width(e) < MONTH and (first := _days(e)[0])
    ]
    last = _days(event)[1]
    if event.kind != "agreement.conclude" or not signed or last is None:
        return False
    out = [_out(t) for t in tellings if t.last is not None]
    return last < min(signed) and any(day < min(signed) for day in out)


def _without_vague(
    events: Sequence[Event], weight: Mapping[str, int], prior: Collection[str]
) -> list[Event]:
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (_width(e), -weight[e.id], e.id)):
        alike = [e for e in kept if _sort(e) == _sort(event)]
        if any(_within(e, event) and _tells_all(e, event) for e in alike):
            continue
        kept.append(event)
    once = set(_words()["once"]) | {"agreement.conclude"}
    return [
        e
        for e in kept
        if e.kind not in once
        or (e.id in prior and not _is_misdated(e, kept, weight))
        or (weight[e.id] * FEW > _most(e, kept, weight) and not _is_outdone(e, kept, weight))
    ]


def _is_year_off(event: Event, other: Event) -> bool:
    """Say whether two days are the same of two years: "July 14" told of a wrong one."""
    one, two = (e.setting.when.earliest if e.setting.when else None for e in (event, other))
    return bool(one and two) and one != two and str(one)[4:] == str(two)[4:]


def _is_misdated(event: Event, kept: Sequence[Event], weight: Mapping[str, int]) -> bool:
    """Say whether many more reports tell the same day of another year."""
    alike = [e for e in kept if _sort(e) == _sort(event) and _is_year_off(e, event)]
    return any(weight[e.id] >= FEW * weight[event.id] for e in alike)


def _most(event: Event, others: Sequence[Event], weight: Mapping[str, int]) -> int:
    """Return by how many reports a day for an act is told that can be done but once.

    Of what each may do for itself, only days told of the same parties stand against each other.
    """
    own = {party_key(a) for a in event.roles.actors} - {None}
    apart = event.kind in _words()["by_several"] and bool(own)
    rivals = [e for e in others if _sort(e) == _sort(event)]
    if apart:
        rivals = [e for e in rivals if own & {party_key(a) for a in e.roles.actors}]
    return max((weight[e.id] for e in rivals), default=0)


def _is_outdone(event: Event, kept: Sequence[Event], weight: Mapping[str, int]) -> bool:
    """Say whether more reports tell another day on which a text was agreed, days before or after.

    Or the same day of another year. Only who signs may do so later than others.
    """
    return event.kind == "agreement.conclude" and any(
        _sort(e) == _sort(event)
        and weight[e.id] > weight[event.id]
        and (_apart(e, event) < MONTH or _is_year_off(e, event))
        for e in kept
    )


def _apart(one: Event, other: Event) -> int:
    a, b = _days(one)[1], _days(other)[1]
    return 10**6 if a is None or b is None else abs(a - b)


def _tells_all(nearer: Event, vaguer: Event) -> bool:
    """Say whether the nearer of two tells of all who did it by the vaguer, where that counts."""
    if vaguer.kind not in _words()["by_several"]:
        return True
    left = {party_key(a) for a in vaguer.roles.actors} - {None}
    return left <= {party_key(a) for a in nearer.roles.actors}


def _without_early_entries(events: Sequence[Event], weight: Mapping[str, int]) -> list[Event]:
    """Leave out entries into force told for a day before the one that most reports tell.

    Nobody is bound before the text is in force; of days that equally many tell the last holds. One
    told for a single state is that state's joining.
    """
    entries = [e for e in events if e.kind == "agreement.enter-into-force" and e.reality in DEED]
    whole = [e for e in entries if len({party_key(a) for a in e.roles.actors} - {None}) != 1]
    best = max(whole or entries, key=lambda e: (weight[e.id], _days(e)[1] or 0, e.id), default=None)
    first = _days(best)[0] if best else None
    if first is None:
        return list(events)
    return [e for e in events if e not in entries or (_days(e)[1] or 0) >= first]


def _width(event: Event) -> int:
    first, last = _days(event)
    return 10**6 if first is None or last is None else last - first


def _within(inner: Event, outer: Event) -> bool:
    a, b = _days(inner)
    first, last = _days(outer)
    if a is None or b is None:
        return False
    return (first is None or first <= a) and (last is None or b <= last)


def _days(event: Event) -> tuple[int | None, int | None]:
    when = event.setting.when
    return (ordinal_day(when.earliest), ordinal_day(when.latest)) if when else (None, None)


def _is_step(
    event: Event, tellings: Sequence[Telling], parties: Collection[str], known: Known | None
) -> bool:
    """Say whether an event is a step: at least half of its tellings tell a deed of it.

    What makes a treaty cannot lie years before the world signed it. Who tells that a state has
    decided to leave does not speak against those who tell that it left.
    """
    if event.kind not in _words()["steps"] or event.reality not in (*DEED, "planned"):
        return False
    if event.kind == "agreement.supersede" and not any(map(takes_its_place, tellings)):
        return False
    done = event.reality in DEED
    noticed = is_noticed(tellings)
    if event.reality == "ongoing" and event.kind not in _words()["lasting"] and not noticed:
        return False
    good = _tellers(event, tellings, parties)
    last = _days(event)[1]
    foretold = [t for t in tellings if done and last is not None and _is_foretold(t, last)]
    against = [t for t in tellings if t not in good and t not in foretold]
    if done:
        against = [t for t in against if not _came_true(t, good)]
        against = [t for t in against if not _is_told_again(t, good)]
        if event.kind in _words()["leaving"] and len({t.source.report for t in good}) > 1:
            against = [t for t in against if not is_ahead(t)]
    if not good or (len(good) < len(against) and not noticed):
        return False
    if last is not None and not any(t.last is not None for t in good):
        kept = done and any(_came_true(t, good) for t in tellings if t.last is not None)
        return kept or (event.kind in _words()["consent"] and any(map(states_of, good)))
    if last is not None and not done and not any(map(_is_ahead, good)):
        return False
    if _is_made_again(event, good, known):
        return False
    return not (known and known.signed and last and _is_early(event, known.signed))


def _as_told(event: Event, tellings: Sequence[Telling], parties: Collection[str]) -> Event:
    """Call a step what most tell it as: "reached" five times and "signed" once is no signing.

    Who makes it with others is who most reports name, where several name two or more.
    """
    event = _by_most(event, tellings)
    kinds = [t.claim.kind for t in _tellers(event, tellings, parties)]
    signed, reached = kinds.count("agreement.sign"), kinds.count("agreement.conclude")
    if event.kind == "agreement.sign" and signed * FEW < reached:
        return replace(event, kind="agreement.conclude")
    return event


def _by_most(event: Event, tellings: Sequence[Telling]) -> Event:
    """Leave out of a joint act whom less than half of the reports name that tell who made it."""
    if event.kind not in _words()["together"]:
        return event
    naming: dict[str, set[str]] = {}
    for telling in tellings:
        sides = telling.naming.sides
        states = sides if len(sides) > 1 else states_of(telling)
        if len(states) > 1 and is_done(telling):
            naming.setdefault(telling.source.report, set()).update(states)
    if len(naming) < FEW:
        return event
    few = {key for a in event.roles.actors if (key := party_key(a))}
    few = {c for c in few if 2 * sum(c in named for named in naming.values()) < len(naming)}
    actors = tuple(a for a in event.roles.actors if party_key(a) not in few)
    return replace(event, roles=replace(event.roles, actors=actors)) if actors else event


def _tellers(event: Event, tellings: Sequence[Telling], parties: Collection[str]) -> list[Telling]:
    """Return those who tell the deed or the plan itself, not who ask for it, or a notice of it."""
    done = event.reality in DEED
    told = [t for t in tellings if is_notice(t) or tells_step(t, parties)]
    planned = [t for t in told if t.claim.voice.reality == "planned"]
    return [t for t in told if is_notice(t) or (is_done(t) if done else t in planned)]


def _is_made_again(event: Event, tellings: Sequence[Telling], known: Known | None) -> bool:
    """Say whether a making is told long after the world signed what it is told of.

    "The negotiation of the river treaty worries me", years after, is of another text.
    """
    if known is None or known.signed is None or event.kind not in _words()["making"]:
        return False
    last = _days(event)[1]
    if last is not None:
        return int(iso_day(last)[:4]) > known.signed + 1
    return all(is_past(known, t, 1) for t in tellings)


def _is_never_made(event: Event, known: Known | None) -> bool:
    """Say whether a signing is told, without a day, of what the world has never seen signed."""
    making = event.kind in ("agreement.sign", "agreement.conclude")
    return making and known is not None and known.signed is None and _days(event)[1] is None


def _is_ahead(telling: Telling) -> bool:
    """Say whether what a report tells as planned had not passed when it came out.

    "Peru pledged on Sunday to amend the pact" tells when it pledged.
    """
    due = telling.last or 0
    same = telling.claim.kind in _words()["once"] and due == _out(telling)
    return due > _out(telling) or same


def _is_foretold(telling: Telling, day: int) -> bool:
    """Say whether a plan or hope was told before the day of the deed: it speaks against nothing."""
    ahead = telling.claim.voice.reality in ("planned", "possible", "conditional")
    return ahead and _out(telling) < day


def _is_told_again(telling: Telling, deeds: Sequence[Telling]) -> bool:
    """Say whether a report that tells a deed speaks of it once more in passing, as of one done."""
    reports = {t.source.report for t in deeds}
    return telling.source.report in reports and telling.claim.voice.reality in DEED


def _came_true(plan: Telling, deeds: Sequence[Telling]) -> bool:
    """Say whether what was planned is told as done, and by nobody before its day had come."""
    if plan.claim.voice.reality != "planned" or plan.claim.voice.stance == "denied":
        return False
    due = max(_out(plan), plan.first or 0)
    return bool(deeds) and min(_out(t) for t in deeds) >= due


def _out(telling: Telling) -> int:
    """Return the day on which a telling's report came out; far back where none is known."""
    return ordinal_day(telling.source.published.earliest) or 0


def _is_early(event: Event, signed: int) -> bool:
    when = event.setting.when
    year = int((when.latest or when.earliest or "9999")[:4]) if when else 9999
    before = DRAFTED if event.kind == "agreement.conclude" else 1
    return event.kind in _words()["consent"] and year < signed - before
