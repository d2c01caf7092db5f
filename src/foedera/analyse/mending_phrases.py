"""Tells what belongs to a noun's phrase while a tree is mended, and whether it is a tree still."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_NEAR = 3
_APART = frozenset({"cc", "punct"})


def hangs_on(tree: Tree, token: int, name: int) -> bool:
    """Say whether a token belongs to a noun's phrase, at most three steps below it."""
    for _ in range(_NEAR):
        token = tree.heads[token]
        if token == name:
            return True
    return False


def is_under(tree: Tree, token: int, above: int) -> bool:
    """Say whether a token hangs on another, at however many removes."""
    for _ in tree.heads:
        token = tree.heads[token]
        if token == above:
            return True
    return False


def opening(tree: Tree, noun: int) -> int:
    """Return where the phrase of a noun opens, its article and first names within."""
    at = noun
    while at > 0 and tree.deps[at - 1] not in _APART and is_under(tree, at - 1, noun):
        at -= 1
    return at


def is_tree(heads: Sequence[int]) -> bool:
    """Say whether every token hangs, at however many removes, on a root.

    >>> is_tree([1, 1, 1]), is_tree([1, 0, 2])
    (True, False)
    """
    rooted = [head == at for at, head in enumerate(heads)]
    for token in range(len(heads)):
        way: list[int] = []
        while not rooted[token]:
            if len(way) > len(heads):
                return False
            way.append(token)
            token = heads[token]
        for passed in way:
            rooted[passed] = True
    return True
