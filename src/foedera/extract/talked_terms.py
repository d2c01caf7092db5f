"""What is only said of an agreement, and is none of its terms: feared, asked for, doubted."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.pact_terms import is_agreement
from foedera.extract.reality_denied import negation
from foedera.extract.subjects import is_passive, surface_subject
from foedera.lexicons import load_words
from foedera.tree import ancestors, children

_SUBJECTS = ("nsubj", "nsubjpass")
_LEFT_OPEN = frozenset({"may", "might", "could"})
_WISHED = frozenset({"must", "should", "ought"})
_WHETHER = frozenset({"whether", "if"})
_NOT_ONE = frozenset({"no", "none", "neither", "not"})
_ANY = frozenset({"any", "every"})


def is_only_talk(s: Sentence, head: int) -> bool:
    """Say whether a verb tells what somebody fears, wants, doubts or means by an agreement.

    "Critics say it would cost jobs", "any deal must free them", "it might limit its army", "whether
    the deal will stop it", "the deal is the best way to curb it".
    """
    if _is_open(s, head) or _is_asked_of_it(s, head) or _is_aim(s, head):
        return True
    return _is_feared(s, head) or _is_none_done(s, head)


def _words(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("obligation_words")[name]))


def _helping(s: Sentence, verb: int) -> frozenset[str]:
    return frozenset(s.words[k].lower() for k in children(s, verb, "aux"))


def _is_open(s: Sentence, head: int) -> bool:
    """Say whether it only may be so: "might agree to", "would have banned", "whether it will"."""
    helping = _helping(s, head)
    if helping & _LEFT_OPEN and negation(s, head) is None and _is_pacts(s, head):
        return True
    if {"would", "have"} <= helping or (
        s.deps[head] == "acl" and s.lemmas[s.heads[head]].lower() in _words("event_nouns")
    ):
        return True  # "in case they will use it"
    return any(s.words[k].lower() in _WHETHER for k in children(s, head, "mark")) and _is_pacts(
        s, head
    )


def _is_pacts(s: Sentence, head: int) -> bool:
    """Say whether an agreement itself, or who may yet agree, is told to do something."""
    agrees = s.lemmas[head].lower() in _words("agreeing")
    return agrees or any(is_agreement(s, k) for k in children(s, head, *_SUBJECTS))


def _is_asked_of_it(s: Sentence, head: int) -> bool:
    """Say whether one asks that an agreement do something: "any deal must", "a pact should"."""
    for noun in children(s, head, *_SUBJECTS):
        if not is_agreement(s, noun):
            continue
        whichever = any(s.words[k].lower() in _ANY for k in children(s, noun, "det"))
        if whichever or _helping(s, head) & _WISHED:
            return True
    return False


def _is_aim(s: Sentence, head: int) -> bool:
    """Say whether an infinitive tells what for, or how long: "for any deal to last"."""
    above = s.heads[head]
    if s.deps[head] == "pcomp" and s.tags[head] == "VBG":
        return s.lemmas[s.heads[above]].lower() in _words("means")  # "solution to preventing"
    if "to" not in _helping(s, head):
        return False
    if s.deps[head] in {"acl", "relcl"} and s.lemmas[above].lower() in _words("means"):
        return True
    for_it = any(s.words[k].lower() == "for" for k in children(s, head, "mark"))
    if s.deps[head] == "advcl" or (for_it and _is_pacts(s, head)):
        return True
    return s.deps[head] in {"xcomp", "ccomp"} and s.lemmas[above].lower() in _words("serving")


def _is_feared(s: Sentence, head: int) -> bool:
    """Say whether friends or foes of it, or a fear, tell what will come: "critics say it would"."""
    for at in (head, *ancestors(s, head)):
        above = s.heads[at]
        if s.deps[at] not in {"ccomp", "acl", "conj", "advcl", "relcl"} or above == at:
            return False
        if s.deps[at] in {"ccomp", "acl"}:
            told = s.lemmas[above].lower()
            if told in _words("fearing"):
                return True
            who = (s.lemmas[k].lower() for k in surface_subject(s, above))
            if s.deps[at] == "ccomp" and not _words("taking_sides").isdisjoint(who):
                return True
    return False


def _is_none_done(s: Sentence, head: int) -> bool:
    """Say whether it is complained that nothing is done: "not one reactor is destroyed"."""
    if not is_passive(s, head) or _helping(s, head) - {"has", "have"}:
        return False
    return any(
        s.words[k].lower() in _NOT_ONE
        for noun in children(s, head, "nsubjpass")
        for k in (noun - 1, noun - 2, *s.children[noun])
        if k >= 0
    )
