"""Postings as bytes: short ones hold numbers, long ones bits, and both grow the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from foedera.store.postings import BLOCK, MARKS, lengthen, read_posting, write_posting

SPREAD = st.integers(1, 40)


@given(SPREAD, st.sets(st.integers(0, BLOCK - 1), min_size=1, max_size=20))
def test_a_posting_that_is_lengthened_is_as_if_written_at_once(step: int, more: set[int]) -> None:
    held = np.arange(0, BLOCK, step)
    gained = np.array(sorted(more - set(held.tolist())), "<u2")
    body = write_posting(held)
    whole = write_posting(np.union1d(held, gained))
    longer = lengthen(body, gained) if len(gained) else body
    assert longer in (None, whole)
    assert read_posting(body).tolist() == held.tolist()
    assert read_posting(whole).tolist() == sorted({*held.tolist(), *more})
    assert max(len(body), len(whole)) <= MARKS


def test_what_comes_last_is_added_without_reading() -> None:
    body = write_posting(np.array([2, 5]))
    assert lengthen(body, np.array([9], "<u2")) == write_posting(np.array([2, 5, 9]))
    assert lengthen(body, np.array([4], "<u2")) is None
    assert lengthen(b"", np.array([4], "<u2")) == write_posting(np.array([4]))
