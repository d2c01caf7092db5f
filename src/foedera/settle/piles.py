"""Things put aside on disk by number and taken back in the order they came.

A settling goes through millions of tellings several times, each time in another order; what lies
in a pile takes no memory. Piles live in a folder of the process's own and end with it.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter
from types import TracebackType
from typing import Any, Generic, TypeVar

from foedera import data
from foedera.merge.origins import Chain
from foedera.merge.telling import Source, Telling

Thing = TypeVar("Thing")

_HELD = 64
"""So many things of a number wait in memory to be written together."""

_NOUNS = (
    data.Actor,
    data.Claim,
    data.Comparison,
    data.Days,
    data.Event,
    data.Obligation,
    data.Origins,
    data.Passage,
    data.Phrase,
    data.Quantity,
    data.Roles,
    data.Setting,
    data.Span,
    data.Timex,
    data.Title,
    data.Voice,
    data.When,
    data.Where,
    Chain,
    Source,
    Telling,
)


def _taken_apart(noun: type[Any]) -> Any:
    """Return how a small frozen type is written: its name and its fields, no more."""
    values = attrgetter(*(field.name for field in fields(noun)))
    return lambda thing: (noun, values(thing))


_TABLE: dict[Any, Any] = {**copyreg.dispatch_table, **{noun: _taken_apart(noun) for noun in _NOUNS}}


class Piles(Generic[Thing]):
    """Numbered piles; use as a context."""

    def __init__(self) -> None:
        self._waiting: dict[int, list[Thing]] = defaultdict(list)
        self._files: dict[int, Any] = {}

    def __enter__(self) -> Piles[Thing]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for file in self._files.values():
            file.close()

    def put(self, number: int, thing: Thing) -> None:
        """Lay a thing on a pile."""
        waiting = self._waiting[number]
        waiting.append(thing)
        if len(waiting) >= _HELD:
            self._write(number)

    def take(self, number: int) -> Iterator[Thing]:
        """Yield all things of a pile in the order they came; the pile is gone then."""
        self._write(number)
        file = self._files.pop(number, None)
        if file is None:
            return
        file.seek(0)
        with file:
            while size := file.read(8):
                yield from pickle.loads(file.read(int.from_bytes(size, "big")))

    def numbers(self) -> list[int]:
        """Return the numbers that have a pile, in order."""
        return sorted(self._files.keys() | self._waiting.keys())

    def _write(self, number: int) -> None:
        waiting = self._waiting.pop(number, None)
        if not waiting:
            return
        if number not in self._files:
            self._files[number] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as the piles do
        body = io.BytesIO()
        pickler = pickle.Pickler(body, protocol=5)
        pickler.dispatch_table = _TABLE
        pickler.dump(waiting)
        self._files[number].write(body.tell().to_bytes(8, "big") + body.getvalue())
