"""How two tellings are worded: twice the same text, rare words of their own, both at the top."""

from __future__ import annotations

from foedera.merge.feature_setting import CLOSE, printed_apart
from foedera.merge.kindred import load_kindred
from foedera.merge.near import Feature, Found, Near, find
from foedera.merge.rarity import alike
from foedera.merge.telling import Telling

ALIKE = 0.7
"""Clauses this much alike are one text printed twice, if what stands around them is alike too."""
AROUND_ALIKE = 0.4
TOP = 600
"""What a report tells within so many characters is what it is about."""


def like_words(a: Telling, b: Telling) -> float:
    """Return how alike the clauses of two tellings are, rare words counting most."""
    return words_in_both(a, b)[1]


def words_in_both(a: Telling, b: Telling) -> tuple[frozenset[str], float]:
    """Return the words that the clauses of two tellings share, and how alike these make them.

    Several findings about a pair ask for it, one after the other.
    """
    left, right, answer = _ASKED[0]
    if left is a and right is b:
        return answer
    shared = a.words & b.words
    answer = shared, alike(shared, a.heft[0], b.heft[0]) if shared else 0.0
    _ASKED[0] = a, b, answer
    return answer


_ASKED: list[tuple[Telling | None, Telling | None, tuple[frozenset[str], float]]] = [
    (None, None, (frozenset(), 0.0))
]
"""The pair that was asked for last."""


def one_text(a: Telling, b: Telling, near: Near) -> Found | None:
    """Clause and surroundings are alike word for word: one text, printed in two reports."""
    if a.source.report == b.source.report or like_words(a, b) < ALIKE:
        return None
    if alike(a.around & b.around, a.heft[1], b.heft[1]) < AROUND_ALIKE:
        return None
    return find("one_text", "one text, printed in both")


def rare_words(a: Telling, b: Telling, near: Near) -> Found | None:
    """Clauses of two reports hold a rare word that is no party's name: of whom, with what.

    What people do all day does not count: they meet and march over one matter in one town.
    """
    shared = a.telltale & b.telltale
    if not shared or a.source.report == b.source.report:
        return None
    if a.claim.kind in load_kindred().frequent:
        return None
    return find("rare_words", "both clauses hold {}", shared)


def both_at_top(a: Telling, b: Telling, near: Near) -> Found | None:
    """Two reports of the same days open with it, in some words alike: they are about it."""
    if not are_at_top(a, b):
        return None
    return find("both_at_top", "both reports tell it at the top")


def are_at_top(a: Telling, b: Telling) -> bool:
    """Say whether two reports of the same days tell it among their first words, partly alike."""
    if a.claim.passage.trigger.start >= TOP or b.claim.passage.trigger.start >= TOP:
        return False
    if a.words.isdisjoint(b.words):
        return False
    apart = printed_apart(a, b)
    return a.source.report != b.source.report and apart is not None and apart <= CLOSE


WORD_FEATURES: tuple[Feature, ...] = (one_text, rare_words, both_at_top)
