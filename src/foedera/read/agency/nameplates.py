"""Nameplates: the paper's own name, alone on a line above the story or at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import PartKind
from foedera.read.agency.blocks import Block
from foedera.read.agency.conventions import conventions, fold, in_running_text, name_agency
from foedera.read.agency.outlets import (
    domain_name,
    is_called,
    is_day,
    only_feeds,
    outlet_by_day,
    outlet_by_writer,
    outlet_in,
    read_printed,
)
from foedera.read.daywords import match_written

_WORDS = 5
_FOOT, _HEAD = 3, 6  # blocks
_STAFF = frozenset({"staff", "writer", "reporter", "correspondent", "desk"})


def find_nameplate(blocks: Sequence[Block], labels: Sequence[PartKind]) -> str | None:
    """Return the paper that a nameplate above or below the story names.

    >>> from foedera.read.agency.blocks import split_blocks
    >>> blocks = split_blocks("THE AVONDALE COURIER\\n\\nTalks open\\n\\nTalks opened in Riga.")
    >>> find_nameplate(blocks, ["note", "headline", "paragraph"])
    'The Avondale Courier'
    """
    for at, block in enumerate(blocks):
        if labels[at] != "note":
            continue
        if is_nameplate(blocks, at):
            return block.words if names_outlet(block.words) else in_running_text(block.words)
        printed = read_printed(block.words)
        if printed and printed[0]:
            return printed[0]
        if at < _HEAD and (signed := outlet_by_writer(block.words)):
            return signed
        dated = outlet_by_day(block.words)
        if dated and ("paragraph" in labels[:at] or not only_feeds(dated)):
            return dated
    return None


def _by_its_day(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a line is an outlet's name with a line beside it that is a day and no more."""
    beside = (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
    named = outlet_in(blocks[at].words) if at < _HEAD else None
    return bool(named) and not only_feeds(named or "") and any(is_day(b.words) for b in beside)


def names_outlet(words: str) -> bool:
    """Say whether a line is an outlet's name, and no "Staff Reporter"."""
    if fold(words) not in conventions().outlets or (name_agency(words) and " " not in words):
        return False
    return _STAFF.isdisjoint(fold(words).split())


def is_nameplate(blocks: Sequence[Block], at: int) -> bool:
    """Say whether block `at` is a paper's name: in capitals on top, in any case at the foot."""
    words = blocks[at].words
    if len(blocks) < 3 or blocks[at].ended or len(words.split()) > _WORDS:
        return False
    if _by_its_day(blocks, at) or (at == 0 and domain_name(words)):
        return True
    if len(words.split()) < 2:
        return False
    dated = match_written(blocks[1].words) is not None
    top = at == 0 and (words.isupper() or dated) and not blocks[1].ended  # or a headline follows
    foot = at >= len(blocks) - _FOOT and at > 1
    if names_outlet(words):
        return at == 0 or foot
    return (top or foot) and is_called(words, conventions().paper_words)
