"""Finding what meets several conditions at once, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal, TypeAlias

import numpy as np

from foedera.merge.summary import agreement_row, duty_rows
from foedera.merge.telling import fold
from foedera.record import explain
from foedera.record.asking import lines
from foedera.record.asking.asked import actors_asked, also_named, words_asked
from foedera.record.asking.holding import clauses_holding, stories_holding
from foedera.record.asking.pages import Key, Page, check_limit, page_of, read_cursor, write_cursor
from foedera.record.asking.then import Beside, Conditions, first_told
from foedera.record.index import after_of, first_of
from foedera.record.listing import Listing, Row
from foedera.record.opened import Opened, check_day
from foedera.settle.facets import Facet, asked_values, name_values, word_values
from foedera.store import id_name

Order: TypeAlias = Literal["day", "reports", "newest"]
Numbers: TypeAlias = Any
Part: TypeAlias = tuple[list[tuple[Key, Row]], int, int]
"""Rows with their keys, how many follow the cursor, how many there are in all."""

_ORDERS: Mapping[Order, Sequence[tuple[str, int]]] = {
    "day": (("place", 1), ("id", 1)),
    "reports": (("reports", -1), ("place", 1), ("id", 1)),
    "newest": (("told", -1), ("since", -1), ("id", 1)),
}
RANKED = 10_000
"""Of so many reports that hold the words asked for, the best come first."""


class Finding(Opened):
    """The questions that a record answers a page at a time.

    All conditions of a question must hold. A name is found by any of its words that follow each
    other, whatever their case and accents; a state also by its code.
    """

    def find_events(
        self,
        words: str | None = None,
        *,
        actor: str | None = None,
        kind: str | None = None,
        place: str | None = None,
        outlet: str | None = None,
        story: str | None = None,
        agreement: str | None = None,
        reality: str | None = None,
        doubt: str | None = None,
        since: str | None = None,
        until: str | None = None,
        on: str | None = None,
        told: bool = False,
        known: str | None = None,
        order: Order = "day",
        limit: int = 50,
        after: str | None = None,
        brief: bool = False,
    ) -> Page:
        """Find events; rows as `events` lists them.

        `words` stand in the event's own fields, or in the clauses that tell it of the reports that
        hold them all; `actor` may name several with ; between them, `kind` is a kind or its
        family, `doubt` "conflict" asks for contradicting tellings, "denied" for what anybody
        denies. `since`, `until` and `on` ask for days that the event may have taken up, `since`
        and `until` for the day on which it was first told where `told` is set; `known` asks for
        what was told of it by a day. Orders: by day, undated ones last; by most reports; by the
        newest report that tells of it, those first told of on that day before what is told of
        again. `brief` rows lack `comparison`, `claims` and `origins`, which of an event of many
        reports are most of it.
        """
        plain = {"kind": kind, "story": story, "agreement": agreement}
        asked = _plain({**plain, "reality": reality, "doubt": doubt}) | _placed(place)
        groups, printed = actors_asked(actor), self._outlets_meant(outlet)
        days = (check_day(since), check_day(until))
        spans = [(check_day(on), check_day(on)), *([] if told else [days])]
        index, columns = self._index_now(), _ORDERS[order]
        found = index.chosen("event", asked, printed, groups)
        if words is not None:
            found = self._worded(found, words, told=known is None)
        if told:
            found = index.first_told(found, *days)
        for span in spans:
            found = index.within("event", found, *span)
        keys = [
            index.column("event", name) * sign if sign < 0 else index.column("event", name)
            for name, sign in columns
        ]
        if known is None:
            parts = [self._part("event", found, keys, limit, after, brief=brief)]
            return _page_of_parts(parts, limit)
        held = self._events_by(known)
        whole = self._part("event", found[held.whole[found]], keys, limit, after, brief=brief)
        # What it is known as now need not be what it was known as then.
        lasting, groups = {one for one in asked if one[0] != "reality"}, groups + words_asked(words)
        near = index.chosen("event", lasting, printed, groups)
        near = index.first_told(near, *days) if told else near
        near = near[held.split[near]]
        for span in spans:
            near = held.may_lie(near, *span)
        conditions = Conditions(asked, printed, spans, order, columns, groups)
        shown = Beside([key for key, _ in whole[0]], whole[1], check_limit(limit), after)
        made, left = first_told(held, near, conditions, shown)
        hidden = lines.BULKY if brief else ()
        rows = [(one.key(columns), lines.leave_out(one.row, hidden)) for one in made]
        page = _page_of_parts((whole, _part_of(rows, limit, after)), limit)
        least = page.total + (0 if conditions else left)
        return replace(page, total=least, capped=left > 0)

    def find_agreements(
        self,
        words: str | None = None,
        *,
        party: str | None = None,
        status: str | None = None,
        binding: str | None = None,
        on: str | None = None,
        known: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Find agreements, those of most reports first; rows as `agreements` lists them.

        `words` stand in its titles, `party` is a state's code, `status` as of the day `on`;
        "contested" finds those whose acts contradict each other.
        """
        day, wanted = self._day(on, known), word_values([words])
        caches = self._agreement_caches(known)
        titles = self._index.titles(caches) if wanted else None
        kept = [
            place
            for place, cached in enumerate(caches)
            if (titles is None or wanted <= titles[place])
            and (party is None or party in cached["parties"])
            and (binding is None or binding == cached["binding"])
        ]
        if status is not None:
            rows = self._agreements_on(day, known)
            kept = [place for place in kept if _stands(rows[place], status)]
        page = _page_of_places(kept, limit, after)
        rows = [agreement_row(caches[row["place"]], day) for row in page.rows]
        return Page(Listing(rows), page.total, page.next)

    def find_obligations(
        self,
        if_: str | None = None,
        *,
        binds: str | None = None,
        on: str | None = None,
        known: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Find who owes what; rows as `obligations` lists them, with `quote`."""
        duties = self._duties(if_, binds, on, known)
        page = _page_of_places(range(len(duties)), limit, after)
        chosen = [duties[row["place"]] for row in page.rows]
        quotes = explain.quotes(self._store, [claim for _, claim in chosen])
        rows = Listing({**row, "quote": quotes[claim]} for row, claim in chosen)
        return Page(rows, page.total, page.next)

    def _duties(
        self, if_: str | None, binds: str | None, on: str | None, known: str | None
    ) -> list[tuple[Row, str]]:
        """Return the obligations that are asked for, each with the claim that is quoted."""
        day = self._day(on, known)
        return [
            (row, duty["quoted"])
            for cached in self._agreement_caches(known)
            if cached["obligations"]
            for row, duty in zip(duty_rows(cached, day, if_), cached["obligations"], strict=True)
            if (binds is None or binds in row["bearers"]) and (if_ is None or row["triggered"])
        ]

    def find_reports(
        self,
        words: str | None = None,
        *,
        outlet: str | None = None,
        actor: str | None = None,
        kind: str | None = None,
        story: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Find reports by words of their text, by who acts or speaks in them, by their day.

        With `words` the best come first, else the newest, and so where more than 10,000 reports
        hold the words. Rows: `id, key, title, outlet, url, published, story, claims`.
        """
        index = self._index_now()
        asked, groups = _plain({"kind": kind, "story": story}), actors_asked(actor)
        found = index.chosen("report", asked, self._outlets_meant(outlet), groups)
        found = index.within("report", found, check_day(since), check_day(until))
        newest = [-index.column("report", "first"), index.column("report", "id")]
        if words is None:
            return self._page("report", found, newest, limit, after)
        ranked = self._store.count_holding(words, most=RANKED + 1) <= RANKED
        if not ranked:
            holding = self._index.holding(words)
            return self._page("report", np.intersect1d(found, holding), newest, limit, after)
        ranks = index.ranks("report", self._store.search(words, limit=RANKED))
        return self._page("report", found[ranks[found] >= 0], [ranks], limit, after)

    def find_actors(
        self,
        words: str | None = None,
        *,
        kind: str | None = None,
        country: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Find who acts and speaks: states first, then persons and bodies, by number of claims.

        Who is found by words comes by number of claims alone; other names of states and of well
        known bodies find them too.

        Rows: `name, also, kind, country, office, claims`, the last as a count.
        """
        index = self._index_now()
        plain, place = _plain({"kind": kind, "country": country}), index.column("actor", "id")
        if words is None:
            return self._page("actor", index.chosen("actor", plain), [place], limit, after)
        named = [frozenset(("name", v) for v in asked_values(one)) for one in also_named(words)]
        found = index.chosen("actor", plain, groups=[tuple(named)])
        return self._page("actor", found, [-index.column("actor", "claims"), place], limit, after)

    def find_places(
        self,
        words: str | None = None,
        *,
        country: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Find places where something took place, those of most events first.

        Rows: `name, country, lat, lon, events`.
        """
        index = self._index_now()
        asked: set[Facet] = {("name", value) for value in asked_values(words)} if words else set()
        found = index.chosen("place", asked | _plain({"country": country}))
        events = index.column("place", "events")
        keys = [-events, index.column("place", "id")]
        return self._page("place", found[events[found] > 0], keys, limit, after)

    def find_stories(
        self,
        words: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Find stories by words of their reports' titles, those that went on latest first.

        Words that no title has are looked for in the reports that hold them best.

        Rows: `id, title, earliest, latest, reports, outlets`.
        """
        index = self._index_now()
        found = index.chosen("story", {("word", word) for word in word_values([words])})
        if words is not None and not len(found):
            found = stories_holding(self._store, self._index, words)
        found = index.within("story", found, check_day(since), check_day(until))
        keys = [-index.column("story", "last"), index.column("story", "id")]
        return self._page("story", found, keys, limit, after)

    def find_outlets(
        self, words: str | None = None, *, limit: int = 50, after: str | None = None
    ) -> Page:
        """Find outlets by name, those of most reports first.

        Rows: `name, earliest, latest, reports`.
        """
        wanted = word_values([words])
        rows = self._ask().computed("outlet")
        kept = [row for row in rows if wanted <= word_values([row["name"]])]
        page = page_of(kept, lambda row: (-row["reports"], row["name"]), limit, after)
        for row in page.rows:
            del row["id"]
        return page

    def _worded(self, found: Numbers, words: str, *, told: bool) -> Numbers:
        """Keep the events that words stand for: of their own, or of the clauses that tell them."""
        index, told_in = self._index, clauses_holding(self._store, words) if told else {}
        for group in words_asked(words):
            marked = np.zeros(index.count("event"), bool)
            for one in group:
                marked[index.chosen("event", one)] = True
                wanted = {word for _, word in one}
                named = [event for event, held in told_in.items() if wanted <= held]
                numbers = index.numbers("event", named)
                marked[numbers[numbers >= 0]] = True
            found = found[marked[found]]
        return found

    def _outlets_meant(self, outlet: str | None) -> set[Facet] | None:
        """Return the outlets that a name means: the one spelled just so, else all that hold it.

        Of those that hold it, case, accents and a leading “The” are no part of the name.
        """
        if outlet is None:
            return None
        names = [str(row["name"]) for row in self._ask().computed("outlet")]
        wanted = asked_values(outlet)
        own = [name for name in names if name == outlet]
        own = own or [name for name in names if wanted <= set(name_values(name))]
        return {("outlet", fold(name)) for name in own}

    def _page(
        self, sort: str, found: Numbers, keys: Sequence[Numbers], limit: int, after: str | None
    ) -> Page:
        """Return the rows of the numbers that follow a cursor, in the order of some keys."""
        return _page_of_parts([self._part(sort, found, keys, limit, after)], limit)

    def _part(
        self,
        sort: str,
        found: Numbers,
        keys: Sequence[Numbers],
        limit: int,
        after: str | None,
        *,
        brief: bool = False,
    ) -> Part:
        """Return the first rows with their keys, how many follow the cursor, how many in all."""
        index, total = self._index, len(found)
        if after is not None:
            found = after_of(found, keys, read_cursor(after, len(keys)))
        shown = first_of(found, keys, check_limit(limit))
        names = [id_name(int(number)) for number in index.column(sort, "id")[shown]]
        rows = lines.LINES["brief" if brief else sort](self._store, index, shown, names)
        places = (tuple(int(key[number]) for key in keys) for number in shown)
        return list(zip(places, rows, strict=True)), len(found), total


def _part_of(keyed: Sequence[tuple[Key, Row]], limit: int, after: str | None) -> Part:
    """Return the first of some rows in the order of their keys, as `_part` does."""
    start = None if after is None else read_cursor(after)
    following = sorted((p for p in keyed if start is None or p[0] > start), key=lambda p: p[0])
    return following[: check_limit(limit)], len(following), len(keyed)


def _page_of_parts(parts: Sequence[Part], limit: int) -> Page:
    """Lay the rows of several parts into one page."""
    keyed = sorted((pair for part in parts for pair in part[0]), key=lambda pair: pair[0])
    shown = keyed[: check_limit(limit)]
    more = sum(part[1] for part in parts) > len(shown) > 0
    last = write_cursor(shown[-1][0]) if more else None
    return Page(Listing(row for _, row in shown), sum(part[2] for part in parts), last)


def _page_of_places(places: Iterable[int], limit: int, after: str | None) -> Page:
    rows: list[Row] = [{"place": place} for place in places]
    return page_of(rows, lambda row: (row["place"],), limit, after)


def _plain(conditions: dict[str, str | None]) -> set[Facet]:
    return {(facet, value) for facet, value in conditions.items() if value}


def _placed(place: str | None) -> set[Facet]:
    return {("place", value) for value in asked_values(place)} if place else set()


def _stands(row: Row, status: str) -> bool:
    return row["contested"] if status == "contested" else bool(row["status"] == status)
