"""Tells which state owns a name by "'s", also where a number stands between."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.extract.actor_items import Item, Line
from foedera.extract.actor_words import words as word_list

_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MARKS = frozenset({"'s", "'"})
_MOST = 4
_ADJECTIVAL = frozenset({"JJ", "VBN", "HYPH", "NN", "RB"})


def state_owning(line: Line, items: Sequence[Item], name: Item) -> Item | None:
    """Return the state that a name's "'s" belongs to: "Peru's Zelmash", "Peru's 3rd Army"."""
    at = name.start - is_ordinal(line, name.start - 1)
    if at < 2 or line.low[at - 1] not in _MARKS:
        return None
    return next((i for i in items if i.end == at - 1 and i.sort == "state"), None)


def is_ordinal(line: Line, at: int) -> bool:
    """Say whether a token counts what it stands before: "3rd", "101st"."""
    return at >= 0 and line.low[at][:1].isdigit() and line.low[at][-2:] in _ORDINALS


def is_numbered(line: Line, noun: Item, at: int) -> bool:
    """Say whether a number is part of a body's name: "47th Brigade", not "40th country"."""
    return line.words[noun.start][:1].isupper() and is_ordinal(line, at)


def past_adjectives(line: Line, at: int) -> int:
    """Return where adjectives end before a name: "of [neighbouring] Chad", "[war-torn] Yemen"."""
    end = at
    while end < min(at + _MOST, len(line.words) - 1) and _is_small_adjective(line, end):
        end += 1
    return end


def _is_small_adjective(line: Line, at: int) -> bool:
    word = line.words[at]
    plain = word == "-" or (word.islower() and word not in word_list("place_nouns"))
    if not plain or not line.tags:
        return False
    before_noun = line.tags[at] == "VBG" and line.sentence.deps[at] == "amod"
    return before_noun or line.tags[at] in _ADJECTIVAL
