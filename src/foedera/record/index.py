"""What an open record keeps at hand between questions: columns, agreements, statuses of a day.

All of it follows from the store and is dropped when the store's stamp says that something changed,
by this process or another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter
from typing import Any, TypeAlias, TypeVar, cast

import numpy as np

from foedera.data import Status
from foedera.merge.status import status_steps
from foedera.merge.summary import life_of, row_with
from foedera.merge.telling import ordinal_day
from foedera.record.listing import Row
from foedera.settle import Lookup
from foedera.settle.facets import Facet, word_values
from foedera.store import Store, id_name

Known = TypeVar("Known")
Numbers: TypeAlias = Any
"""An array of whole numbers."""

BEGINNING = re.compile(r"[0-9a-f]{4,15}")
DAYS = 8
"""The statuses of so many days are kept."""


class Index:
    """Finds numbers of wholes by conditions, and the first of them in an order."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stamp = ""
        self._columns: dict[tuple[str, str], Numbers] = {}
        self._agreements: list[Row] | None = None
        self._words: list[set[str]] | None = None
        self._on: OrderedDict[str, list[Row]] = OrderedDict()
        self._lives: list[_Lived] = []
        self._places: dict[int, str] = {}
        self._placed: Numbers = np.empty(0, np.uint64)
        self._lookup: tuple[str, Lookup] | None = None
        self._homes: tuple[str, dict[str, str]] | None = None
        self._by: OrderedDict[tuple[str, str], Any] = OrderedDict()

    def refresh(self) -> None:
        """Drop what no longer follows from the store."""
        stamp = self._store.stamp()
        if stamp != self._stamp:
            self._stamp = stamp
            self._columns.clear()
            self._agreements = self._words = None
            self._on.clear()
            self._lives = []
            self._keep_places()
            self._lookup = self._homes = None
            self._by.clear()

    def _keep_places(self) -> None:
        """Keep where reports stand in the index of words only if none but new ones came since."""
        held = len(self._placed)
        if self._places and not np.array_equal(self.column("report", "id")[:held], self._placed):
            self._places.clear()

    # ---------------------------------------------------------------- columns

    def column(self, sort: str, name: str) -> Numbers:
        """Return the values of all wholes of a sort, by number."""
        if (sort, name) not in self._columns:
            self._columns[sort, name] = self._store.column(sort, name)
        return self._columns[sort, name]

    def count(self, sort: str) -> int:
        """Return how many wholes of a sort there are."""
        return len(self.column(sort, "id"))

    def chosen(
        self,
        sort: str,
        facets: Iterable[Facet],
        some: Iterable[Facet] | None = None,
        groups: Iterable[Sequence[AbstractSet[Facet]]] = (),
    ) -> Numbers:
        """Return the numbers of the wholes that have all the values, and one of some, in order.

        Of each group they have all the values of one member.
        """
        found: Numbers | None = None
        if some is not None:
            # Marked rather than sorted: an outlet may stand behind half of all events.
            marked = np.zeros(self.count(sort), bool)
            for facet in some:
                marked[self._store.postings(sort, facet)] = True
            found = np.flatnonzero(marked)
        for facet in sorted(facets):
            own = self._store.postings(sort, facet)
            found = own if found is None else np.intersect1d(found, own, assume_unique=True)
            if not len(found):
                break
        for group in groups:
            own = self._any_of(sort, group)
            found = own if found is None else np.intersect1d(found, own, assume_unique=True)
        return np.arange(self.count(sort)) if found is None else found

    def _any_of(self, sort: str, group: Sequence[AbstractSet[Facet]]) -> Numbers:
        if len(group) == 1:
            return self.chosen(sort, group[0])
        marked = np.zeros(self.count(sort), bool)
        for facets in group:
            marked[self.chosen(sort, facets)] = True
        return np.flatnonzero(marked)

    def within(self, sort: str, found: Numbers, since: str | None, until: str | None) -> Numbers:
        """Keep those whose days may lie between two days, both included."""
        if since is not None or until is not None:
            keep = self.column(sort, "first")[found] <= self.column(sort, "last")[found]
            if since is not None:
                keep &= self.column(sort, "last")[found] >= (ordinal_day(since) or 0)
            if until is not None:
                keep &= self.column(sort, "first")[found] <= (ordinal_day(until) or 0)
            found = found[keep]
        return found

    def first_told(self, found: Numbers, since: str | None, until: str | None) -> Numbers:
        """Keep the events that were first told between two days, both included."""
        told = self.column("event", "since")[found]
        keep = told >= (ordinal_day(since) or 0)
        return found[keep & (told <= ordinal_day(until))] if until else found[keep]

    def numbers(self, sort: str, names: Sequence[str]) -> Numbers:
        """Return the numbers of some wholes by their ids, -1 for one that is not there."""
        ids = self.column(sort, "id")
        if (sort, "order") not in self._columns:
            self._columns[sort, "order"] = np.argsort(ids)
        order = self._columns[sort, "order"]
        wanted = np.asarray([int(name, 16) for name in names], ids.dtype)
        if not len(ids):
            return np.full(len(wanted), -1)
        found = order[np.minimum(np.searchsorted(ids, wanted, sorter=order), len(ids) - 1)]
        return np.where(ids[found] == wanted, found, -1)

    def beginning(self, sort: str, start: str) -> list[str]:
        """Return the ids that begin with four hexadecimal digits or more, in order."""
        if not BEGINNING.fullmatch(start):
            return []
        shift = np.uint64(64 - 4 * len(start))
        ids = self.column(sort, "id").astype(np.uint64)
        found = ids[(ids >> shift) == np.uint64(int(start, 16))]
        return sorted(id_name(int(name)) for name in found)

    def ranks(self, sort: str, names: Sequence[str]) -> Numbers:
        """Return for each number the place of its id among some, -1 where it is not there."""
        places, numbers = np.full(self.count(sort), -1), self.numbers(sort, names)
        there = numbers >= 0
        places[numbers[there]] = np.flatnonzero(there)
        return places

    def holding(self, words: str) -> Numbers:
        """Return the numbers of the reports that hold all the words."""
        found = self.numbers("report", self._store.holding(words, self._places))
        self._placed = self.column("report", "id")
        return found[found >= 0]

    def told_by(self, events: Sequence[str], day: str) -> list[bool]:
        """Say of each of some events whether a report told of it by a day."""
        numbers = self.numbers("event", events)
        early = self.column("event", "since")[numbers] <= (ordinal_day(day) or 0)
        return list(((numbers >= 0) & early).tolist())

    def out_by(self, reports: Sequence[str], day: str) -> set[str]:
        """Return those of some reports that were published by a day, as far as is known."""
        numbers = self.numbers("report", reports)
        last = self.column("report", "last")[numbers]
        out = (numbers >= 0) & (last > 0) & (last <= (ordinal_day(day) or 0))
        return {report for report, is_out in zip(reports, out.tolist(), strict=True) if is_out}

    def known_on(self, asked: tuple[str, str], find: Callable[[], Known]) -> Known:
        """Return what was known of a sort on a day; that of the last few days is kept."""
        found = self._by.get(asked)
        if found is None:
            found = find()
            while len(self._by) >= DAYS:
                self._by.popitem(last=False)
            self._by[asked] = found
        return cast("Known", found)

    # ------------------------------------------------------------- agreements

    def agreements(self) -> list[Row]:
        """Return the agreements as they are cached, those of most reports first."""
        if self._agreements is None:
            self._agreements = self._store.computed("agreement")
        return self._agreements

    def titles(self, agreements: Sequence[Row]) -> list[set[str]]:
        """Return the words of the titles of some agreements; of those at hand they are kept."""
        if agreements is not self._agreements:
            return [word_values(row["titles"]) for row in agreements]
        if self._words is None:
            self._words = [word_values(row["titles"]) for row in agreements]
        return self._words

    def lookup(self, agreement: str) -> Lookup:
        """Return where an agreement's claims are looked up; those of the last one are kept."""
        if self._lookup is None or self._lookup[0] != agreement:
            self._lookup = agreement, Lookup(self._store)
        return self._lookup[1]

    def homes(self, agreement: str, claims: Iterable[str]) -> dict[str, str]:
        """Return the reports of an agreement's claims; those of the last one are kept."""
        held = self._homes
        if held is None or held[0] != agreement:
            self._homes = held = agreement, self._store.homes_of(claims)
        return held[1]

    def agreements_on(self, day: str) -> list[Row]:
        """Return the agreements as of a day; those of the last few days asked about are kept."""
        found = self._on.get(day)
        if found is None:
            rows = self.agreements()
            if not self._lives:
                self._lives = [_Lived(row) for row in rows]
            found = self._on[day] = [life.on(day) for life in self._lives]
            if len(self._on) > DAYS:
                self._on.popitem(last=False)
        self._on.move_to_end(day)
        return found


class _Lived:
    """An agreement's statuses from its first day to its last, derived once."""

    def __init__(self, cached: Row) -> None:
        self._cached = cached
        self._steps: list[tuple[str, Status]] = []
        self._row: tuple[int, Row] | None = None

    def on(self, day: str) -> Row:
        """Return the agreement's row as of a day; days with nothing between them share one."""
        if not self._steps:
            self._steps = status_steps(life_of(self._cached))
        place = bisect_right(self._steps, day, key=itemgetter(0)) - 1
        if self._row is None or self._row[0] != place:
            self._row = place, row_with(self._cached, self._steps[place][1])
        return self._row[1]


def first_of(found: Numbers, keys: Sequence[Numbers], most: int) -> Numbers:
    """Return the first of some numbers in the order of their keys, the weightiest key first.

    The last key differs for each number. Only what may come first is put in order.

    >>> keys = [np.array([2, 1, 1, 3]), np.array([1, 2, 3, 4])]
    >>> first_of(np.arange(4), keys, 2).tolist()
    [1, 2]
    """
    ready: list[Numbers] = []
    rest, need = found, most
    for key in keys:
        if len(rest) <= need:
            break
        own = key[rest]
        bound = np.partition(own, need - 1)[need - 1]
        before = rest[own < bound]
        ready.append(before)
        need -= len(before)
        rest = rest[own == bound]
    chosen = np.concatenate([*ready, rest[:need] if len(rest) > need else rest])
    order = np.lexsort([key[chosen] for key in reversed(keys)])
    return chosen[order][:most]


def after_of(found: Numbers, keys: Sequence[Numbers], start: Sequence[int]) -> Numbers:
    """Return those numbers whose keys follow a start.

    >>> keys = [np.array([2, 1, 1, 3]), np.array([1, 2, 3, 4])]
    >>> after_of(np.arange(4), keys, (1, 2)).tolist()
    [0, 2, 3]
    """
    later = np.zeros(len(found), bool)
    same = np.ones(len(found), bool)
    for key, bound in zip(keys, start, strict=True):
        own = key[found]
        later |= same & (own > bound)
        same &= own == bound
    return found[later]
