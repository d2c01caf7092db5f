"""Mends trees in which whoever tells a sentence at its end is taken for one more of a row.

In "Peru has sent tanks to Chile, Meduza reported" the parser joins Meduza to Chile.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_NAMES = frozenset({"NNP", "NNPS"})
_TELLING = frozenset(
    {"said", "says", "reported", "reports", "announced", "claimed", "wrote", "added", "confirmed",
     "quoted"}
)  # fmt: skip


def reported_last(words: Sequence[str], tree: Tree, name: int) -> int | None:
    """Return the verb by which a name tells all that stands before its comma."""
    verb = _first_behind(tree, name)
    if verb is None or words[verb].lower() not in _TELLING or tree.tags[name] not in _NAMES:
        return None
    root, opening = tree.heads[verb], _opening(tree, name)
    if tree.heads[root] != root or tree.tags[root][0] != "V" or root > opening:
        return None
    if opening < 1 or words[opening - 1] != "," or tree.heads[name] > opening:
        return None
    pairs = list(zip(tree.deps, tree.heads, strict=True))
    joined = any(dep == "cc" and head == tree.heads[name] for dep, head in pairs)
    own = any(dep in {"nsubj", "nsubjpass", "dobj", "auxpass"} and head == verb
              for dep, head in pairs)  # fmt: skip
    return None if joined or own else verb


def tell_last(words: Sequence[str], tree: Tree, name: int, verb: int) -> None:
    """Let the name tell, by the verb right behind it, what the sentence says before its comma."""
    root, comma = tree.heads[verb], _opening(tree, name) - 1
    tree.deps[root], tree.heads[root] = "ccomp", verb
    tree.deps[verb], tree.heads[verb] = "ROOT", verb
    tree.deps[name], tree.heads[name] = "nsubj", verb
    tree.heads[comma] = verb
    if words[-1] in {".", "!", "?"}:
        tree.heads[len(words) - 1] = verb


def _first_behind(tree: Tree, name: int) -> int | None:
    """Return the past or present verb right behind a name and what hangs on it."""
    at = name + 1
    while at < len(tree.tags) and hangs_on(tree, at, name):
        at += 1
    return at if at < len(tree.tags) and tree.tags[at] in {"VBD", "VBZ", "VBN"} else None


def _opening(tree: Tree, name: int) -> int:
    """Return where the phrase of a name opens."""
    at = name
    while at > 0 and hangs_on(tree, at - 1, name):
        at -= 1
    return at


def hangs_on(tree: Tree, token: int, name: int) -> bool:
    """Say whether a token belongs to a noun's phrase, at most three steps below it."""
    for _ in range(3):
        token = tree.heads[token]
        if token == name:
            return True
    return False
