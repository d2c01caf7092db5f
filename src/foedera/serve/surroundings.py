"""What stands around one thing: which reports copy which, who has it from whom, what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from foedera.merge.telling import fold
from foedera.record import Record, Row
from foedera.record.asking.looks import brief_reports
from foedera.serve.quoting import denying, fittest, most_telling, quote_briefly
from foedera.view.passage import quote_around
from foedera.view.quote import Piece

MOST_CLAIMS = 3000
"""Claims are led back to their reports for so many at most."""

OPENING = 360
"""So many characters of a report are its first words."""


class Surroundings(Record):
    """The look-ups of pages that set one thing beside others, each bounded."""

    _sources: tuple[str, Mapping[str, Row]] = "", {}

    def reports_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the report that each claim stands in."""
        return self._ask().homes_of(sorted(set(claims))[:MOST_CLAIMS])

    def is_small(self, reports: int) -> bool:
        """Say whether the record holds so many reports at most."""
        return self._index_now().count("report") <= reports

    def openings_of(self, reports: Iterable[str]) -> dict[str, str]:
        """Return the first words of some reports."""
        held = self._ask().reports_in(sorted(set(reports)))
        return {str(head["report"]): " ".join(text[:OPENING].split()) for head, text in held}

    def passages_of(self, reports: Iterable[str], words: str | None) -> dict[str, list[Piece]]:
        """Return of some reports the passage that holds most of the words searched for."""
        if not words:
            return {}
        held = self._ask().reports_in(sorted(set(reports)))
        return {str(head["report"]): quote_around(text, words.split()) for head, text in held}

    def words_told(self, events: Sequence[Row], *, denied: bool = False) -> dict[str, Row]:
        """Return by event the words of the telling that shares most with the others.

        Where it is asked what is `denied`, words that deny it come first. Each has `words` in
        pieces, and the `report` that they stand in.
        """
        store = self._ask()
        brief = [str(row["id"]) for row in events if "comparison" not in row]
        whole = store.computed_rows("event", brief)
        rows = [whole.get(str(row["id"]), row) for row in events]
        chosen = {
            str(row["id"]): (denying(row) if denied else []) or most_telling(row)
            for row in rows
            if "comparison" in row
        }
        held = store.claims_in({claim for claims in chosen.values() for claim in claims})
        told = {str(claim["id"]): claim for claim in held}
        found = {name: one for name, claims in chosen.items() if (one := fittest(claims, told))}
        reports = sorted({str(one["report"]) for one in found.values()})
        texts, heads = store.texts_in(reports), brief_reports(store, reports)
        return {
            name: {
                "words": quote_briefly(texts[one["report"]], one),
                "report": heads[one["report"]],
            }
            for name, one in found.items()
        }

    def copies_of(self, reports: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return the reports that are a `copy` or `revision` of another, and of which."""
        held, store = sorted(set(reports)), self._ask()
        whole_of = store.wholes_of("copy", held)
        found = {one: ("copy", whole) for one, whole in whole_of.items() if one != whole}
        for judged in store.judgements_about(held, layer="revision"):
            if judged.verdict == "same" and judged.withdrawn is None:
                found.setdefault(judged.left, ("revision", judged.right))
                found.setdefault(judged.right, ("revision", judged.left))
        return found

    def stories_of(self, reports: Iterable[str]) -> dict[str, str]:
        """Return the story that each report belongs to."""
        wanted = sorted(set(reports))
        whole_of = self._ask().wholes_of("story", wanted)
        return {report: whole_of.get(report, report) for report in wanted}

    def stories_named(self, names: Iterable[str]) -> list[Row]:
        """Return some stories, the earliest first."""
        rows = self._ask().computed_rows("story", sorted(set(names)))
        return sorted(rows.values(), key=lambda row: (str(row["earliest"]), str(row["id"])))

    def source_named(self, names: Iterable[str]) -> Row | None:
        """Return the source that goes by one of some names: who cites it, what it feeds."""
        stamp = self._ask().stamp()
        if self._sources[0] != stamp:
            rows = self._ask().computed("origin")
            self._sources = stamp, {fold(str(row["root"])): row for row in rows}
        known = self._sources[1]
        return next((known[key] for name in names if (key := fold(name)) in known), None)
