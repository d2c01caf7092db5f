"""First speakers: whether one has a name, which body speaks by him, and for which state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from foedera.data import Actor
from foedera.merge.folding import fold
from foedera.merge.kindred import load_kindred
from foedera.merge.names import state_words
from foedera.swift import swift

_BODIES = ("organisation", "force")
_OF_A_STATE = ("state", "person", "office", "organisation", "force")


@swift
@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks first. `body` is the same for all that are one speaker under other names.

    `side` is the state that he speaks for, else his body; `named` says that words of his own name
    him, not only his state and what he is; `placed` that he is known to be of no other side: by
    his name, or by the state that is told with what he is. A `mouthpiece` is a person who speaks
    for a body, as its spokesman does; `person` says that it is no body. `post` is the
    office that he holds, if it is one that few hold.
    """

    name: str
    body: str
    side: str
    named: bool
    placed: bool
    mouthpiece: bool = False
    person: bool = False
    post: str = ""


def speaker_of(actor: Actor, called: str) -> Speaker:
    """Return who speaks; `called` is the name that the actor goes by among sources."""
    return _speaker(called, actor.country, actor.kind, actor.office or "")


@lru_cache(maxsize=8192)
def _speaker(called: str, country: str | None, kind: str, office: str) -> Speaker:
    own = without_state(called)
    table, head = load_kindred(), _head(own)
    official = kind in _OF_A_STATE or head in table.officials or _is_people(own)
    body = _body(called, own, country, kind)
    known = is_named(called) or bool(country and kind in _BODIES)
    anybodys = country is None and _head(office.split()) in table.officials
    return Speaker(
        called,
        body,
        country if country and official else body,
        named=known and head not in table.generic_heads,
        placed=not anybodys and _is_placed(called, own),
        mouthpiece=kind == "person" and _is_spokesman(office),
        person=kind == "person",
        post=_post(own, kind, office),
    )


def _post(own: tuple[str, ...], kind: str, office: str) -> str:
    """Return the office that one holds, as one word; nothing where many hold it at once."""
    table = load_kindred()
    words = [fold(word) for word in (own if kind == "office" else office.split())]
    words = list(takewhile(lambda word: word not in table.after_heads, words))
    name = " ".join(words)
    head = _head(table.same_offices.get(name, name).split())
    return "" if head in table.officials | table.common_offices else head


def _is_placed(called: str, own: tuple[str, ...]) -> bool:
    """Say whether a name tells for whom one speaks: "the ministry" does not."""
    table = load_kindred()
    with_state = len(own) < len(called.split()) and fold(called.split()[0]) not in table.faceless
    return with_state or (is_named(called) and _head(own) not in table.bodies)


def _body(called: str, own: tuple[str, ...], country: str | None, kind: str) -> str:
    table = load_kindred()
    if country is None or kind == "person":
        return called if is_named(called) else _key(own)
    governs = _head(own) in table.governments and len(own) < 3
    return country if kind == "state" or governs or _is_people(own) else f"{country} {_key(own)}"


def _is_spokesman(office: str) -> bool:
    return fold(office).endswith(load_kindred().spokesmen)


def _is_people(own: tuple[str, ...]) -> bool:
    """Say whether a people stands for its state: "the Russians asked"."""
    return fold(" ".join(own)).removesuffix("s") in state_words()


def _key(own: tuple[str, ...]) -> str:
    words = [load_kindred().same_words.get(word, word) for word in map(fold, own)]
    key = " ".join(words)
    return load_kindred().same_words.get(key, key)


def _head(own: Sequence[str]) -> str:
    return fold(own[-1]) if own else ""


@lru_cache(maxsize=8192)
def without_state(name: str) -> tuple[str, ...]:
    """Return a name without the state and the rank or manner that stand before it.

    >>> without_state("South Korea's military"), without_state("a senior U.S. official")
    (('military',), ('official',))
    """
    words = [word.removesuffix("'s").removesuffix("’s") for word in name.split()]
    states, faceless = state_words(), load_kindred().faceless
    while len(words) > 1:
        sizes = range(min(4, len(words) - 1), 0, -1)
        size = next((n for n in sizes if fold(" ".join(words[:n])) in states), 0)
        if not size and (words[0].istitle() or fold(words[0]) not in faceless):
            break
        words = words[size or 1 :]
    return tuple(words)


def is_named(name: str) -> bool:
    """Say whether words of a speaker's own name him.

    >>> is_named("U.S. officials"), is_named("Syrian opposition group"), is_named("Pentagon")
    (False, False, True)
    """
    own = without_state(name)
    groups = load_kindred().of_groups
    told = [word for word in own if word[:1].isupper() and fold(word) not in groups]
    return bool(told) and not (len(own) == 1 and _head(own) in load_kindred().generic_heads)
