"""What the words of a sentence can be at all: frames that ask for more are ruled out at once.

Most triggers are common words ("take", "call") whose frames differ by a rare need ("an oath", "an
envoy"). Where no word of the sentence is of such a class, no slot need be filled to know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cache
from types import MappingProxyType

from foedera.extract.frame_needs import NOT_BY_WORDS, Asked, classes_of_office
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import class_index
from foedera.lexicons import load_lists

_NONE: frozenset[str] = frozenset()


def rarest_need(needs: Asked) -> frozenset[str]:
    """Return the need that fewest words meet, of those that only words can; none if all others can.

    >>> sorted(rarest_need((("subject", frozenset({"state"})), ("object", frozenset({"weapons"})))))
    ['weapons']
    """
    sizes = _sizes()
    by_words = (classes for _, classes in needs if classes <= sizes.keys())
    return min(by_words, key=lambda classes: sum(sizes[name] for name in classes), default=_NONE)


def bits(classes: Iterable[str]) -> int:
    """Return classes that only words give as the bits of a number; others have none.

    Whether two such numbers share a class is one step, however many classes they hold.

    >>> bits({"weapons", "forces"}) & bits({"weapons"}) == bits({"weapons"})
    True
    """
    places, out = _places(), 0
    for name in classes:
        out |= places.get(name, 0)
    return out


@cache
def _places() -> Mapping[str, int]:
    return MappingProxyType({name: 1 << place for place, name in enumerate(_sizes())})


@cache
def _sizes() -> Mapping[str, int]:
    """Return how many words each class holds that a phrase can only have by its words."""
    lists = load_lists("noun_classes").items()
    return {name: len(words) for name, words in lists if name not in NOT_BY_WORDS}


def classes_at_hand(held: Set[str], mentions: TokenMentions) -> int:
    """Return the bits of all classes that phrases of a sentence can have by words, or by offices.

    `held` are its words and lemmas in lower case. Longer forms count by the word that heads them,
    whether the rest stands there or not.
    """
    table, out = _by_head(), 0
    for word in held & table.keys():
        out |= table[word]
    for mention in mentions.all("actor"):
        out |= bits(classes_of_office(mention))
    return out


@cache
def _by_head() -> Mapping[str, int]:
    """Return a word → the bits of all classes that it can head, in the singular or by its name.

    Only classes that words alone give are kept: no other is ever ruled out.
    """
    out: dict[str, int] = {}
    for form, classes in class_index().items():
        words = form.split()
        heads = {words[-1], words[0]} if "of" in words else {words[-1]}
        own = bits(classes)
        for head in heads:
            for word in (head, head + "s"):
                out[word] = out.get(word, 0) | own
    return MappingProxyType({word: found for word, found in out.items() if found})
