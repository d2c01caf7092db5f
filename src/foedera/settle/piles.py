"""Things put aside on disk by number and taken back in the order they came.

A settling goes through millions of tellings several times, each time in another order; what lies
in a pile takes no memory. Piles live in a file that has no name and ends with the process.
"""

from __future__ import annotations

import copyreg
import io
import marshal
import pickle
import re
import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from operator import attrgetter
from types import TracebackType
from typing import Any, Generic, Self, TypeAlias, TypeVar

from foedera import data
from foedera.merge.containment import Face
from foedera.merge.origins import Chain
from foedera.merge.speakers import Speaker
from foedera.merge.spoken import NamedAs
from foedera.merge.telling import Source, Telling
from foedera.settle import flat

Thing = TypeVar("Thing")
Traced: TypeAlias = tuple[Telling, Chain]

AT_ONCE = 64
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
_NUMBERS = frozenset((data.Setting, data.Passage))
"""What holds numbers and other nouns, next to no strings."""
_FEW = 4
"""Sets of so few are often equal: a state, a trigger."""
_NONE: frozenset[Any] = frozenset()
"""Most sets of a claim are empty, and each that is read is another: a third of the claim."""
_ROOMY = range(8, 19)
"""Sets of so many take no more room as they grow than as copies."""


def _taken_apart(noun: type[Any]) -> Any:
    """Return how a small frozen type is written: its name and its fields, no more."""
    values = attrgetter(*(field.name for field in fields(noun) if field.init))
    return lambda thing: (noun, values(thing))


def _often_equal(noun: type[Any]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the places of a noun's strings, and of its sets and rows of them, that others hold
    too.
    """
    held = [(field.name, str(field.type)) for field in fields(noun) if field.init]
    return (
        tuple(p for p, (name, kind) in enumerate(held) if name != "id" and _STRING.match(kind)),
        tuple(p for p, (_, kind) in enumerate(held) if _STRINGS.match(kind)),
    )


_STRING = re.compile(r"(str|[A-Z]\w*Kind|Bound|Reality|Stance|Precision|Verdict)\b")
_STRINGS = re.compile(r"frozenset\[|tuple\[(str|tuple\[str, \.\.\.\]), \.\.\.\]$")
_OFTEN_EQUAL = {noun: _often_equal(noun) for noun in _NOUNS}

_TABLE: dict[Any, Any] = {**copyreg.dispatch_table, **{noun: _taken_apart(noun) for noun in _NOUNS}}


class _Alike(dict[Any, Any]):
    """Strings and small sets as they were first met, so that equal ones are held but once.

    >>> alike = _Alike()
    >>> alike.some(frozenset(["a", "b"])) is alike.some(frozenset(["b", "a"]))
    True
    """

    def __init__(self) -> None:
        self._places: dict[int, int] = {}

    def span(self, start: int, end: int) -> data.Span:
        """Return a span, equal places held but once: a claim has four spans."""
        keep = self._places.setdefault
        return data.Span(keep(start, start), keep(end, end))

    def some(self, value: Any) -> Any:
        """Return a set or a row with what was met first of all that is equal to its members."""
        if type(value) is tuple:
            return tuple(map(self.setdefault, value, value))
        if len(value) > _FEW:
            shared = map(self.setdefault, value, value)
            return frozenset(shared if len(value) in _ROOMY else set(shared))
        found: frozenset[Any] | None = self.get(value)
        if found is None:
            found = self[value] = frozenset(map(self.setdefault, value, value))
        return found

    def gathered(self, row: tuple[Any, ...]) -> frozenset[Any]:
        """Return a row of strings that Python holds but once as a set, equal small ones as one."""
        if len(row) <= _FEW:
            value = frozenset(row)
            found: frozenset[Any] = self.setdefault(value, value)
            return found
        return frozenset(row if len(row) in _ROOMY else set(row))


class _Taker(pickle.Unpickler):
    """Puts things together again, their equal parts as one."""

    def __init__(self, body: bytes, alike: _Alike, held: Mapping[str, Source]) -> None:
        super().__init__(io.BytesIO(body))
        self._alike = alike
        self._held = held
        self._makers: dict[type[Any], Callable[..., Any]] = {data.Span: alike.span}

    def find_class(self, module: str, name: str) -> Any:
        """Return how a thing of a class is made of its fields."""
        if name == _held_source.__name__:
            return self._held.__getitem__
        found = super().find_class(module, name)
        return self._maker(found) if found in _TABLE and found in _NOUNS else found

    def _maker(self, noun: type[Any]) -> Callable[..., Any]:
        if noun in _NUMBERS:
            return noun
        if noun not in self._makers:
            self._makers[noun] = self._whole(noun) if noun in _SHARED_WHOLE else self._made(noun)
        return self._makers[noun]

    def _made(self, noun: type[Any]) -> Callable[..., Any]:
        keep, some, (strings, several) = (
            self._alike.setdefault,
            self._alike.some,
            _OFTEN_EQUAL[noun],
        )

        def made(*values: Any) -> Any:
            held = list(values)
            for place in strings:
                value = held[place]
                held[place] = keep(value, value)
            for place in several:
                value = held[place]
                if value:
                    held[place] = some(value)
                elif type(value) is frozenset:
                    held[place] = _NONE
            return noun(*held)

        return made

    def _whole(self, noun: type[Any]) -> Callable[..., Any]:
        make, alike = self._made(noun), self._alike

        def whole(*values: Any) -> Any:
            made = make(*values)
            return alike.setdefault(made, made)

        return whole


class Piles(Generic[Thing]):
    """Numbered piles in one file; use as a context.

    Sources that are `held` anyway are written by their reports, and are the same ones again. What
    is laid on a pile waits until there is so much of it to be written `at_once`.
    """

    def __init__(self, held: Mapping[str, Source] | None = None, *, at_once: int = AT_ONCE) -> None:
        self._held = held or {}
        self._at_once = at_once
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed as the context ends
        self._waiting: dict[int, list[Thing]] = defaultdict(list)
        self._places: dict[int, array[int]] = defaultdict(lambda: array("q"))
        self._counts: Counter[int] = Counter()
        self._table = dict(_TABLE)
        if held is not None:
            self._table[Source] = self._named

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def put(self, number: int, thing: Thing) -> None:
        """Lay a thing on a pile."""
        waiting = self._waiting[number]
        waiting.append(thing)
        if len(waiting) >= self._at_once:
            self._write(number)

    def read(self, number: int) -> Iterator[Thing]:
        """Yield all things of a pile in the order they came."""
        self._write(number)
        places = self._places.get(number, ())
        with self._loading() as load:
            for start, size in zip(places[::2], places[1::2], strict=True):
                self._file.seek(start)
                yield from load(self._file.read(size))

    def take(self, number: int) -> Iterator[Thing]:
        """Yield all things of a pile in the order they came; the pile is gone then."""
        yield from self.read(number)
        self._places.pop(number, None)
        self._counts.pop(number, None)

    def count(self, number: int) -> int:
        """Return how many things lie on a pile."""
        return self._counts[number] + len(self._waiting.get(number, ()))

    def numbers(self) -> list[int]:
        """Return the numbers that have a pile, in order."""
        return sorted(self._places.keys() | self._waiting.keys())

    def _named(self, source: Source) -> Any:
        if self._held.get(source.report) is source:
            return _held_source, (source.report,)
        return _TABLE[Source](source)

    def _write(self, number: int) -> None:
        waiting = self._waiting.pop(number, None)
        if not waiting:
            return
        body = self._dump(waiting)
        start = self._file.seek(0, io.SEEK_END)
        self._file.write(body)
        self._places[number].extend((start, len(body)))
        self._counts[number] += len(waiting)

    def _dump(self, things: list[Thing]) -> bytes:
        """Write things."""
        body = io.BytesIO()
        pickler = pickle.Pickler(body, protocol=5)
        pickler.dispatch_table = self._table
        pickler.dump(things)
        return body.getvalue()

    @contextmanager
    def _loading(self) -> Iterator[Callable[[bytes], Iterable[Thing]]]:
        """Give what reads things again; what those of one pile hold alike is held once."""
        alike = _Alike()
        yield lambda body: _Taker(body, alike, self._held).load()


class PlainPiles(Piles[Thing]):
    """Piles of tuples of numbers and texts."""

    def _dump(self, things: list[Thing]) -> bytes:
        return marshal.dumps(things)

    @contextmanager
    def _loading(self) -> Iterator[Callable[[bytes], Iterable[Thing]]]:
        yield marshal.loads


class TracedPiles(Piles[Traced]):
    """Piles of claims with their chains, which are laid down and taken by the million."""

    def __init__(self, held: Mapping[str, Source] | None = None, *, at_once: int = AT_ONCE) -> None:
        super().__init__(held, at_once=at_once)
        own = flat.apart(Source, {})

        def source(source: Source) -> str | flat.Row:
            name = source.report
            return name if self._held.get(name) is source else own(source)

        self._telling, self._chain = flat.apart(Telling, {"Source": source}), flat.apart(Chain, {})

    def _dump(self, things: list[Traced]) -> bytes:
        telling, chain = self._telling, self._chain
        return marshal.dumps([(telling(told), chain(traced)) for told, traced in things])

    @contextmanager
    def _loading(self) -> Iterator[Callable[[bytes], Iterable[Traced]]]:
        alike, held = _Alike(), self._held
        given: dict[str, Callable[..., Any]] = {"span": alike.span, "some": alike.gathered}
        with (
            flat.together(Source, given) as own,
            flat.together(Chain, given) as chain,
            flat.together(
                Telling, given, Source=lambda row: held[row] if type(row) is str else own(row)
            ) as telling,
        ):
            yield lambda body: [(telling(row), chain(way)) for row, way in marshal.loads(body)]


def _held_source(report: str) -> Source:
    """Stand in a file for a source that whoever takes it holds."""
    raise LookupError(report)
