"""Mends clauses that tell what a demand asks for: "France's demand that he step down".

The tagger takes the bare verb for a present, and "that" for what he steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_ASKING = frozenset(
    {"demand", "demands", "call", "calls", "request", "requests", "appeal", "appeals", "plea",
     "pleas", "insistence", "proposal", "proposals", "recommendation", "order", "orders",
     "suggestion", "condition", "stipulation", "ultimatum", "petition", "urgings"}
)  # fmt: skip
_ONE = frozenset({"NN", "NNP"})
_HE = frozenset({"he", "she", "it"})


def mend_subjunctives(words: Sequence[str], tree: Tree) -> None:
    """Let bare verbs with one doer tell what the noun above them asks for."""
    for token, dep in enumerate(tree.deps):
        if dep in {"relcl", "acl"}:
            _make_demand(words, tree, token)


def _make_demand(words: Sequence[str], tree: Tree, verb: int) -> None:
    noun = tree.heads[verb]
    if tree.tags[verb] != "VBP" or words[noun].lower() not in _ASKING:
        return
    kids = [k for k, head in enumerate(tree.heads) if head == verb]
    doers = [k for k in kids if tree.deps[k] in {"nsubj", "nsubjpass"}]
    that = [k for k in kids if words[k].lower() == "that" and k == noun + 1]
    one = doers and (tree.tags[doers[0]] in _ONE or words[doers[0]].lower() in _HE)
    if not one or not that or any(tree.deps[k] == "conj" for k in _below(tree, doers[0])):
        return
    tree.tags[verb], tree.deps[verb] = "VB", "acl"
    tree.tags[that[0]], tree.deps[that[0]] = "IN", "mark"


def _below(tree: Tree, noun: int) -> list[int]:
    return [k for k, head in enumerate(tree.heads) if head == noun]
