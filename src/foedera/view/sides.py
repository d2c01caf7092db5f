"""Who does what to whom in a few names: whom most reports tell, states for those of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from foedera.gazetteer.tables import cells, rows
from foedera.merge.names import is_country_name, same_person
from foedera.merge.telling import fold
from foedera.view.rows import Row, maps
from foedera.view.words import join_words

Naming = Callable[[Row | str], str]
Joining = Callable[[Sequence[str]], str]
_OFFICERS = frozenset({"official", "officials", "leaders", "authorities", "lawmakers"})
_PLACES = ("city", "cities", "town", "border", "region", "area")
_MERE = frozenset(("country", "countries", "nation", "nations", "state", "others", *_PLACES))
"""Nouns that say nothing beside a name."""
_TOLD_OFTEN = 10
"""From so many tellings on, whoever fewer than one in so many tells of is in no heading."""


def write_sides(row: Row, name: Naming, join: Joining = join_words, *, most: int = 4) -> str:
    """Write who does it, and to whom, `most` names a side and how many more there are.

    >>> write_sides({"actors": ["Chad", "Niger"], "recipients": ["Mali"]}, str)
    'Chad and Niger → Mali'
    """
    doers = name_doers(_often_told(row, row.get("actors") or row.get("by") or ()), name)
    befalls = _names(_apart(row.get("recipients") or ()), name)
    left = join(few(_once(doers), most))
    right = join(few([one for one in _once(befalls) if not _stands_in(doers, one)], most))
    return f"{left} → {right}".lstrip() if right else left


def _often_told(row: Row, doers: Sequence[Row | str]) -> Sequence[Row | str]:
    """Leave out those whom hardly anybody tells to do it, where many tell of it.

    Of a state of which nobody is told often, it or the first stands for all that are its own.

    >>> told = {"claims": list("abcdefghijklmnop"), "comparison": [{"field": "participants",
    ...     "values": [{"value": "Chad", "claims": "abc"}, {"value": "Mali", "claims": "d"}]}]}
    >>> _often_told({**told, "recipients": ["Niger"]}, ["Chad", "Mali"])
    ['Chad']
    """
    number = len(row.get("claims") or ())
    told = _told_to_do(row) if number >= _TOLD_OFTEN else Counter()
    if not told:
        return doers
    share = number / (_TOLD_OFTEN if row.get("recipients") else 2 * _TOLD_OFTEN)
    own = [sum(n for who, n in told.items() if _means(a, who)) for a in doers]
    states: Counter[str | None] = Counter()
    for actor, times in zip(doers, own, strict=True):
        states[_state_of(actor)] += times
    often = [actor for actor, times in zip(doers, own, strict=True) if times >= share]
    named = {_state_of(actor) for actor in often}
    stand = [
        actor
        for state, actor in _firsts(doers).items()
        if state not in named and states[state] >= share
    ]
    return [actor for actor in doers if actor in often or actor in stand]


def _told_to_do(row: Row) -> Counter[str]:
    """Count the tellings that name each doer."""
    told: Counter[str] = Counter()
    for one in maps(row, "comparison"):
        for value in maps(one, "values") if one["field"] == "participants" else ():
            told.update({who: len(value["claims"]) for who in str(value["value"]).split(", ")})
    return told


def _firsts(doers: Sequence[Row | str]) -> dict[str | None, Row | str]:
    """Return of each state who stands for it: the state itself, else whom most tell."""
    found: dict[str | None, Row | str] = {}
    for actor in sorted(doers, key=lambda a: isinstance(a, str) or a.get("kind") != "state"):
        if state := _state_of(actor):
            found.setdefault(state, actor)
    return found


def _means(actor: Row | str, who: str) -> bool:
    if isinstance(actor, str) or actor.get("kind") != "person":
        return fold(actor if isinstance(actor, str) else str(actor["name"])) == fold(who)
    return same_person(fold(str(actor["name"])), fold(who))


def _once(names: Sequence[str]) -> list[str]:
    """Leave out who stands there under a fuller name, and nouns that say nothing beside names.

    >>> _once(["city", "northern city", "Idris Deby", "Idris I. Deby"])
    ['northern city', 'Idris Deby']
    >>> _once(["Chad", "country"]), _once(["country"]), _once(["Sudan", "South Sudan"])
    (['Chad'], ['country'], ['Sudan', 'South Sudan'])
    """
    kept: list[str] = []
    for one in names:
        at = next((i for i, held in enumerate(kept) if _one_name(held, one)), None)
        if at is None:
            kept.append(one)
        elif len(one) > len(kept[at]) and not _one_person(one, kept[at]):
            kept[at] = one
    return [one for one in kept if one not in _MERE] or kept[:1]


def _one_name(left: str, right: str) -> bool:
    """Say whether one of two names is the other's last words, or both are one person's."""
    short, long = sorted((fold(left).split(), fold(right).split()), key=len)
    if short == long[len(long) - len(short) :]:
        return short == long or not is_country_name(" ".join(short))
    return short[-1] == long[-1] and _one_person(left, right)


def _one_person(left: str, right: str) -> bool:
    titles = left.istitle() and right.istitle() and min(len(left.split()), len(right.split())) > 1
    return titles and same_person(fold(left), fold(right))


def _stands_in(names: Sequence[str], one: str) -> bool:
    return any(one == name or _one_person(one, name) for name in names)


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
