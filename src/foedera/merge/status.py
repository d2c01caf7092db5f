"""What an agreement is on a day, derived from dated acts by the law of treaties (VCLT)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from foedera.data import Act, Basis, Status
from foedera.measure import days_between

NOT_YET: Mapping[str, int] = {
    "unknown": 0,
    "proposed": 1,
    "negotiating": 2,
    "text-fixed": 3,
    "signed": 4,
    "in-force": 5,
}
ENDED = frozenset(("terminated", "expired", "superseded", "void"))


@dataclass(slots=True)
class _State:
    """The state while acts are gone through in order; thrown away after."""

    parties: dict[str, str]
    bilateral: bool
    status: str = "unknown"
    basis: list[Basis] = field(default_factory=list)
    provisional: bool = False
    contested: bool = False

    def advance(self, status: str, act: Act, article: str) -> None:
        """Move forward, never back, and note the ground."""
        if self.status in ENDED or NOT_YET.get(status, 9) < NOT_YET.get(self.status, 9):
            return
        if status != self.status:
            self.basis = []
        self.status = status
        self.basis.append(Basis(act.kind, act.latest or act.day, article, act.claims))

    def end(self, status: str, act: Act, article: str) -> None:
        self.status = status
        self.basis = [Basis(act.kind, act.latest or act.day, article, act.claims)]

    def each(self, states: Sequence[str], new: str) -> None:
        for state in states:
            before = self.parties.get(state, "none")
            if _LADDER.index(new) > _LADDER.index(before) or before in ("former", "suspended"):
                self.parties[state] = new


_LADDER = (
    "none",
    "negotiating",
    "signatory",
    "contracting",
    "party",
    "suspended",
    "withdrawing",
    "former",
)


def status_on(acts: Sequence[Act], parties: Sequence[str], day: str, *, bilateral: bool) -> Status:
    """Derive status and each party's state on a day from acts that took place by then.

    An act known only to lie within some days counts from the last of them, so nothing is
    called in force before it must be. Where reports name two parties of more, `bilateral` is
    false, and one that leaves does not end the agreement.
    """
    state = _State(dict.fromkeys(parties, "none"), bilateral)
    for act in sorted(acts, key=_order):
        since = act.latest or act.day
        if since is None or since > day:
            continue
        rule = _RULES.get(act.kind)
        if rule is not None:
            rule(state, act, day)
    return Status(
        state.status,
        tuple(sorted(state.parties.items())),
        tuple(state.basis),
        state.provisional,
        state.contested,
    )


_SEQUENCE = (
    "agreement.propose",
    "agreement.negotiate",
    "agreement.conclude",
    "agreement.sign",
    "agreement.approve",
    "agreement.ratify",
    "agreement.accede",
    "agreement.deposit-instrument",
    "agreement.exchange-instruments",
    "agreement.provisionally-apply",
    "agreement.enter-into-force",
)


def _order(act: Act) -> tuple[str, int, str]:
    place = _SEQUENCE.index(act.kind) if act.kind in _SEQUENCE else len(_SEQUENCE)
    return act.latest or act.day or "", place, act.kind


def _propose(state: _State, act: Act, day: str) -> None:
    state.advance("proposed", act, "")


def _negotiate(state: _State, act: Act, day: str) -> None:
    state.advance("negotiating", act, "")
    state.each(act.by, "negotiating")


def _conclude(state: _State, act: Act, day: str) -> None:
    state.advance("text-fixed", act, "9")
    state.each(act.by, "negotiating")


def _sign(state: _State, act: Act, day: str) -> None:
    """Signature fixes the text and obliges not to defeat the object (18); it is not yet consent."""
    state.advance("signed", act, "10, 18")
    state.each(act.by or tuple(state.parties), "signatory")


def _ratify(state: _State, act: Act, day: str) -> None:
    """Ratifying at home advances nothing between two states until instruments are exchanged."""
    if not state.bilateral:
        state.each(act.by, "party" if state.status == "in-force" else "contracting")


def _accede(state: _State, act: Act, day: str) -> None:
    state.each(act.by, "party" if state.status == "in-force" else "contracting")


def _exchange(state: _State, act: Act, day: str) -> None:
    """Exchanging instruments establishes the consent of both, and with it entry into force."""
    if state.bilateral:
        state.advance("in-force", act, "14(1), 16(a), 24")
        state.each(tuple(state.parties), "party")
    else:
        state.each(act.by, "contracting")


def _enter(state: _State, act: Act, day: str) -> None:
    state.advance("in-force", act, "24")
    for party, before in state.parties.items():
        if state.bilateral or before in ("contracting", "party"):
            state.each((party,), "party")


def _provisional(state: _State, act: Act, day: str) -> None:
    state.provisional = True


def _suspend(state: _State, act: Act, day: str) -> None:
    """One side's suspension is a claim with a procedure (65–68); the treaty is then contested."""
    if set(act.by) >= set(state.parties):
        state.end("suspended", act, "57(b)")
    else:
        state.contested = True
        state.basis.append(Basis(act.kind, act.latest or act.day, "57, 65", act.claims))
    state.each(act.by, "suspended")


def _withdraw(state: _State, act: Act, day: str) -> None:
    """Notice binds from the day its term says, not from the day it is announced."""
    if act.effect is None or act.effect > day:
        state.each(act.by, "withdrawing")
        state.basis.append(Basis(act.kind, act.latest or act.day, "54(a), 67, 68", act.claims))
        return
    state.each(act.by, "former")
    left = [party for party, where in state.parties.items() if where != "former"]
    if state.bilateral and len(left) < 2:
        state.end("terminated", act, "54(a)")


def _terminate(state: _State, act: Act, day: str) -> None:
    if act.effect is not None and act.effect > day:
        return
    if set(act.by) >= set(state.parties) or not act.by:
        state.end("terminated", act, "54(b)")
        return
    _withdraw(state, act, day)


def _expire(state: _State, act: Act, day: str) -> None:
    state.end("expired", act, "54(a)")


_RULES: dict[str, Callable[[_State, Act, str], None]] = {
    "agreement.propose": _propose,
    "agreement.negotiate": _negotiate,
    "agreement.conclude": _conclude,
    "agreement.sign": _sign,
    "agreement.ratify": _ratify,
    "agreement.accede": _accede,
    "agreement.deposit-instrument": _accede,
    "agreement.exchange-instruments": _exchange,
    "agreement.provisionally-apply": _provisional,
    "agreement.enter-into-force": _enter,
    "agreement.suspend": _suspend,
    "agreement.withdraw": _withdraw,
    "agreement.terminate": _terminate,
    "agreement.expire": _expire,
}


def entry_day(acts: Sequence[Act]) -> tuple[Act, Act] | None:
    """Return the entry into force and the exchange that dates it, where no day is stated.

    Two states that exchange their instruments bring a treaty into force on that day unless
    the treaty says otherwise (24); the exchange must lie within the days that are told.
    """
    entries = [a for a in acts if a.kind == "agreement.enter-into-force" and a.day != a.latest]
    entries += [a for a in acts if a.kind == "agreement.enter-into-force" and a.day is None]
    exchanges = [a for a in acts if a.kind == "agreement.exchange-instruments" and a.day]
    for entry in entries:
        for exchange in exchanges:
            if exchange.day is None or exchange.day != (exchange.latest or exchange.day):
                continue
            after = entry.day is None or days_between(entry.day, exchange.day) >= 0
            before = entry.latest is None or days_between(exchange.day, entry.latest) >= 0
            if after and before:
                return entry, exchange
    return None
