"""What live merging looks up in the store, kept for the one report in hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from foedera import wire
from foedera.data import Days
from foedera.merge.origins import Chain, trace
from foedera.merge.telling import Source, Telling, fold
from foedera.settle.tellings import by_claim, read_source, spoken_in, tell_rows
from foedera.store import Store


class Lookup:
    """Tellings, sources and names as the store holds them, each looked up once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._tellings: dict[str, Telling] = {}
        self._texts: dict[str, tuple[Source, str]] = {}
        self._names: dict[str, str | None] = {}
        self._near: dict[tuple[int, int, int], list[str]] = {}
        self.agreement_of: dict[str, str] = {}

    def add(self, tellings: Iterable[Telling], agreement_of: Mapping[str, str]) -> None:
        """Take tellings in that are at hand, with the agreements of those that name one."""
        self._tellings |= {telling.id: telling for telling in tellings}
        self.agreement_of |= agreement_of

    def tellings(self, claims: Iterable[str]) -> dict[str, Telling]:
        """Return some claims as merging sees them; what is rejected or gone is left out."""
        wanted = set(claims)
        missing = wanted - self._tellings.keys()
        rows = self.store.claims_in(missing) if missing else []
        corrections = by_claim(self.store.corrections(missing)) if missing else {}
        by_report: dict[str, list[dict[str, object]]] = defaultdict(list)
        for row in rows:
            by_report[str(row["report"])].append(row)
        self.load_reports(by_report)
        self.agreement_of |= self.store.wholes_of("agreement", missing) if missing else {}
        for report, own in by_report.items():
            source, text = self._texts[report]
            self.add(tell_rows(own, (source, text, None), corrections), {})
        return {c: self._tellings[c] for c in sorted(wanted) if c in self._tellings}

    def load_reports(self, reports: Iterable[str]) -> dict[str, tuple[Source, str]]:
        """Return source and text of some reports, with the days that were inferred."""
        wanted = list(reports)
        missing = [report for report in wanted if report not in self._texts]
        if missing:
            inferred = self.store.computed_rows("day", missing)
            for head, text in self.store.reports_in(missing):
                source = read_source(head, read_days(inferred.get(head["report"])))
                self._texts[head["report"]] = source, text
        return {report: self._texts[report] for report in wanted if report in self._texts}

    def sources(self, reports: Iterable[str]) -> dict[str, Source]:
        """Return the sources of some reports, with the days that were inferred."""
        wanted = set(reports)
        found = {r: self._texts[r][0] for r in wanted & self._texts.keys()}
        missing = wanted - found.keys()
        inferred = self.store.computed_rows("day", missing) if missing else {}
        for head in self.store.heads_in(missing) if missing else ():
            found[head["report"]] = read_source(head, read_days(inferred.get(head["report"])))
        return found

    def near(self, key: int, day: int, most: int) -> list[str]:
        """Return who is entered under a key, the nearest by day first."""
        asked = key, day, most
        if asked not in self._near:
            self._near[asked] = self.store.near(key, day, most)
        return self._near[asked]

    def chains(self, tellings: Iterable[Telling]) -> dict[str, Chain]:
        """Follow claims to their first sources, by the names that sources go by as settled."""
        by_report: dict[str, list[Telling]] = defaultdict(list)
        for telling in tellings:
            by_report[telling.source.report].append(telling)
        known = self._known(t for told in by_report.values() for t in told)
        chains: dict[str, Chain] = {}
        for told in by_report.values():
            chains |= trace(told, known)
        return chains

    def _known(self, tellings: Iterable[Telling]) -> dict[str, str]:
        folded = {fold(actor.name) for telling in tellings for actor in spoken_in(telling)}
        missing = folded - self._names.keys()
        rows = self.store.computed_rows("source", missing) if missing else {}
        self._names |= {name: rows[name]["name"] if name in rows else None for name in missing}
        return {name: found for name in folded if (found := self._names[name]) is not None}


def read_days(row: dict[str, str] | None) -> Days | None:
    """Read the day that was inferred for a report."""
    return None if row is None else wire.read_days(row)
