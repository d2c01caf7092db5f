"""The noun that a clause behind it is about, where the parser hung it on the last one."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.tree import children

_LINES = frozenset({"border", "frontier", "line", "boundary"})
_WHERE = frozenset({"in", "at", "on", "near", "outside", "across", "along", "over"})


def antecedent(s: Sentence, clause: int) -> int:
    """Return the noun that a relative clause is about.

    "The treaty on good relations that Peru signed": what is signed is the treaty; "the raid in
    Gao, Mali, that killed nine": no town kills.
    """
    noun = s.heads[clause]
    place = s.tags[noun][:3] == "NNP" or s.lemmas[noun].lower() in _LINES
    if place and s.lemmas[clause].lower() in role_words("harming_verbs"):
        return _happening_at(s, noun)
    if s.lemmas[clause].lower() not in role_words("made_of_pacts") and not _begins(s, clause):
        return noun
    at = noun
    while s.deps[at] == "pobj" and s.tags[s.heads[s.heads[at]]][0] == "N":
        at = s.heads[s.heads[at]]
        if s.lemmas[at].lower() in role_words("pact_nouns"):
            return at
    return noun


def _happening_at(s: Sentence, place: int) -> int:
    """Return the noun that happened at a place, else the place: "the raid on a base in [Gao]"."""
    at = place
    while s.deps[at] == "pobj" and s.words[s.heads[at]].lower() in _WHERE:
        above = s.heads[s.heads[at]]
        if s.tags[above] not in {"NN", "NNS", "VBG"}:
            break
        at = above
    return place if s.tags[at][:3] == "NNP" else at


def _begins(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells that something takes effect or comes into force."""
    below = [*children(s, verb, "dobj")]
    below += [k for p in children(s, verb, "prep") for k in children(s, p, "pobj")
              if s.words[p].lower() == "into"]  # fmt: skip
    return any(s.words[k].lower() in {"effect", "force", "operation"} for k in below)
