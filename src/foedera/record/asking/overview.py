"""The record at a glance: how much it holds, what is new, what waits for a person."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from foedera.merge.rows import status_rows
from foedera.merge.status import status_on
from foedera.merge.summary import agreement_row, life_of
from foedera.merge.telling import iso_day, ordinal_day
from foedera.record import changes as changing
from foedera.record.asking import again, reviewing
from foedera.record.asking.looking import Looking
from foedera.record.asking.pages import Page
from foedera.record.knowing import last_day
from foedera.record.listing import Listing, Row
from foedera.record.opened import check_day
from foedera.settle.asked import EARLY, LATE
from foedera.store import id_name

FEW = 20
NAMELESS = 40
"""So many without a name may stand among the busiest."""
CHANGED = 20
"""So many agreements that new reports tell of are compared for a page at most."""


class Overview(Looking):
    """What a reader sees first, each in one call and bounded."""

    def summary(self) -> Row:
        """Count everything: `reports, claims, events, agreements, actors, stories, …`.

        `earliest` and `latest` are the first and the last day of publication.
        """
        store, index = self._ask(), self._index_now()
        first, last = index.column("report", "first"), index.column("report", "last")
        dated = (first > EARLY) & (first <= last) & (last < LATE)
        rows = (store.people_judgements(), store.corrections(), store.additions())
        return {
            "reports": index.count("report"),
            "claims": int(index.column("report", "claims").sum()),
            "events": index.count("event"),
            "agreements": len(index.agreements()),
            "actors": index.count("actor"),
            "places": int((index.column("place", "events") > 0).sum()),
            "stories": index.count("story"),
            "outlets": len(store.computed("outlet")),
            "disagreements": len(index.chosen("event", [("doubt", "conflict")])),
            "decisions": sum(one.withdrawn is None for made in rows for one in made),
            "earliest": iso_day(int(first[dated].min())) if dated.any() else None,
            "latest": iso_day(int(last[dated].max())) if dated.any() else None,
        }

    def busiest_actors(self, limit: int = 10) -> Listing:
        """List who stands in most claims, states and all others together; rows as found.

        Only who has a name: "people" and "officials" are many, not one who is busy.
        """
        index = self._index_now()
        keys = [-index.column("actor", "claims"), index.column("actor", "id")]
        found = self._page("actor", index.chosen("actor", ()), keys, limit + NAMELESS, None).rows
        return Listing([row for row in found if not row["name"][:1].islower()][:limit])

    def newest_disagreements(self, limit: int = 10) -> Listing:
        """List the events told in contradicting ways that a report told of last."""
        return self.find_events(doubt="conflict", order="newest", limit=limit).rows

    def newest_doubts(self, limit: int = 10) -> Listing:
        """List what to doubt in the newest reports; rows as `warnings`, with `title` and `outlet`.

        `published` is the day of the report.
        """
        store, index = self._ask(), self._index_now()
        rows = list(store.computed("warning"))
        out = index.column("report", "last")[index.numbers("report", [r["report"] for r in rows])]
        days = np.where(out < LATE, out, EARLY)
        chosen = [rows[place] for place in np.argsort(-days, kind="stable")[:limit].tolist()]
        heads = {one["report"]: one for one in store.heads_in(r["report"] for r in chosen)}
        shown = ("title", "outlet", "published")
        return Listing(
            {**row, **{name: heads[row["report"]][name] for name in shown}} for row in chosen
        )

    def days_told(self, events: Sequence[str]) -> list[str | None]:
        """Return for each event the day of the last report that tells of it; None where unknown."""
        index = self._index_now()
        numbers = index.numbers("event", events)
        last = index.column("event", "told")[numbers]
        known = (numbers >= 0) & (last > EARLY) & (last < LATE)
        pairs = zip(last.tolist(), known.tolist(), strict=True)
        return [iso_day(int(day)) if is_known else None for day, is_known in pairs]

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

    def changes(
        self, since: str, *, until: str | None = None, limit: int = 50, after: str | None = None
    ) -> Row:
        """Tell what reports published after a day brought, up to another where one is given.

        `events` are those first told since, most reported first; `agreements` those that new
        reports tell of, each with `changes` of its status, parties' states and steps (as `diff`
        tells them), by the acts that had been told by the day as they are read now; `again` are
        events told of before, each with what new reports changed in it, `large` those of too many
        reports to be compared, each with the day it was `told` last. All four go on page by page:
        `next` is what to ask `after`; totals are exact and on every page.
        """
        index, day = self._index_now(), ordinal_day(check_day(since)) or 0
        last = LATE if until is None else ordinal_day(check_day(until)) or 0
        published, here = index.column("report", "last"), again.read_places(after)
        told = index.column("agreement", "told") > day
        moved = {id_name(int(name)) for name in index.column("agreement", "id")[told]}
        changed = [cached for cached in index.agreements() if cached["id"] in moved]
        shown, on = again.following(changed, here.agreement, CHANGED)
        brought = self._brought((day, last), limit, here.events)
        retold = self._retold(since, until)
        compared, small = self._compared(retold, since, until, here.small)
        large, larger = retold.large(here.large)
        return {
            "since": since,
            "until": until,
            "reports": int(((published > day) & (published <= last)).sum()),
            "events": brought.rows,
            "events_total": brought.total,
            "agreements": [self._changed(cached, since, until) for cached in shown],
            "agreements_total": len(changed),
            "again": compared,
            "again_total": len(retold.found),
            "large": large,
            "large_total": retold.count_large(),
            "next": again.write_places(again.Places(on, small, larger, brought.next)),
        }

    def _brought(self, days: tuple[int, int], limit: int, here: str | None) -> Page:
        """Return the next of the events that were first told of after a day, up to another."""
        index = self._index
        first = index.column("event", "since")
        found = index.chosen("event", ())[(first > days[0]) & (first <= days[1])]
        if here == again.DONE:
            return Page(Listing([]), len(found))
        keys = [-index.column("event", "reports"), index.column("event", "id")]
        return self._page("event", found, keys, limit, here)

    def _retold(self, since: str, until: str | None) -> again.Retold:
        store, index, day = self._ask(), self._index, ordinal_day(since) or 0
        first, last = index.column("event", "since"), index.column("event", "told")
        found = index.chosen("event", ())[(first > EARLY) & (first <= day) & (last > day)]
        return again.Retold(store, index, found)

    def _compared(
        self, retold: again.Retold, since: str, until: str | None, here: str | None
    ) -> tuple[list[Row], str]:
        asked = "again", f"{since} {until} {here}"
        return self._index.known_on(asked, lambda: retold.compare(since, until, here))

    def _changed(self, cached: Row, since: str, until: str | None) -> Row:
        """Compare an agreement as it was known on a day, on that day, with what it became."""
        now = agreement_row(cached, until or last_day(self._ask()))
        old = self._as_told(cached, now, since)
        new = [now] if until is None else self._as_told(cached, now, until)
        rows = changing.changes(changing.State([], old, []), changing.State([], new, []))
        found = [
            {name: value for name, value in row.items() if name not in again.LEFT_OUT}
            for row in rows
        ]
        named = {"titles": now["titles"][:1], "parties": now["parties"]}
        stands = (new or [now])[0]["status"]
        steps = (new or [now])[0]["steps"]
        return {
            "id": now["id"], "named": named, "status": stands, "changes": found, "steps": steps,
        }  # fmt: skip

    def _as_told(self, cached: Row, now: Row, day: str) -> list[Row]:
        """Return an agreement with the acts that were told by a day; none where none were."""
        names = [step["event"] for step in now["steps"]]
        told = self._index.told_by(names, day)
        steps = [step for step, is_old in zip(now["steps"], told, strict=True) if is_old]
        before = status_rows(status_on(life_of(cached), day, known=day))
        return [] if names and not steps else [{**now, **before, "steps": steps}]
