"""Mends trees of headlines that leave out "was": what befell their subject is no deed of its own.

"Rebel Leader Arrested in Velm": the parser makes the leader arrest somebody.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.headlines import befell, is_told_as_headline, striking
from foedera.analyse.mending_days import Tree
from foedera.lexicons import load_words

_PAST = frozenset({"VBD", "VBN"})
_AIMED = frozenset({"on", "at", "from", "into", "back", "through"})
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
