"""Lets frozen types be made three times as fast: a settling makes tens of millions of values.

The maker that `dataclass` writes for a frozen type looks each field up by its name, to get past
what freezes it. A field of a type with slots can be set straight through its slot.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

Noun = TypeVar("Noun")


def swift(noun: type[Noun]) -> type[Noun]:
    """Give a frozen dataclass with slots a maker that does the same as its own, only faster.

    >>> from dataclasses import dataclass, field
    >>> @swift
    ... @dataclass(frozen=True, slots=True)
    ... class Pair:
    ...     left: int
    ...     right: int = 7
    >>> Pair(3), Pair(right=4, left=1) == Pair(1, 4)
    (Pair(left=3, right=7), True)
    >>> Pair(3).left = 5
    Traceback (most recent call last):
    dataclasses.FrozenInstanceError: cannot assign to field 'left'
    """
    taken: list[Field[Any]] = [one for one in fields(noun) if one.init]  # type: ignore[arg-type]
    names = [one.name for one in taken]
    known: dict[str, Any] = {f"_set_{name}": setter(noun, name) for name in names}
    known |= {f"_else_{one.name}": one.default for one in taken if one.default is not MISSING}
    told = (f"{name}=_else_{name}" if f"_else_{name}" in known else name for name in names)
    lines = [f"def __init__(self, {', '.join(told)}):"]
    lines += [f"    _set_{name}(self, {name})" for name in names]
    if hasattr(noun, "__post_init__"):
        lines.append("    self.__post_init__()")
    made: dict[str, Any] = {}
    exec("\n".join(lines), known, made)  # as `dataclass` makes its own
    open_to: Any = noun
    open_to.__init__ = made["__init__"]
    return noun


def setter(noun: type[Any], name: str) -> Callable[[Any, Any], None]:
    """Return what sets a field of a type with slots, frozen or not."""
    found: Callable[[Any, Any], None] = getattr(noun, name).__set__
    return found
