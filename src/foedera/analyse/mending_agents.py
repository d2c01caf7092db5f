"""Mends trees in which who charges somebody hangs on what he is charged with.

"Chad was accused of spying [by Mali]", "hit with sanctions [by Mali]": Mali accuses and hits.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_CHARGED = frozenset(
    {"accused", "suspected", "convicted", "acquitted", "cleared", "charged", "hit", "slapped",
     "threatened", "presented", "provided", "supplied", "armed", "stripped", "warned"}
)  # fmt: skip
_WITH = frozenset({"of", "with"})


def mend_agents(words: Sequence[str], tree: Tree) -> None:
    """Let "by" behind what somebody is accused of or hit with tell who does that to him."""
    if "by" not in words:
        return
    for by, dep in enumerate(tree.deps):
        if dep not in {"prep", "agent"} or words[by].lower() != "by":
            continue
        noun = tree.heads[by]
        prep = tree.heads[noun]
        verb = tree.heads[prep]
        if noun != by - 1 or tree.deps[noun] not in {"pobj", "pcomp"}:
            continue
        if words[prep].lower() not in _WITH or words[verb].lower() not in _CHARGED:
            continue
        own = {d for d, h in zip(tree.deps, tree.heads, strict=True) if h == verb}
        if "auxpass" in own and "agent" not in own:
            tree.deps[by], tree.heads[by] = "agent", verb
