"""What live merging looks up in the store, kept for the one report in hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from foedera import wire
from foedera.data import Days
from foedera.merge.origins import Chain, trace
from foedera.merge.telling import Source, Telling, fold
from foedera.settle.tellings import Row, by_claim, read_source, spoken_in, tell_rows
from foedera.store import Kept, Store


class Lookup:
    """Tellings, sources and names as the store holds them, each looked up once.

    With what is `kept` from one report to the next, claims that nobody corrected are read once for
    many reports; who gives it must know that none of them is gone.
    """

    def __init__(self, store: Store, kept: Kept | None = None) -> None:
        self.store = store
        self.kept = Kept() if kept is None else kept
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
        if missing:
            self.agreement_of |= self.store.wholes_of("agreement", missing)
            self._look_up(missing)
        return {c: self._tellings[c] for c in sorted(wanted) if c in self._tellings}

    def _look_up(self, claims: Collection[str]) -> None:
        corrections = by_claim(self.store.corrections(claims))
        known = self.kept.claims.of(claims)
        for claim in corrections:
            known.pop(claim, None)
        self.add(known.values(), {})
        by_report: dict[str, list[dict[str, object]]] = defaultdict(list)
        for row in self.store.claims_in(set(claims) - known.keys()):
            by_report[str(row["report"])].append(row)
        self.load_reports(by_report)
        for report, own in by_report.items():
            source, text = self._texts[report]
            told = tell_rows(own, (source, text, None), corrections)
            self.add(told, {})
            self.kept.claims.keep({t.id: t for t in told if t.id not in corrections})

    def load_reports(self, reports: Iterable[str]) -> dict[str, tuple[Source, str]]:
        """Return source and text of some reports, with the days that were inferred."""
        wanted = list(reports)
        missing = [report for report in wanted if report not in self._texts]
        if missing:
            self.take_reports(self.store.reports_in(missing))
        return {report: self._texts[report] for report in wanted if report in self._texts}

    def take_reports(self, reports: Iterable[tuple[Row, str]]) -> None:
        """Take in heads and texts that are at hand."""
        rows = [(head, text) for head, text in reports if head["report"] not in self._texts]
        inferred = self.store.computed_rows("day", (head["report"] for head, _ in rows))
        for head, text in rows:
            source = read_source(head, read_days(inferred.get(head["report"])))
            self._texts[head["report"]] = source, text

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
