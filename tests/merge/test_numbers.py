"""Numbers: one thing counted, ranges that meet."""

from __future__ import annotations

import pytest

from foedera.merge.numbers import fit_as_others, ranges_meet, same_unit, times_greater
from tests.merge.builders import quantity


def test_units_that_count_one_thing() -> None:
    assert same_unit("soldiers", "North Ravanian troops")
    assert not same_unit("soldiers", "containers")
    assert same_unit(None, None)


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [((900, 900), (800, None), True), ((10, 10), (18, 18), False), ((10, None), (18, None), True)],
)
def test_ranges_meet(
    left: tuple[float, float | None], right: tuple[float, float | None], meet: bool
) -> None:
    assert ranges_meet(quantity(*left, "a"), quantity(*right, "b")) is meet


def test_an_approximate_number_is_wider() -> None:
    assert ranges_meet(quantity(1000, 1000, "some 1,000"), quantity(1050, 1050, "1,050"))
    assert times_greater(quantity(10, 10, "10"), quantity(40, 40, "40")) == 4


def test_those_beside_somebody_named_are_one_or_two_fewer_than_all() -> None:
    others, everyone = quantity(3, 3, "three other men"), quantity(4, 4, "four men")
    assert fit_as_others(others, everyone)
    assert fit_as_others(everyone, others)
    assert not fit_as_others(quantity(3, 3, "three men"), everyone)
    assert not fit_as_others(others, quantity(9, 9, "nine men"))
    assert not fit_as_others(others, quantity(3, 3, "three men"))
