"""Mends clauses with "who" that hang on a noun whose number their verb does not have."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_MANY = frozenset({"have", "are", "were", "do"})
_ONE = frozenset({"has", "is", "was", "does"})
_PLURAL, _SINGULAR = frozenset({"NNS", "NNPS"}), frozenset({"NN", "NNP"})
_UP = frozenset({"pobj", "prep", "agent", "acl", "dobj"})
_SUBJECTS, _FINITE = frozenset({"nsubj", "nsubjpass"}), frozenset({"aux", "auxpass", "relcl"})
_REACH = 5


def one_meant(words: Sequence[str], tree: Tree, verb: int) -> int | None:
    """Return whom a clause tells of by its number: "rebels trained by Kenya who have fled".

    None where the noun that the parser gives agrees, or none above it does.
    """
    noun = tree.heads[verb]
    kids = [k for k, head in enumerate(tree.heads) if head == verb]
    if not any(words[k].lower() == "who" and tree.deps[k] in _SUBJECTS for k in kids):
        return None
    told = {words[k].lower() for k in (verb, *kids) if tree.deps[k] in _FINITE}
    wanted = _PLURAL if told & _MANY else _SINGULAR if told & _ONE else None
    if wanted is None or tree.tags[noun] in wanted or tree.tags[noun] not in _PLURAL | _SINGULAR:
        return None
    joined = any(tree.deps[k] == "conj" for k, head in enumerate(tree.heads) if head == noun)
    if joined or tree.deps[noun] == "conj":
        return None
    at = noun
    for _ in range(_REACH):
        if tree.deps[at] not in _UP:
            return None
        at = tree.heads[at]
        if tree.tags[at] in wanted and tree.deps[at] != "conj":
            return at
        if tree.tags[at] in {"VBD", "VBZ", "VBP"}:
            return None
    return None
