"""Mends trees in which what a plan is for hangs on the verb above it.

"Police foiled a plot to attack the house": the parser makes the attack why police foiled it.
"Accused Chad of planning to attack it": why Chad was accused.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_PLANS = frozenset(
    {"plot", "plots", "conspiracy", "conspiracies", "scheme", "schemes", "ploy", "attempt",
     "attempts", "bid", "bids", "plan", "plans", "effort", "efforts", "campaign", "decision"}
)  # fmt: skip


def plan_before(words: Sequence[str], tree: Tree, verb: int) -> int | None:
    """Return the plan right before "to" and a verb that the parser hung on the verb above both."""
    plan = verb - 2
    if plan < 1 or words[verb - 1].lower() != "to" or tree.tags[verb] != "VB":
        return None
    if tree.tags[plan] == "VBG" and tree.deps[plan] == "pobj":
        above = tree.heads[tree.heads[plan]]
        return plan if above == tree.heads[verb] and tree.tags[above][0] == "V" else None
    meant = words[plan].lower() in _PLANS and tree.deps[plan] == "dobj"
    return plan if meant and tree.heads[plan] == tree.heads[verb] else None


def make_plan(tree: Tree, verb: int, plan: int) -> None:
    """Let a plan be for what a verb tells."""
    gerund = tree.deps[plan] == "pobj"
    tree.heads[verb], tree.deps[verb] = plan, "xcomp" if gerund else "acl"
    if gerund:
        tree.deps[plan] = "pcomp"
