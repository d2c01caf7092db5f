"""Mends trees of headlines: what befell their subject is no deed of its own, and verbs are none.

"Rebel Leader Arrested in Velm": the parser makes the leader arrest somebody. "Peru scraps tariffs
on Chile": it takes the verb for a noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.headlines import befell, is_told_as_headline, striking
from foedera.analyse.mending_days import Tree
from foedera.lexicons import load_words

_PAST = frozenset({"VBD", "VBN"})
_AIMED = frozenset({"on", "at", "from", "into", "back", "through"})
_MOST_NAMES = 3
_NAMES = frozenset({"NNP", "NNPS"})
_BESIDE = frozenset({"DT", "PRP$", "NNP", "NNPS", "CD"})
_DOING = frozenset({"dobj", "dative", "ccomp", "aux", "auxpass", "prt"})


def mend_headline(words: Sequence[str], tree: Tree) -> None:
    """Let what is told to have befallen a headline's subject befall it.

    A verb with an object or a helping verb is left as it is, and so is one of those that strike
    without an object: "Troops Fired On Crowd", "Rebels Attacked At Dawn".
    """
    for subject, (dep, verb) in enumerate(zip(tree.deps, tree.heads, strict=True)):
        if dep != "nsubj" or tree.tags[verb] not in _PAST or verb < subject:
            continue
        if words[verb].capitalize() not in befell() or not words[verb].islower():
            continue
        below = {d for d, head in zip(tree.deps, tree.heads, strict=True) if head == verb}
        strikes = words[verb].capitalize() in striking() and _strikes(words, subject, verb)
        if below.isdisjoint(_DOING) and not strikes and is_told_as_headline(words):
            tree.deps[subject], tree.tags[verb] = "nsubjpass", "VBN"


def _strikes(words: Sequence[str], subject: int, verb: int) -> bool:
    """Say whether the subject strikes: a force does, and whoever strikes at something."""
    behind = words[verb + 1].lower() if verb + 1 < len(words) else ""
    return behind in _AIMED or words[subject].lower() in load_words("headline_words")["forces"]


def mend_lost_verb(words: Sequence[str], tree: Tree) -> None:
    """Let the only word that may be a verb be one: "Peru [scraps] tariffs on Chile"."""
    verb = _lost_verb(words, tree)
    if verb is None:
        return
    root = next(at for at, head in enumerate(tree.heads) if at == head)
    for at, head in enumerate(tree.heads):
        if at != verb and head in {root, verb} and (at < verb or root <= verb):
            tree.heads[at] = verb
    if root != verb:
        tree.heads[root], tree.deps[root] = verb, "dobj"
    tree.tags[verb], tree.deps[verb], tree.heads[verb] = "VBZ", "ROOT", verb
    for at in range(verb):
        last = at == verb - 1
        tree.heads[at], tree.deps[at] = verb if last else verb - 1, "nsubj" if last else "compound"
        tree.tags[at] = "NNP"
    for at in range(verb + 1, len(words)):
        if tree.heads[at] == verb and tree.tags[at][0] == "N":
            tree.deps[at] = "dobj"
            return


def _lost_verb(words: Sequence[str], tree: Tree) -> int | None:
    """Return the verb behind the names that open a headline in which no other word is a verb."""
    verb = next((at for at, word in enumerate(words) if not word[:1].isupper()), 0)
    if not 0 < verb <= _MOST_NAMES or verb + 1 >= len(words):
        return None
    if any(tag[0] == "V" or tag == "MD" for at, tag in enumerate(tree.tags) if at >= verb):
        return None
    after, plural = tree.tags[verb + 1], tree.tags[verb] in {"NNS", "NNPS"}
    listed, word = load_words("headline_words"), words[verb]
    named = after in _BESIDE and (words[verb + 1][:1].isupper() or after not in _NAMES)
    if not plural or words[0].lower() in listed["openers"]:
        return None
    if word in listed["only_verbs"]:
        return verb if named or after in {"JJ", "NNS", "NN"} else None
    return verb if named and word in listed["verbs_too"] else None
