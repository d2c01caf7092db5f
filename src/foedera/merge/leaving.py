"""Acts of leaving: notice, its effect, and what reports call leaving before its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedera.data import Act, Agreement, Delay, Event, Terms, When
from foedera.merge.deeds import doers_in, first_out, is_deed, later_days, make_act
from foedera.merge.notices import is_ahead, is_notice, leaves_another
from foedera.merge.parties import states_of
from foedera.merge.telling import Telling
from foedera.merge.terms import delay_of, later, said
from foedera.merge.told_steps import is_done, is_only_said

OFTEN = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """What an event of leaving is told as: notice near its day, notice at other times, done."""

    notices: list[Telling]
    apart: list[Telling]
    done: list[Telling]


def leaving_acts(
    event: Event, told: Sequence[Telling], agreement: Agreement, terms: Terms
) -> list[Act]:
    """Tell notice from effect: a notice given binds when its period runs out, a leaving now.

    One party's notice that it ends an agreement is a notice of withdrawal. Where an event holds
    a notice, what else it tells without a day is of that notice.
    """
    sorted_out = _sort_out(event, told)
    acts = [_notice(event, sorted_out.notices, agreement, terms)] if sorted_out.notices else []
    later_on = [_apart(t, agreement, terms) for t in sorted_out.apart]
    acts += [one for one in later_on if one.effect or not _tells_again(one, acts)]
    done = sorted_out.done
    if done:
        leaving = make_act(event, done, agreement)
        acts.append(replace(leaving, effect=leaving.effect or leaving.latest))
    acts += [act for t in told if (act := _behind(t, agreement)) is not None]
    return acts


def _tells_again(act: Act, notices: Sequence[Act]) -> bool:
    """Say whether a notice of no day of its own is that of the same states told with its day."""
    return any(set(act.by) <= set(given.by) for given in notices)


def _sort_out(event: Event, told: Sequence[Telling]) -> _Told:
    notices = [t for t in told if is_notice(t)]
    when = event.setting.when
    apart = [t for t in notices if t.last is None and when is not None and _is_far(t, when)]
    apart += [t for t in notices if said("effect", [t]) and t.claim.voice.reality == "planned"]
    near = [t for t in notices if t not in apart]
    done = [t for t in told if is_deed(t) and not is_notice(t) and t.own]
    done = [t for t in done if not (leaves_another(t) or t.open_ended or is_only_said(t))]
    if not near and _lies_ahead(told, done):
        return _Told(done, apart, [])
    if near:
        done = [t for t in done if t.last is not None]
    several = len({t.source.report for t in done}) > 1
    if when is None and not several:
        done = [t for t in done if t.claim.voice.sources and states_of(t)]
    return _Told(near, list(dict.fromkeys(apart)), done)


def _lies_ahead(told: Sequence[Telling], done: Sequence[Telling]) -> bool:
    """Say whether more reports tell a leaving as ahead, once the first has told it as done.

    "Peru pulled out of the pact last week", when Peru announced that it would.
    """
    first = first_out(done)
    if first is None:
        return False
    later_on = [t for t in told if is_ahead(t) and (first_out([t]) or "") >= first]
    return len({t.source.report for t in later_on}) > len({t.source.report for t in done})


def is_noticed(tellings: Sequence[Telling]) -> bool:
    """Say whether notice of a leaving is told, and not many times more often but a wish for it."""
    noticed = {t.source.report for t in tellings if is_notice(t)}
    ahead = {t.source.report for t in tellings if not is_notice(t) and not is_done(t)}
    return bool(noticed) and len(ahead) <= len(noticed) * OFTEN


def _is_far(telling: Telling, when: When) -> bool:
    """Say whether a report that gives no day came out well before or after an event's days."""
    out = telling.source.published.latest
    if out is None or when.latest is None:
        return False
    first, last = when.earliest or when.latest, when.latest
    return out < first or out > later_days(last)


def _notice(event: Event, notices: Sequence[Telling], agreement: Agreement, terms: Terms) -> Act:
    given = make_act(event, notices, agreement)
    effect = later(given.latest, terms.notice) if given.latest and terms.notice else None
    return replace(given, kind="agreement.withdraw", effect=given.effect or effect)


def _apart(telling: Telling, agreement: Agreement, terms: Terms) -> Act:
    """Make an act of a notice whose own day is not told: given by the day its report came out."""
    out = first_out([telling])
    ends = later(out, terms.notice) if out and terms.notice else None
    return Act(
        kind="agreement.withdraw",
        day=None,
        by=doers_in([telling], agreement),
        claims=(telling.id,),
        latest=out,
        told=out,
        effect=said("effect", [telling]) or ends,
    )


def _behind(telling: Telling, agreement: Agreement) -> Act | None:
    """Return the notice behind a leaving that is told with its day and the period that ran.

    "The withdrawal took effect on Friday, six months after notice."
    """
    effect, period = said("effect", [telling]), delay_of(said("notice", [telling]))
    by = doers_in([telling], agreement)
    if not is_deed(telling) or effect is None or period is None or period.next_month or not by:
        return None
    given = later(effect, Delay(months=-period.months, days=-period.days))
    claims = (telling.id,)
    out = first_out([telling])
    return Act("agreement.withdraw", None, by, claims, latest=given, told=out, effect=effect)


def without_early(acts: Sequence[Act], terms: Terms) -> list[Act]:
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
