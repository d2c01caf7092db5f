"""Mends trees in which the doer of a second clause is taken for one more object of the first.

"Kenya attacked Chad and [Togo] sent arms": right before a verb that has no other subject stands
who does it.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_tellers import hangs_on

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SEVERAL = frozenset({"are", "were", "have", "do"})
_ONE = frozenset({"is", "was", "has", "does"})
_GOVERNED = frozenset({"dobj", "pobj", "attr"})
_HELPING = frozenset({"aux", "auxpass", "neg", "advmod"})
_JOINING = frozenset({"and", "but"})


def mend_clauses(words: Sequence[str], tree: Tree) -> None:
    """Give verbs joined to others the doers that stand between "and" and them."""
    for verb, dep in enumerate(tree.deps):
        if dep in {"conj", "ccomp"} and tree.tags[verb][0] == "V" and verb > tree.heads[verb]:
            doer = _doer_before(words, tree, verb)
            if doer is not None:
                _give(tree, verb, doer)


def _doer_before(words: Sequence[str], tree: Tree, verb: int) -> int | None:
    """Return the noun right before a verb without a subject, joined by "and" to an object."""
    own = [(at, dep) for at, dep in enumerate(tree.deps) if tree.heads[at] == verb and at != verb]
    if any(dep in _SUBJECTS for _, dep in own):
        return None
    helped = [at for at, dep in own if dep in {"aux", "auxpass"} and at < verb]
    if tree.tags[verb] not in _FINITE and not helped:
        return None
    before = verb - 1
    while before > 0 and tree.heads[before] == verb and tree.deps[before] in _HELPING:
        before -= 1
    if tree.tags[before][0] != "N" or tree.deps[before] != "conj":
        return None
    first, opens = tree.heads[before], _opening(tree, before)
    joined = opens > 0 and words[opens - 1].lower() in _JOINING and tree.heads[opens - 1] == first
    governed = tree.deps[first] in _GOVERNED and first < opens - 1
    pair = all(words[at] != "," for at in range(first, opens))
    fits = _agrees(words, tree, verb, before, helped)
    return before if joined and governed and pair and fits and tree.heads[verb] < first else None


def _agrees(words: Sequence[str], tree: Tree, verb: int, noun: int, helped: Sequence[int]) -> bool:
    """Say whether a verb has the number of a noun: "the ruling and the sentence [have] stood"."""
    finite = helped[0] if helped else verb
    word, tag = words[finite].lower(), tree.tags[finite]
    several = word in _SEVERAL or (tag == "VBP" and word not in _ONE)
    one = word in _ONE or tag == "VBZ"
    plural = tree.tags[noun] in {"NNS", "NNPS"}
    return not (several and not plural) and not (one and tree.tags[noun] == "NNS")


def _opening(tree: Tree, noun: int) -> int:
    """Return where the phrase of a noun opens."""
    at = noun
    while at > 0 and tree.deps[at - 1] not in {"cc", "punct"} and hangs_on(tree, at - 1, noun):
        at -= 1
    return at


def _give(tree: Tree, verb: int, doer: int) -> None:
    """Make a noun the subject of a verb, and the verb one more clause beside the first."""
    first = tree.heads[doer]
    passive = ("auxpass", verb) in zip(tree.deps, tree.heads, strict=True)
    tree.deps[doer], tree.heads[doer] = "nsubjpass" if passive else "nsubj", verb
    beside = first
    while tree.tags[beside][0] not in "VM" and tree.heads[beside] != beside:
        beside = tree.heads[beside]
    for at in range(first + 1, doer):
        if tree.deps[at] == "cc" and tree.heads[at] == first:
            tree.heads[at] = beside
    if tree.tags[beside][0] == "V" and beside < verb and tree.heads[beside] == tree.heads[verb]:
        tree.deps[verb], tree.heads[verb] = "conj", beside
