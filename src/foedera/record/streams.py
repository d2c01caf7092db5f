"""A record's rows one after another, each claim with its words: what exports are made of."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from foedera import wire
from foedera.data import Correction
from foedera.merge.corrections import correct_claim
from foedera.merge.summary import change_rows
from foedera.merge.telling import fold
from foedera.record.opened import Opened
from foedera.registry import plover_codes
from foedera.store import Store

Row: TypeAlias = dict[str, Any]

_TEXTS = 256
_OWN = ("id", "report")


class Streams(Opened):
    """The part of a record that hands it on without holding it."""

    def each_event(self, *, known: str | None = None) -> Iterator[Row]:
        """Yield the events in the order of `events`."""
        if known is not None:
            yield from self._all_known(known)
        else:
            yield from self._ask().each_computed("event")

    def each_report(self, *, known: str | None = None) -> Iterator[Row]:
        """Yield the reports in the order of `reports`, each with what was read from it.

        A row is that of `reports` with `mentions`, `attributions` and `claims`; the claims as
        corrected, the rejected ones left out.
        """
        store = self._ask()
        days = {row.pop("id"): row for row in store.computed("day")}
        kept = None if known is None else self._reports_by(known)
        names, standing = store.keys(), Standing(store)
        for report, text, head, found in store.each_report():
            if kept is None or report in kept:
                yield {
                    **_report(report, text, head, names=names, days=days),
                    "mentions": found["mentions"],
                    "attributions": found["attributions"],
                    "claims": standing.claims(store.claims(reports=[report]), text),
                }

    def each_change(self, *, known: str | None = None) -> Iterator[Row]:
        """Yield the days on which statuses change, each with the id of its `agreement`.

        The days that follow only from terms are among them, those to come too.
        """
        for cached in self._agreement_caches(known):
            yield from ({"agreement": cached["id"], **row} for row in change_rows(cached))

    def teller(self) -> Teller:
        """Return what looks claims up with their words."""
        return Teller(self._ask())


class Standing:
    """Claims as people have corrected them."""

    def __init__(self, store: Store) -> None:
        self._codes = plover_codes()
        self._corrections: dict[str, list[Correction]] = defaultdict(list)
        for one in store.corrections():
            if one.withdrawn is None:
                self._corrections[one.claim].append(one)

    def claims(self, rows: Iterable[Row], text: str) -> list[Row]:
        """Lay corrections over claims of one text, leave rejected ones out, add the `quote`."""
        stood = (self._claim(row) for row in rows)
        return [{**row, "quote": text[row["start"] : row["end"]]} for row in stood if row]

    def _claim(self, row: Row) -> Row | None:
        made = self._corrections.get(row["id"])
        if not made:
            return row
        claim = correct_claim(wire.read_claim(row, row["report"]), made)
        if claim is None:
            return None
        fields = sorted({one.field for one in made})
        return {
            **wire.claim_row(claim, self._codes),
            "report": row["report"],
            "corrected": fields,
        }


class Teller:
    """Looks up claims with their words and their reports, many at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._standing = Standing(store)
        self._names = store.keys()
        self._days = {row.pop("id"): row for row in store.computed("day")}
        self._reports: OrderedDict[str, Row] = OrderedDict()

    def tell(self, claims: Iterable[str]) -> dict[str, Row]:
        """Return claims by id as corrected, each with its `quote` and `source`, its report's row.

        The report's row holds no text.
        """
        by_report: dict[str, list[Row]] = defaultdict(list)
        for row in self._store.claims_of(claims):
            by_report[row["report"]].append(row)
        self._load(by_report.keys())
        told = {}
        for report, rows in by_report.items():
            source = dict(self._reports[report])
            text = source.pop("text")
            for row in self._standing.claims(rows, text):
                told[row["id"]] = {**row, "source": source}
        while len(self._reports) > _TEXTS:
            self._reports.popitem(last=False)
        return told

    def _load(self, reports: Iterable[str]) -> None:
        wanted = list(reports)
        for report in wanted:
            if report in self._reports:
                self._reports.move_to_end(report)
        missing = [report for report in wanted if report not in self._reports]
        for report, text, head in self._store.reports_of(missing):
            row = _report(report, text, head, names=self._names, days=self._days)
            self._reports[report] = row


def _report(
    report: str,
    text: str,
    head: Row,
    *,
    names: Mapping[str, list[str]],
    days: Mapping[str, Row],
) -> Row:
    own = {k: v for k, v in head.items() if k not in _OWN}
    own["published"] = days.get(report, own["published"])
    return {"id": report, "key": names[report][0], "text": text, **own}


def acts(row: Mapping[str, Any], actor: str) -> bool:
    """Say whether a country's code, or part of a name, stands among those who take part."""
    taking_part = [*row["actors"], *row["recipients"], *row["participants"]]
    wanted = fold(actor)
    return any(a.get("country") == actor or wanted in fold(a["name"]) for a in taking_part)
