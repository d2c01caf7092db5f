"""Debris that runs into a paragraph: at its head, in its midst, at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from foedera.data import Part, PartKind, Span
from foedera.read.agency.blocks import Block, trim
from foedera.read.agency.conventions import folded_head
from foedera.read.agency.labels import phrase_end, stamp_end

# A gallery's counter at the head of a paragraph belongs to the picture above it.
LEFT_OVER = re.compile(r"(?:Hide|Show) Caption \d{1,3} of \d{1,3}\s")
_PIPED_CREDIT = re.compile(
    r"[^|]{20,400}\|\s?(?:[A-Z][\w. ]{1,30}/[A-Z][\w ]{1,30} via )?"
    r"(?:AP Photos?|Getty Images|Getty|REUTERS|AFP)(?=\s[“‘\"']?[A-Z])"
)
_MIDST = re.compile(
    r"(?<=[.!?)”\"’'])\s(?P<note>"
    r"(?:Advertisement|ADVERTISEMENT|Story Continued Below|Continue reading the main story"
    r"|\[pullquote\])(?:\s(?:Advertisement|Continue reading the main story)){0,3}"
    r"|JUST WATCHED [^\n]{5,150}? MUST WATCH [^\n]{5,150}? \d\d:\d\d"
    r"|[(\[](?:RELATED|Related|READ MORE|Read more|SEE ALSO|See also|MORE|VIDEO|WATCH)[:\s]"
    r"[^()\[\]]{5,200}[)\]]"
    r")(?=\s[\"“‘'(]?[A-Z]|\s?$)"
)
_MIDST_WORDS = (
    "dvertisement",
    "DVERTISEMENT",
    "Story Continued",
    "Continue reading",
    "[pullquote]",
    "JUST WATCHED",
    "RELATED",
    "(Related",
    "READ MORE",
    "(Read more",
    "SEE ALSO",
    "(See also",
    "(MORE",
    "(VIDEO",
    "(WATCH",
)
_END = re.compile(
    r"(?<=[.!?”\"’)])\s(?:"
    r"(?P<credit>[(\[](?:Reporting|Additional reporting|With inputs|Writing|Editing|Compiled)\s"
    r"(?:by|from)\s[^()\[\]]{3,300}[)\]]\.?"
    r"|(?:Reporting by|Additional reporting by)\s[^!?]{3,300}"
    r"|[A-Z](?:[^.!?]|(?<=\b[A-Z])\.){3,300}\bcontributed (?:to this|reporting)\b[^.!?]{0,40}\.?)"
    r"|(?P<note>[(\[](?:Editor['’]s [Nn]ote|Correction|Clarification|Photos?|PHOTOS?):"
    r"[^()\[\]]{3,300}[)\]]\.?"
    r"|Follow (?:him|her|them|us|me) on (?:Twitter|Facebook)\b[^!?]{0,60})"
    r")$"
)
_END_WORDS = (
    " by ",
    "With inputs",
    "contributed",
    "ditor",
    "orrection:",
    "hoto",
    "Follow ",
    "tion:",
)
_REACH = 420


def find_debris(text: str, block: Block) -> Iterator[Part]:
    """Yield the parts of a paragraph block that are none of its prose, in order.

    >>> from foedera.read.agency.blocks import split_blocks
    >>> text = "They met. Advertisement They left. Ann Lee contributed to this report."
    >>> [p.kind for p in find_debris(text, split_blocks(text)[0])]
    ['note', 'credit']
    """
    start, end = block.span.start, block.span.end
    head = _head(text, block)
    if head:
        yield head
        start = head.span.end
    tail = _tail(text, start, block)
    end = tail.span.start if tail else end
    if any(w in block.words for w in _MIDST_WORDS):
        for found in _MIDST.finditer(text, start, end):
            yield Part("note", Span(*found.span("note")))
    if tail:
        yield tail


def _head(text: str, block: Block) -> Part | None:
    kind, length = _head_length(block)
    if not length:
        return None
    start = block.span.start
    span = trim(text, start, start + length)
    rest = trim(text, start + length, block.span.end)
    return Part(kind, span) if span and rest else None


def _head_length(block: Block) -> tuple[PartKind, int]:
    words = block.words
    left_over = LEFT_OVER.match(words)
    if left_over:
        return "note", left_over.end()
    stamp = stamp_end(words)
    if stamp:
        return "note", stamp
    picture = _PIPED_CREDIT.match(words) if "|" in words[:_REACH] else None
    if picture:
        return "caption", picture.end()
    return "note", phrase_end(block, folded_head(words))


def _tail(text: str, start: int, block: Block) -> Part | None:
    """Return the credit or note that a paragraph ends in."""
    end = block.span.end
    if not any(w in block.words[-_REACH:] for w in _END_WORDS):
        return None
    found = _END.search(text, max(start, end - _REACH), end)
    if found is None:
        return None
    kind: PartKind = "credit" if found["credit"] else "note"
    span = trim(text, found.start(), end)
    return Part(kind, span) if span else None
