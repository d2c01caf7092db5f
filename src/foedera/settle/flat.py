"""Nouns as rows of plain values, which are written and read many times faster, and back.

How a noun is taken apart and put together follows from the types of its fields; the two functions
are written out once, as `dataclass` writes its own. What a noun always holds stands in its row,
not in one of its own; sets stand as rows. Strings are those that Python holds but once, so that
reading gives the same ones again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from foedera.data import Span
from foedera.swift import maker

Row: TypeAlias = tuple[Any, ...]
Apart: TypeAlias = Callable[[Any], Row]
Together: TypeAlias = Callable[[Row], Any]

_NONE: frozenset[Any] = frozenset()
"""Most sets of a claim are empty."""
_UNIQUE = frozenset(("id",))
"""Fields of strings that nothing else holds."""


class _Way:
    """How nouns of a type become rows and rows nouns, as lines of Python."""

    def __init__(self) -> None:
        self.apart: dict[str, str] = {}
        self.together: dict[str, str] = {}
        self.nouns: dict[str, type[Any]] = {}

    def add(self, noun: type[Any]) -> str:
        """Write both functions for a noun, and for what it holds; return its name."""
        name = noun.__name__
        if name not in self.nouns:
            self.nouns[name] = noun
            self.apart[name] = self.together[name] = ""
            self._write(noun, name)
        return name

    def _write(self, noun: type[Any], name: str) -> None:
        places = _Places()
        apart: list[str] = []
        whole = self._inside(noun, "thing", apart, places)
        self.apart[name] = f"def apart_{name}(thing): return ({', '.join(apart)},)"
        lines = [f"def whole_{name}(row):", f"    ({', '.join(places.names)},) = row"]
        nested = self._nested(noun)
        if nested is not None:  # nouns without places in a text are few, and often equal
            full = " or ".join(places.names[at] for at in nested) or "False"
            lines += [f"    if {full}: return {whole}"]
            lines += [f"    found = alike_{name}.get(row)"]
            lines += [f"    if found is None: found = alike_{name}[row] = {whole}"]
            whole = "found"
        self.together[name] = "\n".join([*lines, f"    return {whole}"])

    def _nested(self, noun: type[Any]) -> list[int] | None:
        """Return where a row may hold rows of nouns; None if it always does."""
        found = []
        for place, (_, hint) in enumerate(_taken(noun)):
            if _is_noun(hint) and self._nested(hint) is None:
                return None
            if any(map(_is_noun, _within(hint))):
                found.append(place)
        return None if noun is Span else found

    def _inside(self, noun: type[Any], at: str, apart: list[str], places: _Places) -> str:
        """Take a noun apart in the row of another; return what puts it together."""
        made = []
        for name, hint in _taken(noun):
            value = f"{at}.{name}"
            if _is_noun(hint) and self._nested(hint) is None:
                made.append(self._inside(hint, value, apart, places))
            else:
                into, out = self._field(name, hint)
                apart.append(into.format(value))
                made.append(out.format(places.new()))
        called = "span" if noun is Span else f"make_{noun.__name__}"
        self.nouns.setdefault(noun.__name__, noun)
        return f"{called}({', '.join(made)})"

    def _field(self, name: str, hint: Any) -> tuple[str, str]:
        """Return how a value of a field is written and read."""
        inner = _within(hint)
        origin = get_origin(hint)
        if origin is frozenset:
            return "tuple({0})", "some({0}) if {0} else none"
        if origin is tuple and len(get_args(hint)) == 2 and get_args(hint)[1] is Ellipsis:
            into, out = self._field("", get_args(hint)[0])
            if into == out == "{0}":
                return "{0}", "{0}"
            depth = into.count(" for ")
            one = f"one{depth}"
            into = f"(tuple([{into.format(one)} for {one} in {{0}}]) if {{0}} else ())"
            if out != "{0}":
                out = f"(tuple([{out.format(one)} for {one} in {{0}}]) if {{0}} else ())"
            return into, out
        if any(map(_is_noun, inner)):
            own = self.add(next(filter(_is_noun, inner)))
            if NoneType in inner:
                into, out = "None if {0} is None else ", "None if {0} is None else "
                return f"({into}apart_{own}({{0}}))", f"({out}whole_{own}({{0}}))"
            return f"apart_{own}({{0}})", f"whole_{own}({{0}})"
        if name in _UNIQUE or not (str in inner or any(get_origin(i) is Literal for i in inner)):
            return "{0}", "{0}"
        return ("({0} and intern({0}))" if NoneType in inner else "intern({0})"), "{0}"


class _Places:
    """Names for the values of a row, in order."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def new(self) -> str:
        self.names.append(f"v{len(self.names)}")
        return self.names[-1]


def _is_noun(hint: Any) -> bool:
    return isinstance(hint, type) and is_dataclass(hint)


def _within(hint: Any) -> tuple[Any, ...]:
    """Return the types that a type is made of, those of rows too."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return get_args(hint)
    if origin is tuple:
        return tuple(one for arg in get_args(hint) for one in _within(arg))
    return (hint,)


def _taken(noun: type[Any]) -> list[tuple[str, Any]]:
    hints = get_type_hints(noun)
    return [(one.name, hints[one.name]) for one in fields(noun)]


@cache
def _way(noun: Any) -> _Way:
    way = _Way()
    way.add(noun)
    return way


def apart(noun: Any, given: Mapping[str, Callable[[Any], Any]]) -> Apart:
    """Return what turns a noun into a row of plain values; `given` is what turns some otherwise.

    >>> from foedera.data import Passage
    >>> apart(Passage, {})(Passage(Span(3, 9), Span(4, 6), "paragraph"))
    (3, 9, 4, 6, 'paragraph')
    """
    known: dict[str, Any] = {"intern": intern}
    exec("\n".join(_way(noun).apart.values()), known)
    known |= {f"apart_{name}": one for name, one in given.items()}
    found: Apart = known[f"apart_{noun.__name__}"]
    return found


@contextmanager
def together(
    noun: Any, given: Mapping[str, Callable[..., Any]], **others: Callable[[Any], Any]
) -> Iterator[Together]:
    """Give what turns such rows into nouns again, equal ones without a place in a text as one.

    `given` are the makers of spans and of sets, `others` what turns the rows of some nouns. What
    was met is let go of at the end: it would hold itself.

    >>> from foedera.data import Passage
    >>> with together(Passage, {"span": Span, "some": frozenset}) as whole:
    ...     whole((3, 9, 4, 6, "paragraph"))
    Passage(span=Span(start=3, end=9), trigger=Span(start=4, end=6), part='paragraph')
    """
    known: dict[str, Any] = {"none": _NONE, **_makers(noun), **given}
    known |= {f"alike_{name}": {} for name in _way(noun).nouns}
    exec(_compiled(noun), known)
    known |= {f"whole_{name}": one for name, one in others.items()}
    try:
        yield known[f"whole_{noun.__name__}"]
    finally:
        known.clear()


@cache
def _makers(noun: Hashable) -> dict[str, Callable[..., Any]]:
    return {f"make_{name}": maker(one) for name, one in _way(noun).nouns.items()}


@cache
def _compiled(noun: Hashable) -> Any:
    return compile("\n".join(_way(noun).together.values()), f"<rows of {noun}>", "exec")
