"""Rows put aside come back in order, whatever order they came in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foedera.settle.ordered import Ordered

ROW = st.tuples(st.integers(-5, 2**62), st.integers(-3, 3), st.integers(0, 2**64 - 1))


@given(st.lists(ROW, max_size=60), st.lists(ROW, max_size=3))
def test_rows_come_in_order_and_once(rows, later) -> None:
    ordered = Ordered("qiQ")
    for row in rows:
        ordered.add(*row)
    assert list(ordered.take()) == sorted(rows)
    for row in later:
        ordered.add(*row)
    assert list(ordered.take()) == sorted(later)
