"""Marks the parts of a report: each block by its words, then by where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.data import Part, PartKind, Span
from foedera.read.agency.blocks import Block, make_block, split_blocks, trim
from foedera.read.agency.conventions import conventions, fold, folded_head, starts_with
from foedera.read.agency.datelines import RawDateline, find_dateline
from foedera.read.agency.labels import is_note, stamp_end, team_outlet
from foedera.read.agency.signoffs import Signoff, find_signoff
from foedera.read.agency.standing import LEFT_OVER, label_blocks

_RUN_IN_BYLINE = re.compile(
    r"(?:By|BY)\s(?:(?:[^\W\d_a-z][\w.'’-]{0,20},?|and|de|van|al)\s){1,9}?(?=[^\W\d_a-z]{3})"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """The parts of a text and what its imprint can be read from."""

    parts: tuple[Part, ...]
    dateline: RawDateline | None = None
    headline: Span | None = None
    signoff: str | None = None
    team: str | None = None


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
    if signoff:
        parts.append(Part("signoff", signoff.span))
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


def _cut(
    text: str, blocks: list[Block], labels: list[PartKind]
) -> tuple[list[Part], RawDateline | None]:
    """Turn blocks into parts, datelines and running-in debris cut off paragraphs."""
    parts: list[Part] = []
    first: RawDateline | None = None
    opening = True
    for block, kind in zip(blocks, labels, strict=True):
        if kind != "paragraph":
            parts.append(Part(kind, block.span))
            continue
        start = _cut_debris(text, block, parts)
        start = _cut_byline(text, start, block.span.end, parts) if opening else start
        line = find_dateline(text, start, block.span.end, opening=opening)
        opening = False
        if line:
            first = first or line
            parts.append(Part("dateline", line.span))
            start = line.span.end
        rest = trim(text, start, block.span.end)
        if rest:
            parts.append(Part("paragraph", rest))
        elif line:
            opening = True
    return parts, first


def _cut_debris(text: str, block: Block, parts: list[Part]) -> int:
    """Cut debris that runs into a paragraph; return where the paragraph begins."""
    start = block.span.start
    end = _debris_end(block)
    note = trim(text, start, start + end) if end else None
    if note is None or trim(text, start + end, block.span.end) is None:
        return start
    parts.append(Part("note", note))
    return start + end


def _cut_byline(text: str, start: int, end: int, parts: list[Part]) -> int:
    """Cut "By Ann Lee" off a dateline that it runs into."""
    found = _RUN_IN_BYLINE.match(text, start, end)
    if found is None or not find_dateline(text, found.end(), end, opening=True):
        return start
    parts.append(Part("byline", Span(start, start + len(found.group().rstrip()))))
    return found.end()


def _debris_end(block: Block) -> int:
    left_over = LEFT_OVER.match(block.words)
    if left_over:
        return left_over.end()
    stamp = stamp_end(block.words)
    if stamp:
        return stamp
    head = folded_head(block.words)
    phrase = starts_with(head, conventions().note_prefixes)
    if phrase is None or "\n" in block.words[: len(phrase)] or not head.startswith(phrase):
        return 0
    rest = block.words[len(phrase) :].lstrip(" :|—–-")
    if len(block.words) - len(rest) > len(phrase) + 6 or not (
        rest[:1].isupper() or rest[:1] in "“\"‘'"
    ):
        return 0
    return len(block.words) - len(rest) if _same_length(block, phrase) else 0


def _same_length(block: Block, phrase: str) -> bool:
    """Say whether folding kept offsets, so that the phrase's length cuts the right place."""
    return fold(block.words[: len(phrase)]) == phrase and not is_note(block, phrase)
