"""Times that date something else than the act whose words they stand among."""

from __future__ import annotations

from collections.abc import Mapping

from foedera.data import Sentence
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_words import role_words
from foedera.tree import children

_REMEMBERED = "anniversary"
_ANOTHERS = frozenset({"connection", "reminiscent", _REMEMBERED})


def is_ruled_out(s: Sentence, token: int) -> bool:
    """Say whether what stands here is told not to be so: "on Thursday, and not on Tuesday"."""
    prep = s.heads[token] if s.deps[token] == "pobj" else token
    before = [w.lower() for w in s.words[max(0, prep - 2) : prep]]
    if before[-1:] == ["not"] and s.tags[prep] in {"IN", "TO"}:
        return prep < 2 or s.tags[prep - 2][0] in ",CI"
    return before == ["instead", "of"] or before == ["rather", "than"]


def is_of_another(s: Sentence, token: int) -> bool:
    """Say whether a time behind a preposition is that of something only named or likened.

    "The Border Act of 1982", "rules dating to 1948", "held in connection with a theft in 2011",
    "on the anniversary of May 3, 2001".
    """
    prep = s.heads[token]
    if s.deps[token] != "pobj":
        return False
    above, word = s.heads[prep], s.words[prep].lower()
    if word == "since" and _is_counted_from(s, prep):
        return True
    named = s.tags[above] in {"NNP", "NNPS"} and s.tags[token] == "CD" and word == "of"
    dating = s.lemmas[above] == "date" and s.tags[above] == "VBG" and word in {"to", "from"}
    if named or dating or s.lemmas[above] in _ANOTHERS:
        return True
    return s.tags[token] == "CD" and "connection" in s.words[above:prep]


def _is_counted_from(s: Sentence, since: int) -> bool:
    """Say whether "since" bounds a row: "for the first time since 2003", "its worst raid since"."""
    noun = next((t for t in range(since - 1, -1, -1) if s.tags[t] in {"NN", "NNS"}), None)
    if noun is None or any(s.tags[t][0] in "V,." for t in range(noun + 1, since)):
        return False
    near = {s.words[k].lower() for k in children(s, noun, "amod")}
    most = any(s.tags[k] == "JJS" for k in children(s, noun, "amod"))
    return most or bool(near & role_words("ranked_first"))


def is_remembered(s: Sentence, token: int) -> bool:
    """Say whether a time is that of what an anniversary is of: "of the May 3, 2001, landing"."""
    noun = s.heads[token] if s.deps[token] == "nmod" else token
    return s.deps[noun] == "pobj" and s.lemmas[s.heads[s.heads[noun]]] == _REMEMBERED


def dates_a_thing(token: int, s: Sentence, triggers: Mapping[int, int], family: str) -> bool:
    """Say whether a time set before a noun dates that noun alone: "ended the 1953 pact".

    So it is with texts, and with whatever a statement is about ("praised Monday's offer").
    """
    noun = s.heads[token]
    named = s.tags[noun] not in {"NN", "NNS"} and s.tags[token] != "CD"  # "Wednesday Trump said"
    if noun <= token or s.tags[noun][0] != "N" or named or noun in triggers:
        return False
    above = s.heads[noun]
    if s.deps[noun] == "pobj" and s.words[above].lower() in role_words("containing_time"):
        aired = s.lemmas[noun].lower() in role_words("aired")  # "the raid on five Sunday shows"
        return aired and family not in {"statement", "request"}
    if s.deps[noun] == "conj":  # "the vote and the 1987 crash"
        return True
    if family in {"statement", "request"}:
        return True
    return not classes_of(s, noun).isdisjoint(role_words("text_classes"))
