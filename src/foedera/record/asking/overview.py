"""The record at a glance: how much it holds, what is new, what waits for a person."""

from __future__ import annotations

from foedera.measure import shift_day
from foedera.merge.summary import agreement_row
from foedera.record import changes as changing
from foedera.record.asking import knowing_one, reviewing
from foedera.record.asking.looking import Looking
from foedera.record.asking.pages import Page
from foedera.record.knowing import last_day
from foedera.record.listing import Listing, Row

FEW = 20
CHANGED = 50
"""So many agreements that new reports tell of are compared at most."""


class Overview(Looking):
    """What a reader sees first, each in one call and bounded."""

    def summary(self) -> Row:
        """Count everything: `reports, claims, events, agreements, actors, stories, …`.

        `earliest` and `latest` are the first and the last day of publication.
        """
        store = self._ask()
        counts = store.counts()
        outlets = self.find_outlets(limit=1)
        days = [row["published"] for row in (self._edge("first"), self._edge("last")) if row]
        return {
            "reports": counts["reports"],
            "claims": counts["claims"],
            "events": self.find_events(limit=1).total,
            "agreements": self.find_agreements(limit=1).total,
            "actors": self.find_actors(limit=1).total,
            "places": self.find_places(limit=1).total,
            "stories": self.find_stories(limit=1).total,
            "outlets": outlets.total,
            "disagreements": self.find_events(doubt="conflict", limit=1).total,
            "decisions": len(store.people_judgements()) + len(store.corrections()),
            "earliest": min((d["earliest"] for d in days if d["earliest"]), default=None),
            "latest": max((d["latest"] for d in days if d["latest"]), default=None),
        }

    def _edge(self, which: str) -> Row | None:
        heads = [h for h in self._told().heads.values() if h["published"]["earliest"]]
        choose = min if which == "first" else max
        return choose(heads, key=lambda h: str(h["published"]["earliest"])) if heads else None

    def busiest_actors(self, limit: int = 10) -> Listing:
        """List who stands in most claims, states and all others together; rows as found."""
        rows = [{**row, "claims": len(row["claims"])} for row in self._ask().computed("actor")]
        rows.sort(key=lambda row: (-row["claims"], row["id"]))
        return Listing({k: v for k, v in row.items() if k != "id"} for row in rows[:limit])

    def newest_disagreements(self, limit: int = 10) -> Listing:
        """List the events told in contradicting ways that a report told of last."""
        return self.find_events(doubt="conflict", order="newest", limit=limit).rows

    def review_items(
        self, sort: str | None = None, *, limit: int = 50, after: str | None = None
    ) -> Page:
        """List what waits for a person, the nearest calls first.

        Sorts: `event`, `agreement`, `story`, `copy` (two sides, unsure or hardly joined),
        `status` (acts that contradict each other), `day` (days of publication that were
        inferred). Rows: `id, sort, asks, left, right, score, because, call`; `call` names the
        method that decides and its arguments, the verdict or value left open.
        """
        return reviewing.review_items(self, sort, limit, after)

    def changes(self, since: str, *, limit: int = 50) -> Row:
        """Tell what reports published after a day brought.

        `events` are those first told since, most reported first; `agreements` those that new
        reports tell of, each with `changes` (as `diff` tells them) from what was known on the day.
        """
        store, next_day = self._ask(), shift_day(since, 1)
        reports = self.find_reports(since=next_day, limit=1).total
        told, kept = self._told(), []
        for row in store.computed("event"):
            first = min(told.heads[r]["published"]["latest"] or "" for r in told.reports(row))
            if first > since:
                kept.append(row)
        kept.sort(key=lambda row: (-row["reports"], row["id"]))
        changed = [c for c in store.computed("agreement") if self._newest(c) > since]
        return {
            "since": since,
            "reports": reports,
            "events": Listing(kept[:limit]),
            "events_total": len(kept),
            "agreements": [self._changed(cached, since) for cached in changed[:CHANGED]],
            "agreements_total": len(changed),
        }

    def _newest(self, cached: Row) -> str:
        told = self._told()
        return max(told.heads[r]["published"]["latest"] or "" for r in told.reports(cached))

    def _changed(self, cached: Row, since: str) -> Row:
        """Compare an agreement as it was known on a day, on that day, with what it is now."""
        store = self._ask()
        new = agreement_row(cached, last_day(store))
        before = knowing_one.known_agreement(store, cached, since)
        old = [agreement_row(before, since)] if before else []
        rows = changing.changes(changing.State([], old, []), changing.State([], [new], []))
        found = [
            {k: v for k, v in row.items() if k not in ("type", "id", "named", "claims")}
            for row in rows
        ]
        named = {"titles": new["titles"][:1], "parties": new["parties"]}
        return {"id": new["id"], "named": named, "status": new["status"], "changes": found}
