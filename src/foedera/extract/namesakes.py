"""Tells a state from a part of another of its name: Georgia in the Caucasus or in America."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foedera.data import Mention, Sentence, Where
from foedera.extract.actor_items import Item
from foedera.extract.actor_words import words as word_list

_NAME, _STATE, _AMERICA = "georgia", "GEO", "USA"
_NEAR = 9
_LIES = (32.75, -83.5)


def is_american(sentences: Sequence[Sentence]) -> bool:
    """Say whether "Georgia" means the American state in a report.

    Somewhere it stands near American politics, and nothing tells of the Caucasus: no name of its
    places, no premier, troops or parliament of its own, no Russia beside it.
    """
    told = [[w.lower() for w in s.words] for s in sentences]
    if not any(_NAME in words for words in told):
        return False
    if any(not word_list("signs_of_the_caucasus").isdisjoint(words) for words in told):
        return False
    if any(_is_of_a_state(words) for words in told):
        return False
    return any(_is_near_signs(words, "signs_of_america") for words in told)


def as_american(items: Iterable[Item], *, american: bool) -> list[Item]:
    """Let the state's name stand for the United States where it means the American one."""
    return [_of_america(i) if american else i for i in items]


def _of_america(item: Item) -> Item:
    if item.sort != "state" or item.entry is None or item.entry.country != _STATE:
        return item
    return item._replace(entry=replace(item.entry, country=_AMERICA))


def placed_in_america(places: Iterable[Mention], *, american: bool) -> list[Mention]:
    """Put the place of that name where the American state lies."""
    return [_moved(m) if american else m for m in places]


def _moved(place: Mention) -> Mention:
    where = place.value
    if not isinstance(where, Where) or (where.country, where.name.lower()) != (_STATE, _NAME):
        return place
    lat, lon = _LIES
    return replace(place, value=replace(where, country=_AMERICA, lat=lat, lon=lon))


def _is_near_signs(words: Sequence[str], signs: str) -> bool:
    near = (words[max(0, k - _NEAR) : k + _NEAR] for k in _named(words))
    return any(not word_list(signs).isdisjoint(around) for around in near)


def _is_of_a_state(words: Sequence[str]) -> bool:
    """Say whether it has what only states have: "Georgia's president", "the army of Georgia"."""
    own = word_list("had_by_states")
    for k in _named(words):
        behind = words[k + 1 : k + 4] if words[k + 1 : k + 2] == ["'s"] else words[k + 1 : k + 2]
        before = words[max(0, k - 2) : k - 1] if words[k - 1 : k] == ["of"] else []
        if not own.isdisjoint([*behind, *before]):
            return True
    return _is_near_signs(words, "signs_of_neighbours")


def _named(words: Sequence[str]) -> list[int]:
    return [k for k, word in enumerate(words) if word == _NAME]
