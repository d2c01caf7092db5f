"""Who is who across reports: one person under several spellings, with office and state."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any, TypeAlias

from foedera.data import Actor
from foedera.measure import id_name, id_number
from foedera.merge.names import (
    acronym_of,
    is_acronym,
    is_odd,
    parts_of,
    same_person,
    skeleton,
    state_names,
)
from foedera.merge.telling import fold

_RANK = {
    "state": 0,
    "person": 1,
    "organisation": 2,
    "force": 3,
    "office": 4,
    "outlet": 5,
    "group": 6,
}
_YOUNGER = frozenset({"jr", "junior", "ii"})
_HEADS = frozenset({"president", "prime minister", "premier", "chancellor"})

Tally: TypeAlias = dict[str, int]
Told: TypeAlias = tuple[str, str | None, str, str | None]
"""An actor as told: kind, state, name and office."""


@dataclass(slots=True)
class _One:
    """One actor as told so far; of the many told once, most fields stay empty.

    Claims are held as numbers: their ids, spelt out, would take more than all the rest.
    """

    name: str
    often: int = 0
    further: Tally | None = None
    offices: Tally | None = None
    countries: Tally | None = None
    claim: int | None = None
    claims: array[int] | None = None

    @property
    def names(self) -> Tally:
        """Return how often the actor is called by each name."""
        return {self.name: self.often, **(self.further or {})}

    def call(self, name: str, times: int = 1) -> None:
        """Note that the actor is called by a name."""
        if name == self.name:
            self.often += times
            return
        self.further = self.further or {}
        self.further[name] = self.further.get(name, 0) + times

    def stand_in(self, claim: int) -> None:
        """Note that the actor stands in a claim; the same one may be noted twice running."""
        if self.claims is not None:
            if self.claims[-1] != claim:
                self.claims.append(claim)
        elif self.claim is None:
            self.claim = claim
        elif self.claim != claim:
            self.claims = array("Q", (self.claim, claim))

    def numbers(self) -> Sequence[int]:
        """Return the numbers of the claims."""
        return self.claims or (() if self.claim is None else (self.claim,))


class ActorList:
    """Everyone who acts or speaks in claims that come one by one."""

    def __init__(self) -> None:
        self._by_kind: dict[str, dict[tuple[str, str], _One]] = defaultdict(dict)

    def add(self, claim: str, actor: Actor) -> None:
        """Note that an actor stands in a claim."""
        self.note(id_number(claim), (actor.kind, actor.country, actor.name, actor.office))

    def note(self, claim: int, told: Told) -> None:
        """Note the same, the claim told by its number."""
        kind, country, name, office = told
        state = kind == "state" and country is not None
        key = (country or "", "" if state else fold(name))
        one = self._by_kind[kind].get(key)
        if one is None:
            one = self._by_kind[kind][key] = _One(name)
        one.call(name)
        one.stand_in(claim)
        if office:
            one.offices = one.offices or {}
            one.offices[office] = one.offices.get(office, 0) + 1

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield every actor once, with other names, office and claims; the list is empty then.

        Kinds come one after the other, each let go of once its rows are made.
        """
        for _, kinds in groupby(sorted(self._by_kind, key=rank), key=rank):
            rows = [row for kind in kinds for row in self._take(kind)]
            yield from sorted(rows, key=lambda row: (-len(row["claims"]), row["name"]))

    def _take(self, kind: str) -> Iterator[dict[str, Any]]:
        found = self._by_kind.pop(kind)
        merged = _merge(found, person=kind == "person", state=kind == "state")
        found.clear()
        merged.reverse()
        while merged:
            yield _row(kind, merged.pop())


def rank(kind: str) -> int:
    """Return where a kind stands in the list; those of one rank are listed together."""
    return _RANK.get(kind, 9)


class _Marked:
    """Places by mark. Most marks have one place, and millions are held, so neither takes more
    than a number; two marks that fell together would only give more to look at.
    """

    def __init__(self) -> None:
        self._held: dict[int, int | array[int]] = {}

    def add(self, mark: tuple[str, str], place: int) -> None:
        """Note a place under a mark."""
        held = self._held.setdefault(hash(mark), place)
        if isinstance(held, array):
            held.append(place)
        elif held != place:
            self._held[hash(mark)] = array("i", (held, place))

    def places(self, mark: tuple[str, str]) -> Sequence[int]:
        """Return the places under a mark."""
        held = self._held.get(hash(mark), ())
        return (held,) if isinstance(held, int) else held


def _merge(found: dict[tuple[str, str], _One], *, person: bool, state: bool) -> list[_One]:
    """Fold short forms and spellings into the fullest name of its state, where one fits.

    A full name told without a state joins the one person of that name, whatever the state.
    """
    kept: list[tuple[str, str, _One]] = []
    marked = _People() if person else _Bodies()
    for country, name in sorted(found, key=lambda key: (not key[0], -len(key[1].split()), key)):
        one = found[country, name]
        one.countries = {country: sum(one.names.values())} if country else None
        stateless = person and not country and len(name.split()) > 1
        near = [] if state else marked.near("*" if stateless else country, name, one)
        same = (p for p in near if _same(kept[p][1], name, person, kept[p][2], one))
        place = next(same, None)
        if place is not None and all(kept[other][1] == kept[place][1] for other in same):
            home, called, first = kept[place]
            _add(first, one)
            marked.join(home, called, one, place)
            continue
        marked.add(country, name, one, len(kept))
        kept.append((country, name, one))
    return [one for *_, one in kept]


class _People:
    """Persons by the marks of their names.

    A full name holds all words of a shorter one, so those with its rarest word are enough, and
    the shorter ones whose last word it holds; others meet as wholes. By initials alone only those
    meet whose words are not all told apart: by a short form of a name, a letter, a word told twice.
    """

    def __init__(self) -> None:
        self._by_mark, self._odd = _Marked(), _Marked()
        self._parts: dict[int, frozenset[str]] = {}
        """The parts of names of several words, by their places."""

    def near(self, country: str, name: str, _: _One) -> list[int]:
        """Return the places of those who may be the same."""
        words, (initials, *wholes) = _marks(country, name)
        by_mark = self._by_mark
        long = [m for m, word in zip(words, name.split(), strict=True) if len(word) > 1]
        rarest = min((by_mark.places(mark) for mark in long), key=len, default=())
        ends = [(home, f"{word} ") for home, word in long if home == "*"]
        alike = (by_mark if is_odd(name) else self._odd).places(initials)
        others = chain(rarest, alike, *map(by_mark.places, ends))
        near = self._fitting(name, others) if len(words) > 1 else others
        return sorted({*near, *chain.from_iterable(map(by_mark.places, wholes))})

    def _fitting(self, name: str, places: Iterable[int]) -> Iterator[int]:
        """Yield the places of names that hold all parts of one, or none but its own.

        Many hold one of its words, and more the more names there are.
        """
        own, held = parts_of(name), self._parts
        return (p for p in places if p not in held or held[p] <= own or held[p] >= own)

    def add(self, country: str, name: str, _: _One, place: int) -> None:
        """Note a new one at a place."""
        end = "*", f"{skeleton(name.split()[-1])} " if name else ""
        if " " in name:
            self._parts[place] = parts_of(name)
        odd = is_odd(name)
        for mark in {*_all_marks(country, name), end}:
            self._by_mark.add(mark, place)
            if odd:
                self._odd.add(mark, place)

    def join(self, country: str, name: str, one: _One, place: int) -> None:
        """Note what joined the one at a place; his name stays."""


class _Bodies:
    """Those who are no persons: two are one only where one's name is an acronym of the other's."""

    def __init__(self) -> None:
        self._by_mark, self._short = _Marked(), _Marked()

    def near(self, country: str, name: str, one: _One) -> list[int]:
        """Return the places of those who may be the same."""
        marks = _marks(country, name)[1]
        held = self._by_mark if _has_acronym(one) else self._short
        return sorted({place for mark in marks for place in held.places(mark)})

    def add(self, country: str, name: str, one: _One, place: int) -> None:
        """Note a new one at a place."""
        for mark in _all_marks(country, name):
            self._by_mark.add(mark, place)
        self.join(country, name, one, place)

    def join(self, country: str, name: str, one: _One, place: int) -> None:
        """Note what joined the one at a place: it may have brought an acronym."""
        if _has_acronym(one):
            for mark in _all_marks(country, name):
                self._short.add(mark, place)


def _has_acronym(one: _One) -> bool:
    return any(map(is_acronym, one.names))


def _all_marks(country: str, name: str) -> set[tuple[str, str]]:
    return {mark for home in (country, "*") for marks in _marks(home, name) for mark in marks}


def _marks(country: str, name: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the marks of a name's words, and of its initials and the whole."""
    words = name.split()
    initials = "".join(word[0] for word in words)
    whole = skeleton(name.replace(" ", ""))
    return [(country, skeleton(w)) for w in words], [
        (country, initials),
        (country, name),
        (country, whole),
    ]


def _same(kept: str, name: str, person: bool, a: _One, b: _One) -> bool:
    if person:
        return same_person(kept, name) and not _is_the_son(kept, name, a, b)
    return any(acronym_of(short, long) for short in b.names for long in a.names) or any(
        acronym_of(short, long) for short in a.names for long in b.names
    )


def _is_the_son(left: str, right: str, a: _One, b: _One) -> bool:
    """Say whether one is a "Jr." of the other, who heads a state or government and he does not."""
    young = [name.split()[-1] in _YOUNGER for name in (left, right)]
    if young[0] == young[1] or min(len(left.split()), len(right.split())) < 2:
        return False
    son, elder = (a, b) if young[0] else (b, a)
    heads = {office for office in elder.offices or () if office in _HEADS}
    return bool(heads) and heads.isdisjoint(son.offices or ())


def _add(one: _One, other: _One) -> None:
    for name, times in other.names.items():
        one.call(name, times)
    one.offices = _sum(one.offices, other.offices)
    one.countries = _sum(one.countries, other.countries)
    if one.claims is None:
        one.claims = array("Q", one.numbers())
    one.claims.extend(other.numbers())


def _sum(one: Tally | None, other: Tally | None) -> Tally | None:
    """Return two tallies as one, the first of them grown where there is one."""
    if not one or not other:
        return one or other
    for key, times in other.items():
        one[key] = one.get(key, 0) + times
    return one


def _row(kind: str, one: _One) -> dict[str, Any]:
    names, country = one.names, _most(one.countries)
    own = state_names().get(country or "") if kind == "state" else None
    name = own or _shown(names)
    return {
        "name": name,
        "also": sorted(other for other in names if other != name),
        "kind": kind,
        "country": country,
        "office": _most(one.offices),
        "claims": [id_name(number) for number in sorted(set(one.numbers()))],
    }


def _shown(names: Tally) -> str:
    """Choose the fullest name, of those that are told a tenth as often as the commonest full one.

    What a page ran together with a name ("Ana Ruiz Ana Maria RuizThe Memo") is told now and then.

    >>> _shown({"Ruiz": 40, "Ana Ruiz": 30, "Ana Maria Ruiz": 5, "Ana Ruiz Ana Maria RuizThe": 2})
    'Ana Maria Ruiz'
    """
    full = {name: count for name, count in names.items() if len(name.split()) > 1} or names
    enough = max(full.values()) / 10
    kept = [name for name, count in full.items() if count >= enough]
    return min(kept, key=lambda name: (-len(name.split()), -names[name], name))


def _most(counts: Tally | None) -> str | None:
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None
