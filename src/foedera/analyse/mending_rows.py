"""Mends trees in which the last of a row hangs on what stands before it and is not of its sort.

"Peru held envoys Lind and Boe, and aid worker Moe": the parser joins Moe to the holding. "Groups
such as Omar on the border and Nur on the flank": it joins Nur to the border.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_phrases import hangs_on

_NAMES = frozenset({"NNP", "NNPS"})
_JOINING = frozenset({"and", "or", "as"})
_NOT_ALONE = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "cop", "dobj", "acomp", "attr"})


def row_of(words: Sequence[str], tree: Tree, token: int) -> int | None:
    """Return the noun that a name at the end of a row is one with, None where its tree stands."""
    if tree.tags[token] not in _NAMES:
        return None
    head = tree.heads[token]
    if tree.tags[head][0] == "V":
        return _object_of(words, tree, token)
    return _name_above(words, tree, token) if tree.deps[token] == "conj" else None


def _object_of(words: Sequence[str], tree: Tree, token: int) -> int | None:
    """Return the object of the verb that a name was joined to, where nothing makes it a clause."""
    verb, first = tree.heads[token], _first(tree, token)
    pairs = list(enumerate(zip(tree.deps, tree.heads, strict=True)))
    own = {dep for _, (dep, head) in pairs if head == token}
    behind = tree.tags[token + 1 : token + 2]
    if first < 1 or words[first - 1].lower() not in _JOINING or behind in (["CD"], ["VBN"]):
        return None
    if not own.isdisjoint(_NOT_ALONE):
        return None
    found = [
        at for at, (dep, head) in pairs if dep == "dobj" and head == verb and verb < at < first
    ]
    return found[0] if len(found) == 1 else None


def _name_above(words: Sequence[str], tree: Tree, token: int) -> int | None:
    """Return the name that a place is told of, where a second name was joined to the place.

    A verb's object is told so where both names have the same word before their places.
    """
    place = tree.heads[token]
    prep, first = tree.heads[place], _first(tree, token)
    name = tree.heads[prep]
    plain = tree.tags[place] in {"NN", "NNS"} and words[place].islower()
    if tree.deps[place] != "pobj" or not plain or not first:
        return None
    if words[first - 1].lower() not in _JOINING:
        return None
    if tree.tags[name][0] == "V" and words[token + 1 : token + 2] == words[prep : prep + 1]:
        found = [at for at in range(name, prep) if tree.heads[at] == name]
        return next((at for at in found if tree.deps[at] == "dobj" and _is_name(tree, at)), None)
    if not _is_name(tree, name) or tree.deps[name] not in {"appos", "pobj", "dobj", "conj"}:
        return None
    return tree.heads[name] if tree.deps[name] == "appos" else name


def _is_name(tree: Tree, token: int) -> bool:
    return tree.tags[token] in _NAMES


def _first(tree: Tree, token: int) -> int:
    """Return where the phrase of a name opens."""
    at = token
    while at > 0 and tree.deps[at - 1] != "cc" and hangs_on(tree, at - 1, token):
        at -= 1
    return at


def join_row(tree: Tree, token: int, one: int) -> None:
    """Let a name be one more of the row that a noun opens."""
    tree.heads[token], tree.deps[token] = one, "conj"
