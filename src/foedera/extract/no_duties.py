"""What is told of an agreement that lays no duty on anybody: what comes of it, a right, a law."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.extract.pact_terms import is_agreement
from foedera.extract.reality_denied import negation
from foedera.extract.subjects import is_passive, surface_subject
from foedera.extract.talked_terms import is_only_talk
from foedera.lexicons import load_words
from foedera.tree import children

_SUBJECTS = ("nsubj", "nsubjpass")
_ASKING = ("requiring", "laying_on", "curbing", "granting", "containing")
_RELATIVE = frozenset({"which", "that", "it"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("obligation_words")[name]))


def lays_no_duty(s: Sentence, head: int) -> bool:
    """Say whether a verb that tells terms of an agreement lays nothing on anybody.

    "The pact does not require Peru to", "the bill requires Peru's government to", "it would
    remove the specter of war".
    """
    if is_outcome(s, head) or is_only_talk(s, head) or _is_of_things(s, head):
        return True
    return _is_denied(s, head) or _has_right(s, head) or _is_law(s, head)


def is_outcome(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells what comes of an agreement, not what is laid down in it."""
    if any(s.lemmas[k].lower() in _words("outcomes") for k in children(s, verb, "dobj")):
        return True
    lemma = s.lemmas[verb].lower()
    if lemma in _words("weighed_by_it"):
        return True  # "it would constitute an act of aggression under the charter"
    aims = lemma in _words("aims") and bool(children(s, verb, "xcomp"))
    if not aims and lemma not in _words("comes_of_it"):
        return False
    return any(_is_agreement_told(s, k) for k in children(s, verb, *_SUBJECTS))


def is_right(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells what somebody has a right to: "the right to object"."""
    above = s.heads[verb]
    return s.deps[verb] == "acl" and s.lemmas[above].lower() in _words("rights")


def _has_right(s: Sentence, head: int) -> bool:
    """Say whether somebody is told to have or get a right: "Peru has the right to object"."""
    had = s.lemmas[head].lower() in _words("having") | _words("given")
    return had and any(s.lemmas[k].lower() in _words("rights") for k in children(s, head, "dobj"))


def _is_denied(s: Sentence, head: int) -> bool:
    """Say whether an agreement is told not to ask for something: "does not oblige either to".

    So it is where somebody "is not obliged to".
    """
    asks = any(s.lemmas[head].lower() in _words(name) for name in _ASKING)
    freed = is_passive(s, head) and s.lemmas[head].lower() in _words("laying_on")
    told = freed or all(_is_agreement_told(s, k) for k in children(s, head, *_SUBJECTS))
    return asks and told and negation(s, head) is not None


def _is_agreement_told(s: Sentence, noun: int) -> bool:
    return s.words[noun].lower() in _RELATIVE or is_agreement(s, noun)


def _is_law(s: Sentence, head: int) -> bool:
    """Say whether it is a law of one land that requires it: "the Arms Export Act requires".

    So it is "by the Act", and where "it" stands behind a law: "by the text of the bill, it bars".
    """
    if _binds_states(s, head):
        return False  # "the resolution obliges all countries to"
    nouns = [k for by in children(s, head, "agent") for k in children(s, by, "pobj")]
    for noun in (*surface_subject(s, head), *nouns):
        if s.words[noun].lower() == "it":
            noun = _told_last(s, noun)
        if _is_home_law(s, noun):
            return True
    return False


def _binds_states(s: Sentence, head: int) -> bool:
    clauses = children(s, head, "ccomp", "xcomp")
    bound = [*children(s, head, "dobj"), *(k for c in clauses for k in children(s, c, *_SUBJECTS))]
    return any(s.words[k].lower() in _words("bound_by_name") for k in bound)


def _told_last(s: Sentence, pronoun: int) -> int:
    """Return the law or agreement named last before a pronoun, else the pronoun."""
    before = range(pronoun - 1, -1, -1)
    return next((k for k in before if _is_home_law(s, k) or is_agreement(s, k)), pronoun)


def _is_home_law(s: Sentence, noun: int) -> bool:
    before = s.words[noun - 1].lower() if noun else ""
    of_states = before in _words("acts_of_states") or _is_numbered(s, noun)
    return s.tags[noun][0] == "N" and s.lemmas[noun].lower() in _words("laws") and not of_states


def _is_numbered(s: Sentence, noun: int) -> bool:
    """Say whether it is a resolution of the Security Council, which goes by its number alone."""
    after = s.words[noun + 1] if noun + 1 < len(s.words) else ""
    alone = not noun or not s.words[noun - 1][:1].isupper()
    return s.lemmas[noun].lower() == "resolution" and after[:1].isdigit() and alone


def _is_of_things(s: Sentence, head: int) -> bool:
    """Say whether an effort is what something takes, not what a party owes.

    "A vote is required to pass it", "it requires further study".
    """
    if s.lemmas[head].lower() != "require":
        return False
    told = children(s, head, "dobj", "nsubjpass")
    told += [s.heads[head]] if s.deps[head] == "acl" and s.tags[head] == "VBN" else []
    return any(s.lemmas[k].lower() in _words("efforts") for k in told)
