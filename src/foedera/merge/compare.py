"""How the tellings of one event differ, field by field; every value stays visible.

A verdict on two values is one of: they agree; one lies inside the other and is more precise; both
can hold; the later report tells a later state; both cannot hold. Of several values the gravest
verdict counts. What a report does not tell is not compared, but makes the only one that tells
it the more precise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from foedera.data import Comparison, Quantity, Where
from foedera.measure import distance_km
from foedera.merge.compare_parties import compare_parties, compare_reality, compare_stances
from foedera.merge.comparing import (
    Values,
    Verdict,
    gravest,
    is_later,
    make_comparison,
    says_change,
    state_of,
)
from foedera.merge.kindred import load_kindred
from foedera.merge.names import (
    is_country_name,
    is_part_name,
    is_region_name,
    skeleton,
    states_named,
)
from foedera.merge.numbers import counts_people, exact_range, ranges_meet, same_unit
from foedera.merge.telling import Telling, fold

NEAR_KM = 60.0
"""Two towns no farther apart may be two names for where one thing happened."""

_Value = TypeVar("_Value")

_TELLS: dict[str, Callable[[Telling], bool]] = {
    "when": lambda telling: telling.first is not None or telling.last is not None,
    "where": lambda telling: telling.claim.setting.where is not None or _goal(telling) is not None,
    "quantity": lambda telling: bool(telling.claim.setting.quantities),
    "participants": lambda telling: bool(telling.claim.roles.actors),
}
"""Whether a telling says anything of a field that only some tell."""


def compare(tellings: Sequence[Telling]) -> tuple[Comparison, ...]:
    """Compare days, places, numbers, parties, reality and stances of the tellings of one event."""
    found = [_days(tellings), _places(tellings), *_numbers(tellings)]
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


def _verdict_on(
    told: Sequence[tuple[_Value, Telling]],
    judge: Callable[[_Value, Telling, _Value, Telling], Verdict],
) -> Verdict:
    """Judge each pair of different values once, the earlier report's first."""
    if len(told) == 1:
        return "agree"

    def verdicts() -> Iterator[Verdict]:
        seen: set[tuple[object, object]] = set()
        ordered = sorted(told, key=lambda pair: pair[1].source.published.earliest or "")
        for (a, left), (b, right) in combinations(ordered, 2):
            if (a, b) not in seen:
                seen.add((a, b))
                yield judge(a, left, b, right)

    return gravest(verdicts())


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
    return make_comparison("when", _verdict_on(told, _judge_days), values)


def _judge_days(a: _Stretch, left: Telling, b: _Stretch, right: Telling) -> Verdict:
    if a == b:
        return "update" if _is_withdrawn(left, right) else "agree"
    verdict = _overlap((a[0] or 0, a[1] or 9**9), (b[0] or 0, b[1] or 9**9))
    moved = is_later(right, left) and (state_of(left) == "planned" or says_change(right))
    deadlines = a[0] is None and b[0] is None
    return "update" if moved and (verdict == "conflict" or deadlines) else verdict


def _is_withdrawn(left: Telling, right: Telling) -> bool:
    """Say whether a later report says of the day set before that it is not the day."""
    planned = state_of(left) == "planned" and is_later(right, left)
    return planned and state_of(right) == "not" and right.claim.kind in load_kindred().turns


def _overlap(a: tuple[float, float], b: tuple[float, float]) -> Verdict:
    """Say how two different ranges lie to each other."""
    inner = max(a[0], b[0]), min(a[1], b[1])
    if inner[0] > inner[1]:
        return "conflict"
    return "more-precise" if inner in (a, b) else "compatible"


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
    return make_comparison("where", _verdict_on(told, _judge_places), values)


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
    return "compatible" if lasting and not _of_one_day(left, right) else verdict


def _of_one_day(left: Telling, right: Telling) -> bool:
    """Say whether both tell of one same day, on which nothing went from place to place."""
    days = {left.first, left.last, right.first, right.last}
    return len(days) == 1 and None not in days


def _place_verdict(a: Where, b: Where) -> Verdict:
    if fold(a.name) == fold(b.name):
        return "agree"
    if _is_edge(a) or _is_edge(b):
        return _edge_verdict(a, b)
    if a.lat is not None and (a.lat, a.lon) == (b.lat, b.lon):
        return "agree"
    if (not a.country or not b.country or a.country == b.country) and _spelled_alike(
        a.name, b.name
    ):
        return "agree"
    parts = [{fold(part) for part in place.name.split(", ")} for place in (a, b)]
    if len(parts[0]) != len(parts[1]) and parts[0] & parts[1]:  # a part of the town, and the town
        return "more-precise"
    wide = [is_country_name(place.name) for place in (a, b)]
    if a.country and b.country and a.country != b.country:
        return "conflict"
    if wide[0] or wide[1]:
        return "agree" if wide[0] and wide[1] else "more-precise"
    region = [is_region_name(place.name) or is_part_name(place.name) for place in (a, b)]
    if region[0] != region[1]:
        return "more-precise"
    km = distance_km(a, b)
    return "compatible" if km is None or km <= NEAR_KM else "conflict"


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
    return "compatible" if one & other or not one or not other else "conflict"


def _states_of(place: Where) -> frozenset[str]:
    return states_named(place.name) | ({place.country} if place.country else frozenset())


# ------------------------------------------------------------------- numbers


def _numbers(tellings: Sequence[Telling]) -> list[Comparison]:
    """Compare numbers of one thing; a second number in one clause is a further thing."""
    rows: list[list[tuple[Quantity, Telling]]] = []
    for telling in tellings:
        for quantity in telling.claim.setting.quantities:
            row = next((r for r in rows if _counts_alike(r[0], (quantity, telling))), None)
            if row is None:
                rows.append([(quantity, telling)])
            else:
                row.append((quantity, telling))
    compared = [_compare_numbers(row) for row in rows]
    return sorted(compared, key=lambda c: (-len(c.values), c.values))


def _counts_alike(a: tuple[Quantity, Telling], b: tuple[Quantity, Telling]) -> bool:
    """Say whether two numbers count one thing: by unit, or as the only people of either clause.

    The one number of people in a clause counts those to whom it happened, whatever each report
    calls them ("rebels", "fighters"); so does a number without a unit.
    """
    if same_unit(a[0].unit, b[0].unit):
        return True
    alone = all(len(told.claim.setting.quantities) == 1 for _, told in (a, b))
    return alone and counts_people(a[0].unit) and counts_people(b[0].unit)


def _compare_numbers(row: list[tuple[Quantity, Telling]]) -> Comparison:
    values: Values = defaultdict(list)
    for quantity, telling in row:
        values[quantity.words].append(telling)
    return make_comparison("quantity", _verdict_on(row, _judge_numbers), values)


def _judge_numbers(a: Quantity, left: Telling, b: Quantity, right: Telling) -> Verdict:
    verdict = _number_verdict(a, b)
    counted_on = _grows(a, b) and left.claim.kind in load_kindred().tolls
    still_open = b.approximate or b.low != b.high  # "at least 10", and later "at least 18"
    if verdict == "agree" or not is_later(right, left):
        return verdict
    if verdict == "more-precise" and not (counted_on and still_open):
        return verdict
    changed = says_change(left) or says_change(right) or state_of(left) == "planned"
    return "update" if counted_on or changed else verdict


def _number_verdict(a: Quantity, b: Quantity) -> Verdict:
    """Judge two numbers: only an exact one makes a loose one more precise."""
    one, other = exact_range(a), exact_range(b)
    if one == other:
        return "agree" if a.approximate == b.approximate else "more-precise"
    if not ranges_meet(a, b):
        return "conflict"
    loose = [q.approximate or q.low != q.high for q in (a, b)]
    if not all(loose):
        return "more-precise" if any(loose) else "conflict"
    if (a.value is None) != (b.value is None):  # "about 40,000" is one of "tens of thousands"
        return "more-precise" if _overlap(one, other) == "more-precise" else "compatible"
    inside = _overlap(one, other) == "more-precise" and not (a.approximate or b.approximate)
    return "more-precise" if inside else "compatible"


def _grows(a: Quantity, b: Quantity) -> bool:
    earlier, later = (next(_ends(q), None) for q in (a, b))
    return earlier is not None and later is not None and earlier < later


def _ends(quantity: Quantity) -> Iterator[float]:
    ends: Iterable[float | None] = (quantity.low, quantity.high)
    return (end for end in ends if end is not None)
