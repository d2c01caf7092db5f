"""A page about one thing: an event, an agreement, a report, an actor, a place, a story."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from foedera.errors import NotInRecord
from foedera.merge.summary import agreement_row, change_rows
from foedera.merge.telling import fold
from foedera.record import knowing_agreements
from foedera.record.asking import looks
from foedera.record.asking.asked import also_named
from foedera.record.asking.finding import Finding
from foedera.record.asking.pages import Page
from foedera.record.listing import Row
from foedera.record.opened import check_day

FEW = 20
ASSEMBLED = 200
"""As it was known on a day, an agreement of so many claims is assembled anew; else it is cut."""


class Looking(Finding):
    """Everything that a page about one thing needs, in one call; long lists cut and counted.

    Where a list `x` may be cut, `x_total` counts it whole.
    """

    def event(self, name: str, *, known: str | None = None) -> Row:
        """Gather an event: `event, tellings, judgements, beside, contains, part_of, agreement`.

        `beside` are judgements that kept another event apart from this one. With `known` all of
        it follows from the reports published by that day.
        """
        store = self._ask()
        row = store.computed_row("event", name)
        if known is not None:
            row = self._event_known(name, row, known)
        if row is None:
            raise NotInRecord(f"No event {name} in this record. Copy an id from a listing.")
        looked = looks.look_event(store, row)
        if known is not None:
            looked["beside"] = self._told_by(looked["beside"], known)
        return looked

    def _told_by(self, beside: list[Row], known: str) -> list[Row]:
        """Keep judgements about events that had been told of by a day."""
        names = [one["other"]["id"] if one["other"] else "0" for one in beside]
        told = self._index_now().told_by(names, known)
        return [one for one, out in zip(beside, told, strict=True) if out]

    def _event_known(self, name: str, row: Row | None, known: str) -> Row:
        """Return an event as it was known on a day, with what it held and stood in by then."""
        held, index, day = self._events_by(known), self._index_now(), check_day(known) or known
        told = held.find(name)
        if told is not None:
            return told.row
        number = int(index.numbers("event", [name])[0])
        if row is None or number < 0 or not held.whole[number]:
            raise NotInRecord(f"Nobody had told of event {name} by {known}.")
        around = {field: row[field] for field in ("contains", "part_of")}
        out = {
            field: [one for one, told in zip(names, index.told_by(names, day), strict=True) if told]
            for field, names in around.items()
        }
        return {**row, **out}

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
        index, day = self._index_now(), check_day(known) or known
        if len(cached["claims"]) <= ASSEMBLED:
            found = knowing_agreements.known_agreement(index.lookup(cached["id"]), cached, day)
        else:
            found = knowing_agreements.cut_agreement(index, cached, day)
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
        """Gather a story by its id, or by the id or key of one of its reports.

        Of an id the beginning is enough.
        """
        store = self._ask()
        story = self._story_meant(name)
        row = store.computed_row("story", story)
        if row is None:
            raise NotInRecord(
                f"No story {name} in this record. Give the id of a story or of a report, as "
                "`foedera stories` lists them."
            )
        reports = self.find_reports(story=story, limit=looks.MOST)
        return {
            "story": row,
            "reports": reports.rows,
            "reports_total": reports.total,
            **self._events_of(story=story),
        }

    def _story_meant(self, name: str) -> str:
        """Return the story that an id, the beginning of one, or a report's own name means."""
        store = self._ask()
        if store.computed_row("story", name) is not None:
            return name
        report = name if store.holds_report(name) else store.report_named(name)
        if report is not None:
            return store.whole("story", report) or report
        begun = self._index_now().beginning("story", name) or [
            store.whole("story", one) or one for one in self._index.beginning("report", name)
        ]
        if len(begun) > 1:
            few = ", ".join(begun[:6])
            raise NotInRecord(f"{name} begins several ids: {few}. Give more of the one you mean.")
        return begun[0] if begun else name

    def _events_of(self, **asked: Any) -> Row:
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
        called = {fold(one) for one in also_named(name)}
        exact = [row for row in rows if fold(row["name"]) in called]
        own = next(iter(exact), rows[0])
        return own, [row for row in rows if row is not own]


def _history(cached: Row) -> list[Row]:
    """Return the status from each day on which it or a party's state changes, those to come too."""
    shown = ("day", "status", "contested", "provisional", "party_status", "basis")
    return [{name: row[name] for name in shown} for row in change_rows(cached)]
