"""Mends rows of names told with places: "Lind of Peru, Boe of Chile and Moe of Mali".

The parser takes Boe for another word for Lind, or joins him to Peru.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_phrases import hangs_on

_NAMES = frozenset({"NNP", "NNPS"})
_WHENCE = frozenset({"of", "from"})
_BEFORE_LAST = frozenset({"and", "or"})
_PARTS = frozenset({"compound", "nmod"})
_APART = frozenset({",", "and", "or"})


def row_with_places(words: Sequence[str], tree: Tree, token: int) -> int | None:
    """Return the name that another goes on from, where both are told with their places.

    A name behind a comma goes on a row only where a third closes it: "Lind of Peru, head of" may
    tell who she is.
    """
    if not _has_place(words, tree, token):
        return None
    first = _first(tree, token)
    if first < 1 or words[first - 1].lower() not in _APART:
        return None
    one = _with_place(words, tree, token)
    if one is None or (tree.deps[token] == "conj" and tree.heads[token] == one):
        return None
    return one if tree.deps[token] == "conj" or _is_closed(words, tree, token) else None


def _has_place(words: Sequence[str], tree: Tree, token: int) -> bool:
    """Say whether a name stands right before the word that leads to its place."""
    named = tree.tags[token] in _NAMES and token + 2 < len(words)
    return named and words[token + 1].lower() in _WHENCE


def _with_place(words: Sequence[str], tree: Tree, token: int) -> int | None:
    """Return the name above, told with a place by the same word, itself or by that place."""
    head = tree.heads[token]
    if tree.deps[head] == "pobj" and words[tree.heads[head]].lower() in _WHENCE:
        head = tree.heads[tree.heads[head]]
    alike = head < token and words[head + 1].lower() == words[token + 1].lower()
    return head if alike and tree.tags[head] in _NAMES else None


def _is_closed(words: Sequence[str], tree: Tree, token: int) -> bool:
    """Say whether "and" leads to one more name with its place behind the row's second."""
    for last in range(token + 3, len(words) - 2):
        if tree.deps[last] != "conj" or not token <= tree.heads[last] < last:
            continue
        closes = words[_first(tree, last) - 1].lower() in _BEFORE_LAST
        if closes and _has_place(words, tree, last):
            return True
    return False


def _first(tree: Tree, token: int) -> int:
    """Return where the phrase of a name opens."""
    at = token
    while at > 0 and tree.tags[at - 1] in _NAMES | {"NNS"} and hangs_on(tree, at - 1, token):
        at -= 1
    return at


def join_with_place(tree: Tree, token: int, one: int) -> None:
    """Let a name be one more of the row that another opens, and its place be its own."""
    tree.heads[token], tree.deps[token] = one, "conj"
    if tree.deps[token + 1] == "prep":
        tree.heads[token + 1] = token


def in_chain(words: Sequence[str], tree: Tree, token: int) -> int | None:
    """Return what a name in a chain of hyphens tells of: "[Peru]-Chile-South Korea talks".

    The parser hangs it on the first word of the name behind, which is not the name's own, or on
    the name before as another word for it.
    """
    if tree.tags[token] not in _NAMES:
        return None
    if tree.deps[token] == "appos":
        before = tree.heads[token]
        part = tree.deps[before] in _PARTS and before < token < tree.heads[before]
        return tree.heads[before] if part and words[_first(tree, token) - 1] == "-" else None
    behind = token + 2
    if behind + 1 >= len(words) or words[token + 1] != "-" or tree.tags[behind] not in _NAMES:
        return None
    whole = tree.heads[behind] if tree.deps[behind] == "compound" else behind
    part = tree.heads[token] == behind and whole == behind + 1
    return whole if part and tree.tags[whole] in _NAMES else None


def join_chain(tree: Tree, token: int, whole: int) -> None:
    """Let a name tell of what its whole chain tells of."""
    tree.heads[token], tree.deps[token] = whole, "compound"
