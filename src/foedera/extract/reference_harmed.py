"""Whose "its" is whom somebody harms: "Chile said Peru had bombed its ports" tells of Chile's.

Nobody bombs, seizes or frees what is his own, but whoever speaks of it above may have lost it; a
state may well oppress its own people.
"""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.discourse import Discourse, Seen
from foedera.extract.role_words import role_words
from foedera.extract.subjects import surface_subject
from foedera.tree import ancestors, children

_AIMED = frozenset({"on", "upon", "at", "against", "into"})
_PARTS = frozenset({"of", "in"})
_FURTHEST = 6


def harmed_owner(talk: Discourse, number: int, token: int) -> list[Seen] | None:
    """Return who tells that others harm what a possessive pronoun owns, None if nobody does."""
    s = talk.sentences[number]
    verb = _harming(s, token)
    if verb is None:
        return None
    doers = surface_subject(s, verb)
    harming = {x.actor.country for k in doers for x in talk.joined(number, k)} - {None}
    if not harming:
        return None
    for above in ancestors(s, verb):
        for teller in _tellers(s, above):
            told = [x for x in talk.joined(number, teller) if x.actor.country]
            if told and teller not in doers:
                states = {x.actor.country for x in told}
                return told if states.isdisjoint(harming) else None
    return None


def _tellers(s: Sentence, verb: int) -> list[int]:
    """List who speaks of a deed: the subject, who accuses somebody of it, whose demand it is."""
    if s.words[verb].lower() in role_words("answered_calls"):
        by = [k for k in children(s, verb, "prep") if s.words[k].lower() in {"by", "from"}]
        return children(s, verb, "poss") + [t for k in by for t in children(s, k, "pobj")]
    if s.tags[verb][0] != "V":
        return []
    agents = [t for k in children(s, verb, "agent") for t in children(s, k, "pobj")]
    return agents or list(children(s, verb, "nsubj"))


def _harming(s: Sentence, token: int) -> int | None:
    """Return the verb that harms what a pronoun owns, through rows and parts of it."""
    owned = s.heads[token]
    if s.deps[token] != "poss" or s.lemmas[owned].lower() in role_words("own_victims"):
        return None
    if any(s.words[k].lower() == "own" for k in children(s, owned, "amod")):
        return None
    at = owned
    for _ in range(_FURTHEST):
        head = s.heads[at]
        if s.deps[at] == "conj":
            at = head
        elif s.deps[at] == "dobj":
            return head if _is_harm(s, head) else None
        elif s.deps[at] != "pobj":
            return None
        else:
            above, word = s.heads[head], s.words[head].lower()
            if word in _AIMED and _is_harm(s, above):
                return above if s.tags[above][0] == "V" else _carrying(s, above)
            if word not in _PARTS or s.tags[above][0] not in "NC":
                return None
            at = above
    return None


def _carrying(s: Sentence, deed: int) -> int | None:
    """Return the verb that carries a noun's deed: "launched a raid on its embassy"."""
    verb = s.heads[deed]
    return verb if s.deps[deed] == "dobj" and s.tags[verb][0] == "V" else None


def _is_harm(s: Sentence, token: int) -> bool:
    lemma = s.lemmas[token].lower()
    named = lemma in role_words("done_to_others") or lemma in role_words("harmed_by_others")
    return named or lemma in word_list("harming_somebody")
