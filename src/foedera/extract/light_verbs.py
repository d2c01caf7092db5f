"""Verbs that lend their place to the noun they carry: "held talks", "is under attack"."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive, logical_pair
from foedera.lexicons import load_words
from foedera.tree import children

_MAX_CLIMB = 4
_ONWARD = frozenset({"off", "ahead", "on", "forward", "along", "through"})
_COMMON = frozenset({"NN", "NNS"})


@cache
def light_words() -> dict[str, frozenset[str]]:
    """Return the verbs and nouns that lend their place to the noun they carry."""
    return {k: frozenset(v) for k, v in load_words("light_words").items()}


def is_undergone(s: Sentence, verb: int, noun: int) -> bool:
    """Say whether what a noun tells is done to the subject: "faced attacks", "is under attack"."""
    told = {s.lemmas[verb], *_with_particles(s, verb)}
    if not told.isdisjoint(light_words()["undergoing"]) or provokes(s, verb, noun):
        return True
    if not told.isdisjoint(light_words()["not_granting"]):  # who denies a raid is not raided
        said = s.lemmas[noun].lower() in light_words()["said_of_one"]
        return said or s.words[noun].lower() in role_words("answered_calls")
    prep = s.heads[noun]
    if s.deps[noun] != "pobj" or s.heads[prep] != verb:
        return False
    word = s.words[prep].lower()
    into = any(s.words[k].lower() == "in" for k in children(s, verb, "prt"))
    return word == "under" or (word == "for" and into and s.lemmas[verb] == "come")


def provokes(s: Sentence, verb: int, noun: int) -> bool:
    """Say whether somebody only brings a reproach upon himself: "prompted accusations of bias"."""
    provoking = s.lemmas[verb] in light_words()["provoking"]
    return provoking and s.lemmas[noun].lower() in light_words()["reproaches"]


def taking_part(s: Sentence, verb: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return subject and no object of "is engaged in strikes": who it is said of does it."""
    if s.lemmas[verb] not in light_words()["taking_part"] or not is_passive(s, verb):
        return None
    agents, subject = logical_pair(s, verb)
    return None if agents else (subject, ())


def light_governor(s: Sentence, noun: int) -> int | None:
    """Return the light verb whose content `noun` carries, None if it stands on its own.

    Climbs coordination and measure nouns ("a round of talks", "a series of strikes").
    """
    at = noun
    for _ in range(_MAX_CLIMB):
        head, dep = s.heads[at], s.deps[at]
        if head == at:
            return None
        if dep in {"dobj", "nsubjpass", "attr", "oprd"} or (dep == "nsubj" and is_passive(s, head)):
            return head if _carries(s, head) else None
        if dep == "pobj":
            above = s.heads[head]
            carried = light_words()["measures"] | light_words()["carriers"]
            word = s.words[head].lower()
            if _is_plan_for(s, above, word) or (word == "of" and s.lemmas[above] in carried):
                at = above
                continue
            return above if _carries_by_preposition(s, above, head) else None
        if dep != "conj":
            return None
        at = head
    return None


def _is_plan_for(s: Sentence, plan: int, word: str) -> bool:
    """Say whether somebody makes known what he plans: "announced plans for strikes"."""
    made = s.lemmas[s.heads[plan]] in light_words()["planning"] and s.deps[plan] == "dobj"
    return made and word == "for" and s.lemmas[plan] in {"plan", "preparation"}


def _carries(s: Sentence, verb: int) -> bool:
    """Say whether a verb, with its particle or without, lends its arguments: "put off talks"."""
    carrying = light_words()
    return s.lemmas[verb] in carrying["verbs"] or any(
        told in carrying["particle_verbs"] for told in _with_particles(s, verb)
    )


def _with_particles(s: Sentence, verb: int) -> list[str]:
    """List a verb with each of its particles: "fend off"."""
    beside = children(s, verb, "prt", "advmod")
    return [f"{s.lemmas[verb]} {s.words[k].lower()}" for k in beside]


def outermost(s: Sentence, noun: int) -> int:
    """Return the noun that stands for a row or a measure: "raids and fines", "a wave of raids"."""
    at = noun
    for _ in range(_MAX_CLIMB):
        head = s.heads[at]
        if s.deps[at] == "conj":
            at = head
        elif s.deps[at] == "pobj" and s.words[head].lower() == "of":
            if s.lemmas[s.heads[head]] not in light_words()["measures"]:
                return at
            at = s.heads[head]
        else:
            return at
    return at


def _carries_by_preposition(s: Sentence, verb: int, prep: int) -> bool:
    """Say whether a verb lends its place by a preposition: "embarked on", "pressed ahead with"."""
    pair, carrying = f"{s.lemmas[verb]} {s.words[prep].lower()}", light_words()
    if pair in carrying["verbs_with_preposition"]:
        return True
    return pair in carrying["going_on_with"] and goes_on(s, verb)


def goes_on(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells that one goes on or leaves off: "pushed ahead", "called off"."""
    beside = (s.words[k].lower() for k in children(s, verb, "prt", "advmod"))
    return any(word in _ONWARD for word in beside)


def occurs_by(s: Sentence, noun: int) -> int | None:
    """Return the verb by which a happening only comes about: "fighting broke out", None if none."""
    verb = s.heads[noun]
    told = s.deps[noun] in {"nsubj", "nsubjpass"} and s.tags[verb][0] == "V"
    return verb if told and s.lemmas[verb] in role_words("occurrence") else None


def measured(s: Sentence, noun: int) -> tuple[int, ...]:
    """List what a measure noun or a sum counts: "a round of talks", "$2 billion in debt"."""
    sum_told = s.lemmas[noun].lower() in light_words()["sums"] and _is_counted(s, noun)
    if not sum_told and s.lemmas[noun] not in light_words()["measures"]:
        return ()
    out: list[int] = []
    for prep in children(s, noun, "prep"):
        word = s.words[prep].lower()
        if word == "of" or (sum_told and word == "in"):
            out += [k for k in children(s, prep, "pobj") if word == "of" or s.tags[k] in _COMMON]
    return tuple(out)


def _is_counted(s: Sentence, noun: int) -> bool:
    return any(s.tags[k] in {"CD", "$"} for k in s.children[noun])
