"""Whether those of one state in two tellings are the same people: by office, name or service."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from foedera.data import Actor
from foedera.gazetteer.tables import rows
from foedera.merge.kindred import load_kindred
from foedera.merge.names import same_person
from foedera.merge.telling import Telling, actor_key, fold

Sameness = Literal["same", "finer", "other"]


def compare_people(left: Telling, right: Telling) -> Sameness:
    """Say whether who stands for each state is the same, told more exactly, or somebody else.

    The foreign minister of a state is not its defence minister; an envoy may be either.
    """
    found: set[Sameness] = set()
    for key in sorted(left.actors & right.actors):
        if _are_foes(left, right, key):
            return "other"
        one, other = (_who(t, key) for t in (left, right))
        if one is not None and other is not None:
            found.add(_sameness(one, other))
    return "other" if "other" in found else "finer" if "finer" in found else "same"


def _are_foes(left: Telling, right: Telling, key: str) -> bool:
    """Say whether those of a state serve it in one telling, and fight it in the other."""
    sides = [{_side(a) for a in t.claim.roles.actors if actor_key(a) == key} for t in (left, right)]
    return {"state"} in sides and {"foes"} in sides


def _side(actor: Actor) -> str | None:
    return _side_of(actor.name, actor.kind)


@lru_cache(maxsize=4096)
def _side_of(name: str, kind: str) -> str | None:
    """Return whether somebody serves a state or fights one, None where nothing tells.

    >>> _side_of("Houthis", "group"), _side_of("Syrian troops", "force"), _side_of("Peru", "state")
    ('foes', 'state', None)
    """
    kindred, words = load_kindred(), set(fold(name).split())
    if words & kindred.armed_men or (kind == "group" and fold(name) in _armed_groups()):
        return "foes"
    return "state" if words & (kindred.state_forces | kindred.governments) else None


@cache
def _armed_groups() -> frozenset[str]:
    """Return the names of the groups that the gazetteer knows, folded."""
    return frozenset(fold(row[0]) for row in rows("bodies") if row[2] == "group")


def compare_nameless(left: Telling, right: Telling) -> Sameness:
    """Say the same of doers that neither telling names: "unknown attackers", "two policemen".

    Those who serve a state are not those who fight it.
    """
    kindred = load_kindred()
    one, other = (_words(t) for t in (left, right))
    faceless = [words <= kindred.faceless_doers for words in (one, other)]
    if one and other and faceless[0] != faceless[1]:
        return "finer"
    for a, b in ((one, other), (other, one)):
        if a & kindred.state_forces and b & kindred.armed_men and not a & kindred.armed_men:
            return "same" if b & kindred.state_forces else "other"
    return "same"


def _who(telling: Telling, key: str) -> Actor | None:
    """Return the one person or office that stands for a state, None where none or several do."""
    found = [a for a in telling.claim.roles.actors if actor_key(a) == key]
    one = found[0] if len(found) == 1 else None
    return one if one is not None and one.kind in ("person", "office") else None


def _sameness(one: Actor, other: Actor) -> Sameness:
    if one.kind == other.kind == "person":
        names = [fold(a.name) for a in (one, other)]
        shared = set(names[0].split()) & set(names[1].split())
        return "same" if shared or same_person(*names) else "other"
    a, b = (_office(actor) for actor in (one, other))
    if any(office is not None and office.endswith("counterpart") for office in (a, b)):
        return "same"  # a counterpart holds whatever office the other names
    if a is None or b is None or a == b:
        return "same" if a == b or one.kind == other.kind else _by_name(one, other)
    common = [_is_common(office) for office in (a, b)]
    if any(common):
        return "finer"
    return "other" if one.kind == other.kind else "same"


def _by_name(one: Actor, other: Actor) -> Sameness:
    """Say whether a named person makes an office that many hold more exact."""
    office = _office(one if one.kind == "office" else other)
    return "finer" if office is not None and _is_common(office) else "same"


def _office(actor: Actor) -> str | None:
    office = None if actor.office is None else fold(actor.office)
    return office if office is None else load_kindred().same_offices.get(office, office)


def _is_common(office: str) -> bool:
    return office.split()[-1] in load_kindred().common_offices and len(office.split()) == 1


def _words(telling: Telling) -> set[str]:
    names = (fold(a.name).split() for a in telling.claim.roles.actors)
    counts = {"two", "three", "four", "five", "six", "several", "some", "the", "a", "of"}
    return {word for name in names for word in name} - counts
