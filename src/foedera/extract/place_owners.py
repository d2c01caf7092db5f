"""Whose a place is that no table has: the state or the town told with its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foedera.data import Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.place_sites import Site
from foedera.gazetteer import Gazetteer

_GLUED = frozenset({"al", "el", "ad", "as", "ar", "ash", "az", "abu"})
OWNING = frozenset({"'s", "’s", "'", "’"})
_ARTICLES = frozenset({"a", "an", "the"})
_STANDS_IN = frozenset({"in", "at", "near", "outside", "around"})


def state_before(
    sentence: Sentence,
    words: Sequence[str],
    at: int,
    owners: Mapping[int, str],
    gazetteer: Gazetteer,
) -> str | None:
    """Return the state that a name's phrase tells.

    "the Spanish city of X", "Syria's X province", "X, a town in Peru", "in X in western Peru".
    """
    end = name_end(words, at)
    if at > 1 and words[at - 1] in OWNING and names_area(words, at):
        return owners.get(sentence.ends[at - 2])
    if at and words[at - 1].lower() in _STANDS_IN:
        unknown = gazetteer.names.at(words, at) is None  # "in Congress, Israel"
        return _state_after(sentence, words, end, owners, gazetteer, unknown=unknown)
    if at < 3 or words[at - 1] != "of" or words[at - 2].lower() not in word_list("place_nouns"):
        return None
    for back in range(at - 3, max(-1, at - 6), -1):
        country = owners.get(sentence.ends[back])
        if country is not None:
            return country
    return None


def owner_site(words: Sequence[str], at: int, sites: Sequence[Site]) -> str | None:
    """Return the state of the place whose part a name is: "Baghdad's X district"."""
    if at < 2 or words[at - 1] not in OWNING or not sites or sites[-1].end != at - 1:
        return None
    return sites[-1].spot.country if names_area(words, at) else None


def town_before(words: Sequence[str], at: int, sites: Sequence[Site]) -> str | None:
    """Return the town whose part a name is ("Baghdad's X district")."""
    owned = at > 1 and words[at - 1] in OWNING and bool(sites) and sites[-1].end == at - 1
    return sites[-1].spot.name if owned and sites[-1].spot.sort == "city" else None


def _state_after(
    sentence: Sentence,
    words: Sequence[str],
    end: int,
    owners: Mapping[int, str],
    gazetteer: Gazetteer,
    *,
    unknown: bool,
) -> str | None:
    """Return the state that follows a name as its place, at once or behind its sort of place.

    "X in northern Mali", "X, northern Iraq", "X, a district of Peru's Loreto region", "X, Mali,".
    """
    at = _past_sort(words, end)
    if at + 1 >= len(words) or words[at].lower() not in (
        {"in", ","} if at == end else {"in", "of"}
    ):
        return None
    between = word_list("place_modifiers") | word_list("directions")
    for ahead in range(at + 1, min(at + 5, len(words))):
        found = gazetteer.names.at(words, ahead)
        state = found[0][0] if found is not None and found[0][0].sort == "state" else None
        country = owners.get(sentence.ends[ahead]) or (state.country if state else None)
        directed = words[ahead - 1].lower() in word_list("directions")
        if country is not None:
            end = ahead + (found[1] if found is not None else 1)
            told = (
                words[at] != ","
                or directed
                or (ahead == at + 1 and unknown and _closes(words, end))
            )
            return country if told else None
        if words[ahead].lower() not in between and not words[ahead][:1].isupper():
            return None
    return None


def _closes(words: Sequence[str], end: int) -> bool:
    """Say whether an address is over where a state's name ends: no list goes on behind it.

    >>> _closes(["Mali", "on"], 1), _closes(["Mali", "and"], 1), _closes(["Mali", ",", "Niger"], 1)
    (True, False, False)
    """
    ahead = [*words[end : end + 2]]
    if ahead[:1] == [","]:
        return len(ahead) < 2 or not ahead[1][:1].isupper()
    return not ahead or ahead[0].lower() not in {"and", "or", *OWNING}


def _past_sort(words: Sequence[str], end: int) -> int:
    """Return where ", a district" ends behind a name, the name's own end where none follows."""
    if end + 1 >= len(words) or words[end] != "," or words[end + 1].lower() not in _ARTICLES:
        return end
    near = range(end + 2, min(end + 5, len(words)))
    return next((n + 1 for n in near if words[n].lower() in word_list("place_nouns")), end)


def name_end(words: Sequence[str], at: int) -> int:
    """Return where the name ends that opens at a word.

    >>> name_end(["in", "Tuz", "al", "-", "Wadi", "on"], 1)
    5
    """
    end = at + 1
    while end < len(words) and _continues(words, end):
        end += 1
    return end


def _continues(words: Sequence[str], at: int) -> bool:
    """Say whether a word goes on with a name: "Tal [Barzan]", "Tuz [al][-][Wadi]"."""
    if words[at][:1].isupper() and words[at].isalpha():
        return True
    glued = at + 1 < len(words) and words[at] == "-" and words[at + 1][:1].isalpha()
    return glued or (words[at].lower() in _GLUED and words[at + 1 : at + 2] in (["-"], ("-",)))


def is_area(words: Sequence[str], end: int) -> bool:
    """Say whether a word for a sort of place follows a name: "Kachin [state]"."""
    return end < len(words) and words[end].lower() in word_list("place_nouns")


def names_area(words: Sequence[str], at: int) -> bool:
    """Say whether a name is that of a part of a place: "[Kachin] state", "[Liberty] Square".

    >>> names_area(["Liberty", "Square", "on"], 0), names_area(["Tahrir", "on"], 0)
    (True, False)
    """
    end = name_end(words, at)
    return is_area(words, end) or (end > at + 1 and is_area(words, end - 1))


def owns_area(words: Sequence[str], end: int) -> bool:
    """Say whether a part of the town whose name ends here follows: "[Yerevan]'s Liberty Square"."""
    owning = end + 1 < len(words) and words[end] in OWNING and words[end + 1][:1].isupper()
    return owning and names_area(words, end + 1)
