"""Words of reports as pages show them: marked in their clause, and the way to their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from foedera.view.quote import Piece, cut, sentence_frame, tidy
from foedera.view.rows import Row, maps

Span = tuple[int, int]
ROOM = 200
"""So many characters of a telling stand under the line of its event."""
SHORT = 40
"""A clause shorter than this seldom tells the happening alone."""
CHOSEN = 4
"""Of so many tellings that share most with the others, one whose length fits is quoted."""


def denying(event: Row) -> list[str]:
    """Return the claims of an event that deny it.

    >>> values = [{"value": "happened", "claims": ["a"]}]
    >>> values += [{"value": "happened, denied", "claims": ["b"]}]
    >>> denying({"comparison": [{"field": "reality", "values": values}]})
    ['b']
    """
    told = (value for one in maps(event, "comparison") for value in maps(one, "values"))
    denied = (v["claims"] for v in told if str(v["value"]).rpartition(", ")[2] == "denied")
    return list(dict.fromkeys(claim for claims in denied for claim in claims))[:CHOSEN]


def most_telling(event: Row) -> list[str]:
    """Return the claims that share most values with the other tellings of an event.

    >>> values = [{"claims": ["a"]}, {"claims": ["b", "c"]}]
    >>> most_telling({"claims": ["a", "b", "c"], "comparison": [{"values": values}]})
    ['b', 'c', 'a']
    """
    shared: Counter[str] = Counter()
    for one in maps(event, "comparison"):
        for value in maps(one, "values"):
            shared.update(dict.fromkeys(value["claims"], len(value["claims"])))
    return sorted(map(str, event["claims"]), key=lambda claim: (-shared[claim], claim))[:CHOSEN]


def quote_briefly(text: str, claim: Row) -> list[Piece]:
    """Quote the sentence of a claim in a line, the word that tells the happening set apart.

    >>> text = "Rain fell. The ferry was sunk off Kotor on Monday. Six men swam ashore."
    >>> claim = {"start": 11, "end": 30, "trigger": [25, 29]}
    >>> [(piece.text, piece.weight) for piece in quote_briefly(text, claim)]
    [('The ferry was ', 0), ('sunk', 1), (' off Kotor on Monday.', 0)]
    """
    low, high = (int(place) for place in claim["trigger"])
    start, end = int(claim["start"]), int(claim["end"])
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    frame = first, last if last >= 0 else len(text)
    start, end = sentence_frame(text, (start, end), frame)
    first = max(start, min(low - ROOM // 2, end - ROOM))
    last = min(end, max(high, first + ROOM))
    first = first if first == start else text.find(" ", first, low) + 1 or first
    last = last if last == end else max(text.rfind(" ", high, last), high)
    pieces = tidy(cut(text, first, last, marks=[(low, high)]))
    said = [Piece(piece.text, int(piece.weight == 2)) for piece in pieces]
    before, after = [Piece("… ", 0)] * (first > start), [Piece(" …", 0)] * (last < end)
    return [*before, *said, *after]


def fittest(claims: Sequence[str], told: Mapping[str, Row]) -> Row | None:
    """Return the first of some claims that is neither a scrap nor long, else the first."""
    held = [told[claim] for claim in claims if claim in told]
    fit = (one for one in held if SHORT <= int(one["end"]) - int(one["start"]) <= ROOM)
    return next(fit, held[0] if held else None)


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
