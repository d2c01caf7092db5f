"""Tells whether the words about a place's name make it a part of another name."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.extract.actor_words import words as word_list
from foedera.gazetteer import Gazetteer

_LANDFORMS = frozenset(
    {"Atoll", "Bay", "Canal", "Channel", "Desert", "Forest", "Glacier", "Gulf", "Heights", "Hills",
     "Island", "Islands", "Lake", "Mountain", "Mountains", "Pass", "Peninsula", "Plateau", "Reef",
     "River", "Sea", "Shoal", "Strait", "Valley"}
)  # fmt: skip
_WITHIN_NAMES = frozenset({"al", "el", "am", "der", "del", "della"})
# Between hyphens: "Clichy-sous-Bois" is not Clichy.
_HYPHENATED = frozenset({"en", "sous", "sur", "le", "la", "les", "aux", "upon", "on", "in", "the"})


def is_the_one(words: Sequence[str], at: int, end: int) -> bool:
    """Say whether an article stands before a name that no noun follows: "at the Kirya in"."""
    behind = words[end] if end < len(words) else "."
    named = at > 0 and words[at - 1].lower() == "the"
    return named and (not behind.isalpha() or behind.lower() in word_list("place_prepositions"))


def is_of_longer_name(words: Sequence[str], at: int, end: int) -> bool:
    """Say whether a town's name is part of another: "Bustan al-Qasr", "Noto Peninsula"."""
    ahead, behind = words[end : end + 2], words[max(0, at - 2) : at]
    if ahead and (ahead[0].lower() in _WITHIN_NAMES or ahead[0] in _LANDFORMS):
        return True
    joined = len(ahead) == 2 and ahead[0] == "-" and ahead[1][:1].isupper()
    return (
        joined
        or is_cut(words, at, end)
        or (len(behind) == 2 and behind[1] == "-" and behind[0][:1].isupper())
    )


def is_cut(words: Sequence[str], at: int, end: int) -> bool:
    """Say whether a hyphen and a small word tie a name to more: "Clichy" of "Clichy-sous-Bois"."""
    ahead, behind = words[end : end + 3], words[max(0, at - 3) : at]
    on = len(ahead) == 3 and ahead[0] == ahead[2] == "-" and ahead[1] in _HYPHENATED
    back = len(behind) == 3 and behind[0] == behind[2] == "-" and behind[1] in _HYPHENATED
    return on or back


def goes_on(words: Sequence[str], end: int, gazetteer: Gazetteer) -> bool:
    """Say whether a capitalised word follows that makes it somebody's or something's name."""
    if end >= len(words) or not words[end][:1].isupper():
        return False
    low = words[end].lower()
    if low in word_list("named_after"):
        return True
    if low in word_list("place_nouns") or words[end] in gazetteer.not_actors:
        return False
    return low.isalpha() and gazetteer.names.at(words, end) is None


def goes_back(words: Sequence[str], at: int, gazetteer: Gazetteer) -> bool:
    """Say whether a given name stands before it ("Jack London")."""
    return at > 0 and words[at - 1] in gazetteer.given_names and words[at - 1][:1].isupper()
