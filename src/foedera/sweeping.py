"""Lets Python's sweeps for values that hold each other rest while much is made and none is found,
and gives memory back that nothing uses.

What nothing holds any more is freed at once as before.
"""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def unswept() -> Iterator[None]:
    """Keep Python from sweeping within the block; whoever had it off keeps it off.

    A sweep goes through all that is held, again and again while values are made: a seventh of
    the time of extracting, and of settling more the larger the record. The number of new values
    that sets it off is taken away: mere switching off is undone by whoever switches on again,
    as reading a model does.

    >>> with unswept():
    ...     gc.get_threshold()[0]
    0
    """
    after = gc.get_threshold()
    gc.set_threshold(0)
    try:
        yield
    finally:
        gc.set_threshold(*after)


def give_back() -> None:
    """Give the system back what freed arrays took, where the library that holds it can (glibc).

    It keeps arrays of up to 32 megabytes for others of their sort, in room that small values, of
    which settling makes millions, are never put into.

    >>> give_back()
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
