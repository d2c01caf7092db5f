"""What a dossier needs of a large record: some claims with their reports, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foedera.errors import NotInRecord
from foedera.merge.rows import event_row
from foedera.merge.world import assemble_events
from foedera.record import changes as changing
from foedera.record.asking import looks
from foedera.record.asking.overview import Overview
from foedera.record.knowing_events import known_tellings
from foedera.record.listing import Listing, Row
from foedera.record.opened import check_day
from foedera.settle import Lookup

TELLINGS = 2000
"""So many claims of an event are gone through at most."""


class Handing(Overview):
    """Parts of a record to hand on, none of them by way of a whole listing."""

    def asked_day(self, known: str | None = None) -> str:
        """Return the day as of which a question without a day is answered."""
        return self._day(None, known)

    def home_of(self, sort: str, claims: Iterable[str]) -> str | None:
        """Return the event or agreement, as settled, that most of some claims belong to."""
        homes = sorted(self._ask().wholes_of(sort, set(claims)).values())
        return max(homes, key=homes.count, default=None)

    def quotable(self, claims: Iterable[str]) -> Row:
        """Gather some claims with what quoting them takes.

        `claims` as listed, `reports` with text and parts, `stories` by report, `copies` as
        judgements, `warnings` about these reports.
        """
        store = self._ask()
        rows = store.claims_in(set(claims))
        wanted = sorted({str(row["report"]) for row in rows})
        brief = looks.brief_reports(store, wanted)
        reports = [
            {**head, "text": text, **brief[head["report"]]}
            for head, text in store.reports_in(wanted)
        ]
        copies = [
            one
            for layer in ("copy", "revision")
            for one in store.judgements_about(wanted, layer=layer)
        ]
        about = set(wanted) | {str(row["key"]) for row in reports}
        warnings = (row for row in store.computed("warning") if str(row["report"]) in about)
        return {
            "claims": Listing(rows),
            "reports": Listing(reports),
            "stories": store.wholes_of("story", wanted),
            "copies": copies,
            "warnings": Listing({k: v for k, v in row.items() if k != "id"} for row in warnings),
        }

    def events_known(self, names: Iterable[str], known: str) -> Listing:
        """Return some events as the reports published by a day tell them; rows as `events`.

        An event of which none had told is left out.
        """
        store, day = self._ask(), check_day(known) or known
        lookup = Lookup(store)
        with store.looking():
            members = store.first_members("event", sorted(set(names)), TELLINGS)
            wanted = {claim for own in members.values() for claim in own}
            told = known_tellings(lookup, wanted, day)
            chains = lookup.chains(told.values())
            copy_of = store.wholes_of("copy", {one.source.report for one in told.values()})
        held = {event: [told[c] for c in own if c in told] for event, own in members.items()}
        held = {event: own for event, own in held.items() if own}
        made = assemble_events(held.values(), chains, lookup.agreement_of, copy_of)
        return Listing(
            event_row(replace(one, id=event), told, chains)
            for event, one in zip(held, made, strict=True)
        )

    def changed(
        self,
        since: str,
        *,
        agreements: Sequence[str] = (),
        events: Sequence[str] = (),
        known: str | None = None,
    ) -> Listing:
        """List what changed in some agreements and events since a day, as `diff` tells it.

        Each is compared as the reports published by that day told it, on that day, with what
        is told now or by `known`.
        """
        sides = [self._side(day, agreements, events) for day in (since, known)]
        return Listing(changing.changes(sides[0], sides[1]))

    def _side(
        self, known: str | None, agreements: Sequence[str], events: Sequence[str]
    ) -> changing.State:
        rows = []
        for name in agreements:
            try:
                rows.append(self.agreement(name, known=known)["agreement"])
            except NotInRecord:
                continue
        if known is None:
            told = list(self._ask().computed_rows("event", events).values())
        else:
            told = list(self.events_known(events, known))
        return changing.State([], rows, told)
