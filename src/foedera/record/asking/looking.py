"""A page about one thing: an event, an agreement, a report, an actor, a place, a story."""

from __future__ import annotations

from collections.abc import Callable

from foedera.errors import NotInRecord
from foedera.merge.summary import agreement_row, change_rows
from foedera.merge.telling import fold
from foedera.record.asking import knowing_one, looks
from foedera.record.asking.finding import Finding, check_day
from foedera.record.asking.pages import Page
from foedera.record.listing import Row

FEW = 20
ASSEMBLED = 200
"""As it was known on a day, an agreement of so many claims is assembled anew; else it is cut."""


class Looking(Finding):
    """Everything that a page about one thing needs, in one call; long lists cut and counted.

    Where a list `x` may be cut, `x_total` counts it whole.
    """

    def event(self, name: str) -> Row:
        """Gather an event: `event, tellings, judgements, beside, contains, part_of, agreement`.

        `beside` are judgements that kept another event apart from this one.
        """
        return looks.look_event(self._ask(), name)

    def report(self, name: str) -> Row:
        """Gather a report by its id or key: its text and all that was read from it.

        `report` with text, `mentions`, `attributions`, `claims` with their events, `copies`.
        """
        return looks.look_report(self._ask(), name)

    def agreement(self, name: str, *, on: str | None = None, known: str | None = None) -> Row:
        """Gather an agreement as of a day, by what was published up to another.

        `agreement` as listed, `history` its status at each of its acts' days, `obligations` with
        `quote`, `tellings`, `conduct` as lines about events. Of an agreement with more than 200
        claims, what was known is what its acts, as they are read now, leave: `assembled` is False.
        """
        store, day = self._ask(), self._day(on, known)
        cached = store.computed_row("agreement", name)
        if cached is None:
            raise NotInRecord(f"No agreement {name} in this record. Copy an id from a listing.")
        whole = known is None or len(cached["claims"]) <= ASSEMBLED
        if known is not None:
            cached = self._agreement_known(cached, known)
        row = agreement_row(cached, day)
        told = looks.tellings(store, cached["claims"][: looks.MOST])
        quoted = looks.tellings(store, {duty["quoted"] for duty in cached["obligations"]})
        quotes = {one["id"]: one for one in quoted}
        duties = [
            {**duty, **{name: quotes[own["quoted"]][name] for name in ("quote", "report")}}
            for duty, own in zip(row["obligations"], cached["obligations"], strict=True)
        ]
        return {
            "agreement": {**row, "obligations": duties},
            "on": day,
            "known": known,
            "assembled": whole,
            "history": _history(cached),
            "tellings": told,
            "tellings_total": len(cached["claims"]),
            "conduct": looks.brief_events(store, row["conduct"]),
            "conduct_total": len(row["conduct"]),
        }

    def _agreement_known(self, cached: Row, known: str) -> Row:
        """Return an agreement as known on a day; a large one is cut rather than assembled."""
        store, index, day = self._ask(), self._index_now(), check_day(known) or known
        if len(cached["claims"]) <= ASSEMBLED:
            found = knowing_one.known_agreement(index.lookup(cached["id"]), cached, day)
        else:
            found = knowing_one.cut_agreement(index, store, cached, day)
        if found is None:
            raise NotInRecord(f"Nobody had told of agreement {cached['id']} by {known}.")
        return found

    def actor(self, name: str) -> Row:
        """Gather an actor by name or, for a state, by code: its events, reports, agreements.

        `namesakes` are others found by the same words; `asked` is what finds its events.
        """
        row, others = self._one_named(name, self.find_actors)
        asked = row["country"] if row["kind"] == "state" and row["country"] else row["name"]
        found = {"actor": row, "namesakes": others, "asked": asked}
        code = row["country"] if row["kind"] == "state" else None
        agreements = self.find_agreements(party=code, limit=FEW) if code else None
        reports = self.find_reports(actor=asked, limit=FEW)
        return {
            **found,
            **self._events_of(actor=asked),
            "reports": reports.rows,
            "reports_total": reports.total,
            "agreements": agreements.rows if agreements else [],
            "agreements_total": agreements.total if agreements else 0,
        }

    def place(self, name: str) -> Row:
        """Gather a place by name: where it lies, and the events there."""
        row, others = self._one_named(name, self.find_places)
        return {"place": row, "namesakes": others, **self._events_of(place=row["name"])}

    def outlet(self, name: str) -> Row:
        """Gather an outlet by name: its reports, and the events that it tells of."""
        row, others = self._one_named(name, self.find_outlets)
        reports = self.find_reports(outlet=row["name"], limit=FEW)
        return {
            "outlet": row,
            "namesakes": others,
            "reports": reports.rows,
            "reports_total": reports.total,
            **self._events_of(outlet=row["name"]),
        }

    def story(self, name: str) -> Row:
        """Gather a story by its id, or by the id of one of its reports."""
        store = self._ask()
        story = store.whole("story", name) or name
        row = store.computed_row("story", story)
        if row is None:
            raise NotInRecord(f"No story {story} in this record. Copy an id from a listing.")
        reports = self.find_reports(story=story, limit=looks.MOST)
        return {
            "story": row,
            "reports": reports.rows,
            "reports_total": reports.total,
            **self._events_of(story=story),
        }

    def _events_of(self, **asked: str) -> Row:
        """Return the newest events, those of most reports, and those told in conflict."""
        newest = self.find_events(**asked, order="newest", limit=FEW)
        most = self.find_events(**asked, order="reports", limit=FEW)
        torn = self.find_events(**asked, doubt="conflict", order="newest", limit=FEW)
        return {
            "events": newest.rows,
            "events_total": newest.total,
            "most_reported": most.rows,
            "disagreements": torn.rows,
            "disagreements_total": torn.total,
        }

    def _one_named(self, name: str, find: Callable[..., Page]) -> tuple[Row, list[Row]]:
        """Return what goes by a name, the exact one before those that only hold it."""
        rows = list(find(name, limit=FEW).rows)
        if not rows:
            raise NotInRecord(f"Nothing named {name} in this record. Search for it by fewer words.")
        exact = [row for row in rows if fold(name) == fold(row["name"])]
        own = next(iter(exact), rows[0])
        return own, [row for row in rows if row is not own]


def _history(cached: Row) -> list[Row]:
    """Return the status from each day on which it or a party's state changes, those to come too."""
    shown = ("day", "status", "contested", "provisional", "party_status", "basis")
    return [{name: row[name] for name in shown} for row in change_rows(cached)]
