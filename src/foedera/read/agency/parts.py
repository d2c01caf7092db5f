"""Marks the parts of a report: each block by its words, then by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from foedera.data import Part, PartKind, Span
from foedera.read.agency.blocks import Block, make_block, split_blocks, trim
from foedera.read.agency.datelines import RawDateline, find_dateline
from foedera.read.agency.debris import find_debris
from foedera.read.agency.labels import team_outlet
from foedera.read.agency.nameplates import find_nameplate
from foedera.read.agency.signoffs import Signoff, find_signoff
from foedera.read.agency.standing import label_blocks

_RUN_IN_BYLINE = re.compile(
    r"(?:By|BY)\s(?:(?:[^\W\d_a-z][\w.'’-]{0,20},?|and|de|van|al)\s){1,9}?(?=[^\W\d_a-z]{3})"
)
_OPENING = 3  # a summary may stand before the paragraph with the dateline


@dataclass(frozen=True, slots=True)
class Marked:
    """The parts of a text and what its imprint can be read from."""

    parts: tuple[Part, ...]
    dateline: RawDateline | None = None
    headline: Span | None = None
    signoff: str | None = None
    team: str | None = None
    nameplate: str | None = None
    house: str | None = None


def mark_parts(text: str, title: str | None = None) -> Marked:
    """Cut `text` into parts; prose without marks is one paragraph a block.

    >>> text = "Accord reached in Lima\\n\\nLIMA, May 3 (AFP) - Talks ended. AFP"
    >>> [p.kind for p in mark_parts(text).parts]
    ['headline', 'dateline', 'paragraph', 'signoff']
    """
    blocks = split_blocks(text)
    signoff = find_signoff(text, blocks, _own_agency(text, blocks))
    blocks = _before_signoff(text, blocks, signoff)
    labels = label_blocks(blocks, title)
    parts, dateline = _cut(text, blocks, labels)
    nameplate = find_nameplate(blocks, labels)
    if signoff:
        parts.extend(_close(text, signoff, nameplate))
    parts.sort(key=lambda p: p.span)
    head = next((p.span for p in parts if p.kind == "headline"), None)
    teams = [
        t
        for b, k in zip(blocks, labels, strict=True)
        if k == "byline" and (t := team_outlet(b.words))
    ]
    return Marked(
        tuple(parts),
        dateline,
        head,
        signoff.agency if signoff else None,
        teams[-1] if teams else None,
        nameplate,
        signoff.house if signoff else None,
    )


def _own_agency(text: str, blocks: list[Block]) -> str | None:
    """Return the agency in brackets in the first dateline that names one."""
    for block in blocks[:10]:
        if not {"(", "/"} & set(block.words[:110]):
            continue
        line = find_dateline(text, block.span.start, block.span.end, opening=True)
        if line and line.agency:
            return line.agency
    return None


def _before_signoff(text: str, blocks: list[Block], signoff: Signoff | None) -> list[Block]:
    """Take the sign-off out of the blocks it touches."""
    if signoff is None:
        return blocks
    kept = blocks[: signoff.first]
    rest = trim(text, blocks[signoff.first].span.start, signoff.span.start)
    if rest:
        kept.append(make_block(text, rest))
    return kept + blocks[signoff.last + 1 :]


def _close(text: str, signoff: Signoff, nameplate: str | None) -> Iterator[Part]:
    """Yield the sign-off; what feeds it names are a credit, as is an agency that a paper prints."""
    start, end = signoff.span.start, signoff.span.end
    if signoff.feeds is not None:
        ended = trim(text, start, signoff.feeds)
        if ended:
            yield Part("signoff", ended)
        yield Part("credit", Span(signoff.feeds, end))
    else:
        fed = nameplate is not None and signoff.agency is not None
        yield Part("credit" if fed else "signoff", signoff.span)


def _cut(
    text: str, blocks: list[Block], labels: list[PartKind]
) -> tuple[list[Part], RawDateline | None]:
    """Turn blocks into parts, datelines and running-in debris cut off paragraphs."""
    parts: list[Part] = []
    first: RawDateline | None = None
    told = 0
    for block, kind in zip(blocks, labels, strict=True):
        if kind != "paragraph":
            parts.append(Part(kind, block.span))
            continue
        debris = list(find_debris(text, block))
        parts.extend(debris)
        for span in _between(text, block.span, debris):
            start = _cut_byline(text, span, parts) if not told else span.start
            line = _dateline(text, start, span.end, told if first is None else _OPENING)
            first = first or line
            told += _add(text, parts, Span(start, span.end), line)
    return parts, first


def _between(text: str, whole: Span, debris: list[Part]) -> Iterator[Span]:
    """Yield what the debris leaves of a block, white space trimmed."""
    at = whole.start
    for part in (*debris, Part("note", Span(whole.end, whole.end))):
        span = trim(text, at, part.span.start)
        at = part.span.end
        if span:
            yield span


def _add(text: str, parts: list[Part], span: Span, line: RawDateline | None) -> int:
    """Add a paragraph with its dateline apart; return whether any prose was in it."""
    start = span.start
    if line:
        parts.append(Part("dateline", line.span))
        start = line.span.end
    rest = trim(text, start, span.end)
    if rest:
        parts.append(Part("paragraph", rest))
    return int(rest is not None)


def _dateline(text: str, start: int, end: int, told: int) -> RawDateline | None:
    """Read a dateline after `told` paragraphs; past the first it must begin in capitals."""
    if told >= _OPENING:
        return find_dateline(text, start, end, opening=False)
    line = find_dateline(text, start, end, opening=True)
    firm = line and (not told or line.agency or text[start : start + 4].isupper())
    return line if firm else None


def _cut_byline(text: str, span: Span, parts: list[Part]) -> int:
    """Cut "By Ann Lee" off a dateline that it runs into; return where the rest begins."""
    found = _RUN_IN_BYLINE.match(text, span.start, span.end)
    if found is None or not find_dateline(text, found.end(), span.end, opening=True):
        return span.start
    parts.append(Part("byline", Span(span.start, span.start + len(found.group().rstrip()))))
    return found.end()
