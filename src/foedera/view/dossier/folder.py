"""All rows that one dossier draws on, indexed once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from foedera.data import Judgement
from foedera.view.rows import Listings, Row, maps, texts
from foedera.view.words import country_names


@dataclass(frozen=True, slots=True)
class Folder:
    """A record's rows as of a day, with look-ups by id."""

    reports: dict[str, Row]
    claims: dict[str, Row]
    agreements: tuple[Row, ...]
    events: tuple[Row, ...]
    origins: tuple[Row, ...]
    actors: tuple[Row, ...]
    disagreements: tuple[Row, ...]
    warnings: tuple[Row, ...]
    names: dict[str, str]
    on: str | None
    known: str | None = None
    numbers: dict[str, int] = field(default_factory=dict)
    copies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)

    def cites(self, claims: Iterable[str]) -> tuple[int, ...]:
        """Return the excerpt numbers of claims, in order."""
        return tuple(sorted({self.numbers[c] for c in claims if c in self.numbers}))

    def name(self, code: str) -> str:
        """Return a country's name for its code, or the words themselves."""
        return self.names.get(code, code)

    def outlet(self, report: str) -> str:
        """Return how a report is called: its outlet, else its own key."""
        row = self.reports.get(report, {})
        return str(row.get("outlet") or row.get("key") or report)


def gather(record: Listings, *, on: str | None = None, known: str | None = None) -> Folder:
    """Ask the record once for everything and number the claims as the reports tell them."""
    reports = {str(row["id"]): row for row in record.reports(known=known)}
    claims = {str(row["id"]): row for row in record.claims() if row["report"] in reports}
    day = on or _last_day(reports.values())
    return Folder(
        reports=reports,
        claims=claims,
        agreements=tuple(record.agreements(on=day, known=known)),
        events=tuple(record.events(known=known)),
        origins=tuple(record.origins(known=known)),
        actors=tuple(record.actors(known=known)),
        disagreements=tuple(record.disagreements(known=known)),
        warnings=tuple(record.warnings(known=known)),
        names=country_names(),
        on=day,
        known=known,
        copies=pair_copies(record.judgements(), reports),
        stories=_story_of_report(record.stories(known=known), reports),
    )


def _story_of_report(rows: Iterable[Row], reports: dict[str, Row]) -> dict[str, str]:
    """Return each report's story; a row names its report by id, or by the input's own name."""
    by_key = {str(row["key"]): report for report, row in reports.items()}
    found = ((row.get("report") or by_key.get(str(row["id"])), str(row["story"])) for row in rows)
    return {str(report): story for report, story in found if report}


def pair_copies(
    judgements: Iterable[Judgement], reports: Container[str]
) -> dict[str, tuple[str, ...]]:
    """Return, for each report, those that share its text or that it revises."""
    pairs: dict[str, set[str]] = {}
    for one in judgements:
        copied = one.layer in ("copy", "revision") and one.verdict == "same" and not one.withdrawn
        if copied and one.left in reports and one.right in reports:
            pairs.setdefault(one.left, set()).add(one.right)
            pairs.setdefault(one.right, set()).add(one.left)
    return {report: tuple(sorted(others)) for report, others in pairs.items()}


def _first_known(report: Row) -> str:
    days = report.get("published") or {}
    return str(days.get("earliest") or days.get("latest") or "")


def _last_day(reports: Iterable[Row]) -> str | None:
    days = [str(row["published"]["latest"]) for row in reports if _dated(row)]
    return max(days, default=None)


def _dated(report: Row) -> bool:
    return bool((report.get("published") or {}).get("latest"))


def number_claims(folder: Folder, wanted: set[str]) -> Folder:
    """Number the wanted claims by report and place, so that numbers rise through the quotations."""
    order = {report: index for index, report in enumerate(_by_day(folder))}
    chosen = [row for key, row in folder.claims.items() if key in wanted]
    chosen.sort(key=lambda c: (order.get(str(c["report"]), 0), c["trigger"][0], str(c["id"])))
    folder.numbers.update({str(row["id"]): n for n, row in enumerate(chosen, 1)})
    return folder


def _by_day(folder: Folder) -> list[str]:
    rows = sorted(folder.reports.values(), key=lambda row: (_first_known(row) or "~", row["key"]))
    return [str(row["id"]) for row in rows]


def all_claims(row: Row) -> set[str]:
    """Return every claim that a row rests on, directly or through its steps."""
    found = set(texts(row, "claims"))
    for step in maps(row, "steps"):
        found |= set(texts(step, "claims"))
    for basis in maps(row, "basis"):
        found |= set(texts(basis, "claims"))
    return found


def events_of(folder: Folder, agreement: Row) -> list[Row]:
    """List the events that belong to an agreement: its own, its conduct, its claims'."""
    conduct, claims = set(texts(agreement, "conduct")), all_claims(agreement)
    return [
        event
        for event in folder.events
        if event.get("agreement") == agreement["id"]
        or event["id"] in conduct
        or claims & set(texts(event, "claims"))
    ]


def claims_of(events: Sequence[Row]) -> set[str]:
    """Return the claims of several events."""
    return {claim for event in events for claim in texts(event, "claims")}
