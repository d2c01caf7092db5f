"""What the phrase rules hand on: an actor in the making, by token places."""

from __future__ import annotations

from dataclasses import dataclass

from foedera.data import ActorKind


@dataclass(frozen=True, slots=True)
class Draft:
    """One actor phrase: `start`–`end` the phrase, `name_start`–`name_end` its name.

    `owner` is a person's or unknown name that the country must be taken from ("Obama
    administration"); `bare` says that nothing in the phrase tells whose it is ("the
    president"); `personal` that the name is one of the kind people have.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    kind: ActorKind
    rule: str
    name: str | None = None
    country: str | None = None
    office: str | None = None
    owner: str | None = None
    bare: bool = False
    personal: bool = False
