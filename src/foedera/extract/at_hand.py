"""What the words of a sentence can be at all: frames that ask for more are ruled out at once.

Most triggers are common words ("take", "call") whose frames differ by a rare need ("an oath", "an
envoy"). Where no word of the sentence is of such a class, no slot need be filled to know.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
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


@cache
def _sizes() -> Mapping[str, int]:
    """Return how many words each class holds that a phrase can only have by its words."""
    lists = load_lists("noun_classes").items()
    return {name: len(words) for name, words in lists if name not in NOT_BY_WORDS}


def classes_at_hand(held: Set[str], mentions: TokenMentions) -> frozenset[str]:
    """Return all classes that phrases of a sentence can have by its words, or by offices known.

    `held` are its words and lemmas in lower case. Longer forms count by the word that heads them,
    whether the rest stands there or not.
    """
    table = _by_head()
    named = (m for found in mentions.by_token.values() for m in found if m.kind == "actor")
    offices = (classes_of_office(mention) for mention in named)
    return _NONE.union(*(table[word] for word in held & table.keys()), *offices)


@cache
def _by_head() -> Mapping[str, frozenset[str]]:
    """Return a word → the classes of all that it can head, in the singular or by its name.

    Only classes that words alone give are kept: no other is ever ruled out.
    """
    by_words = _sizes().keys()
    out: dict[str, set[str]] = {}
    for form, classes in class_index().items():
        words = form.split()
        heads = {words[-1], words[0]} if "of" in words else {words[-1]}
        for head in heads:
            for word in (head, head + "s"):
                out.setdefault(word, set()).update(classes & by_words)
    return MappingProxyType({word: frozenset(found) for word, found in out.items() if found})
