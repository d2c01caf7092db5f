"""Mends trees of headlines that leave out "was": what befell their subject is no deed of its own.

"Rebel Leader Arrested in Velm": the parser makes the leader arrest somebody.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.headlines import befell, is_told_as_headline
from foedera.analyse.mending_days import Tree

_PAST = frozenset({"VBD", "VBN"})
_DOING = frozenset({"dobj", "dative", "ccomp", "aux", "auxpass", "prt"})


def mend_headline(words: Sequence[str], tree: Tree) -> None:
    """Let what is told to have befallen a headline's subject befall it.

    A verb with an object or a helping verb is left as it is.
    """
    for subject, (dep, verb) in enumerate(zip(tree.deps, tree.heads, strict=True)):
        if dep != "nsubj" or tree.tags[verb] not in _PAST or verb < subject:
            continue
        if words[verb].capitalize() not in befell() or not words[verb].islower():
            continue
        below = {d for d, head in zip(tree.deps, tree.heads, strict=True) if head == verb}
        if below.isdisjoint(_DOING) and is_told_as_headline(words):
            tree.deps[subject], tree.tags[verb] = "nsubjpass", "VBN"
