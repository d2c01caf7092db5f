"""Finding what meets several conditions at once, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from foedera.merge.summary import agreement_row, duty_rows
from foedera.merge.telling import fold, ordinal_day
from foedera.record import explain
from foedera.record.asking.pages import Key, Page, page_of
from foedera.record.listing import Row
from foedera.record.opened import Opened
from foedera.settle import place_of_agreement, place_of_event
from foedera.settle.facets import (
    Facet,
    actor_values,
    asked_values,
    event_facets,
    report_facets,
    word_values,
)

Order: TypeAlias = Literal["day", "reports", "newest"]

NO_DAY = 10**7


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
        asked = _asked(words, actor, place, outlet)
        asked |= {("kind", kind)} if kind else set()
        asked |= {("story", story)} if story else set()
        asked |= {("agreement", agreement)} if agreement else set()
        asked |= {("reality", reality)} if reality else set()
        asked |= {("doubt", doubt)} if doubt else set()
        told = self._told()
        rows = [
            row
            for row in self._ask().computed("event")
            if asked <= event_facets(row, told.outlets(row), told.stories(row))
            and _within(row["when"], since or on, until or on)
        ]
        return page_of(rows, lambda row: _event_key(row, order, told), limit, after)

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
        day = self._day(on, known)
        wanted = word_values([words])
        rows = [
            agreement_row(cached, day)
            for cached in self._agreement_caches(known)
            if wanted <= word_values(cached["titles"])
            and (party is None or party in cached["parties"])
            and (binding is None or binding == cached["binding"])
        ]
        kept = (r for r in rows if status is None or _stands(r, status))
        return page_of(kept, lambda row: (place_of_agreement(row), row["id"]), limit, after)

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
        """Find who owes what; rows as `obligations` lists them, with `quote` where shown."""
        day = self._day(on, known)
        found: list[Row] = []
        for place, cached in enumerate(self._agreement_caches(known)):
            quoted = [duty["quoted"] for duty in cached["obligations"]]
            for number, (row, claim) in enumerate(
                zip(duty_rows(cached, day, if_), quoted, strict=True)
            ):
                if (binds is None or binds in row["bearers"]) and (if_ is None or row["triggered"]):
                    found.append({**row, "quoted": claim, "place": (place, number)})
        page = page_of(found, lambda row: row["place"], limit, after)
        for row in page.rows:
            del row["place"]
            row["quote"] = explain.quote(self._store, row.pop("quoted"))
        return page

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

        With `words` the best come first, else the newest. Rows: `id, key, title, outlet, url,
        published, story, claims`.
        """
        asked = _asked(None, actor, None, outlet)
        asked |= {("kind", kind)} if kind else set()
        asked |= {("story", story)} if story else set()
        told = self._told()
        best = self._store.search(words, limit=NO_DAY) if words else None
        place = None if best is None else {report: n for n, report in enumerate(best)}
        rows = []
        for report, head in told.heads.items():
            own = told.claims.get(report, [])
            facets = report_facets(head["outlet"], told.story_of.get(report, report), own)
            if (
                asked <= facets
                and (place is None or report in place)
                and _within(head["published"], since, until)
            ):
                rows.append(_report_row(head, told, len(own)))
        return page_of(rows, lambda row: _report_key(row, place), limit, after)

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
        asked = asked_values(words) if words else set()
        rows = [
            {**row, "claims": len(row["claims"]), "also": row["also"][:NAMES]}
            for row in self._ask().computed("actor")
            if asked <= _names_of(row)
            and (kind is None or kind == row["kind"])
            and (country is None or country == row["country"])
        ]
        page = page_of(rows, lambda row: (row["id"],), limit, after)
        for row in page.rows:
            del row["id"]
        return page

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
        asked = asked_values(words) if words else set()
        rows: dict[tuple[str, str], Row] = {}
        for event in self._ask().computed("event"):
            where = event["where"]
            if where:
                key = fold(where["name"]), where.get("country") or ""
                named = {n: where.get(n) for n in ("name", "country", "lat", "lon")}
                rows.setdefault(key, {**named, "events": 0})["events"] += 1
        kept = [
            row
            for row in rows.values()
            if asked <= actor_values([row]) and (country is None or country == row["country"])
        ]
        return page_of(kept, _place_key, limit, after)

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
        wanted = word_values([words])
        told = self._told()
        rows = [
            row
            for story, reports in told.stories_held().items()
            if wanted <= word_values(told.heads[r]["title"] for r in reports)
            and _within(row := told.story_row(story, reports), since, until)
        ]
        return page_of(rows, lambda r: (-_day(r["latest"]), r["id"]), limit, after)

    def find_outlets(
        self, words: str | None = None, *, limit: int = 50, after: str | None = None
    ) -> Page:
        """Find outlets by name, those of most reports first.

        Rows: `name, earliest, latest, reports`.
        """
        wanted = word_values([words])
        rows: dict[str, Row] = {}
        for head in self._told().heads.values():
            name, days = head["outlet"], head["published"]
            if name:
                row = rows.setdefault(
                    name, {"name": name, "earliest": None, "latest": None, "reports": 0}
                )
                _stretch(row, days)
                row["reports"] += 1
        kept = [row for row in rows.values() if wanted <= word_values([row["name"]])]
        return page_of(kept, lambda row: (-row["reports"], row["name"]), limit, after)

    def _told(self) -> _Told:
        self._ask()
        return _Told(self)


NAMES = 20


class _Told:
    """The reports with their claims, days and stories."""

    def __init__(self, record: Opened) -> None:
        store = record._ask()
        days = {row["id"]: row for row in store.computed("day")}
        self.story_of = store.members("story")
        self.claims: dict[str, list[Row]] = defaultdict(list)
        for claim in store.claims():
            self.claims[claim["report"]].append(claim)
        self.heads: dict[str, Row] = {}
        for head in store.heads():
            published = days.get(head["report"], head["published"])
            self.heads[head["report"]] = {**head, "published": published}
        self._home = {c["id"]: report for report, own in self.claims.items() for c in own}

    def reports(self, event: Row) -> set[str]:
        return {self._home[claim] for claim in event["claims"]}

    def outlets(self, event: Row) -> Iterator[str]:
        return (self.heads[r]["outlet"] for r in self.reports(event) if self.heads[r]["outlet"])

    def stories(self, event: Row) -> Iterator[str]:
        return (self.story_of.get(report, report) for report in self.reports(event))

    def newest(self, event: Row) -> int:
        printed = (self.heads[r]["published"] for r in self.reports(event))
        return max((ordinal_day(days["latest"]) or 0 for days in printed), default=0)

    def stories_held(self) -> dict[str, list[str]]:
        held: dict[str, list[str]] = defaultdict(list)
        for report in self.heads:
            held[self.story_of.get(report, report)].append(report)
        return held

    def story_row(self, story: str, reports: Iterable[str]) -> Row:
        heads = sorted(
            (self.heads[r] for r in reports),
            key=lambda h: (h["published"]["earliest"] or "9999", h["report"]),
        )
        title = next((head["title"] for head in heads if head["title"]), None)
        row: Row = {"id": story, "title": title, "earliest": None, "latest": None}
        for head in heads:
            _stretch(row, head["published"])
        return {**row, "reports": len(heads), "outlets": len({h["outlet"] for h in heads} - {None})}


def _stretch(row: Row, days: Row) -> None:
    """Let a row's days reach as far as those given."""
    found = [day for day in (days["earliest"], days["latest"]) if day]
    if found:
        row["earliest"] = min(found + ([row["earliest"]] if row["earliest"] else []))
        row["latest"] = max(found + ([row["latest"]] if row["latest"] else []))


def _asked(
    words: str | None, actor: str | None, place: str | None, outlet: str | None
) -> set[Facet]:
    asked: set[Facet] = {("word", word) for word in word_values([words])}
    asked |= {("actor", value) for value in asked_values(actor)} if actor else set()
    asked |= {("place", value) for value in asked_values(place)} if place else set()
    return asked | ({("outlet", fold(outlet))} if outlet else set())


def _within(days: Row | None, since: str | None, until: str | None) -> bool:
    """Say whether days may lie between two days, both included; without days they do not."""
    if since is None and until is None:
        return True
    first, last = (days or {}).get("earliest"), (days or {}).get("latest")
    if first is None and last is None:
        return False
    return (last or "9999") >= (since or "") and (first or "") <= (until or "9999")


def _event_key(row: Row, order: Order, told: _Told) -> Key:
    if order == "reports":
        return -row["reports"], place_of_event(row), row["id"]
    if order == "newest":
        return -told.newest(row), row["id"]
    return place_of_event(row), row["id"]


def _report_row(head: Row, told: _Told, claims: int) -> Row:
    report = head["report"]
    return {
        "id": report,
        "key": head["id"],
        **{name: head.get(name) for name in ("title", "outlet", "url", "published")},
        "story": told.story_of.get(report, report),
        "claims": claims,
    }


def _report_key(row: Row, place: dict[str, int] | None) -> Key:
    if place is not None:
        return (place[row["id"]],)
    days = row["published"]
    return -_day(days["earliest"] or days["latest"]), row["id"]


def _place_key(row: Row) -> Key:
    return -row["events"], fold(row["name"]), row["country"] or ""


def _day(day: str | None) -> int:
    return ordinal_day(day) or 0


def _names_of(actor: Row) -> set[str]:
    named = [{"name": name} for name in (actor["name"], *actor["also"])]
    return actor_values([*named, {"name": "", "country": actor["country"]}])


def _stands(row: Row, status: str) -> bool:
    return row["contested"] if status == "contested" else bool(row["status"] == status)
