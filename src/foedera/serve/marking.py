"""A report's text cut at every edge of what was read from it, so that marks may overlap.

Marks do not nest: a clause of one claim may begin inside an attribution and end outside it. So the
text is cut wherever any mark begins or ends, and each bit carries all the marks that cover it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from foedera.serve.links import actor_link, place_link
from foedera.serve.quoting import Span, value_spans
from foedera.view.rows import Row, maps

MOST_TEXT = 200_000
"""Of a longer report, so many characters are shown."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what it is; a claim's mark names the claim."""

    span: Span
    style: str
    claim: str = ""
    link: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch that no edge cuts: its words, the marks on it, the anchors at its beginning."""

    text: str
    styles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    link: str = ""
    title: str = ""
    start: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a report, or text between two: its sort and its bits."""

    sort: str
    bits: tuple[Bit, ...]


@dataclass(slots=True)
class _Page:
    """All marks and anchors of one report, by where they begin."""

    marks: list[Mark] = field(default_factory=list)
    anchors: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, span: Span, style: str, **more: str) -> None:
        """Mark a stretch; one without length is none."""
        if span[0] < span[1]:
            self.marks.append(Mark(span, style, **more))

    def anchor(self, at: int, name: str) -> None:
        """Let an address lead to a place; each name stands once."""
        if name not in self.anchors[at]:
            self.anchors[at].append(name)


def mark_report(looked: Row) -> list[Block]:
    """Cut a report into its parts and each part into bits with all marks that cover them."""
    text = str(looked["report"]["text"])[:MOST_TEXT]
    page = _Page()
    _mark_speech(page, maps(looked, "attributions"))
    _mark_mentions(page, maps(looked, "mentions"))
    _mark_claims(page, maps(looked, "claims"))
    return [
        Block(sort, tuple(_cut(text, span, page)))
        for sort, span in _blocks(text, maps(looked["report"], "parts"))
    ]


def _mark_speech(page: _Page, rows: Iterable[Row]) -> None:
    for row in rows:
        for style in ("content", "source", "cue"):
            for start, end in row.get(style) or ():
                page.add((start, end), style)
                page.anchor(start, f"w-{start}-{end}")


def _mark_mentions(page: _Page, rows: Iterable[Row]) -> None:
    for row in rows:
        span, value, kind = (row["start"], row["end"]), row.get("value") or {}, str(row["kind"])
        link = actor_link(value) if kind == "actor" and value.get("name") else ""
        link = place_link(value) if kind == "place" and value.get("name") else link
        page.add(span, f"m-{kind}", link=link, title=str(value.get("name") or ""))


def _mark_claims(page: _Page, claims: Iterable[Row]) -> None:
    for claim in claims:
        name = str(claim["id"])
        page.add((claim["start"], claim["end"]), "claim", claim=name)
        start, end = claim["trigger"]
        event = claim.get("event")
        page.add((start, end), "trigger", claim=name, link=f"/events/{event}" if event else "")
        page.anchor(start, f"c-{name}")
        page.anchor(start, f"w-{start}-{end}")
        page.anchor(claim["start"], f"w-{claim['start']}-{claim['end']}")
        for _, span in value_spans(claim):
            page.add(span, "value")
            page.anchor(span[0], f"w-{span[0]}-{span[1]}")


def _blocks(text: str, parts: Sequence[Row]) -> Iterator[tuple[str, Span]]:
    """Yield the parts in order, and what stands between them unless it is blank."""
    at = 0
    for part in sorted(parts, key=lambda row: (row["start"], row["end"])):
        start, end = max(part["start"], at), min(part["end"], len(text))
        if start > at and text[at:start].strip():
            yield "between", (at, start)
        if end > start:
            yield str(part["kind"]), (start, end)
            at = end
    if text[at:].strip():
        yield "between", (at, len(text))


def _cut(text: str, frame: Span, page: _Page) -> Iterator[Bit]:
    """Yield the bits of a stretch of text."""
    low, high = frame
    inside = [mark for mark in page.marks if mark.span[0] < high and mark.span[1] > low]
    edges = {low, high, *(edge for mark in inside for edge in mark.span)}
    edges |= {at for at in page.anchors if low < at < high}
    for start, end in pairwise(sorted(edge for edge in edges if low <= edge <= high)):
        over = [mark for mark in inside if mark.span[0] <= start and end <= mark.span[1]]
        yield _bit(text[start:end], start, over, page.anchors.get(start, ()))


def _bit(words: str, start: int, over: Sequence[Mark], anchors: Sequence[str]) -> Bit:
    claims = tuple(dict.fromkeys(mark.claim for mark in over if mark.style == "claim"))
    styles = list(dict.fromkeys(mark.style for mark in over))
    if len(claims) > 1:
        styles.append("deep")
    # The words that tell a claim lead to its event; else the shortest name leads to whom it names.
    linked = sorted(
        (mark for mark in over if mark.link),
        key=lambda mark: (mark.style != "trigger", mark.span[1] - mark.span[0]),
    )
    # A blank between two marks is no link: nobody could name it, or hit it.
    own = linked[0] if linked and words.strip() else None
    return Bit(
        text=words,
        styles=tuple(styles),
        claims=claims,
        anchors=tuple(anchors),
        link=own.link if own else "",
        title=own.title if own else "",
        start=start,
    )
