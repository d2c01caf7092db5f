"""Finding what meets several conditions at once, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal, TypeAlias

import numpy as np

from foedera.errors import FoederaError
from foedera.merge.summary import agreement_row, duty_rows
from foedera.merge.telling import fold
from foedera.record import explain
from foedera.record.asking import lines
from foedera.record.asking.pages import Page, check_limit, page_of, read_cursor, write_cursor
from foedera.record.index import after_of, first_of
from foedera.record.listing import Listing, Row
from foedera.record.opened import Opened
from foedera.settle.facets import Facet, asked_values, word_values
from foedera.store import id_name

Order: TypeAlias = Literal["day", "reports", "newest"]
Numbers: TypeAlias = Any

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
        order: Order = "day",
        limit: int = 50,
        after: str | None = None,
    ) -> Page:
        """Find events; rows as `events` lists them.

        `words` stand in the event's own fields, `kind` is a kind or its family, `doubt`
        "conflict" asks for contradicting tellings. `since`, `until` and `on` ask for days that
        the event may have taken up. Orders: by day, undated ones last; by most reports; by the
        newest report that tells of it.
        """
        plain = {"kind": kind, "story": story, "agreement": agreement}
        asked = _asked(words, actor, place, outlet)
        asked |= _plain({**plain, "reality": reality, "doubt": doubt})
        index = self._index_now()
        found = index.chosen("event", asked)
        found = index.within("event", found, check_day(since), check_day(until))
        if on is not None:
            found = index.within("event", found, check_day(on), on)
        place_, name = index.column("event", "place"), index.column("event", "id")
        keys = {
            "day": [place_, name],
            "reports": [-index.column("event", "reports"), place_, name],
            "newest": [-index.column("event", "told"), name],
        }[order]
        return self._page("event", found, keys, limit, after)

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
        asked = _asked(None, actor, None, outlet) | _plain({"kind": kind, "story": story})
        found = index.chosen("report", asked)
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

        Rows: `name, also, kind, country, office, claims`, the last as a count.
        """
        index = self._index_now()
        asked: set[Facet] = {("name", value) for value in asked_values(words)} if words else set()
        found = index.chosen("actor", asked | _plain({"kind": kind, "country": country}))
        return self._page("actor", found, [index.column("actor", "id")], limit, after)

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

        Rows: `id, title, earliest, latest, reports, outlets`.
        """
        index = self._index_now()
        found = index.chosen("story", {("word", word) for word in word_values([words])})
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

    def _page(
        self, sort: str, found: Numbers, keys: Sequence[Numbers], limit: int, after: str | None
    ) -> Page:
        """Return the rows of the numbers that follow a cursor, in the order of some keys."""
        index, total, most = self._index, len(found), check_limit(limit)
        if after is not None:
            found = after_of(found, keys, read_cursor(after, len(keys)))
        shown = first_of(found, keys, most)
        names = [id_name(int(number)) for number in index.column(sort, "id")[shown]]
        rows = lines.LINES[sort](self._store, index, shown, names)
        more = len(found) > len(shown) > 0
        last = write_cursor(tuple(int(key[shown[-1]]) for key in keys)) if more else None
        return Page(Listing(rows), total, last)


def _page_of_places(places: Iterable[int], limit: int, after: str | None) -> Page:
    rows: list[Row] = [{"place": place} for place in places]
    return page_of(rows, lambda row: (row["place"],), limit, after)


def _plain(conditions: dict[str, str | None]) -> set[Facet]:
    return {(facet, value) for facet, value in conditions.items() if value}


def _asked(
    words: str | None, actor: str | None, place: str | None, outlet: str | None
) -> set[Facet]:
    asked: set[Facet] = {("word", word) for word in word_values([words])}
    asked |= {("actor", value) for value in asked_values(actor)} if actor else set()
    asked |= {("place", value) for value in asked_values(place)} if place else set()
    return asked | ({("outlet", fold(outlet))} if outlet else set())


def check_day(day: str | None) -> str | None:
    """Return a day as it was asked for, in the form that rows have.

    >>> check_day("2024-06-19")
    '2024-06-19'

    Raises: FoederaError for what is no day.
    """
    try:
        return None if day is None else date.fromisoformat(day).isoformat()
    except ValueError as wrong:
        raise FoederaError(f"“{day}” is no day. Write it like 2024-06-19.") from wrong


def _stands(row: Row, status: str) -> bool:
    return row["contested"] if status == "contested" else bool(row["status"] == status)
