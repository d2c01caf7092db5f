"""Who else takes part in talks that the sentence tells in passing.

"Peru's president said at a news conference with the Chilean premier": he was there too.
"Peru's premier called the Chilean to discuss the lake": both discuss it.
"""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.extract.subjects import is_passive, logical_pair
from foedera.lexicons import load_words
from foedera.tree import children

_SETTINGS = frozenset({"at", "in", "during", "after", "before", "following", "on", "for"})
_WITH = frozenset({"with", "alongside"})


@cache
def _gathering() -> frozenset[str]:
    return frozenset(load_words("light_words")["gathering"])


@cache
def _speaking_to() -> frozenset[str]:
    return frozenset(load_words("light_words")["speaking_to"])


@cache
def _felling() -> frozenset[str]:
    return frozenset(load_words("light_words")["felling"])


@cache
def _fighters() -> frozenset[str]:
    classes = load_words("noun_classes")
    return frozenset([*classes["fighters"], *classes["forces"]])


def company_of(s: Sentence, trigger: int) -> tuple[int, ...]:
    """Return the heads of those who share in the talks at `trigger` by another verb's telling."""
    if s.tags[trigger].startswith("V"):
        return _met_for(s, trigger)
    return _there_too(s, trigger)


def _there_too(s: Sentence, noun: int) -> tuple[int, ...]:
    """Find who speaks or acts at talks with others: the subject of the verb that they set."""
    prep = s.heads[noun]
    if s.deps[noun] == "dobj" and s.lemmas[prep] in _speaking_to():
        return logical_pair(s, prep)[0]  # "told a meeting of the cabinet"
    if s.deps[noun] == "pobj" and s.words[prep].lower() == "of" and s.deps[s.heads[prep]] == "prep":
        prep = s.heads[prep]  # "bowed out of talks with X"
    elif s.deps[noun] != "pobj" or s.words[prep].lower() not in _SETTINGS:
        return ()
    if not any(s.words[k].lower() in _WITH for k in children(s, noun, "prep")):
        return ()
    verb = s.heads[prep]
    if s.tags[verb][0] != "V":
        return ()
    if is_passive(s, verb):
        return _fallen(s, verb)
    return logical_pair(s, verb)[0]


def _fallen(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find who fought where that is told of fighters: "a soldier was killed in clashes with X"."""
    if s.lemmas[verb] not in _felling():
        return ()
    return tuple(t for t in logical_pair(s, verb)[1] if s.lemmas[t].lower() in _fighters())


def _met_for(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find with whom one met or spoke in order to: "called X to discuss the lake"."""
    head = s.heads[verb]
    if s.tags[verb] != "VB" or s.deps[verb] not in {"advcl", "xcomp"}:
        return ()
    if s.lemmas[head] not in _gathering():
        return ()
    found = list(logical_pair(s, head)[1])
    for prep in children(s, head, "prep"):
        if s.words[prep].lower() in _WITH:
            found += children(s, prep, "pobj")
    return tuple(found)
