"""In which roles an actor stands in events, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from foedera.view.rows import Row, maps

ROLES = {
    "actors": "does it",
    "recipients": "it is done to",
    "participants": "takes part",
}


def key_of(actor: Row) -> str:
    """Return what an actor is counted under: a state and its bodies by the state's code.

    >>> key_of({"name": "Kremlin", "country": "RUS", "kind": "organisation"})
    'Kremlin'
    >>> key_of({"name": "Russia", "country": "RUS", "kind": "state"})
    'RUS'
    """
    code = actor.get("country") if actor.get("kind") == "state" else None
    return str(code or actor["name"])


def count_roles(events: Iterable[Row], names: Collection[str]) -> list[tuple[str, int]]:
    """Count the events in which one stands in each role, under any of its names."""
    found: Counter[str] = Counter()
    for event in events:
        for role, words in ROLES.items():
            if any({key_of(one), str(one["name"])} & set(names) for one in maps(event, role)):
                found[words] += 1
    return [(words, found[words]) for words in ROLES.values() if found[words]]
