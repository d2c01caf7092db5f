"""What a report tells, noted before and after a decision about one of its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedera.merge.namings import Naming, find_namings
from foedera.merge.telling import Telling
from foedera.settle.asked import Reported, claims_facets, report_of, report_values, where_told
from foedera.settle.entries import claim_entries
from foedera.settle.lookup import Lookup
from foedera.settle.tellings import by_claim, tellings_of
from foedera.store import Entry


@dataclass(frozen=True, slots=True)
class Told:
    """A report's claims and names of agreements, and what it is found by."""

    report: str
    claims: frozenset[str]
    """All that the report holds, the rejected among them."""
    tellings: Mapping[str, Telling]
    namings: Mapping[str, Naming]
    agreement_of: Mapping[str, str]
    values: Mapping[str, int]
    facets: frozenset[tuple[str, str]]
    event_of: Mapping[str, str]

    def entries(
        self, claims: Sequence[str], agreement_of: Mapping[str, str | None]
    ) -> Iterator[Entry]:
        """Yield where some of the claims are found."""
        for claim in claims:
            if claim in self.tellings:
                yield from claim_entries(self.tellings[claim], agreement_of.get(claim))


def note_told(lookup: Lookup, report: str) -> Told:
    """Note what a report tells now."""
    store = lookup.store
    source = lookup.sources([report])[report]
    story = store.wholes_of("story", [report]).get(report, report)
    tellings = {telling.id: telling for telling in tellings_of(store, source)}
    one: Reported = report_of(source, story)
    rows = list(store.claims(reports=[report]))
    names = [row["id"] for row in rows]
    facts = claims_facets(rows, by_claim(store.corrections(names)))
    return Told(
        report=report,
        claims=frozenset(names),
        tellings=tellings,
        namings={n.id: n for n in find_namings(list(tellings.values()), story)},
        agreement_of=store.wholes_of("agreement", names),
        values=report_values(report, one, len(rows)),
        facets=frozenset(facts | where_told(one)),
        event_of=store.wholes_of("event", names),
    )
