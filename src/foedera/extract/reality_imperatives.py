"""Reads what is told to be done: "release the men", "never deal with Chad"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_shades import Reading
from foedera.tree import children

_OPENING = frozenset({'"', "“", "``", "'", "‘", ":", ";", "--", "—", "–", "(", "[", "*", "•"})
_BEFORE = frozenset(
    {"please", "never", "always", "just", "now", "then", "so", "and", "but", "do", "don't", "not",
     "n't", "n’t", "first", "simply", "instead", "stop", "go"}
)  # fmt: skip
_TOLD = frozenset({"ROOT", "ccomp", "xcomp", "parataxis", "advcl"})
_POINTING = frozenset(
    {"see", "take", "consider", "remember", "recall", "look", "think", "note", "read", "watch",
     "imagine", "add", "compare", "witness", "ask", "forget", "believe", "call", "expect", "listen",
     "blame", "thank", "suppose", "say", "tell", "let", "count", "stop", "end", "cease"}
)  # fmt: skip
"""Verbs by which a reader is shown what happened; what is to stop goes on."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl", "mark")


def imperative(s: Sentence, verb: int) -> Reading | None:
    """Read a bare verb that opens its clause as asked for, or as what more hangs on.

    "Attack us and you start a war" tells what would follow.
    """
    first = verb
    while s.deps[first] == "conj" and s.tags[first] == "VB" and s.tags[s.heads[first]] == "VB":
        first = s.heads[first]
    if not opens_order(s, first) or s.lemmas[verb].lower() in _POINTING:
        return None
    if first != verb:
        joined = {s.words[k].lower() for k in children(s, s.heads[verb], "cc") if k < verb}
        return Reading("conditional" if joined & {"or"} else "demanded", "imperative")
    follows = [k for k in children(s, verb, "conj") if children(s, k, "nsubj")]
    return Reading("conditional" if follows else "demanded", "imperative")


def is_command(s: Sentence, verb: int) -> bool:
    """Say whether a clause that is spoken orders somebody to act: ""Strike them," X said"."""
    told = s.deps[verb] == "ccomp" and s.tags[verb] == "VB" and not children(s, verb, "aux")
    return told or opens_order(s, verb)


def opens_order(s: Sentence, verb: int) -> bool:
    """Say whether a bare verb without a subject opens its clause: "Free them", "please leave"."""
    if s.tags[verb] != "VB" or s.deps[verb] not in _TOLD or children(s, verb, *_SUBJECTS):
        return False
    if any(s.words[k].lower() not in _BEFORE for k in children(s, verb, "aux", "auxpass")):
        return False
    at = verb - 1
    while at >= 0 and s.words[at].lower() in _BEFORE:
        at -= 1
    return at < 0 or s.words[at] in _OPENING
