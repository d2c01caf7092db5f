"""A party's facts while acts are gone through: what it did, and the state that follows."""

from __future__ import annotations

from dataclasses import dataclass, field

from foedera.data import Act, Basis

ENDED = frozenset(("terminated", "expired", "superseded", "void"))
STAGES = ("unknown", "proposed", "negotiating", "text-fixed", "signed", "in-force")


@dataclass(frozen=True, slots=True)
class Consent:
    """Consent to be bound: the days within which it was given, and the day it names to bind."""

    first: str
    since: str
    binds: str | None
    basis: Basis


@dataclass(slots=True)
class Side:
    """What is told of one state; each fact is the ground it rests on. Thrown away after."""

    negotiates: Basis | None = None
    signed: Basis | None = None
    consent: Consent | None = None
    bound: Basis | None = None
    applies: Basis | None = None
    suspended: Basis | None = None
    notice: Basis | None = None
    leaves: str | None = None
    left: Basis | None = None

    def state(self) -> str:
        """Return the one word for what the party is; notice outweighs a suspension."""
        words = (
            (self.left, "former"),
            (self.notice, "withdrawing"),
            (self.suspended, "suspended"),
            (self.bound, "party"),
            (self.consent, "contracting"),
            (self.signed, "signatory"),
            (self.negotiates, "negotiating"),
        )
        return next((word for fact, word in words if fact), "none")

    def grounds(self) -> tuple[Basis, ...]:
        """Return what that state rests on, the ground of consent before that of being bound."""
        if self.left:
            return (self.left,)
        given = self.consent.basis if self.consent else None
        for fact in (self.notice, self.suspended):
            if fact:
                return tuple(b for b in (self.bound, fact) if b)
        if self.bound:
            return tuple(dict.fromkeys(b for b in (given, self.bound) if b))
        found = given or self.signed or self.negotiates
        return tuple(b for b in (found, self.applies) if b)

    def renew(self) -> None:
        """Forget what was, for one that left and comes again."""
        for fact in type(self).__dataclass_fields__:
            setattr(self, fact, None)

    def depart(self, ground: Basis) -> None:
        """Let the party be out."""
        self.renew()
        self.left = ground


@dataclass(slots=True)
class Course:
    """The whole's facts while acts are gone through; thrown away after.

    `political` is a text that binds politically alone, `exchanged` the exchange of instruments
    between two, `giving` the last day's consents; `due` is the day on which entry into force
    follows, by consents complete on `met`; on days `undated` some consents were told that may have
    been given at any time before; `early` an entry told before its conditions are met;
    `ends` the day on which the term runs out; `disputes` are acts that contradict others.
    """

    sides: dict[str, Side]
    political: bool = False
    stage: str = "unknown"
    grounds: list[Basis] = field(default_factory=list)
    exchanged: Act | None = None
    giving: list[Basis] = field(default_factory=list)
    counts: list[tuple[str, int]] = field(default_factory=list)
    undated: set[str] = field(default_factory=set)
    share: float = 0.0
    revoked: list[str] = field(default_factory=list)
    met: str | None = None
    due: str | None = None
    meeting: list[Basis] = field(default_factory=list)
    early: list[Basis] = field(default_factory=list)
    entered: str | None = None
    ends: str | None = None
    ending: Basis | None = None
    paused: Basis | None = None
    disputes: list[Basis] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        """Whether the agreement has ended, for good."""
        return self.stage in ENDED

    @property
    def in_force(self) -> bool:
        """Whether it has entered into force and not ended; suspended or not."""
        return self.stage == "in-force"

    def advance(self, stage: str, ground: Basis) -> None:
        """Move forward, never back, and note the ground."""
        if self.ended or STAGES.index(stage) < STAGES.index(self.stage):
            return
        if stage != self.stage:
            self.grounds = []
        self.stage = stage
        if ground not in self.grounds:
            self.grounds.append(ground)
