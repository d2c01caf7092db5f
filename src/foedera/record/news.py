"""What some reports brought: the record with them beside the record without them.

Only the wholes that their claims belong to are assembled, twice, so that the price follows from the
reports that are new and not from all that is held. Who belongs together is taken as it stands now:
that a settling groups anew what was known before is no news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from foedera.data import Claim
from foedera.merge.summary import agreement_row
from foedera.merge.telling import Telling
from foedera.merge.world import Joined, assemble
from foedera.record.changes import State, changes
from foedera.record.knowing import last_day
from foedera.record.listing import Row
from foedera.record.opened import Opened
from foedera.settle import agreement_caches, event_rows
from foedera.settle.lookup import Lookup
from foedera.store import Store

MOST = 2000
"""So many claims of one whole are gone through at most."""
PORTION = 5000


@dataclass(frozen=True, slots=True)
class News:
    """What changed, the rows as they were and are, and the claims that brought it.

    Rows keep the ids that the record knows their wholes by. `fresh` holds the claims of the reports
    asked about, by id, each with the report's id.
    """

    changes: tuple[Row, ...]
    before: State
    after: State
    fresh: Mapping[str, tuple[str, Claim]]
    known: Mapping[str, Claim]
    acts: Mapping[str, list[Row]]


def find_news(
    store: Store,
    reports: Collection[str],
    *,
    without: Collection[str],
    days: tuple[str, str],
    turned: Collection[str],
) -> News:
    """Say what the reports changed; `Newsworthy.news` tells what is what."""
    with store.looking():
        lookup = Lookup(store)
        tellings = _around(store, lookup, reports)
        gone = set(without)
        known = [t for t in tellings if t.source.report not in gone]
        fresh = set(reports)
        old = [t for t in known if t.source.report not in fresh]
        joined = _joined(store, known)
        earlier = dict.fromkeys(turned, days[1])
        before, _ = _state(lookup, old, joined, defaultdict(lambda: days[0], earlier))
        after, acts = _state(lookup, known, joined, defaultdict(lambda: days[1]))
    told = State(_reports(store, reports), after.agreements, after.events)
    return News(
        changes=tuple(changes(before, told)),
        before=before,
        after=told,
        fresh={t.id: (t.source.report, t.claim) for t in known if t.source.report in fresh},
        known={t.id: t.claim for t in old},
        acts=acts,
    )


def _around(store: Store, lookup: Lookup, reports: Collection[str]) -> list[Telling]:
    """Return the claims of all wholes that the reports' claims belong to."""
    claims = [claim for claim, _ in store.kinds_in(reports)]
    named = _members(store, "agreement", _wholes(store, "agreement", claims).values())
    events = _wholes(store, "event", {*claims, *named}).values()
    told = _members(store, "event", events)
    found: dict[str, Telling] = {}
    for some in _portions({*claims, *named, *told}):
        found |= lookup.tellings(some)
    return sorted(found.values(), key=lambda t: (t.source.report, t.order))


def _joined(store: Store, tellings: list[Telling]) -> Joined:
    claims = {t.id for t in tellings}
    reports = {t.source.report for t in tellings}
    return Joined(
        event_of=_wholes(store, "event", claims),
        agreement_of=_wholes(store, "agreement", claims),
        story_of=_wholes(store, "story", reports),
        copy_of=_wholes(store, "copy", reports),
    )


def _wholes(store: Store, sort: str, members: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in _portions(members):
        found |= store.wholes_of(sort, some)
    return found


def _members(store: Store, sort: str, wholes: Iterable[str]) -> list[str]:
    return [
        member
        for some in _portions(wholes)
        for held in store.first_members(sort, some, MOST).values()
        for member in held
    ]


def _portions(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Cut ids into as many as one question to the store may name."""
    rest = iter(sorted(set(ids)))
    while some := tuple(islice(rest, PORTION)):
        yield some


def _state(
    lookup: Lookup, tellings: list[Telling], joined: Joined, days: Mapping[str, str]
) -> tuple[State, dict[str, list[Row]]]:
    """Assemble the wholes of some claims, under the names that the record has for them."""
    world = assemble(tellings, lookup.chains(tellings), joined)
    caches = agreement_caches(world, joined)
    own = {row["id"]: _name(row, joined.agreement_of) for row in caches}
    acts = {own[row["id"]]: list(row["acts"]) for row in caches}
    agreements = [
        {**agreement_row(row, days[own[row["id"]]]), "id": own[row["id"]]} for row in caches
    ]
    events = [
        {
            **row,
            "id": _name(row, joined.event_of),
            "agreement": own.get(str(row["agreement"])),
        }
        for row in event_rows(world)
    ]
    return State((), agreements, events), acts


def _name(row: Row, whole_of: Mapping[str, str]) -> str:
    return next((whole_of[c] for c in row["claims"] if c in whole_of), str(row["id"]))


def _reports(store: Store, reports: Collection[str]) -> list[Row]:
    return [
        {
            **{k: v for k, v in head.items() if k not in ("id", "report")},
            "id": head["report"],
            "key": head["id"],
            "text": text,
        }
        for head, text in store.reports_in(reports)
    ]


class Newsworthy(Opened):
    """The part of a record that says what some of its reports brought."""

    def report_ids(self) -> list[str]:
        """Return the ids of all reports that are held."""
        return self._store.report_ids()

    def last_day(self) -> str:
        """Return the day of the last report, as of which a question without a day is answered."""
        self.settle_if_changed()
        return last_day(self._store)

    def news(
        self,
        reports: Collection[str],
        *,
        without: Collection[str] = (),
        days: tuple[str, str],
        turned: Collection[str] = (),
    ) -> News:
        """Say what some reports changed, as if those in `without` had not come either.

        `days` are the days as of which statuses are told before and after; of the agreements
        in `turned` both are told as of the later one.
        """
        self.settle_if_changed()
        return find_news(self._store, reports, without=without, days=days, turned=turned)

    def turned(self, old: str, new: str) -> list[tuple[Row, Row]]:
        """List the agreements that stand otherwise on a later day, before and after.

        A notice that takes effect, a term that ends: nobody need report it.
        """
        self.settle_if_changed()
        return list(_turned(self._store, old, new))


def _turned(store: Store, old: str, new: str) -> Iterator[tuple[Row, Row]]:
    for cached in store.computed("agreement") if old < new else ():
        before, after = agreement_row(cached, old), agreement_row(cached, new)
        if any(before[field] != after[field] for field in ("status", "party_status")):
            yield before, after
