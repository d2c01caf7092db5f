"""Acts straight from what a second reading tells of states: no event stands between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedera.data import Act, Agreement, Delay, Terms
from foedera.merge.deeds import doers_in
from foedera.merge.telling import Telling, iso_day
from foedera.merge.terms import later, said

_MARK = "state_acts."
_CONSENTS = ("agreement.ratify", "agreement.deposit-instrument", "agreement.accede")
_ONCE = {"agreement.sign": ("agreement.sign",), **dict.fromkeys(_CONSENTS, _CONSENTS)}
_OF_ITSELF = (
    "agreement.enter-into-force", "agreement.conclude", "agreement.terminate", "agreement.expire",
    "agreement.provisionally-apply",
)  # fmt: skip
_BOUND = ("bound", "members")


def tells_upon(telling: Telling) -> str | None:
    """Return as what a second reading tells of states' acts: a kind, "left", "bound", "members"."""
    mark = telling.claim.rule.rfind(_MARK)
    return None if mark < 0 else telling.claim.rule[mark + len(_MARK) :]


def is_told_anew(telling: Telling) -> bool:
    """Say whether only a second reading found a telling, and no frame."""
    return telling.claim.rule.startswith(_MARK)


def acts_upon(told: Sequence[Telling], agreement: Agreement, terms: Terms) -> Iterator[Act]:
    """Yield one act of each such telling, of the parties that it names."""
    for telling in told:
        manner = tells_upon(telling)
        by = () if manner == "agreement.expire" else doers_in([telling], agreement)
        if manner is None or telling.claim.voice.stance not in ("asserted", "confirmed"):
            continue
        if not by and manner not in _OF_ITSELF:
            continue
        out = telling.source.published.latest
        first = iso_day(telling.first) if telling.first else None
        last = iso_day(telling.last) if telling.last else out
        claims, effect = (telling.id,), said("effect", [telling])
        if manner in _BOUND:
            begins = (first or last) if manner == "bound" else out
            if begins is None:
                continue
            day = min(later(begins, Delay(days=-1)), out or begins)
            yield Act("agreement.deposit-instrument", None, by, claims, latest=day, told=out,
                      effect=begins)  # fmt: skip
        elif manner == "left":
            yield Act("agreement.withdraw", first, by, claims, latest=last, told=out, effect=last)
        else:
            if manner == "agreement.withdraw" and effect is None and terms.notice and last:
                effect = later(last, terms.notice)
            yield Act(manner, first, by, claims, latest=last, told=out, effect=effect)


def without_repeats(acts: Sequence[Act]) -> list[Act]:
    """Take from acts without a day the parties that are told to have done the same on a day.

    "Peru, Chile and Fiji have ratified" says nothing of Peru, whose instrument came on 3 May.
    """
    found = []
    for act in acts:
        if act.kind in _ONCE and act.day is None and act.effect is None:
            same = _ONCE[act.kind] if len(act.by) > 1 else (act.kind,)
            dated = {s for o in acts if o.kind in same and o.day is not None and _is_by(o, act)
                     for s in o.by}  # fmt: skip
            rest = tuple(state for state in act.by if state not in dated)
            if act.by and not rest and act.says.count is None:
                continue
            act = replace(act, by=rest) if rest else act
        found.append(act)
    return found


def _is_by(one: Act, other: Act) -> bool:
    """Say whether an act was done by the day by which another is told as done."""
    return bool(one.latest and other.latest and one.latest <= other.latest)
