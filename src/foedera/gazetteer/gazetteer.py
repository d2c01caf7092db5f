"""All tables in memory, indexed for running text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from foedera.data import ActorKind
from foedera.gazetteer.entries import Entry, EntrySort, Person, Spot
from foedera.gazetteer.index import PhraseIndex
from foedera.gazetteer.names import sounds, tokens
from foedera.gazetteer.tables import cells, rows
from foedera.gazetteer.towns import TownIndex

_REGULAR_PEOPLE = ("an", "i")
_OPEN = 9999
_AREA_SIZE = 400_000


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names, nouns, people and places, as `load_gazetteer` reads them from the tables."""

    names: PhraseIndex[Entry]
    nouns: PhraseIndex[Entry]
    spots: PhraseIndex[Spot]
    towns: TownIndex
    portfolios: PhraseIndex[str]
    states: Mapping[str, str]
    points: Mapping[str, tuple[float, float]]
    capitals: Mapping[str, Spot]
    given_names: Mapping[str, str]
    ships: Mapping[str, str]
    small_firsts: frozenset[str]
    not_actors: frozenset[str]
    not_actor_heads: Mapping[str, str]
    people: Mapping[tuple[str, ...], tuple[Person, ...]]
    surnames: Mapping[str, tuple[Person, ...]]
    bearers: Mapping[str, tuple[Person, ...]]
    full_names: PhraseIndex[str]

    def persons(self, name: str, year: int | None = None) -> tuple[Person, ...]:
        """List the office holders of that full name or lone surname; those of `year` first."""
        heard = sounds(name)
        found = self.people.get(heard, ()) if len(heard) > 1 else ()
        if not found and len(heard) == 1:
            found = self.surnames.get(heard[0], ())
        return tuple(sorted(found, key=lambda p: years_off(p, year)))

    def places_named(self, words: Sequence[str]) -> Sequence[Spot]:
        """List the places of exactly that name; smaller towns only where there is no other."""
        found = self.spots.get(tuple(words))
        towns = self.towns.at(words, 0) if words and not found else None
        return towns[0] if towns is not None and towns[1] == len(words) else found

    def country_spot(self, country: str) -> Spot:
        """Return a state as a place: the middle of its towns."""
        lat, lon = self.points.get(country, (None, None))
        return Spot(self.states.get(country, country), country, lat, lon, 10**9, "country")


def years_off(person: Person, year: int | None) -> int:
    """Count the years between `year` and the time in office; the latest term wins if unknown."""
    if year is None:
        return -person.since
    return max(person.since - year, year - person.until, 0)


@cache
def load_gazetteer() -> Gazetteer:
    """Read the tables that come with foedera, once.

    >>> load_gazetteer().states["PRK"]
    'North Korea'
    """
    names = PhraseIndex[Entry]()
    for phrase, entry in _entries():
        names.add(tokens(phrase), entry)
    people, surnames = _people()
    spots, nouns = _spots(), _nouns()
    return Gazetteer(
        names=names,
        nouns=nouns,
        spots=spots,
        towns=TownIndex(),
        capitals=_capitals(spots),
        portfolios=_portfolios(),
        states={row[0]: row[1] for row in rows("countries")},
        points={c: (float(lat), float(lon)) for c, lat, lon in rows("country_points")},
        given_names={row[0]: row[1] for row in rows("given_names")},
        ships={row[0]: row[1] for row in rows("ships")},
        small_firsts=nouns.firsts | {w for w in names.firsts if w.islower()},
        not_actors=frozenset(row[0] for row in rows("not_actors")),
        not_actor_heads={row[0]: row[1] for row in rows("not_actor_heads")},
        people=people,
        surnames=surnames,
        bearers=_bearers(people),
        full_names=_full_names(),
    )


def _full_names() -> PhraseIndex[str]:
    """Index the names of office holders of two words and more, as they are written."""
    index = PhraseIndex[str]()
    written = {n for name, also, *_ in rows("people") for n in (name, *cells(also))}
    for name in sorted(written):
        if len(words := tokens(name)) > 1:
            index.add(words, name)
    return index


def _entries() -> Iterator[tuple[str, Entry]]:
    """Yield every listed name; where two share words, the first reading stands first."""
    yield from _country_entries()
    for table in ("organisations", "bodies"):
        for name, also, kind, country, *seats in rows(table):
            for phrase in (name, *cells(also)):
                yield phrase, Entry(name, _kind(kind), country or None, "body")
            for phrase in cells(seats[0] if seats else ""):
                yield phrase, Entry(name, _kind(kind), country or None, "seat")
    for name, also, country in rows("outlets"):
        for phrase in (name, *cells(also)):
            yield phrase, Entry(name, "outlet", country or None, "body")


def _country_entries() -> Iterator[tuple[str, Entry]]:
    for code, name, also, adjectives, people, seats in rows("countries"):
        for phrase in (name, *cells(also)):
            yield phrase, Entry(name, "state", code, "state")
        for phrase in cells(adjectives):
            yield phrase, Entry(name, "state", code, "adjective")
            if phrase.endswith(_REGULAR_PEOPLE):
                yield phrase + "s", Entry(phrase + "s", "group", code, "people", plural=True)
        for phrase in cells(people):
            yield phrase, Entry(phrase, "group", code, "people", phrase.endswith(("s", "men")))
        for phrase in cells(seats):
            yield phrase, Entry(name, "state", code, "seat")


def _kind(written: str) -> ActorKind:
    """Check a kind read from a table.

    Raises: ValueError if it is none of the kinds of actors.
    """
    for kind in get_args(ActorKind):
        if kind == written:
            return kind  # type: ignore[no-any-return]
    raise ValueError(f"not a kind of actor: {written}")


def _nouns() -> PhraseIndex[Entry]:
    index = PhraseIndex[Entry]()
    for noun, kind, number, office, country in rows("nouns"):
        honorific = kind == "honorific"
        sort: EntrySort = "honorific" if honorific else "noun"
        sense = "person" if honorific else _kind(kind)
        entry = Entry(noun, sense, country or None, sort, number == "+", office or None)
        index.add(tokens(noun.lower()), entry)
        if noun.endswith("."):  # the tokeniser parts most stops, but not those of "Gen."
            index.add((*tokens(noun[:-1].lower()), "."), entry)
    return index


def _portfolios() -> PhraseIndex[str]:
    index = PhraseIndex[str]()
    for words, office in rows("portfolios"):
        index.add(tokens(words), office)
    return index


def _spots() -> PhraseIndex[Spot]:
    index = PhraseIndex[Spot]()
    for name, also, country, lat, lon, sort in rows("regions"):
        for phrase in (name, *cells(also)):
            index.add(tokens(phrase), Spot(name, country or None, *_degrees(lat, lon), 10**7, sort))
    for name, country, lat, lon, size in rows("cities"):
        spot = Spot(name, country, float(lat), float(lon), int(size), "city")
        index.add(tokens(name), spot)
    for name, also, country, lat, lon in rows("provinces"):
        for phrase in (name, *cells(also)):
            spot = Spot(phrase, country, *_degrees(lat, lon), _AREA_SIZE, "province")
            index.add(tokens(phrase), spot)
    for name, country, sort, lat, lon in rows("subdivisions"):
        index.add(tokens(name), Spot(name, country, *_degrees(lat, lon), _AREA_SIZE, sort))
    return index


def _capitals(spots: PhraseIndex[Spot]) -> dict[str, Spot]:
    """Give each state the town that its table names first among its seats."""
    out: dict[str, Spot] = {}
    for code, _, _, _, _, seats in rows("countries"):
        for seat in cells(seats)[:1]:
            towns = [s for s in spots.get(tokens(seat)) if s.country == code]
            out[code] = max(
                towns, key=lambda s: s.size, default=Spot(seat, code, None, None, 1, "city")
            )
    return out


def _degrees(lat: str, lon: str) -> tuple[float | None, float | None]:
    return (float(lat), float(lon)) if lat and lon else (None, None)


def _bearers(people: Mapping[tuple[str, ...], tuple[Person, ...]]) -> dict[str, tuple[Person, ...]]:
    """List office holders by surname, whether or not it may stand alone."""
    out: dict[str, dict[Person, None]] = {}
    for key, persons in people.items():
        out.setdefault(key[-1], {}).update(dict.fromkeys(persons))
    return {surname: tuple(found) for surname, found in out.items()}


_People = dict[tuple[str, ...], tuple[Person, ...]]


def _people() -> tuple[_People, dict[str, tuple[Person, ...]]]:
    """Index office holders by the sounds of their names, and by surnames that may stand alone."""
    full: _People = {}
    alone: dict[str, tuple[Person, ...]] = {}
    for name, also, country, office, since, until, short in rows("people"):
        row = Person(name, country or None, office, int(since), int(until or _OPEN))
        for spelling in (name, *cells(also)):
            key = sounds(spelling)
            full[key] = (*full.get(key, ()), row)
        for surname in cells(short):
            key = sounds(surname)
            alone[key[-1]] = (*alone.get(key[-1], ()), row)
    return full, alone
