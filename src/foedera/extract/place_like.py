"""Tells places from persons among names that no table of actors has."""

from __future__ import annotations

from foedera.extract.actor_items import Item
from foedera.extract.actor_walk import Walk
from foedera.extract.actor_words import words as word_list


def is_place_name(walk: Walk, name: Item) -> bool:
    """Say whether capitals are the name of a place and could not be a person's.

    A full name that opens with a given name could be ("London Breed"), unless it is listed and
    something is there ("in Belo Horizonte").
    """
    if walk.spot(name) is None:
        return False
    words = walk.line.words[name.start : name.end]
    given = len(words) > 1 and words[0] in walk.gazetteer.given_names
    return not given or walk.is_area(name) or _stands_there(walk, name)


def _stands_there(walk: Walk, name: Item) -> bool:
    listed = walk.gazetteer.spots.get(tuple(walk.line.words[name.start : name.end]))
    before = walk.line.low[max(0, name.start - 1)]
    return bool(listed) and before in word_list("standing_in")
