"""Whose a verb is where the parser joined or hung it elsewhere: asides, cut rows, matters told."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.extract.answering import answering_verb
from foedera.extract.role_words import role_words
from foedera.lexicons import load_words
from foedera.tree import children

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMING = frozenset({"NN", "NNS", "NNP", "NNPS"})
_AROUND = frozenset({"amid", "after", "despite", "following", "over", "about", "against"})
_MATTERS = _AROUND | {"on", "of", "by", "regarding", "concerning", "for"}
_TRIES = frozenset({"effort", "attempt", "bid", "move", "push", "drive"})  # "rejected efforts to"
_DEALT_WITH = frozenset({"dobj", "nsubjpass"})
_MAX_CLIMB = 6


@cache
def _tellings() -> frozenset[str]:
    return frozenset(load_words("light_words")["tellings"])


@cache
def _sayings() -> frozenset[str]:
    return frozenset(load_words("light_words")["governing_clauses"]) | role_words("joined_sayings")


def cut_off(s: Sentence, verb: int) -> tuple[int, ...]:
    """Take the noun before a verb that the parser joined to another: "a pass and police were"."""
    first = min([verb, *children(s, verb, "aux", "auxpass", "neg")])
    loose = s.deps[verb] in {"advcl", "ccomp"} and s.heads[verb] < verb
    loose = loose and not children(s, verb, "mark")
    if not (loose or s.deps[verb] == "conj") or first == 0 or s.tags[first] not in _FINITE | {"MD"}:
        return ()
    noun = first - 1
    if s.deps[noun] != "conj" or s.tags[noun] not in _NAMING or s.heads[noun] == s.heads[verb]:
        return ()
    opens = min([noun, *children(s, noun, "det", "amod", "compound", "poss", "nummod")])
    return (noun,) if opens > 0 and s.words[opens - 1].lower() in {"and", "but"} else ()


def told_aside(s: Sentence, verb: int, saying: int) -> int | None:
    """Return the clause that a saying set into it only tells: "X came, says Y, and left"."""
    if s.tags[saying] == s.tags[verb]:
        return None  # "they lied, X said and accused Y"
    told = children(s, saying, "ccomp")
    told += [s.heads[saying]] if s.deps[saying] == "parataxis" else []
    before = [k for k in told if k < saying and s.tags[k] == s.tags[verb]]
    behind = any(k > before[0] for k in children(s, saying, "nsubj")) if before else False
    return before[0] if behind else None


def speaks_on(s: Sentence, verb: int, head: int) -> int | None:
    """Return the saying whose speaker a participle is of: "X said Y cheats, urging Z to act"."""
    if s.deps[verb] != "advcl" or s.tags[verb] != "VBG" or verb < head:
        return None
    beside = s.words[verb - 1] == "," or any(
        s.words[k].lower() == "while" for k in children(s, verb, "mark")
    )
    if not beside or s.lemmas[verb] not in role_words("speaking_on"):
        return None
    at = head
    for _ in range(_MAX_CLIMB):
        above = s.heads[at]
        if s.deps[at] == "ccomp" and above < at and s.lemmas[above] in _tellings():
            return above
        if s.deps[at] not in {"advcl", "conj", "ccomp"} or above == at:
            return None
        at = above
    return None


def goes_on_blaming(s: Sentence, verb: int, head: int) -> int | None:
    """Return the participle that a second one goes on: "spoke, blaming Y for it and urging Z".

    What is said stands beside the blame; a deed is of whoever is blamed ("for leaving and lying").
    """
    if s.tags[verb] != "VBG":
        return None
    blaming = s.heads[s.heads[head]]
    if s.deps[head] != "pcomp" or s.lemmas[verb] not in _sayings():
        return None
    loose = s.tags[blaming] == "VBG" and s.deps[blaming] in {"advcl", "acl", "conj"}
    return blaming if loose and s.lemmas[blaming] in role_words("blaming_verbs") else None


def whom_noun_asks(s: Sentence, noun: int) -> tuple[int, ...] | None:
    """Return who is to do what a call or demand asks for, None where the noun is neither.

    Never who calls: "calls by X on Y to leave", "Y rejected X's call to leave".
    """
    if is_spoken_of(s, noun):
        return ()
    if s.words[noun].lower() not in role_words("answered_calls"):
        return None
    for prep in children(s, noun, "prep"):
        if s.words[prep].lower() in {"on", "upon"}:
            return tuple(children(s, prep, "pobj"))
    verb = s.heads[noun]
    made = s.deps[noun] == "dobj" and s.lemmas[verb].lower() in role_words("calling")
    owned = children(s, noun, "poss") or _is_of_a_state(s, noun) or _is_told_whose(s, noun)
    if not (made or owned):
        return None
    answering = answering_verb(s, noun)
    if answering is None:
        return ()
    verb = answering
    by = tuple(t for k in children(s, verb, "agent") for t in children(s, k, "pobj"))
    return by if s.deps[noun] == "nsubjpass" else tuple(children(s, verb, "nsubj"))


def _is_of_a_state(s: Sentence, noun: int) -> bool:
    """Say whether an adjective of origin tells who asks: "a Peruvian demand to leave"."""
    return any(s.tags[k] == "JJ" and s.words[k][:1].isupper() for k in children(s, noun, "amod"))


def _is_told_whose(s: Sentence, noun: int) -> bool:
    return any(s.words[k].lower() in {"by", "from"} for k in children(s, noun, "prep"))


def is_spoken_of(s: Sentence, noun: int) -> bool:
    """Say whether a deed is only a matter that a clause is about: "information on a plot to kill".

    Who speaks of it does not do it.
    """
    whole = s.heads[noun] if s.deps[noun] == "conj" else noun
    above = s.heads[whole]
    owned = any(s.words[k][:1].isupper() for k in children(s, noun, "compound", "amod"))
    if children(s, noun, "poss") or owned or _is_told_whose(s, noun):
        return False
    if s.deps[whole] in _DEALT_WITH:  # "foiled a plot to", "denounced the decision to"
        verb = s.lemmas[above].lower()
        tried = s.lemmas[noun].lower() in _TRIES and verb in role_words("answering_verbs")
        return tried or verb in role_words("on_others_deeds")
    if s.deps[whole] != "pobj" or s.words[above].lower() not in _MATTERS:
        return False
    deeds = role_words("deeds_spoken_of")
    if s.words[above].lower() in _AROUND:
        deeds = deeds | role_words("deeds_agreed")
    return s.lemmas[noun].lower() in deeds


def cut_from_range(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find a subject that a range was cut from: "[Between] 200 and 400 soldiers were sent"."""
    for kid in children(s, verb, "prep", "mark"):
        if kid < verb and s.words[kid].lower() == "between":
            return tuple(k for k in children(s, kid, "pobj") if children(s, k, "nummod"))
    return ()


def called_so(s: Sentence, noun: int) -> tuple[int, ...]:
    """Keep what a pronoun is said to be: of "they were the only party to oppose" the party."""
    above = s.heads[noun]
    told = s.deps[noun] == "attr" and children(s, above, "nsubj")
    return (noun,) if told and all(s.tags[k] == "PRP" for k in told) else ()
