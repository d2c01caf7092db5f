"""What is plain to see of a row of tellings, as columns: days, codes, sets as bits, and words.

Hundreds of thousands of tellings take a tenth of what they take whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

import numpy as np

from foedera.data import Quantity
from foedera.merge.feature_once import AHEAD, FIGHT, is_at_large, year_of
from foedera.merge.feature_setting import undergoing
from foedera.merge.feature_words import TOP
from foedera.merge.features import fold_reality, is_about_the_real
from foedera.merge.kindred import Kindred, load_kindred
from foedera.merge.names import parts_of, skeleton
from foedera.merge.numbers import sorts_counted
from foedera.merge.rarity import SOBER, squared
from foedera.merge.stretches import Array, run_starts, spread
from foedera.merge.telling import Telling, fold

OPEN = np.int64(-(10**9))
"""Stands for a day that is not told."""
MARKED = 4_000_000
"""So many marks are held at a time where words are looked for."""
ROWS = 512
"""And the words of so many tellings at most are marked at a time."""

_FLAGS: tuple[str, ...] = (
    "states",
    "another",
    "ordinals",
    "people",
    "dated",
    "placed",
    "counted",
    "named",
    "named_one",
    "answering",
    "real",
    "planned",
    "top",
    "saying",
    "own_act",
    "once_a_person",
    "lasting",
    "once",
    "occasion",
    "fight",
    "definite",
    "recurring",
    "acting",
    "reaching",
    "taking_part",
    "started",
    "ended",
    "printed",
    "of_one_state",
    "noun",
    "landed",
    "yeared",
    "nameless",
    "at_large",
    "plannable",
    "frequent",
    "done",
    "ahead",
)
BIT = {name: np.uint64(1 << place) for place, name in enumerate(_FLAGS)}


_NONE: frozenset[str] = frozenset()
_NOBODY = "", ""


@lru_cache(maxsize=4096)
def _called(people: frozenset[tuple[str, str]]) -> frozenset[str]:
    """Return what names of persons must have in common if any of them may mean one."""
    names = {name for _, name in people}
    letters = {word for name in names for word in name.split() if len(word) == 1}
    whole = {skeleton(name.replace(" ", "")) for name in names}
    return frozenset(letters | whole).union(*map(parts_of, names))


def _undergoing_once(telling: Telling) -> list[tuple[str, str]]:
    return undergoing(telling) if telling.claim.kind in load_kindred().once_a_person else []


def _counts(quantities: tuple[Quantity, ...]) -> frozenset[str]:
    return frozenset([str(quantity.low) for quantity in quantities]) if quantities else _NONE


def _units(quantities: tuple[Quantity, ...]) -> frozenset[str]:
    return _NONE.union(*(sorts_counted(quantity.unit) for quantity in quantities))


_SETS: dict[str, Callable[[Telling], frozenset[str]]] = {
    "doers": attrgetter("actors"),
    "targets": attrgetter("recipients"),
    "parties": attrgetter("parties"),
    "trigger": attrgetter("trigger"),
    "alone": lambda t: frozenset([w for w in t.trigger if w[-1:] != "s"]),
    "telltale": attrgetter("telltale"),
    "goes by": attrgetter("goes_by"),
    "counts": lambda t: _counts(t.claim.setting.quantities),
    "called": lambda t: _called(t.people) if t.people else _NONE,
    "undergoing": lambda t: _called(frozenset(_undergoing_once(t))),
    "named doers": lambda t: t.actors - t.nameless if t.nameless else t.actors,
    "named targets": lambda t: t.recipients - t.nameless if t.nameless else t.recipients,
    "units": lambda t: _units(t.claim.setting.quantities),
}
_AGAIN = {"telltale": "telltale again", "undergoing": "undergoing again"}
"""Sets of many names share bits by chance: of these, bits are kept twice, made in another way."""
_CODED: dict[str, Callable[[Telling], Any]] = {
    "kind": attrgetter("claim.kind"),
    "report": attrgetter("source.report"),
    "doer": attrgetter("actors"),
    "target": attrgetter("recipients"),
    "party": attrgetter("parties"),
    "persons_state": lambda t: next(iter(t.people), _NOBODY)[0],
    "stance": attrgetter("claim.voice.stance"),
    "reality": fold_reality,
    "as told": attrgetter("claim.voice.reality"),
    "place": lambda t: fold(t.claim.setting.where.name) if t.claim.setting.where else "",
    "country": lambda t: (t.claim.setting.where and t.claim.setting.where.country) or "",
}
_NUMBERS: dict[str, Callable[[Telling], Any]] = {
    "first": lambda t: OPEN if t.first is None else t.first,
    "last": lambda t: OPEN if t.last is None else t.last,
    "printed": lambda t: t.source.printed or OPEN,
    "at": attrgetter("claim.passage.trigger.start"),
    "end": attrgetter("claim.passage.trigger.end"),
    "tied": attrgetter("tied"),
    "year": lambda t: t.year or 0,
    "year of": lambda t: year_of(t) or 0,
}


class Columns:
    """The columns of a row of tellings, which comes in one piece or in several."""

    def __init__(self) -> None:
        self._coders: dict[str, Coder] = {name: Coder() for name in (*_CODED, "agreement")}
        self._coders["target"] = self._coders["doer"]  # whoever acts here is acted upon there
        self._parts: dict[str, list[Array]] = {}
        self.words, self.around = Words(), Words()

    def add(self, row: Sequence[Telling], agreements: Sequence[str | None]) -> None:
        """Take the next tellings of the row, with the agreement that each names."""
        for name, column in self._read(row, agreements):
            self._parts.setdefault(name, []).append(column)
        self.words.add((telling.words, telling.heft[0]) for telling in row)
        self.around.add((telling.around, telling.heft[1]) for telling in row)

    def _read(
        self, row: Sequence[Telling], agreements: Sequence[str | None]
    ) -> Iterator[tuple[str, Array]]:
        for name, number in _NUMBERS.items():
            yield name, np.fromiter(map(number, row), np.int32, len(row))
        for name, value in _CODED.items():
            yield name, self._coders[name].codes(map(value, row))
        for name, names in _SETS.items():
            yield name, _bits(map(names, row))
            if name in _AGAIN:
                yield _AGAIN[name], _bits(map(names, row), shift=6)
        yield "agreement", self._coders["agreement"].codes(agreements)
        table = load_kindred()
        held = bytearray()
        for telling, agreement in zip(row, agreements, strict=True):
            held.extend(map(bool, _flags(telling, agreement, table)))
        marks = np.frombuffer(held, np.uint8).reshape(-1, len(_FLAGS))
        yield "flags", marks.astype(np.uint64) @ np.array(list(BIT.values()), np.uint64)

    def __getitem__(self, name: str) -> Array:
        """Return a column of the whole row."""
        parts = self._parts[name]
        if len(parts) > 1:
            parts[:] = [np.concatenate(parts)]
        return parts[0]


def _flags(telling: Telling, agreement: str | None, table: Kindred) -> tuple[Any, ...]:
    """Return what holds of a telling, in the order of the flags' names."""
    claim, kind, group = telling.claim, telling.claim.kind, telling.group
    setting, folded = claim.setting, fold_reality(telling)
    return (
        telling.states,
        telling.another,
        telling.ordinals,
        telling.people,
        setting.when is not None,
        setting.where is not None,
        setting.quantities,
        claim.agreement is not None,
        agreement is not None,
        is_about_the_real(telling),
        folded == "real",
        folded == "planned",
        claim.passage.trigger.start < TOP,
        kind.split(".", 1)[0] in table.sayings,
        kind in table.own_acts,
        kind in table.once_a_person,
        group in table.lasting,
        group in table.once,
        group in table.occasions,
        group == FIGHT,
        telling.definite,
        kind in table.recurring,
        telling.actors,
        telling.recipients,
        telling.parties,
        telling.first is not None,
        telling.last is not None,
        telling.source.printed is not None,
        len({state for state, _ in telling.people}) == 1,
        "noun_frame" in claim.rule,
        setting.where is not None and setting.where.country,
        telling.first is not None or telling.year is not None,
        telling.nameless,
        group == FIGHT and is_at_large(telling),
        kind in table.recurring and kind not in table.serial,
        kind in table.frequent,
        claim.voice.reality in ("happened", "ongoing"),
        folded in AHEAD,
    )


class Words:
    """Words of tellings, end to end as numbers, and what each weighs."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._terms = array("i")
        self._sizes = array("i")
        self._hefts = array("d")
        self._read = -1

    def add(self, row: Iterable[tuple[frozenset[str], float]]) -> None:
        """Take the words of the next tellings, with what those of each weigh together."""
        number = self._numbers.__getitem__
        for words, heft in row:
            self._terms.extend(map(number, words))
            self._sizes.append(len(words))
            self._hefts.append(heft)

    def _make_ready(self) -> None:
        """Turn what was taken into arrays, where that was not done yet."""
        if self._read == len(self._sizes):
            return
        self._read = len(self._sizes)
        self._words = np.array(self._terms, np.int32)
        self._weights = np.fromiter(map(squared, self._numbers), np.float64, len(self._numbers))
        self._lengths = np.array(self._sizes, np.int32)
        self._starts = np.cumsum(self._lengths, dtype=np.int64) - self._lengths
        self._heft = np.array(self._hefts, np.float64)
        width = max(1, len(self._numbers))
        self._rows = max(1, min(self._read, ROWS, MARKED // width))
        self._marks = np.zeros((self._rows, width), bool)

    def like(self, left: Array, right: Array) -> tuple[Array, Array]:
        """Return how alike the words of pairs are, and whether they share any.

        Pairs come in the order of their left sides.
        """
        self._make_ready()
        weight, shared = np.zeros(len(left)), np.zeros(len(left), bool)
        firsts = run_starts(left)
        for start in range(0, len(firsts), self._rows):
            end = start + self._rows
            pairs = slice(firsts[start], firsts[end] if end < len(firsts) else len(left))
            weight[pairs], shared[pairs] = self._shared(left[pairs], right[pairs])
        sober = np.maximum(SOBER, np.sqrt(self._heft[left] * self._heft[right]))
        return np.minimum(1.0, weight / sober), shared

    def _shared(self, left: Array, right: Array) -> tuple[Array, Array]:
        """Return what the words weigh that pairs share, and whether they share any."""
        firsts = run_starts(left)
        holders = left[firsts]
        own = self._words[spread(self._starts[holders], self._lengths[holders])]
        marked = np.repeat(np.arange(len(holders)), self._lengths[holders]), own
        self._marks[marked] = True
        row_of = np.repeat(np.arange(len(holders)), np.diff(np.append(firsts, len(left))))
        lengths = self._lengths[right]
        terms = self._words[spread(self._starts[right], lengths)]
        owners = np.repeat(np.arange(len(right)), lengths)
        hit = np.flatnonzero(self._marks[row_of[owners], terms])
        self._marks[marked] = False
        weight = np.bincount(owners[hit], self._weights[terms[hit]], len(right))
        return weight, np.bincount(owners[hit], minlength=len(right)) > 0


class _Numbers(dict[Any, int]):
    """Numbers values in the order in which they are first asked for."""

    def __missing__(self, value: Any) -> int:
        number = self[value] = len(self)
        return number


class Coder:
    """Gives each value a number, equal ones the same."""

    def __init__(self) -> None:
        self._numbers = _Numbers()

    def codes(self, values: Iterable[Any]) -> Array:
        """Return the numbers of some values."""
        return np.fromiter(map(self._numbers.__getitem__, values), np.int32)


class _Bits(dict[frozenset[str], int]):
    """Sets as bits; those that share a name share a bit."""

    def __init__(self, shift: int) -> None:
        self._shift = shift

    def __missing__(self, names: frozenset[str]) -> int:
        bits = 0
        for name in names:
            bits |= 1 << (hash(name) >> self._shift & 63)
        self[names] = bits
        return bits


def _bits(sets: Iterable[frozenset[str]], shift: int = 0) -> Array:
    """Return sets as bits; those that share a name share a bit."""
    return np.fromiter(map(_Bits(shift).__getitem__, sets), np.uint64)
