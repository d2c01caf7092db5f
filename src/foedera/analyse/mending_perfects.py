"""Mends trees in which a shortened "has" is taken for "is": "she's accused Peru"."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_SHORT = frozenset({"'s", "’s"})
_HANDED = (
    "accord", "allow", "ask", "assign", "award", "call", "charg", "consider", "declar", "deem",
    "deni", "fin", "gave", "give", "grant", "guarantee", "hand", "lend", "lent", "made", "name",
    "offer", "ow", "paid", "promis", "refus", "show", "taught", "told", "tax",
)  # fmt: skip
"""How verbs begin that keep an object in the passive: "he's denied entry", "he's named envoy"."""


def mend_perfect(words: Sequence[str], tree: Tree, token: int) -> None:
    """Let who has done something to somebody not be whom it befell.

    A participle with an object of its own is no passive, but of verbs with two objects; one that
    bears "down on" somebody has one.
    """
    verb = tree.heads[token]
    if words[token].lower() not in _SHORT or tree.tags[verb] not in {"VBN", "VBD"} or verb < token:
        return
    below = [(at, dep) for at, dep in enumerate(tree.deps) if tree.heads[at] == verb and at != verb]
    acted = any(dep == "dobj" and at > verb for at, dep in below) or _bears_down(words, below)
    been = any(words[at].lower() == "been" for at, dep in below if dep in {"aux", "auxpass"})
    passive = any(dep == "agent" for _, dep in below) or words[verb].lower().startswith(_HANDED)
    if been or (acted and not passive):
        tree.deps[token] = "aux"
    if acted and not been and not passive:
        tree.tags[verb] = "VBN"
        for at, dep in below:
            if dep == "nsubjpass":
                tree.deps[at] = "nsubj"


def _bears_down(words: Sequence[str], below: Sequence[tuple[int, str]]) -> bool:
    """Say whether a participle is followed by "down on": "he's cracked down on the press"."""
    return any(
        dep == "prt" and [w.lower() for w in words[at : at + 2]] == ["down", "on"]
        for at, dep in below
    )
