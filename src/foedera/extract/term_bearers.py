"""What stands before a verb that may lay down: the pact, a side, its people or a thing."""

from __future__ import annotations

from enum import Enum

from foedera.data import Actor, Sentence
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.pact_terms import is_agreement
from foedera.extract.role_words import role_words
from foedera.tree import children

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_EACH = frozenset({"both", "each", "either", "neither", "two", "none", "all"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "other", "latter", "former"})
_RELATIVE = frozenset({"which", "that"})
_POWERS, _BODY = frozenset({"state", "force"}), "organisation"
_NO_THINGS = frozenset({"talks", "official", "leaders", "law", "meeting"})
_MADE_TAGS = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_ANY = frozenset({"a", "an", "any", "no", "each", "every"})


class Bearer(Enum):
    """What stands before a verb that may lay down."""

    PACT = "pact"
    SIDE = "side"
    FOLK = "folk"
    THING = "thing"


def _subjects(s: Sentence, verb: int) -> list[int]:
    own = children(s, verb, *_SUBJECTS)
    above = s.heads[verb]
    if own or above == verb or s.deps[verb] != "conj" or s.tags[above][0] not in "VM":
        return list(own)
    return _subjects(s, above)


def bearer_of(here: TokenMentions, top: int, *, pact_before: bool) -> Bearer | None:
    """Say of what sort the subject of a clause is; None where it is somebody or nothing told."""
    sorts = {_sort(here, k, pact_before=pact_before) for k in _subjects(here.sentence, top)}
    return sorts.pop() if len(sorts) == 1 else None


def _sort(here: TokenMentions, noun: int, *, pact_before: bool) -> Bearer | None:
    s = here.sentence
    low, lemma = s.words[noun].lower(), s.lemmas[noun].lower()
    if low in _RELATIVE:
        return _sort_of_head(here, noun)
    if low == "it":
        return _sort_of_it(here, noun, pact_before=pact_before)
    if low == "they":
        return Bearer.FOLK if _is_told_of_all(s, noun) else None
    if low in _ORDINALS and pact_before:
        return Bearer.PACT
    if names_pact(s, noun):
        return None if _is_of_law(s, noun) else Bearer.PACT
    if low in _EACH or lemma in role_words("sides_that_owe"):
        return Bearer.SIDE
    named = [m.value for m in here.at(noun, "actor") if isinstance(m.value, Actor)]
    nationals = s.tags[noun] == "NNPS" and any(a.kind == "group" and a.country for a in named)
    if lemma in role_words("given_leave") or nationals:
        return Bearer.FOLK
    if any(a.kind in _POWERS or (a.kind == _BODY and not a.country) for a in named):
        return Bearer.SIDE
    if any(a.kind == _BODY for a in named):
        return None  # a parliament, a party
    if s.tags[noun] == "NN" and _is_anybody(s, noun) and not _is_event(s, noun):
        return Bearer.FOLK
    if any(a.kind in {"person", "office", "outlet"} for a in named):
        return None
    barred = s.lemmas[s.heads[noun]].lower() in {"prohibit", "ban", "forbid", "bar", "outlaw"}
    if not s.tags[noun].startswith("NN") or (_is_event(s, noun) and not barred):
        return None
    pointed = any(s.words[k].lower() in {"that", "this"} for k in children(s, noun, "det"))
    if classes_of(s, noun).isdisjoint(_NO_THINGS):
        return None if pointed else Bearer.THING  # "that word ends up hard to define"
    return Bearer.FOLK if _is_anybody(s, noun) else None


def _is_told_of_all(s: Sentence, they: int) -> bool:
    """Say whether "they" are told as bound: "they are not to join in", no "they must hurry"."""
    verb = s.heads[they]
    wanted = any(s.words[k].lower() in {"must", "will", "can"} for k in children(s, verb, "aux"))
    needed = s.lemmas[verb].lower() in {"have", "need"}
    return s.deps[verb] != "relcl" and not wanted and not needed


def _is_event(s: Sentence, noun: int) -> bool:
    return s.lemmas[noun].lower() in role_words("no_chained_things") | {"other"}


def _is_anybody(s: Sentence, noun: int) -> bool:
    """Say whether officers are told of at large: "no minister", "a commander", "inspectors"."""
    before = {s.words[k].lower() for k in children(s, noun, "det")}
    many = s.tags[noun] == "NNS" and not before and not children(s, noun, "poss")
    return many or not before.isdisjoint(_ANY)


def _sort_of_it(here: TokenMentions, it: int, *, pact_before: bool) -> Bearer | None:
    """Take "it" for the side told before in its sentence, else for the pact spoken of."""
    s = here.sentence
    told = [t for t in range(it) if s.deps[t] in {"nsubj", "nsubjpass"} and s.tags[t][0] == "N"]
    if told and _sort(here, told[-1], pact_before=pact_before) is Bearer.SIDE:
        return Bearer.SIDE
    return Bearer.PACT if pact_before and not told else None


def names_pact(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells a pact, a part of one, or what states said together."""
    lemma, before = s.lemmas[noun].lower(), s.words[noun - 1].lower()
    joint = lemma in {"statement", "paper"} and before in role_words("made_together")
    named = joint or (lemma == "map" and before == "road") or lemma in role_words("parts_of_pacts")
    return named or is_agreement(s, noun)


def _is_of_law(s: Sentence, noun: int) -> bool:
    """Say whether a text is that of a law at home: "the text of the bill"."""
    inner = [k for p in children(s, noun, "prep") for k in children(s, p, "pobj")]
    return any("law" in classes_of(s, k) for k in (noun, *inner))


def _sort_of_head(here: TokenMentions, which: int) -> Bearer | None:
    s = here.sentence
    verb = s.heads[which]
    if s.deps[verb] != "relcl":
        return None
    head = s.heads[verb]
    while s.deps[head] == "pobj" and not is_agreement(s, head):  # "the treaty with Peru, which"
        head = s.heads[s.heads[head]]
    if s.tags[head][0] == "V":  # "approved the treaty with Peru, which"
        return Bearer.PACT if any(is_agreement(s, k) for k in children(s, head, "dobj")) else None
    return Bearer.PACT if is_agreement(s, head) and not _is_any_pact(s, head) else None


def _is_any_pact(s: Sentence, pact: int) -> bool:
    """Say whether one only speaks of such a pact as may be: "wants a deal that leaves it weak"."""
    before = {s.words[k].lower() for k in children(s, pact, "det")}
    verb = s.heads[pact]
    made = s.lemmas[verb].lower() in role_words("making_pacts") and s.tags[verb] in _MADE_TAGS
    return bool(before & _ANY) and not made
