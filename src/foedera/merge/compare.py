"""How the tellings of one event differ, field by field; every value stays visible.

A verdict on two values is one of: they agree; one lies inside the other and is more precise; both
can hold; the later report tells a later state; both cannot hold. Of several values the gravest
verdict counts. What a report does not tell is not compared, but makes the only one that tells
it the more precise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from foedera.data import Comparison, Where
from foedera.measure import distance_km
from foedera.merge.compare_numbers import compare_numbers
from foedera.merge.compare_parties import compare_parties, compare_reality, compare_stances
from foedera.merge.comparing import (
    Values,
    Verdict,
    is_later,
    lie,
    make_comparison,
    says_change,
    state_of,
    verdict_on,
)
from foedera.merge.kindred import load_kindred
from foedera.merge.names import (
    is_country_name,
    is_part_name,
    is_region_name,
    skeleton,
    states_named,
)
from foedera.merge.telling import Telling, fold

_SHARED = frozenset({"border", "borders", "frontier"})
"""Edges that a state has with another one, though only one of the two is named."""
NEAR_KM = 60.0
"""Two towns no farther apart may be two names for where one thing happened."""

_TELLS: dict[str, Callable[[Telling], bool]] = {
    "when": lambda telling: telling.first is not None or telling.last is not None,
    "where": lambda telling: telling.claim.setting.where is not None or _goal(telling) is not None,
    "quantity": lambda telling: bool(telling.claim.setting.quantities),
    "participants": lambda telling: bool(telling.claim.roles.actors),
}
"""Whether a telling says anything of a field that only some tell."""
_OF_ITSELF = tuple(_TELLS[field] for field in ("when", "where", "quantity"))
"""Whether it says anything of a field that is told of a single telling too."""


def compare(tellings: Sequence[Telling]) -> tuple[Comparison, ...]:
    """Compare days, places, numbers, parties, reality and stances of the tellings of one event."""
    if len(tellings) == 1 and not any(tells(tellings[0]) for tells in _OF_ITSELF):
        return ()
    found = [_days(tellings), _places(tellings), *compare_numbers(tellings)]
    if len(tellings) > 1:
        found += [compare_parties(tellings), compare_reality(tellings)]
        found += compare_stances(tellings)
    return tuple(_told_by_one(one, tellings) for one in found if one is not None)


def _told_by_one(one: Comparison, tellings: Sequence[Telling]) -> Comparison:
    """Let the one report that tells a day, a place, a number or parties be the more precise."""
    tells = _TELLS.get(one.field)
    if tells is None or one.verdict != "agree":
        return one
    by = {telling.source.report for telling in tellings if tells(telling)}
    silent = any(telling.source.report not in by for telling in tellings)
    return replace(one, verdict="more-precise") if len(by) == 1 and silent else one


# ---------------------------------------------------------------------- days

_Stretch = tuple[int | None, int | None]


def _days(tellings: Sequence[Telling]) -> Comparison | None:
    values: Values = defaultdict(list)
    told: list[tuple[_Stretch, Telling]] = []
    for telling in tellings:
        when = telling.claim.setting.when
        if when is None or (telling.first is None and telling.last is None):
            continue
        name = when.earliest or ""
        if when.latest != when.earliest:
            name = f"{when.earliest or ''}/{when.latest or ''}"
        values[name].append(telling)
        told.append(((telling.first, telling.last), telling))
    if not values:
        return None
    return make_comparison("when", verdict_on(told, _judge_days), values)


def _judge_days(a: _Stretch, left: Telling, b: _Stretch, right: Telling) -> Verdict:
    if a == b:
        return "update" if _is_withdrawn(left, right) else "agree"
    verdict = lie((a[0] or 0, a[1] or 9**9), (b[0] or 0, b[1] or 9**9))
    if verdict == "conflict" and (left.several or right.several or _is_pictured(left, right)):
        return "compatible"
    ahead = state_of(left) in ("planned", "open")
    moved = is_later(right, left) and (ahead or says_change(right))
    deadlines = a[0] is None and b[0] is None
    return "update" if moved and (verdict == "conflict" or deadlines) else verdict


def _is_pictured(left: Telling, right: Telling) -> bool:
    """Say whether a caption tells one: its day and its place may be those of the picture."""
    return "caption" in (left.claim.passage.part, right.claim.passage.part)


def _is_withdrawn(left: Telling, right: Telling) -> bool:
    """Say whether a later report says of the day set before that it is not the day."""
    planned = state_of(left) == "planned" and is_later(right, left)
    return planned and state_of(right) == "not" and right.claim.kind in load_kindred().turns


# -------------------------------------------------------------------- places


def _places(tellings: Sequence[Telling]) -> Comparison | None:
    values: Values = defaultdict(list)
    told: list[tuple[Where, Telling]] = []
    for telling in tellings:
        where = telling.claim.setting.where or _goal(telling)
        if where is not None:
            values[where.name].append(telling)
            told.append((where, telling))
    if not values:
        return None
    return make_comparison("where", verdict_on(told, _judge_places), values)


def _goal(telling: Telling) -> Where | None:
    """Return the state that is given something as where it goes, where no place is told."""
    given = telling.group in ("transfer.arms", "transfer.prisoners")
    to = [a for a in telling.claim.roles.recipients if a.kind == "state" and a.country]
    if not given or len(to) != 1 or telling.claim.kind.startswith("coercion."):
        return None
    return Where(to[0].name, to[0].country, None, None, to[0].span)


def _judge_places(a: Where, left: Telling, b: Where, right: Telling) -> Verdict:
    verdict = _place_verdict(a, b)
    if verdict in ("agree", "more-precise"):
        return verdict
    lasting = left.group in load_kindred().lasting
    if is_later(right, left) and (state_of(left) == "planned" or lasting or says_change(right)):
        return "update"
    goes_on = lasting or left.group in load_kindred().roving
    several = left.several or right.several or _is_pictured(left, right)
    both = several or (goes_on and not _of_one_day(left, right))
    return "compatible" if both else verdict


def _of_one_day(left: Telling, right: Telling) -> bool:
    """Say whether both tell of one same day, on which nothing went from place to place."""
    days = {left.first, left.last, right.first, right.last}
    return len(days) == 1 and None not in days


def _place_verdict(a: Where, b: Where) -> Verdict:
    if fold(a.name) == fold(b.name):
        return "agree"
    if _is_edge(a) or _is_edge(b):
        return _edge_verdict(a, b)
    sides = [is_part_name(place.name) for place in (a, b)]
    if not any(sides) and _is_one_place(a, b):
        return "agree"
    parts = [{fold(part) for part in place.name.split(", ")} for place in (a, b)]
    if len(parts[0]) != len(parts[1]) and parts[0] & parts[1]:  # a part of the town, and the town
        return "more-precise"
    if _is_beyond_states(a) or _is_beyond_states(b):
        return "more-precise" if _is_beyond_states(a) != _is_beyond_states(b) else "compatible"
    if a.country and b.country and a.country != b.country:
        return "conflict"
    wide = [is_country_name(place.name) for place in (a, b)]
    if wide[0] or wide[1]:
        return "agree" if wide[0] and wide[1] else "more-precise"
    if all(sides):
        return "compatible"
    region = [is_region_name(place.name, place.country) for place in (a, b)]
    if any(sides) or region[0] != region[1]:
        return "more-precise"
    km = distance_km(a, b)
    return "compatible" if km is None or km <= NEAR_KM else "conflict"


def _is_one_place(a: Where, b: Where) -> bool:
    """Say whether two names stand for one place: it has one point, or they are spelled alike."""
    if a.lat is not None and (a.lat, a.lon) == (b.lat, b.lon):
        return True
    near = not a.country or not b.country or a.country == b.country
    return near and _spelled_alike(a.name, b.name)


def _is_beyond_states(place: Where) -> bool:
    """Say whether a place is in the tables, on land and in no one state: "the Middle East"."""
    beyond = place.country is None and place.lat is not None
    return beyond and load_kindred().waters.isdisjoint(fold(place.name).split())


def _spelled_alike(left: str, right: str) -> bool:
    one, other = fold(left), fold(right)
    return one[:1] == other[:1] and skeleton(one) == skeleton(other) and len(one) > 3


def _is_edge(place: Where) -> bool:
    words = fold(place.name).split()
    return not load_kindred().edges.isdisjoint(words) and not is_country_name(place.name)


def _edge_verdict(a: Where, b: Where) -> Verdict:
    """Judge a border, a coast or a shore and a place: it lies in each of the states it names."""
    one, other = (_states_of(place) for place in (a, b))
    if _is_edge(a) and _is_edge(b):
        if one == other:
            return "agree"
        return "more-precise" if one < other or other < one else "conflict"
    shared = any(
        _is_edge(place) and len(states) == 1 and not _SHARED.isdisjoint(fold(place.name).split())
        for place, states in ((a, one), (b, other))
    )
    return "compatible" if shared or one & other or not one or not other else "conflict"


def _states_of(place: Where) -> frozenset[str]:
    return states_named(place.name) | ({place.country} if place.country else frozenset())
