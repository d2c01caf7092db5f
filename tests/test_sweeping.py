"""Sweeps rest within the block and go on behind it, unless they rested before."""

import gc

import pytest

from foedera.sweeping import unswept


def test_sweeps_rest_within_and_go_on_behind() -> None:
    with unswept():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_sweeps_go_on_after_an_error() -> None:
    with pytest.raises(KeyError), unswept():
        raise KeyError
    assert gc.isenabled()


def test_who_had_them_off_keeps_them_off() -> None:
    gc.disable()
    try:
        with unswept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
