"""The listings of a record that a table holds, cut to what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

from foedera.view.exports.choice import Chosen
from foedera.view.rows import Row

_FOUND = ("claims", "mentions", "attributions")


def list_rows(chosen: Chosen, table: str) -> Iterator[Row]:
    """Yield the rows of one listing."""
    return iter(LISTINGS[table](chosen))


def _reports(chosen: Chosen) -> Iterator[Row]:
    for report in chosen.reports():
        yield {key: value for key, value in report.items() if key not in _FOUND}


def _claims(chosen: Chosen) -> Iterator[Row]:
    for report in chosen.reports():
        yield from report["claims"]


def _mentions(chosen: Chosen) -> Iterator[Row]:
    for report in chosen.reports():
        yield from ({**row, "report": report["id"]} for row in report["mentions"])


def _attributions(chosen: Chosen) -> Iterator[Row]:
    for report in chosen.reports():
        yield from ({**row, "report": report["id"]} for row in report["attributions"])


def _obligations(chosen: Chosen) -> Iterable[Row]:
    wanted = {row["id"] for row in chosen.agreements}
    rows = chosen.record.obligations(on=chosen.day, known=chosen.choice.known)
    return (row for row in rows if row["agreement"] in wanted)


def _disagreements(chosen: Chosen) -> Iterator[Row]:
    for event in chosen.events():
        told = (one for one in event["comparison"] if len(one["values"]) > 1)
        yield from ({**one, "event": event["id"]} for one in told)


def _of_reports(rows: Iterable[Row], chosen: Chosen) -> Iterator[Row]:
    """Keep the rows of the reports that hold a chosen claim."""
    wanted = {row["id"] for row in chosen.reports()} if chosen.choice.narrow else None
    return (row for row in rows if wanted is None or row["report"] in wanted)


def _origins(chosen: Chosen) -> Iterable[Row]:
    return chosen.record.origins(known=chosen.choice.known)


def _judgements(chosen: Chosen) -> Iterator[Row]:
    """Yield what rules and people judged; the day of making, not its time."""
    for one in chosen.record.judgements():
        row = asdict(one)
        yield {**row, "made": (row["made"] or "")[:10] or None}


LISTINGS: dict[str, Callable[[Chosen], Iterable[Row]]] = {
    "reports": _reports,
    "claims": _claims,
    "mentions": _mentions,
    "attributions": _attributions,
    "judgements": _judgements,
    "events": Chosen.events,
    "agreements": lambda chosen: chosen.agreements,
    "obligations": _obligations,
    "actors": Chosen.actors,
    "origins": _origins,
    "disagreements": _disagreements,
    "stories": lambda chosen: _of_reports(chosen.record.stories(known=chosen.choice.known), chosen),
    "warnings": lambda chosen: _of_reports(
        chosen.record.warnings(known=chosen.choice.known), chosen
    ),
}
