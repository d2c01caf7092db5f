"""Who stands in events with whom, and whether they help or harm each other there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from foedera.kinds import load_kinds
from foedera.serve.roles import key_of
from foedera.view.rows import Row, maps

HOSTILE = frozenset(
    {"COERCE", "ASSAULT", "SANCTION", "PROTEST", "MOBILIZE", "THREATEN", "REJECT", "ACCUSE"}
)
"""PLOVER's events against somebody; all others are for somebody, or neither."""


@dataclass(slots=True)
class Tie:
    """Two actors and the events that they share, those against each other counted apart."""

    left: str
    right: str
    events: int = 0
    against: int = 0
    reports: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def mood(self) -> str:
        """Say which sort of events prevails: `for`, `against` or `mixed`."""
        share = self.against / self.events
        return "against" if share > 0.6 else "for" if share < 0.25 else "mixed"


def tie(events: Iterable[Row], *, states: bool = False) -> list[Tie]:
    """Tie the actors of each event: who does it with those it is done to, and those who share it.

    With `states`, bodies and persons count for their state. Those of most events stand first.
    """
    found: dict[tuple[str, str], Tie] = {}
    for event in events:
        hostile = is_hostile(str(event["kind"]))
        for pair in _pairs(event, states=states, hostile=hostile):
            held = found.setdefault(pair, Tie(*pair))
            held.events += 1
            held.against += hostile
            held.reports += int(event["reports"])
            held.kinds[str(event["kind"])] += 1
    return sorted(found.values(), key=lambda one: (-one.events, -one.reports, one.left, one.right))


def is_hostile(kind: str) -> bool:
    """Say whether a kind of act is one against somebody.

    >>> is_hostile("diplomacy.meet")
    False
    """
    held = load_kinds().get(kind)
    return bool(held and held.plover and held.plover.event in HOSTILE)


def _pairs(event: Row, *, states: bool, hostile: bool) -> Iterator[tuple[str, str]]:
    """Yield the pairs of one event; those who together act against a third are no pair."""
    doers, done_to, others = (
        _names(maps(event, role), states=states)
        for role in ("actors", "recipients", "participants")
    )
    pairs = {(a, b) for a in doers for b in [*done_to, *others]}
    if not hostile:
        pairs |= set(combinations([*doers, *others], 2)) | set(combinations(done_to, 2))
    yield from sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})


def _names(actors: Sequence[Row], *, states: bool) -> list[str]:
    """Name actors, each once; those without a proper name ("neighbour") are nobody."""
    if states:
        return list(dict.fromkeys(str(a["country"]) for a in actors if a.get("country")))
    return [key for key in dict.fromkeys(key_of(a) for a in actors) if not key.islower()]
