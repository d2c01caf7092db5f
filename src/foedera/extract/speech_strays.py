"""Verbs joined by the parser to what is said that go on with what is told of the speaker."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import Sentence
from foedera.extract.speech_cues import cues
from foedera.extract.speech_phrases import kid, trim
from foedera.tree import subtree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PRESENT = frozenset({"VBZ", "VBP"})
_BELOW = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "conj"})
_OWN = ("nsubj", "nsubjpass", "aux")


def without_stray(s: Sentence, content: Sequence[int], over: int) -> tuple[int, ...]:
    """Cut a second verb off the content that by its form goes with the verb `over` it.

    "urged her to stay and promised help": "promised" was joined to "stay" by the parser.
    """
    for n, t in enumerate(content):
        if s.deps[t] == "conj" and t > over and _goes_with(s, t, over):
            kept = [c for c in content[:n] if c < min(subtree(s, t))]
            return trim(s, kept) if kept else tuple(content)
    return tuple(content)


def _goes_with(s: Sentence, verb: int, over: int) -> bool:
    joined = s.heads[verb]
    if _says_on_its_own(s, verb):
        return s.tags[over] in _FINITE
    if joined == over or any(s.deps[k] in _OWN for k in s.children[verb]):
        return False
    finite = s.tags[verb] in _FINITE and s.tags[over] in _FINITE and s.tags[joined] in ("VB", "VBG")
    gerund = s.tags[verb] == s.tags[over] == "VBG" and s.tags[joined] in _FINITE
    return finite or gerund or _turns_back(s, verb, over)


def _turns_back(s: Sentence, verb: int, over: int) -> bool:
    """Read "said they are active, and cited the attack": by its tense "cited" goes with "said"."""
    joined = s.heads[verb]
    if s.tags[verb] != "VBD" or s.tags[over] != "VBD" or s.tags[joined] not in _PRESENT:
        return False
    joins = next((k for k in s.children[joined] if s.deps[k] == "cc" and k < verb), 0)
    return s.words[joins - 1] == "," or cues().admits("v", s.lemmas[verb], "clause")


def rejoined(s: Sentence, verb: int) -> int | None:
    """Return the verb that a stray one goes on from, None where the parser was right."""
    if s.deps[verb] != "conj" or (_says_on_its_own(s, verb) and kid(s, verb, *_OWN) is not None):
        return None
    at = s.heads[verb]
    while s.deps[at] in _BELOW and s.heads[at] != at:
        at = s.heads[at]
        if s.lemmas[at] in cues().quoting and _goes_with(s, verb, at):
            return at
    return None


def _says_on_its_own(s: Sentence, verb: int) -> bool:
    """Say whether a joined verb has its own speaker and words ("and diplomats said it was")."""
    if s.lemmas[verb] not in cues().quoting or s.tags[verb] not in _FINITE:
        return False
    return kid(s, verb, "nsubj") is not None and kid(s, verb, "ccomp") is not None
