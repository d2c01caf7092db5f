"""What the gazetteer's tables hold, as small frozen types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedera.data import ActorKind

EntrySort = Literal["state", "adjective", "people", "seat", "body", "noun", "honorific"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a name or noun.

    `sort` says how it was listed: a state, its adjective, its people, a seat that stands for
    the government, a named body, a common noun or a form of address. `office` is the singular
    of a noun that names an office.
    """

    name: str
    kind: ActorKind
    country: str | None
    sort: EntrySort
    plural: bool = False
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who held which office for which state, by years; an open end is still in office."""

    name: str
    country: str | None
    office: str
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by name; `size` orders places of one name (inhabitants; areas count as large)."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    size: int
    sort: str
