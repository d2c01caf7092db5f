"""Lets Python's sweeps for values that hold each other rest while much is made and none is found.

What nothing holds any more is freed at once as before.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Keep Python from sweeping within the block; whoever had it off keeps it off.

    A sweep goes through all that is held, again and again while values are made: a seventh of
    the time of extracting, and of settling more the larger the record.

    >>> with unswept():
    ...     gc.isenabled()
    False
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()
