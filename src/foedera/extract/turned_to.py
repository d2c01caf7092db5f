"""Whom somebody turns to: by the verb told before ("called X and asked"), by what he gives up."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive
from foedera.tree import children

_TO = frozenset({"to", "with"})
_SUBJECTS = ("nsubj", "nsubjpass")
_CLAUSES = ("acl", "advcl", "relcl", "ccomp")
_MARKS = frozenset({"for", "that"})


def turned_to(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return whom the clause before talks to: "called X and asked for help", "wrote to X asking".

    Nobody where it only calls him something ("called X a liar and asked for calm").
    """
    above = s.heads[verb]
    goes_on = s.deps[verb] == "conj" or (s.deps[verb] == "advcl" and s.tags[verb] in {"VBG", "VB"})
    if not goes_on or s.lemmas[above] not in role_words("contacting"):
        return ()
    if s.tags[above][0] != "V" or is_passive(s, above) or children(s, verb, *_SUBJECTS):
        return ()
    if children(s, above, "oprd", "ccomp", "xcomp"):
        return ()
    found = [k for k in children(s, above, "dobj", "dative") if s.tags[k] != "IN"]
    for prep in children(s, above, "prep", "dative"):
        if s.words[prep].lower() in _TO and prep < verb:
            found += children(s, prep, "pobj")
    return tuple(k for k in found if k < verb)


def asked_below(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return who is to act by a demand: "gave up its demand for X to leave", "that X leave"."""
    out: list[int] = []
    for clause in children(s, noun, *_CLAUSES):
        marks = {s.words[k].lower() for k in children(s, clause, "mark")}
        if s.tags[clause] in {"VB", "VBP"} and not marks.isdisjoint(_MARKS):
            out += children(s, clause, *_SUBJECTS)
    return tuple(out)
