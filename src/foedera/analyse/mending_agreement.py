"""Mends clauses that hang on a noun, or on another's clause, whose number their verb has not."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_MANY = frozenset({"have", "are", "were", "do"})
_ONE = frozenset({"has", "is", "was", "does"})
_PLURAL, _SINGULAR = frozenset({"NNS", "NNPS"}), frozenset({"NN", "NNP"})
_UP = frozenset({"pobj", "prep", "agent", "acl", "dobj"})
_SUBJECTS, _FINITE = frozenset({"nsubj", "nsubjpass"}), frozenset({"aux", "auxpass", "relcl"})
_THEY, _HE = frozenset({"they", "we", "these", "those"}), frozenset({"he", "she", "it"})
_CROWDS = frozenset({"police", "people", "staff", "crew", "family", "team", "public", "majority"})
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


def teller_goes_on(words: Sequence[str], tree: Tree, verb: int) -> int | None:
    """Return the verb of saying that a second verb goes on by its number.

    "Officials said [the army fled] and have asked for help": the officials have. None where the
    clause that is said has the number too, or the one who says it has not.
    """
    said = tree.heads[verb]
    saying = tree.heads[said]
    if tree.deps[said] != "ccomp" or not saying < said < verb:
        return None
    kids = [k for k, head in enumerate(tree.heads) if head == verb]
    if any(tree.deps[k] in _SUBJECTS for k in kids):
        return None
    told = [
        k for k in (verb, *kids) if (k == verb or tree.deps[k] in _FINITE) and _is_finite(tree, k)
    ]
    finite = {words[k].lower() for k in told}
    wanted = _PLURAL if finite & _MANY else _SINGULAR if finite & _ONE else None
    inner, outer = _number(words, tree, said), _number(words, tree, saying)
    if wanted is None or inner is None or outer != wanted or inner == wanted:
        return None
    return saying


def _is_finite(tree: Tree, token: int) -> bool:
    return tree.tags[token] in {"VBP", "VBZ", "VBD"}


def _number(words: Sequence[str], tree: Tree, verb: int) -> frozenset[str] | None:
    """Return the tags of the number that a verb's own subject has, None where it has none."""
    for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True)):
        if head == verb and dep in _SUBJECTS and at < verb:
            joined = any(
                d == "conj" and h == at for d, h in zip(tree.deps, tree.heads, strict=True)
            )
            if joined or tree.tags[at] in _PLURAL or words[at].lower() in _THEY:
                return _PLURAL
            alone = tree.tags[at] in _SINGULAR and words[at].lower() not in _CROWDS
            return _SINGULAR if alone or words[at].lower() in _HE else None
    return None
