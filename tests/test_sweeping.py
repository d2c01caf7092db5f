"""Sweeps rest within the block and go on behind it, unless they rested before."""

import gc

import pytest

from foedera.sweeping import unswept


def sweeps() -> int:
    """Return how often Python sweeps while many values are made."""
    before = sum(each["collections"] for each in gc.get_stats())
    made = [[number] for number in range(10_000)]
    after = sum(each["collections"] for each in gc.get_stats())
    return after - before if made else 0


def test_sweeps_rest_within_and_go_on_behind() -> None:
    with unswept():
        assert sweeps() == 0
    assert sweeps() > 0


def test_sweeps_rest_though_a_library_switches_them_on() -> None:
    with unswept():
        gc.enable()
        assert sweeps() == 0


def test_sweeps_go_on_after_an_error() -> None:
    with pytest.raises(KeyError), unswept():
        raise KeyError
    assert sweeps() > 0


def test_who_had_them_off_keeps_them_off() -> None:
    gc.disable()
    try:
        with unswept():
            pass
        assert sweeps() == 0
    finally:
        gc.enable()


def test_who_rests_within_another_rest_does_not_end_it() -> None:
    with unswept():
        with unswept():
            pass
        assert sweeps() == 0
