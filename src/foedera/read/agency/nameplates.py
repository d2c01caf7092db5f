"""Nameplates: the paper's own name, alone on a line above the story or at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import PartKind
from foedera.read.agency.blocks import Block
from foedera.read.agency.conventions import conventions, fold, name_agency
from foedera.read.agency.datelines import in_running_text
from foedera.read.daywords import match_written

_WORDS = 5
_FOOT = 3  # blocks
_STAFF = frozenset({"staff", "writer", "reporter", "correspondent", "desk"})


def find_nameplate(blocks: Sequence[Block], labels: Sequence[PartKind]) -> str | None:
    """Return the paper that a nameplate above or below the story names.

    >>> from foedera.read.agency.blocks import split_blocks
    >>> blocks = split_blocks("THE AVONDALE COURIER\\n\\nTalks open\\n\\nTalks opened in Riga.")
    >>> find_nameplate(blocks, ["note", "headline", "paragraph"])
    'The Avondale Courier'
    """
    for at, block in enumerate(blocks):
        if labels[at] == "note" and is_nameplate(blocks, at):
            return block.words if names_outlet(block.words) else in_running_text(block.words)
    return None


def names_outlet(words: str) -> bool:
    """Say whether a line is an outlet's name, and no "Staff Reporter"."""
    if fold(words) not in conventions().outlets or (name_agency(words) and " " not in words):
        return False
    return _STAFF.isdisjoint(fold(words).split())


def is_nameplate(blocks: Sequence[Block], at: int) -> bool:
    """Say whether block `at` is a paper's name: in capitals on top, in any case at the foot."""
    words = blocks[at].words
    if len(blocks) < 3 or blocks[at].ended or not 2 <= len(words.split()) <= _WORDS:
        return False
    dated = match_written(blocks[1].words) is not None
    top = at == 0 and (words.isupper() or dated) and not blocks[1].ended  # or a headline follows
    foot = at >= len(blocks) - _FOOT and at > 1
    if names_outlet(words):
        return at == 0 or foot
    return (top or foot) and _names_paper(words)


def _names_paper(words: str) -> bool:
    named = [w for w in words.split() if w.lower() not in ("the", "of", "and")]
    if not all(w[0].isupper() and w.replace("-", "").isalpha() for w in named):
        return False
    folded = fold(words).split()
    if fold(words) in conventions().no_places or len(named) < 2:
        return False
    return not conventions().paper_words.isdisjoint((folded[-1], folded[0]))
