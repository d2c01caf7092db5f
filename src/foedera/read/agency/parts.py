"""Marks the parts of a report: each block by its words, then by where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from foedera.data import Part, PartKind, Span
from foedera.read.agency.blocks import Block, make_block, split_blocks, trim
from foedera.read.agency.conventions import conventions, fold, folded_head, starts_with
from foedera.read.agency.datelines import RawDateline, find_dateline
from foedera.read.agency.labels import is_names, is_note, label_block, stamp_end, team_outlet
from foedera.read.agency.signoffs import Signoff, find_signoff

_INNER_STOP = re.compile(r"\s(?!vs\.)[a-z0-9][\w'’-]{0,30}[.!?][\"”]?\s[“\"‘]?[A-Z]|[.!][”\"]$")
_VERSION = re.compile(
    r"(?:UPDATE|WRAPUP|CORRECTED|REFILE|RPT|RECAST|EXCLUSIVE|ANALYSIS|FACTBOX|TIMELINE|INSIGHT)"
    r"(?:\s\d{1,2})?\s?[-–—]\s?(?=[^\W\d_a-z]|\d)"
)
_HEADLINE_WORDS = 24
_LINK_WORDS = 12


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
    labels = _labels(blocks, title)
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


# ------------------------------------------------------------------- labels


def _labels(blocks: list[Block], title: str | None) -> list[PartKind]:
    own = [None if _is_version(b) else label_block(b) for b in blocks]
    head = _find_headline(blocks, own, title)
    highlights = False
    labels: list[PartKind] = []
    lead_seen = False
    for i, (block, label) in enumerate(zip(blocks, own, strict=True)):
        kind: PartKind = "headline" if i == head else label or "paragraph"
        if kind == "note" and folded_head(block.words).startswith("story highlights"):
            highlights = True
        elif kind == "paragraph":
            if highlights and not block.ended:
                kind = "note"
            elif not i and len(blocks) > 2 and _has_title_run_on(block):
                kind = "caption"
            elif _is_loose_line(block, lead_seen, len(blocks)):
                kind = _loose_kind(blocks, i, lead_seen)
            highlights = highlights and kind == "note"
            lead_seen = lead_seen or kind == "paragraph"
        labels.append(kind)
    return labels


def _is_version(block: Block) -> bool:
    """Say whether the block is a headline such as "UPDATE 2-Talks end"."""
    return block.count <= _HEADLINE_WORDS and _VERSION.match(block.words) is not None


def _has_title_run_on(block: Block) -> bool:
    """Say whether a picture's text with the title after it opens the report."""
    if block.ended or block.count > 45 or block.words[-1] in ":;,—-":
        return False
    return _INNER_STOP.search(block.words) is not None


def _find_headline(
    blocks: list[Block], own: list[PartKind | None], title: str | None
) -> int | None:
    """Return the block that is the headline: the given title's, else the first title-like line."""
    if title:
        wanted = _bare(title)
        for i, block in enumerate(blocks[:8]):
            if block.count <= 40 and wanted and _bare(block.words) == wanted:
                return i
    for i, block in enumerate(blocks[:8]):
        if folded_head(block.words).startswith("story highlights"):
            return None
        if own[i] is None and not _is_signed(blocks, own, i):
            fits = _is_title_like(block) and _prose_after(blocks, own, i)
            return i if fits and (not title or _shares_words(block.words, title)) else None
    return None


def _shares_words(line: str, title: str) -> bool:
    """Say whether a line has two longer words in common with the given title."""
    told, wanted = ({w for w in fold(x).split() if len(w) > 3} for x in (line, title))
    return len(told & wanted) >= 2


def _is_signed(blocks: list[Block], own: list[PartKind | None], at: int) -> bool:
    """Say whether the block is names with their outlet's line below."""
    below = own[at + 1] if at + 1 < len(own) else None
    return below == "byline" and blocks[at].count <= 8 and is_names(blocks[at].words)


def _is_title_like(block: Block) -> bool:
    words = block.words
    if not 2 <= block.count <= _HEADLINE_WORDS or words[-1] in ".:;,)_—–-" or "\n" in words:
        return False
    if find_dateline(words, 0, len(words), opening=True):
        return False
    if _INNER_STOP.search(words):
        return False
    return words[0].isupper() or words[0].isdigit() or words[0] in "“‘'\"$"


def _prose_after(blocks: list[Block], own: list[PartKind | None], at: int) -> bool:
    """Say whether a paragraph follows: a lone line is its own report, no headline."""
    following = zip(blocks[at + 1 :], own[at + 1 :], strict=True)
    return any(kind is None and block.ended and block.count > 4 for block, kind in following)


def _is_loose_line(block: Block, lead_seen: bool, total: int) -> bool:
    """Say whether the block is a short line without an end: a cross-head, a link, a name."""
    if block.ended or total < 3 or block.count > _LINK_WORDS or block.words[-1] in ":;,—-":
        return False
    return block.words[0].isupper() or not block.words[0].isalpha() or not lead_seen


def _loose_kind(blocks: list[Block], at: int, lead_seen: bool) -> PartKind:
    """A name line at the head or foot is a byline, a dateline stays prose, the rest is debris."""
    words = blocks[at].words
    if find_dateline(words, 0, len(words), opening=not lead_seen):
        return "paragraph"
    if (
        not lead_seen
        and at + 1 < len(blocks)
        and is_names(words)
        and label_block(blocks[at + 1]) == "byline"
    ):
        return "byline"
    near = at < 6 or at >= len(blocks) - 3
    names = words.split()
    if (
        near
        and not lead_seen
        and 2 <= len(names) <= 4
        and all(n[0].isupper() and n[-1].isalpha() for n in names)
    ):
        return "byline"
    return "note"


def _bare(words: str) -> str:
    return "".join(c for c in fold(words) if c.isalnum())


# --------------------------------------------------------------------- cuts


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


def _debris_end(block: Block) -> int:
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
