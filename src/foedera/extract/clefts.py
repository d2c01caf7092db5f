"""Whom a clause picks out or counts, or takes from the one before: "it was X that did it"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.tree import children

_SOME = frozenset({"some", "many", "most", "all", "both", "several", "few", "none", "one"})


def picked_out(s: Sentence, verb: int) -> int | None:
    """Return whom "it was X that" picks out, where the parser took the clause for what is said."""
    be = s.heads[verb]
    if s.deps[verb] != "ccomp" or s.lemmas[be] != "be" or children(s, verb, "mark"):
        return None
    opened = any(s.words[k].lower() == "it" for k in children(s, be, "nsubj", "expl"))
    return next((k for k in children(s, be, "attr") if k < verb), None) if opened else None


def counted_of(s: Sentence, token: int) -> int:
    """Return the relative pronoun of "some of whom", any other token as it is."""
    if s.words[token].lower() in _SOME:
        for prep in children(s, token, "prep"):
            for inner in children(s, prep, "pobj") if s.words[prep].lower() == "of" else ():
                if s.tags[inner][0] == "W":
                    return inner
    return token


def passive_before(s: Sentence, verb: int) -> int | None:
    """Return the passive that a second one goes on from: "was shot by guards and arrested".

    Who "was kidnapped by rebels and rescued" was rescued by others.
    """
    if s.lemmas[verb] in role_words("done_by_others"):
        return None
    first = s.heads[verb]
    bare = not children(s, verb, "aux", "auxpass", "nsubj", "nsubjpass", "dobj")
    if s.deps[verb] != "conj" or not bare or first > verb:
        return None
    return first if s.tags[first] == s.tags[verb] == "VBN" else None


def is_counted_one(s: Sentence, clause: int) -> bool:
    """Say whether an infinitive tells of the name before its count: "X, one of the first to go"."""
    name = s.heads[clause]
    counts = (k for k in children(s, name, "appos") if name < k < clause)
    return s.tags[name][0] == "N" and any(
        s.tags[k] in {"CD", "DT"} and any(s.words[p] == "of" for p in children(s, k, "prep"))
        for k in counts
    )
