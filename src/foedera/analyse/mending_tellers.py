"""Mends trees in which whoever tells a sentence at its end is taken for one more of a row.

In "Peru has sent tanks to Chile, Meduza reported" the parser joins Meduza to Chile.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_phrases import hangs_on

_NAMES = frozenset({"NNP", "NNPS"})
_TELLING = frozenset(
    {"said", "says", "reported", "reports", "announced", "claimed", "wrote", "added", "confirmed",
     "quoted"}
)  # fmt: skip

_INVERTED = frozenset(
    {"added", "adds", "admits", "admitted", "alleged", "alleges", "announced", "announces",
     "argued", "argues", "boasted", "boasts", "cautioned", "cautions", "charged", "charges",
     "claimed", "claims", "complained", "complains", "conceded", "concedes", "concluded",
     "concludes", "confirmed", "confirms", "contended", "contends", "declared", "declares",
     "explained", "explains", "feared", "fears", "hinted", "hints", "hoped", "hopes",
     "insisted", "insists", "noted", "notes", "observed", "observes", "pledged", "pledges",
     "predicted", "predicts", "promised", "promises", "quipped", "quips", "recalled",
     "recalls", "reckoned", "reckons", "replied", "replies", "reported", "reports", "said",
     "says", "stated", "states", "stressed", "stresses", "suggested", "suggests", "vowed",
     "vows", "warned", "warns", "writes", "wrote"}
)  # fmt: skip


def reported_last(words: Sequence[str], tree: Tree, name: int) -> int | None:
    """Return the verb by which a name tells all that stands before its comma."""
    verb = _first_behind(tree, name)
    if verb is None or words[verb].lower() not in _TELLING or tree.tags[name] not in _NAMES:
        return None
    root, opening = tree.heads[verb], _opening(tree, name)
    if tree.heads[root] != root or tree.tags[root][0] != "V" or root > opening:
        return None
    if opening < 1 or words[opening - 1] != "," or tree.heads[name] > opening:
        return None
    pairs = list(zip(tree.deps, tree.heads, strict=True))
    joined = any(dep == "cc" and head == tree.heads[name] for dep, head in pairs)
    own = any(dep in {"nsubj", "nsubjpass", "dobj", "auxpass"} and head == verb
              for dep, head in pairs)  # fmt: skip
    return None if joined or own else verb


def tell_last(words: Sequence[str], tree: Tree, name: int, verb: int) -> None:
    """Let the name tell, by the verb right behind it, what the sentence says before its comma."""
    root, comma = tree.heads[verb], _opening(tree, name) - 1
    tree.deps[root], tree.heads[root] = "ccomp", verb
    tree.deps[verb], tree.heads[verb] = "ROOT", verb
    tree.deps[name], tree.heads[name] = "nsubj", verb
    tree.heads[comma] = verb
    if words[-1] in {".", "!", "?"}:
        tree.heads[len(words) - 1] = verb


def told_by_object(words: Sequence[str], tree: Tree, noun: int) -> bool:
    """Say whether an object tells all before the comma: "The pact is dead, declares the [paper]".

    Its verb governs what stands before, or cannot be of the same doer: "leads fail, cautions Y".
    """
    verb, last = tree.heads[noun], len(words) - 1
    if tree.deps[noun] != "dobj" or words[verb].lower() not in _INVERTED or verb < 3:
        return False
    behind = last if words[last] in {".", "!", "?", '"', "”"} else last + 1
    whole = all(at == noun or hangs_on(tree, at, noun) for at in range(verb + 1, behind))
    if words[verb - 1] not in {",", '"', "”", "''"} or not whole:
        return False
    below = [at for at, head in enumerate(tree.heads) if head == verb and at != verb]
    if any(tree.deps[at] in {"nsubj", "aux", "auxpass"} for at in below):
        return False
    if any(tree.deps[at] == "ccomp" and at < verb for at in below):
        return True
    return tree.deps[verb] == "conj" and tree.tags[verb] == "VBZ" and _of_many(words, tree, verb)


def _of_many(words: Sequence[str], tree: Tree, verb: int) -> bool:
    """Say whether the clause that a verb is joined to has a subject that the verb does not fit."""
    first = tree.heads[verb]
    for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True)):
        if dep == "nsubj" and head == first:
            return tree.tags[at] in {"NNS", "NNPS"} or words[at].lower() in {"they", "we", "you"}
    return False


def tell_by_object(tree: Tree, noun: int) -> None:
    """Let an object be who tells, of all that stands before its verb."""
    verb = tree.heads[noun]
    tree.deps[noun] = "nsubj"
    if tree.deps[verb] == "conj":
        first = tree.heads[verb]
        tree.deps[verb] = tree.deps[first]
        tree.heads[verb] = verb if tree.heads[first] == first else tree.heads[first]
        tree.deps[first], tree.heads[first] = "ccomp", verb


def _first_behind(tree: Tree, name: int) -> int | None:
    """Return the past or present verb right behind a name and what hangs on it."""
    at = name + 1
    while at < len(tree.tags) and hangs_on(tree, at, name):
        at += 1
    return at if at < len(tree.tags) and tree.tags[at] in {"VBD", "VBZ", "VBN"} else None


def _opening(tree: Tree, name: int) -> int:
    """Return where the phrase of a name opens."""
    at = name
    while at > 0 and hangs_on(tree, at - 1, name):
        at -= 1
    return at
