"""Mends trees in which what somebody is asked to do is taken for an aim.

"Kenya pushed Chad [to leave] on Monday": the parser makes it why Kenya pushed.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.lexicons import load_words

_NAMES = frozenset({"NNP", "NNPS"})


def mend_asked(words: Sequence[str], tree: Tree) -> None:
    """Let an infinitive right behind whom a verb asks be what he is asked."""
    for clause, dep in enumerate(tree.deps):
        verb = tree.heads[clause]
        if dep != "advcl" or tree.tags[clause] != "VB" or clause < verb:
            continue
        if words[verb].lower() not in load_words("headline_words")["asked_by"]:
            continue
        to = next((at for at in range(verb + 2, clause) if words[at].lower() == "to"), None)
        if to is None or tree.heads[to] != clause or tree.tags[to - 1] not in _NAMES:
            continue
        if tree.deps[to - 1] == "dobj" and tree.heads[to - 1] == verb:
            tree.deps[clause] = "xcomp"
