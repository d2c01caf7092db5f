"""Who takes part in talks that only tell when something else was done: "signed after talks"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.subjects import logical_pair
from foedera.tree import children

_WHEN = frozenset({"after", "during", "following", "at", "in"})
_MEASURING = frozenset({"of", "in"})


def occasion_of(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return who acts after, during or at what a noun tells, none where it is told by itself.

    "Chad and Niger agreed after two days of talks": Chad and Niger.
    """
    at = noun
    for _ in range(2):
        prep = s.heads[at]
        if s.deps[at] != "pobj" or s.deps[prep] != "prep":
            return ()
        above = s.heads[prep]
        if s.words[prep].lower() in _WHEN and s.tags[above][0] == "V":
            return _doers(s, above)
        if s.words[prep].lower() not in _MEASURING:
            return ()
        at = above
    return ()


def _doers(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return the doers of a verb, or of the one that it goes on: "signed ... after meeting"."""
    subject = logical_pair(s, verb)[0]
    return tuple(t for t in subject if t not in children(s, verb, "agent"))
