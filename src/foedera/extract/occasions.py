"""What lies about a noun for talks: who acts after them, and whether they were told before."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.extract.subjects import logical_pair
from foedera.tree import children

_WHEN = frozenset({"after", "during", "following", "at", "in"})
_WITH_IT = frozenset({"when", "as", "after"})
_MEASURING = frozenset({"of", "in"})
_NAMING = frozenset({"with", "between", "among", "by", "from", "of"})


def circumstances(s: Sentence, noun: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the slots that only what lies about a noun fills, by their names."""
    for name, found in (("occasion", occasion_of(s, noun)), ("pointing", points_back(s, noun))):
        if found:
            yield name, found


def at_once(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return who and what acts in the clause that a verb came with: "died when a bomb went off"."""
    out: list[int] = []
    for clause in children(s, verb, "advcl"):
        if any(s.words[k].lower() in _WITH_IT for k in children(s, clause, "advmod", "mark")):
            out += children(s, clause, "nsubj", "nsubjpass", "dobj")
    return tuple(out)


def points_back(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return the word by which a noun points back at what was told before: "the talks", "his trip".

    A plural may do so alone ("after talks failed"). What names who takes part points at nothing.
    """
    if any(s.words[k].lower() in _NAMING for k in children(s, noun, "prep")):
        return ()
    modifiers = children(s, noun, "amod", "compound", "poss", "nummod", "nmod")
    if any(s.lemmas[k].lower() in role_words("of_others") for k in modifiers):
        return ()
    if any(s.tags[k][:3] == "NNP" for k in modifiers):
        return ()
    words = children(s, noun, "det", "poss")
    if not words:
        bare = s.tags[noun] == "NNS" and s.lemmas[noun] in role_words("pointing_bare")
        return (noun,) if bare else ()
    return tuple(k for k in words if s.words[k].lower() in role_words("pointing_words"))


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
