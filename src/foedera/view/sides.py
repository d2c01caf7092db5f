"""Who does what to whom in a few names: whom most reports tell, states for those of theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from foedera.gazetteer.tables import cells, rows
from foedera.view.rows import Row
from foedera.view.words import join_words

Naming = Callable[[Row | str], str]
Joining = Callable[[Sequence[str]], str]
_OFFICERS = frozenset({"official", "officials", "leaders", "authorities", "lawmakers"})


def write_sides(row: Row, name: Naming, join: Joining = join_words, *, most: int = 4) -> str:
    """Write who does it, and to whom, `most` names a side and how many more there are.

    >>> write_sides({"actors": ["Chad", "Niger"], "recipients": ["Mali"]}, str)
    'Chad and Niger → Mali'
    """
    left = join(few(name_doers(row.get("actors") or row.get("by") or (), name), most))
    right = join(few(_names(_apart(row.get("recipients") or ()), name), most))
    return f"{left} → {right}".lstrip() if right else left


def name_doers(actors: Sequence[Row | str], name: Naming) -> list[str]:
    """Name those who do it.

    A state stands for its bodies, forces, officers and people; rebels stay apart. Beside whom a
    report names or whose state it tells, nouns alone ("gunmen") are left out.

    >>> said = [("Chad", "TCD", "state"), ("Chadians", "TCD", "group"), ("rebels", "TCD", "group")]
    >>> sides = [{"name": n, "country": c, "kind": k} for n, c, k in said]
    >>> name_doers(sides, lambda actor: actor["name"])
    ['Chad', 'rebels']
    """
    apart = [a for a in _apart(actors) if not _is_people_of(a, actors)]
    known = [a for a in apart if isinstance(a, str) or a.get("country") or not a["name"].islower()]
    return _names(known or apart, name)


def _apart(actors: Sequence[Row | str]) -> list[Row | str]:
    """Return those for whom no state that stands there too speaks."""
    return [a for a in actors if not (_state_of(a) in _states(actors) and _speaks_for_state(a))]


def _states(actors: Sequence[Row | str]) -> set[str]:
    return {a["country"] for a in actors if not isinstance(a, str) and a.get("kind") == "state"}


def _state_of(actor: Row | str) -> str | None:
    return None if isinstance(actor, str) else actor.get("country")


def _speaks_for_state(actor: Row | str) -> bool:
    """Say whether a state may stand for somebody of it: not for its groups or mere citizens."""
    if isinstance(actor, str) or actor.get("kind") in ("state", "group", "outlet"):
        return False
    return actor.get("kind") != "person" or bool(actor.get("office"))


def _is_people_of(actor: Row | str, actors: Sequence[Row | str]) -> bool:
    """Say whether somebody is the people or the officers at large of a state told of as well."""
    if isinstance(actor, str) or actor.get("kind") != "group":
        return False
    if _state_of(actor) not in _states(actors):
        return False
    name = str(actor["name"])
    return name.split()[-1].lower() in _OFFICERS or name in _peoples()


@cache
def _peoples() -> frozenset[str]:
    """Return how whole peoples are called: "Chadians", "the Chinese"."""
    said = ((cells(row[3]), cells(row[4])) for row in rows("countries"))
    return frozenset(
        word for adjectives, people in said for a in adjectives for word in (a, f"{a}s", *people)
    )


def _names(actors: Sequence[Row | str], name: Naming) -> list[str]:
    return list(dict.fromkeys(map(name, actors)))


def few(names: Sequence[str], most: int) -> list[str]:
    """Return as many names as there is room for; one alone is never only counted."""
    over = len(names) - most
    return list(names) if over < 2 else [*names[:most], f"{over} more"]
