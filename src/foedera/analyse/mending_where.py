"""Mends trees whose first word tells where, and is taken for a part of the name behind it.

"Near Oran, soldiers arrested two men": the parser reads a name "Near Oran" that arrests.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_WHERE = frozenset({"near", "outside", "inside", "off", "around", "across", "along", "beyond"})
_NAMES = frozenset({"NNP", "NNPS"})
_LOOSE = frozenset({"nsubj", "nsubjpass", "npadvmod", "dep", "nmod", "ROOT"})


def mend_where(words: Sequence[str], tree: Tree) -> None:
    """Let the place that opens a sentence be where its verb happens: "[Near Oran], he said"."""
    if words[0].lower() not in _WHERE or tree.tags[0] == "IN":
        return
    name = tree.heads[0]
    if tree.deps[0] == "prep":
        tree.tags[0] = "IN"
    elif name and tree.tags[name] in _NAMES and tree.deps[name] in _LOOSE:
        verb = _verb_behind(words, tree, name)
        if verb is not None:
            tree.tags[0], tree.deps[0], tree.heads[0] = "IN", "prep", verb
            tree.deps[name], tree.heads[name] = "pobj", 0


def _verb_behind(words: Sequence[str], tree: Tree, name: int) -> int | None:
    """Return the verb of a name at the front that is set off by a comma and has no part in it."""
    verb = tree.heads[name]
    told = verb > name and tree.tags[verb][0] == "V" and words[name + 1] == ","
    others = [
        at
        for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True))
        if dep in {"nsubj", "nsubjpass", "expl"} and head == verb and at != name
    ]
    return verb if told and others else None
