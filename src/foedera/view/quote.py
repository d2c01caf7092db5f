"""Cut words out of a report with a little of what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from foedera.view.rows import Row

_BREAK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation: `weight` 0 is context, 1 the claim, 2 the words that carry it."""

    text: str
    weight: int


def cut(text: str, start: int, end: int, *, marks: Iterable[tuple[int, int]] = ()) -> list[Piece]:
    """Cut `start` to `end` out of the text and set the marked spans apart.

    >>> [p.text for p in cut("They signed it in May.", 0, 21, marks=[(5, 11)]) if p.weight == 2]
    ['signed']
    """
    return cut_around(text, (start, end), (start, end), marks=marks)


def cut_around(
    text: str,
    frame: tuple[int, int],
    claim: tuple[int, int],
    *,
    marks: Iterable[tuple[int, int]] = (),
) -> list[Piece]:
    """Cut a frame out of the text, with a claim in it and marked words in the claim."""
    spans = [_clip(span, frame) for span in marks]
    inner = _clip(claim, frame)
    edges = sorted({*frame, *inner, *(edge for span in spans for edge in span)})
    pieces: list[Piece] = []
    for start, end in pairwise(edges):
        weight = _weight(start, end, inner, spans)
        _append(pieces, Piece(text[start:end], weight))
    return pieces


def _clip(span: tuple[int, int], frame: tuple[int, int]) -> tuple[int, int]:
    low, high = frame
    start = min(max(span[0], low), high)
    return start, min(max(span[1], start), high)


def _weight(start: int, end: int, claim: tuple[int, int], marks: list[tuple[int, int]]) -> int:
    if any(low <= start and end <= high for low, high in marks):
        return 2
    return 1 if claim[0] <= start and end <= claim[1] else 0


def _append(pieces: list[Piece], piece: Piece) -> None:
    if pieces and pieces[-1].weight == piece.weight:
        pieces[-1] = Piece(pieces[-1].text + piece.text, piece.weight)
    elif piece.text:
        pieces.append(piece)


# A point behind a single capital ("U.S.", "J.") or a title in front of a name ends no sentence.
_TITLES = re.findall(r"\w+", "Mr Ms Mrs Dr St Sen Rep Gen Gov Col Lt Sgt Capt Maj Adm Prof Rev")
_NO_STOP = r"(?<!\b[A-Z])" + "".join(rf"(?<!\b{title})" for title in _TITLES)
_STOP = re.compile(rf"(?:{_NO_STOP}\.|[!?])[\"”’)]{{0,2}}\s+(?=[\"“‘(]?[A-Z0-9])")


def sentence_frame(text: str, span: tuple[int, int], part: tuple[int, int]) -> tuple[int, int]:
    """Widen a span to the sentence around it, never beyond its part, at most 600 characters.

    >>> text = "He left. They signed it in May. She stayed."
    >>> text[slice(*sentence_frame(text, (14, 20), (0, len(text))))]
    'They signed it in May.'
    >>> text[slice(*sentence_frame(text, (9, 20), (0, len(text))))]
    'They signed it in May.'
    >>> text = "Gen. J. Ruiz said the U.S. Navy left. Nobody saw it."
    >>> text[slice(*sentence_frame(text, (13, 17), (0, len(text))))]
    'Gen. J. Ruiz said the U.S. Navy left.'
    """
    low = max(part[0], span[0] - 300)
    high = min(part[1], span[1] + 300)
    # A stop right before the span is seen by the capital that the span begins with.
    start = max((m.end() for m in _STOP.finditer(text, low, span[0] + 1)), default=low)
    stop = _STOP.search(text, max(span[1] - 1, low), high)
    end = stop.start() + len(stop.group().rstrip()) if stop else high
    return min(start, span[0]), max(end, span[1])


def part_of(report: Row, offset: int) -> Row | None:
    """Return the part of a report that holds an offset."""
    return next((p for p in report.get("parts") or () if p["start"] <= offset < p["end"]), None)


def name_part(report: Row, offset: int) -> str:
    """Name the place of an offset as a reader counts: "paragraph 3", "headline"."""
    part = part_of(report, offset)
    if part is None:
        return "text"
    same = [p for p in report["parts"] if p["kind"] == part["kind"]]
    return str(part["kind"]) if len(same) == 1 else f"{part['kind']} {same.index(part) + 1}"


def snippet(text: str, words: Sequence[str], room: int = 60) -> str:
    """Cut a little of the text around the first of the words that stands in it.

    >>> snippet("At dawn the ferry pact was signed in Kotor.", ["pact"], room=12)
    '… the ferry pact was …'
    """
    low = text.casefold()
    found = [at for at in (low.find(word.casefold()) for word in words) if at >= 0]
    at = min(found, default=0)
    start, end = max(0, at - room), min(len(text), at + room)
    start = text.find(" ", start, at) + 1 if start else 0
    end = text.rfind(" ", at, end) if end < len(text) else end
    body = _BREAK.sub(" ", text[start : max(end, at)]).strip()
    return ("… " if start else "") + body + (" …" if end < len(text) else "")


def quote_claim(report: Row, claim: Row) -> list[Piece]:
    """Quote a claim in its sentence, the words that carry its values marked."""
    text = str(report["text"])
    span = (int(claim["start"]), int(claim["end"]))
    part = part_of(report, span[0])
    bounds = (part["start"], max(part["end"], span[1])) if part else (0, len(text))
    frame = sentence_frame(text, span, bounds)
    return tidy(cut_around(text, frame, span, marks=marked_spans(text, claim)))


def tidy(pieces: Sequence[Piece]) -> list[Piece]:
    """Turn line breaks and runs of spaces into one space each, and trim both ends."""
    clean = [Piece(_BREAK.sub(" ", piece.text), piece.weight) for piece in pieces]
    if clean:
        clean[0] = Piece(clean[0].text.lstrip(), clean[0].weight)
        clean[-1] = Piece(clean[-1].text.rstrip(), clean[-1].weight)
    return [piece for piece in clean if piece.text]


def marked_spans(text: str, claim: Row) -> list[tuple[int, int]]:
    """List the words of a claim that name the event and its day, place and numbers."""
    spans = [tuple(claim["trigger"])] if claim.get("trigger") else []
    spans += [(q["start"], q["end"]) for q in claim.get("quantities") or () if "start" in q]
    for field in ("where", "when"):
        value = claim.get(field) or {}
        if "start" in value:
            spans.append((value["start"], value["end"]))
        elif words := value.get("words"):
            at = text.find(words, claim["start"], claim["end"])
            if at >= 0:
                spans.append((at, at + len(words)))
    return [(int(a), int(b)) for a, b in spans]
