"""Words of reports as pages show them: marked in their clause, and the way to their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedera.view.quote import Piece, cut, tidy
from foedera.view.rows import Row, maps

Span = tuple[int, int]


def quote_telling(telling: Row) -> list[Piece]:
    """Quote a claim's clause, the words that carry its values marked."""
    start, words = int(telling["start"]), str(telling["quote"])
    spans = [(low - start, high - start) for low, high in spans_of(telling)]
    inside = [(low, high) for low, high in spans if 0 <= low < high <= len(words)]
    return tidy(cut(words, 0, len(words), marks=inside))


def spans_of(claim: Row) -> list[Span]:
    """List where the words stand that name the happening and its values."""
    spans: list[Span] = [(int(claim["trigger"][0]), int(claim["trigger"][1]))]
    spans += [span for _, span in value_spans(claim)]
    return spans


def value_spans(claim: Row) -> list[tuple[str, Span]]:
    """List the values of a claim that have words of their own, each by its field."""
    found = [
        (field, span)
        for field in ("actors", "recipients", "participants", "quantities")
        for row in maps(claim, field)
        if (span := span_of(row))
    ]
    for field in ("object", "agreement", "where", "when"):
        row = claim.get(field) or {}
        span = span_of(row) or (_find(claim, row) if field == "when" else None)
        if span:
            found.append((field, span))
    return found


def span_of(row: Row) -> Span | None:
    """Return where a value's words stand in the report, where it says so."""
    start, end = row.get("start"), row.get("end")
    return (int(start), int(end)) if start is not None and end is not None else None


def _find(claim: Row, value: Row) -> Span | None:
    """Find words within a claim's clause."""
    words, quote = value.get("words"), claim.get("quote")
    at = str(quote).find(str(words)) if words and quote else -1
    start = int(claim["start"]) + at
    return (start, start + len(str(words))) if at >= 0 else None


def word_link(report: str, span: Span | None) -> str:
    """Return the address of words in a report; without a span, of the report."""
    place = f"/reports/{report}"
    return place if span is None else f"{place}#w-{span[0]}-{span[1]}"


def claim_link(telling: Row) -> str:
    """Return the address of a claim's words in its report."""
    return f"/reports/{telling['report']['id']}#c-{telling['id']}"


def told_by(tellings: Iterable[Row]) -> list[str]:
    """Name the outlets of some tellings, each once, in order."""
    return list(dict.fromkeys(outlet_of(one["report"]) for one in tellings))


def outlet_of(report: Row) -> str:
    """Return how a report is called: its outlet, else its own key."""
    return str(report.get("outlet") or report.get("key") or report["id"])


def by_id(tellings: Sequence[Row]) -> dict[str, Row]:
    """Return tellings by their claims' ids."""
    return {str(one["id"]): one for one in tellings}
