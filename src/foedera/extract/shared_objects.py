"""Objects that verbs in a row share: "to arm, equip and, if need be, train the rebels"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.tree import children

_OBJECTS = ("dobj",)
_PAST = frozenset({"VBD", "VBN"})
_BETWEEN = frozenset({",", "CC", "RB", "TO"})
_MAX_ROW = 3


def shared_object(s: Sentence, verb: int, depth: int = 0) -> tuple[int, ...]:
    """Take the object of a verb joined behind: "captured and killed the men".

    Between the two stand only adverbs and other verbs of the row.
    """
    for other in children(s, verb, "conj"):
        alike = s.tags[other] == s.tags[verb] or {s.tags[other], s.tags[verb]} == _PAST
        if not alike or any(not _joins(s, t, verb) for t in range(verb + 1, other)):
            continue
        if found := tuple(children(s, other, *_OBJECTS)):
            return found
        if depth < _MAX_ROW:
            return shared_object(s, other, depth + 1)
    return ()


def _joins(s: Sentence, word: int, verb: int) -> bool:
    """Say whether a word only joins the verbs of a row."""
    return s.tags[word] in _BETWEEN or (s.deps[word] == "conj" and s.tags[word][0] == "V")
