"""What the phrase rules hand on: an actor in the making, by token places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from foedera.data import ActorKind
from foedera.extract.actor_items import Item


class Draft(NamedTuple):
    """One actor phrase: `start`–`end` the phrase, `name_start`–`name_end` its name.

    `owner` is a person's or unknown name that the country must be taken from ("Obama
    administration"); `bare` says that nothing in the phrase tells whose it is ("the
    president"); `personal` that the name is one of the kind people have; `sex` what a form of
    address tells of it.
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
    sex: str = ""


class Left(NamedTuple):
    """What stands before a noun: where its phrase starts, whose it is, by "'s" or not.

    `proper` says that unknown capitals and the noun make one name; `blocked` that somebody
    owns it who is named elsewhere ("its army", "the country's army").
    """

    start: int
    owners: tuple[Item, ...] = ()
    possessive: bool = False
    proper: bool = False
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Right:
    """What follows a noun by a preposition; `name_at` is where a name may stand after it."""

    end: int
    name_at: int
    owners: tuple[Item, ...] = ()
    portfolio: str | None = None
    proper: bool = False
