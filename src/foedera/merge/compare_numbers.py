"""How the numbers of the tellings of one event differ: what each counts, and whether they fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from foedera.data import Comparison, Quantity
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
from foedera.merge.names import states_named
from foedera.merge.numbers import (
    NAMED,
    counts_people,
    exact_range,
    fit_as_others,
    ranges_meet,
    same_unit,
)
from foedera.merge.telling import Telling

_Told: TypeAlias = tuple[Quantity, Telling]


def compare_numbers(tellings: Sequence[Telling]) -> list[Comparison]:
    """Compare numbers of one thing; a second number in one clause is a further thing."""
    rows: list[list[_Told]] = []
    for telling in tellings:
        for quantity in telling.claim.setting.quantities:
            told = (quantity, telling)
            free = [row for row in rows if all(one is not telling for _, one in row[-2:])]
            row = next((r for r in free if _counts_alike(r[0], told)), None)
            if row is None:
                rows.append([told])
            else:
                row.append(told)
    compared = [_compare_numbers(row) for row in rows]
    return sorted(compared, key=lambda c: (-len(c.values), c.values))


def _counts_alike(a: _Told, b: _Told) -> bool:
    """Say whether two numbers count one thing: by unit, or as the only people of either clause.

    The one number of people in a clause counts those to whom it happened, whatever each report
    calls them ("rebels", "fighters"); so does a number without a unit. Those of two states are
    two peoples.
    """
    units = [quantity.unit or "" for quantity, _ in (a, b)]
    one, other = (states_named(unit) for unit in units)
    if one and other and not one & other:
        return False
    if same_unit(*(_thing(unit) if one or other else unit or None for unit in units)):
        return True
    alone = all(len(told.claim.setting.quantities) == 1 for _, told in (a, b))
    return alone and counts_people(a[0].unit) and counts_people(b[0].unit)


def _thing(unit: str) -> str | None:
    """Return a unit without whose it is: "U.S. civilians" and "U.S. soldiers" are no one thing."""
    plain = " ".join(word for word in unit.split() if not word[:1].isupper())
    return plain or unit or None


def _compare_numbers(row: list[_Told]) -> Comparison:
    values: Values = defaultdict(list)
    for quantity, telling in row:
        values[quantity.words].append(telling)
    return make_comparison("quantity", verdict_on(row, _judge_numbers), values)


def _judge_numbers(a: Quantity, left: Telling, b: Quantity, right: Telling) -> Verdict:
    if _fits_with_named(a, left, b, right):
        return "agree"
    verdict = _number_verdict(a, b)
    counted_on = _grows(a, b) and left.claim.kind in load_kindred().tolls
    still_open = b.approximate or b.low != b.high  # "at least 10", and later "at least 18"
    if verdict == "agree" or not is_later(right, left):
        return verdict
    if verdict == "more-precise" and not (counted_on and still_open):
        return verdict
    changed = says_change(left) or says_change(right) or state_of(left) == "planned"
    return "update" if counted_on or changed else verdict


def _fits_with_named(a: Quantity, left: Telling, b: Quantity, right: Telling) -> bool:
    """Say whether one number leaves out whom its clause names: "the envoy and three guards"."""
    if fit_as_others(a, b):
        return True
    for (fewer, telling), more in (((a, left), b), ((b, right), a)):
        named = sum(x.kind in ("person", "office") for x in telling.claim.roles.recipients)
        exact = fewer.low == fewer.high and more.low == more.high and more.low is not None
        if exact and 0 < named <= NAMED and fewer.low is not None and more.low == fewer.low + named:
            return True
    return False


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
        return "more-precise" if lie(one, other) == "more-precise" else "compatible"
    inside = lie(one, other) == "more-precise" and not (a.approximate or b.approximate)
    return "more-precise" if inside else "compatible"


def _grows(a: Quantity, b: Quantity) -> bool:
    earlier, later = (next(_ends(q), None) for q in (a, b))
    return earlier is not None and later is not None and earlier < later


def _ends(quantity: Quantity) -> Iterator[float]:
    ends: Iterable[float | None] = (quantity.low, quantity.high)
    return (end for end in ends if end is not None)
