"""Scores what reports tell of an agreement's life against its acts as they are publicly known.

A history is a file of `tests/histories`; its reports lie beside it. Each act counts once for each
state that does it, and once where nobody does it. It is found where a report tells it as done,
with its kind or one that stands for it in the news, by that state, on days that hold its day.
What bears no day counts for the day of the report, as merging counts it.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from foedera.measure import shift_day
from foedera.merge.telling import fold

Row: TypeAlias = Mapping[str, Any]

# What the news calls an act of another kind: "ratified" stands for the deposit, and the reverse.
STANDS_FOR: Mapping[str, frozenset[str]] = {
    "agreement.deposit-instrument": frozenset({"agreement.ratify", "agreement.accede"}),
    "agreement.ratify": frozenset({"agreement.approve", "agreement.deposit-instrument"}),
    "agreement.accede": frozenset({"agreement.deposit-instrument", "agreement.ratify"}),
    "agreement.approve": frozenset({"agreement.ratify"}),
    "agreement.exchange-instruments": frozenset({"agreement.enter-into-force"}),
    "agreement.conclude": frozenset({"agreement.approve"}),
    "agreement.negotiate": frozenset({"agreement.conclude"}),
}
# Kinds that change a state's position; the others may be told of an agreement at any time.
WEIGHTY = frozenset(
    f"agreement.{kind}"
    for kind in (
        "sign", "ratify", "accede", "deposit-instrument", "exchange-instruments",
        "provisionally-apply", "enter-into-force", "extend", "suspend", "resume", "withdraw",
        "revoke-notice", "unsign", "revoke-ratification", "terminate", "expire", "supersede",
    )
)  # fmt: skip
_DEEDS = frozenset({"happened", "ongoing"})
_SAID = frozenset({"asserted", "confirmed"})
_CONTINUES = {"SUN": "RUS"}
_BODIES = {"european union": "EU", "united nations": "UNO", "nato": "NATO"}


@dataclass(frozen=True, slots=True)
class ToldActs:
    """Units of acts and those found; claims of weighty kinds with a day and those that are right.

    `missed` and `wrong` say each in a few words.
    """

    units: int
    found: int
    claims: int
    right: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def judge_told(history: Row, system: Iterable[Row]) -> ToldActs:
    """Hold the claims of a history's reports against its acts."""
    told = [
        (row["id"], _on_day(claim, row)) for row in system for claim in row["claims"]
        if _is_deed(claim)
    ]  # fmt: skip
    own = [(report, claim) for report, claim in told if _is_about(claim, history)]
    missed = [
        f"{act['day']} {act['kind']} {state or '-'}"
        for act in history["acts"]
        for state in act["by"] or [None]
        if not any(_tells(claim, act, state, history) for _, claim in own)
    ]
    listed = set(history["parties"]) | {s for act in history["acts"] for s in act["by"]}
    kinds = {act["kind"] for act in history["acts"]}
    weighed = [(r, c) for r, c in own if _is_weighed(c, listed, kinds)]
    wrong = [
        f"{report} {claim['kind']} {'/'.join(sorted(_states(claim))) or '-'} {_days(claim)}"
        for report, claim in weighed
        if not _is_right(claim, history)
    ]
    units = sum(len(act["by"] or [None]) for act in history["acts"])
    return ToldActs(
        units, units - len(missed), len(weighed), len(weighed) - len(wrong),
        tuple(missed), tuple(wrong),
    )  # fmt: skip


def _is_deed(claim: Row) -> bool:
    agreement: bool = claim["kind"].startswith("agreement.")
    return agreement and claim["reality"] in _DEEDS and claim["stance"] in _SAID


def _on_day(claim: Row, row: Row) -> Row:
    """Give an undated claim the day of its report."""
    if claim.get("when"):
        return {**claim, "dated": True}
    return {**claim, "when": row.get("published"), "dated": False}


def _is_weighed(claim: Row, listed: set[str], kinds: set[str]) -> bool:
    """Say whether a claim can be right or wrong: dated, of weight, of states that are listed.

    An entry into force that follows from consents, or that is told for one state, is no act.
    """
    states = _states(claim)
    if claim["kind"] not in WEIGHTY or not claim["dated"] or _days(claim) is None:
        return False
    entry = claim["kind"] == "agreement.enter-into-force"
    return states <= listed and not (entry and (states or claim["kind"] not in kinds))


def _is_about(claim: Row, history: Row) -> bool:
    """Say whether a claim's agreement is the history's: it shares a word of its names.

    "The accord" may be any; "the Kyoto Protocol" is not the Paris Agreement. A claim of no
    agreement reaches none.
    """
    title = (claim.get("agreement") or {}).get("title", "")
    if not title:
        return False
    names = {word for name in (history["agreement"], *history["titles"]) for word in _words(name)}
    proper = _words(title)
    return not proper or bool(proper & names)


_EMPTY = frozenset({"treaty", "agreement", "accord", "pact", "deal", "convention", "protocol"})


def _words(name: str) -> set[str]:
    proper = (word for word in name.split() if word[:1].isupper())
    return {word for word in fold(" ".join(proper)).split() if word not in _EMPTY}


def _tells(claim: Row, act: Row, state: str | None, history: Row) -> bool:
    by_it = state is None or state in _states(claim)
    return by_it and _is_kin(claim, act) and _holds(claim, act, history)


def _is_right(claim: Row, history: Row) -> bool:
    """Say whether a claim fits an act, or each of several states that it names one of its own.

    "Peru and Chile signed in May" is right where they did so on two days of that month.
    """
    acts = history["acts"]
    if any(_fits(claim, act, history) for act in acts):
        return True
    alone = [{**claim, "actors": [actor]} for actor in claim.get("actors") or ()]
    each = [one for one in alone if _states(one)]
    return len(each) > 1 and all(any(_fits(one, act, history) for act in acts) for one in each)


def _fits(claim: Row, act: Row, history: Row) -> bool:
    """Say whether a claim may be of an act: nobody does it who did not."""
    open_to = set(act["by"]) or _states(claim)
    return _is_kin(claim, act) and _holds(claim, act, history) and _states(claim) <= open_to


def _is_kin(claim: Row, act: Row) -> bool:
    kind: str = act["kind"]
    return claim["kind"] == kind or claim["kind"] in STANDS_FOR.get(kind, frozenset())


def _holds(claim: Row, act: Row, history: Row) -> bool:
    """Say whether a claim's days hold the act's, or the day on which it takes effect."""
    days = _days(claim)
    if days is None:
        return False
    wanted = {_iso(act[name]) for name in ("day", "latest", "effect") if act.get(name)}
    period = {"agreement.withdraw": "notice", "agreement.deposit-instrument": "joins"}
    delay = history.get("terms", {}).get(period.get(act["kind"], ""))
    if delay:
        wanted.add(_later(_iso(act["day"]), delay))
    return any(days[0] <= day <= days[1] for day in wanted)


def _later(day: str, delay: Mapping[str, int]) -> str:
    """Return the day so long after another.

    >>> _later("2019-02-02", {"months": 6}), _later("2019-11-04", {"years": 1})
    ('2019-08-02', '2020-11-04')
    """
    year, month, of_month = (int(part) for part in day.split("-"))
    count = (year + delay.get("years", 0)) * 12 + month - 1 + delay.get("months", 0)
    year, month = divmod(count, 12)
    of_month = min(of_month, calendar.monthrange(year, month + 1)[1])
    return shift_day(date(year, month + 1, of_month).isoformat(), delay.get("days", 0))


def _iso(day: str | date) -> str:
    return day if isinstance(day, str) else day.isoformat()


def _days(claim: Row) -> tuple[str, str] | None:
    when = claim.get("when") or {}
    first, last = when.get("earliest"), when.get("latest")
    return (first, last) if first and last else None


def _states(claim: Row) -> set[str]:
    out = set()
    for actor in claim.get("actors") or ():
        code = actor.get("country") or _BODIES.get(actor["name"].lower())
        out |= {_CONTINUES.get(code, code)} if code else set()
    return out


def told_figures(judged: Sequence[ToldActs]) -> dict[str, float]:
    """Return over all histories the share of acts that are found and of claims that are right.

    >>> told_figures([ToldActs(4, 3, 5, 5, ("2019-02-02 agreement.suspend USA",), ())])
    {'acts': 4.0, 'acts found': 0.75, 'claims': 5.0, 'claims right': 1.0}
    """
    units, claims = sum(j.units for j in judged), sum(j.claims for j in judged)
    return {
        "acts": float(units),
        "acts found": sum(j.found for j in judged) / max(1, units),
        "claims": float(claims),
        "claims right": sum(j.right for j in judged) / max(1, claims),
    }
