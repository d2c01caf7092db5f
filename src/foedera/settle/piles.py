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
from collections.abc import Callable, Iterator
from dataclasses import fields
from operator import attrgetter
from types import TracebackType
from typing import Any, Generic, TypeVar

from foedera import data
from foedera.merge.containment import Face
from foedera.merge.origins import Chain
from foedera.merge.speakers import Speaker
from foedera.merge.spoken import NamedAs
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
    Face,
    NamedAs,
    Source,
    Speaker,
    Telling,
)
_SHARED_WHOLE = frozenset((Source, NamedAs, Speaker))
"""What many tellings hold alike; one of each is enough."""
_NUMBERS = frozenset((data.Span, data.Setting, data.Passage))
"""What holds numbers and other nouns, next to no strings."""
_FEW = 4
"""Sets of so few are often equal: a state, a trigger."""


def _taken_apart(noun: type[Any]) -> Any:
    """Return how a small frozen type is written: its name and its fields, no more."""
    values = attrgetter(*(field.name for field in fields(noun) if field.init))
    return lambda thing: (noun, values(thing))


_TABLE: dict[Any, Any] = {**copyreg.dispatch_table, **{noun: _taken_apart(noun) for noun in _NOUNS}}


class _Alike(dict[Any, Any]):
    """Strings and small sets as they were first met, so that equal ones are held but once.

    >>> alike = _Alike()
    >>> alike.one("".join(["a", "b"])) is alike.one("".join(["a", "b"]))
    True
    """

    def one(self, value: Any) -> Any:
        """Return what was met first of all that is equal to a value, where that is worth it."""
        kind = type(value)
        if kind is str:
            return self.setdefault(value, value)
        if kind is frozenset:
            return self._set(value)
        if kind is tuple and value and type(value[0]) is str:
            return tuple(map(self.one, value))
        return value

    def _set(self, value: frozenset[Any]) -> frozenset[Any]:
        if len(value) > _FEW:
            return frozenset(map(self.one, value))
        found: frozenset[Any] | None = self.get(value)
        if found is None:
            found = self[value] = frozenset(map(self.one, value))
        return found


class _Taker(pickle.Unpickler):
    """Puts things together again, their equal parts as one."""

    def __init__(self, body: bytes, alike: _Alike) -> None:
        super().__init__(io.BytesIO(body))
        self._alike = alike
        self._makers: dict[type[Any], Callable[..., Any]] = {}

    def find_class(self, module: str, name: str) -> Any:
        """Return how a thing of a class is made of its fields."""
        found = super().find_class(module, name)
        return self._maker(found) if found in _TABLE and found in _NOUNS else found

    def _maker(self, noun: type[Any]) -> Callable[..., Any]:
        if noun in _NUMBERS:
            return noun
        if noun not in self._makers:
            self._makers[noun] = self._whole(noun) if noun in _SHARED_WHOLE else self._made(noun)
        return self._makers[noun]

    def _made(self, noun: type[Any]) -> Callable[..., Any]:
        one = self._alike.one
        return lambda *values: noun(*map(one, values))

    def _whole(self, noun: type[Any]) -> Callable[..., Any]:
        make, alike = self._made(noun), self._alike

        def whole(*values: Any) -> Any:
            made = make(*values)
            return alike.setdefault(made, made)

        return whole


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
        alike = _Alike()
        with file:
            while size := file.read(8):
                yield from _Taker(file.read(int.from_bytes(size, "big")), alike).load()

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
