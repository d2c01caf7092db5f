"""Who stands in events with whom, and whether they help or harm each other there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

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


MOST_NAMES = 100
"""So many actors are tied at most: an event of a thousand would make half a million pairs."""


def rank_names(events: Iterable[Row], *, states: bool = False) -> list[str]:
    """Name those who stand in events, those of most events first."""
    found: Counter[str] = Counter()
    for event in events:
        found.update({name for side in _sides(event, states=states) for name in side})
    return sorted(found, key=lambda name: (-found[name], name))


def tie(
    events: Iterable[Row],
    *,
    states: bool = False,
    among: Collection[str] | None = None,
    around: Collection[str] | None = None,
) -> list[Tie]:
    """Tie the actors of each event: who does it with those it is done to, and those who share it.

    With `states`, bodies and persons count for their state. `among` are the only ones who are
    tied; `around` are those of whom one stands in each tie. Those of most events stand first.
    """
    found: dict[tuple[str, str], Tie] = {}
    among = None if among is None else frozenset(among)
    around = None if around is None else frozenset(around)
    for event in events:
        hostile = is_hostile(str(event["kind"]))
        sides = _sides(event, states=states)
        if among is not None:
            sides = [[name for name in side if name in among] for side in sides]
        for pair in _pairs(sides, hostile=hostile, around=around):
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


def _sides(event: Row, *, states: bool) -> list[list[str]]:
    """Name who does an event, to whom it is done, and who takes part."""
    return [
        _names(maps(event, role), states=states)
        for role in ("actors", "recipients", "participants")
    ]


def _pairs(
    sides: Sequence[Sequence[str]], *, hostile: bool, around: Collection[str] | None
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of one event; those who together act against a third are no pair."""
    doers, done_to, others = sides
    groups: list[tuple[Sequence[str], Sequence[str]]] = [(doers, [*done_to, *others])]
    if not hostile:
        together = [*doers, *others]
        groups += [(together, together), (done_to, done_to)]
    pairs: set[tuple[str, str]] = set()
    for left, right in groups:
        if around is None:
            pairs |= set(combinations(left, 2) if left is right else product(left, right))
        else:
            pairs |= set(product((name for name in left if name in around), right))
            pairs |= set(product(left, (name for name in right if name in around)))
    yield from sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})


def _names(actors: Sequence[Row], *, states: bool) -> list[str]:
    """Name actors, each once; those without a proper name ("neighbour") are nobody."""
    if states:
        return list(dict.fromkeys(str(a["country"]) for a in actors if a.get("country")))
    return [key for key in dict.fromkeys(key_of(a) for a in actors) if not key.islower()]
