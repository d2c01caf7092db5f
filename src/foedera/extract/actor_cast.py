"""The cast of a report: who is named in full, so that short forms find their bearer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from foedera.extract.actor_words import words as word_list
from foedera.gazetteer import Gazetteer, Person, fold, same_name, sound, sounds, years_off

_SURNAME_FIRST = frozenset({"KOR", "PRK", "CHN", "TWN", "VNM", "HKG", "KHM", "SGP", "MMR"})

_NUMBERS = frozenset(map(sound, ("II", "III", "IV", "VI", "VII", "VIII", "IX", "XIV", "XVI")))

# A shorter surname must be spelt as in the tables: too many words sound like it.
_SURE = 6
_LATELY = 5


@dataclass(frozen=True, slots=True)
class Role:
    """A person as the report and the tables know them."""

    name: str
    country: str | None = None
    office: str | None = None


class Cast:
    """Persons and bodies met so far in one report."""

    def __init__(
        self, gazetteer: Gazetteer, year: int | None, plain: frozenset[str] = frozenset()
    ) -> None:
        self._plain = plain
        self._gazetteer = gazetteer
        self._year = year
        self._full: dict[tuple[str, ...], Role] = {}
        self._by_part: dict[str, list[tuple[str, ...]]] = {}
        self._times: Counter[tuple[str, ...]] = Counter()

    def meet(self, name: str, country: str | None, office: str | None) -> None:
        """Enter a full name with what its phrase tells; tables fill what it does not."""
        key = sounds(name)
        if len(key) < 2:
            return
        self._times[key] += 1
        known = self._full.get(key)
        if known is None:
            known = self._from_tables(name) or Role(name)
            self._enter(key)
            known = Role(name, country or known.country, office or known.office)
        self._full[key] = replace(
            known, country=known.country or country, office=known.office or office
        )

    def _enter(self, key: tuple[str, ...]) -> None:
        for part in {key[0], _last(key)}:
            self._by_part.setdefault(part, []).append(key)

    def _from_tables(self, name: str) -> Role | None:
        found = self._gazetteer.persons(name, self._year)
        pieces = name.split()
        if not found and len(pieces) == 3 and len(pieces[1].rstrip(".")) == 1:
            found = self._gazetteer.persons(f"{pieces[0]} {pieces[2]}", self._year)
        return _role(found[0], self._year) if found else None

    def is_met(self, name: str) -> bool:
        """Say whether that full name stands in the cast or in the tables."""
        key = sounds(name)
        return len(key) > 1 and (key in self._full or bool(self._gazetteer.persons(name)))

    def is_word(self, name: str) -> bool:
        """Say whether the report writes the name small elsewhere: it is a word then."""
        return name.lower() in self._plain

    def find(self, name: str, office: str | None = None, sex: str = "") -> Role | None:
        """Return the person a full or short name stands for, None if nobody fits.

        A title before a surname decides among its bearers ("former President Clinton"), and
        so does a form of address ("Mr. Clinton").
        """
        key = sounds(name)
        if not key:
            return None
        if len(key) > 1:
            own = self._full.get(key)
            if own is None or not (own.country or own.office):
                own = self._longer(name, key) or own
            return own or self._from_tables(name)
        if office and (titled := self._titled(key[0], office)):
            return titled
        met = [k for k in self._by_part.get(key[0], ()) if self._bears(k, key[0])]
        met = [k for k in met if self._may_be(k, sex)]
        if not met:
            return self._famous(name)
        return self._full[max(met, key=lambda k: (self._times[k], self._governs(k)))]

    def find_titled(self, titled: str, country: str | None) -> Role | None:
        """Return the one person listed by a title and a name: "King Salman", "Mullah Dadullah"."""
        rows = self._gazetteer.persons(titled, self._year)
        rows = tuple(p for p in rows if country in {None, p.country})
        nearest = [p for p in rows if years_off(p, self._year) == years_off(rows[0], self._year)]
        return _role(nearest[0], self._year) if len({p.name for p in nearest}) == 1 else None

    def state_of(self, name: str) -> str | None:
        """Return the state of whom a name stands for, or of all who bear it: of two Bushes too."""
        role = self.find(name)
        if role is not None:
            return role.country
        bearers = self._gazetteer.persons(name, self._year)
        states = {p.country for p in bearers if _spelt(name, p)}
        return states.pop() if len(states) == 1 else None

    def meet_titled(self, surname: str, office: str) -> None:
        """Enter the one office holder that a title and a surname name ("President Keita")."""
        key = sounds(surname)
        role = self._titled(key[0], office) if len(key) == 1 else None
        if role is not None:
            self.meet(role.name, role.country, role.office)

    def _governs(self, key: tuple[str, ...]) -> bool:
        """Say whether somebody met leads a state: of two Obamas met as often it is he."""
        return (self._full[key].office or "") in word_list("offices_of_state")

    def _may_be(self, key: tuple[str, ...], sex: str) -> bool:
        """Say whether the given name of somebody met fits a form of address."""
        given = self._full[key].name.split()[0].split("-")[0]
        return not sex or self._gazetteer.given_names.get(given, sex) in {sex, ""}

    def _titled(self, surname: str, office: str) -> Role | None:
        """Find the one bearer of a surname in an office, met or in the tables."""
        office = office.removeprefix("former ")
        bearers = [self._full[k] for k in self._by_part.get(surname, ()) if self._bears(k, surname)]
        fits = [r for r in bearers if (r.office or "").removeprefix("former ") == office]
        if fits:
            return fits[0] if len(fits) == 1 else None
        if first := self._by_first_name(surname, office):
            return first
        if not bearers:
            return self._ruler(surname, office)
        rows = [p for p in self._gazetteer.bearers.get(surname, ()) if p.office == office]
        if len({p.name for p in rows}) != 1:
            return None
        return _role(min(rows, key=lambda p: years_off(p, self._year)), self._year)

    def _by_first_name(self, given: str, office: str) -> Role | None:
        """Find the one prince or king met whom a title and a given name stand for."""
        if office.split()[-1] not in word_list("called_by_given_name"):
            return None
        keys = [k for k in self._by_part.get(given, ()) if k[0] == given]
        return self._full[keys[0]] if len(keys) == 1 else None

    def _ruler(self, surname: str, office: str) -> Role | None:
        """Find in the tables who led a state under that title lately: "President Clinton"."""
        if self._year is None or office not in word_list("offices_of_rulers"):
            return None
        rows = [p for p in self._gazetteer.bearers.get(surname, ()) if p.office == office]
        rows = [p for p in rows if p.since <= self._year <= p.until + _LATELY]
        nearest = min((years_off(p, self._year) for p in rows), default=None)
        found = {p.name: p for p in rows if years_off(p, self._year) == nearest}
        best = next(iter(found.values())) if len(found) == 1 else None
        return Role(best.name, best.country, office) if best else None

    def _longer(self, name: str, key: tuple[str, ...]) -> Role | None:
        """Find a fuller form met in the report ("Tayyip Erdogan" → "Recep Tayyip Erdogan")."""
        fits = [
            self._full[k] for k in self._by_part.get(key[-1], ())
            if k != key and same_name(name, self._full[k].name)
        ]  # fmt: skip
        return fits[-1] if fits else None

    def _bears(self, key: tuple[str, ...], part: str) -> bool:
        """Say whether `part` is the name's surname: its last, or its first in East Asia."""
        if part == _last(key):
            return True
        return self._full[key].country in _SURNAME_FIRST

    def _famous(self, name: str) -> Role | None:
        """Find an office holder whose surname alone names them, in office about that year."""
        found = self._gazetteer.persons(name, self._year)
        if not found or (len(name) < _SURE and not any(_spelt(name, p) for p in found)):
            return None
        best = found[0]
        if self._year is not None and not best.since - 6 <= self._year <= best.until + 12:
            return None
        rivals = {
            p.name for p in found if _in_office(p, self._year) == _in_office(best, self._year)
        }
        return _role(best, self._year) if len(rivals) == 1 else None

    def roles(self) -> Iterable[Role]:
        """List the persons met, in order."""
        return self._full.values()


def _last(key: tuple[str, ...]) -> str:
    """Return the last word of a name, of which a number is none: "King Abdullah II"."""
    return key[-2] if key[-1] in _NUMBERS and len(key) > 1 else key[-1]


def _spelt(name: str, person: Person) -> bool:
    return fold(name) in fold(person.name).replace("-", " ").split()


def _in_office(person: Person, year: int | None) -> bool:
    return year is None or person.since <= year <= person.until


def _role(person: Person, year: int | None) -> Role:
    """Read a table row; whoever has left the office is told as "former"."""
    if _in_office(person, year):
        return Role(person.name, person.country, person.office)
    former = year is not None and year > person.until
    return Role(person.name, person.country, f"former {person.office}" if former else None)
