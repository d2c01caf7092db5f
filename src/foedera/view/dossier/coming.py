"""What is to come: days that follow by rule from what is told so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from foedera.view.dossier.folder import Folder
from foedera.view.dossier.lead import name_status
from foedera.view.pictures.looks import name_state
from foedera.view.rows import Row, maps, texts
from foedera.view.words import capital, count_of, ends, join_words, say_day, sort_by_day

MOST_CITES = 4
MOST_NAMES = 6
_TURNS = {
    "former": ("leaves", "leave"),
    "party": ("is bound", "are bound"),
    "suspended": ("suspends its part", "suspend their parts"),
}


def list_coming(
    folder: Folder, agreement: Row, history: Sequence[Row]
) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """List the days to come that follow by rule from what is told: entry, exits, expiry.

    Each with the words it follows from. The first act told of a later day ends the list, since what
    follows may hang on it.
    """
    on, rows = folder.on or "9999-12-31", []
    for before, after in pairwise([{"status": "unknown", "party_status": {}}, *history]):
        if str(after["day"]) <= on:
            continue
        told = [s for s in maps(agreement, "steps") if on < str(ends(s.get("when"))[1] or "")]
        acts = {str(ends(step["when"])[1]) for step in told}
        if min(acts, default="9999-12-31") <= str(after["day"]):
            break
        if words := _turned(folder, before, after):
            cites = folder.cites(_bearing(agreement, before, after))[:MOST_CITES]
            rows.append((say_day(str(after["day"])), words, cites))
    return tuple(rows)


def _turned(folder: Folder, before: Row, after: Row) -> str:
    """Say what turns on a day: the whole, and each party."""
    found = [capital(name_status(after))] if before["status"] != after["status"] else []
    moved: dict[str, list[str]] = defaultdict(list)
    for code, state in _moved(before, after):
        moved[state].append(folder.name(code))
    for state, names in moved.items():
        who = join_words(names) if len(names) <= MOST_NAMES else count_of(len(names), "state")
        turn = _TURNS.get(state, (f"becomes: {name_state(state)}", f"become: {name_state(state)}"))
        found.append(f"{capital(who)} {turn[len(names) > 1]}")
    return "; ".join(found)


def _moved(before: Row, after: Row) -> list[tuple[str, str]]:
    """Return the parties whose state turns, and to what."""
    held, holds = before.get("party_status") or {}, after.get("party_status") or {}
    return [(c, holds[c]) for c in sorted(holds) if held.get(c) != holds[c] != "none"]


def _bearing(agreement: Row, before: Row, after: Row) -> list[str]:
    """Return the claims that a turn follows from: a party's own last act, or the whole's basis."""
    basis = [claim for act in maps(after, "basis") for claim in texts(act, "claims")]
    if before["status"] != after["status"]:
        return basis
    steps = sort_by_day(maps(agreement, "steps"))
    own = [
        claim
        for code, _ in _moved(before, after)
        for step in [step for step in steps if code in texts(step, "by")][-1:]
        for claim in texts(step, "claims")
    ]
    return own or basis
