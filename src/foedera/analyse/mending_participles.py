"""Mends trees in which an adjective in "-ing" is taken for a verb: "accused neighbouring Egypt"."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

# Nobody does these to anybody, so that what stands behind is what they tell of.
_ADJECTIVES = frozenset(
    {"neighbouring", "neighboring", "warring", "feuding", "adjoining", "retreating", "advancing",
     "competing"}
)  # fmt: skip
_CLAUSES = frozenset({"pcomp", "xcomp", "advcl", "ccomp", "csubj", "acl", "prep", "dobj", "pobj"})
_BESIDE = frozenset({"compound", "amod", "nmod", "nummod", "punct", "poss"})
_OBJECTS = frozenset({"dobj", "pobj", "nsubj", "attr"})


def is_adjective(words: Sequence[str], tree: Tree, token: int) -> bool:
    """Say whether a word only tells of the noun behind it, and the parser made it a verb."""
    if words[token].lower() not in _ADJECTIVES or tree.tags[token] != "VBG":
        return False
    return tree.deps[token] in _CLAUSES and _noun_behind(tree, token) is not None


def make_adjective(tree: Tree, token: int) -> None:
    """Let the noun behind a word stand where the word stands, and the word tell of it."""
    noun = _noun_behind(tree, token)
    assert noun is not None
    above = tree.heads[token]
    for other, head in enumerate(tree.heads):
        if head == token and other not in (noun, token):
            tree.heads[other] = noun if other < noun else _clause(tree, above)
    tree.deps[noun], tree.heads[noun] = _role(tree, token, above)
    if above == token:  # it was the verb of the sentence
        tree.heads[noun] = noun
    tree.tags[token], tree.deps[token], tree.heads[token] = "JJ", "amod", noun


def _noun_behind(tree: Tree, token: int) -> int | None:
    """Return the noun that ends the phrase right behind a word, if the word governs it."""
    at = token + 1
    while at < len(tree.tags) and tree.deps[at] in _BESIDE and tree.tags[at] != "DT":
        at += 1
    if at >= len(tree.tags) or tree.tags[at][0] != "N" or tree.heads[at] != token:
        return None
    return at if tree.deps[at] in _OBJECTS else None


def _clause(tree: Tree, token: int) -> int:
    """Return the verb in whose clause a word stands, the word itself where there is none."""
    at = token
    for _ in range(6):
        if tree.tags[at][0] == "V" or tree.heads[at] == at:
            return at
        at = tree.heads[at]
    return token


def _role(tree: Tree, token: int, above: int) -> tuple[str, int]:
    """Return label and head of the noun: what the word had, told of a noun."""
    dep = tree.deps[token]
    if tree.deps[above] == "mark":  # "that neighbouring Chad armed them"
        return "nsubj", tree.heads[above]
    if tree.tags[above] in {"IN", "TO"}:
        return "pobj", above
    if dep in {"csubj", "advcl", "ccomp"} and token < above:
        return "nsubj", above
    return "dobj", above
