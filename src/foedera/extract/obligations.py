"""Reads what an agreement is told to oblige."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from foedera.data import Actor, Obligation, Sentence
from foedera.extract.role_things import phrase_span
from foedera.lexicons import load_words
from foedera.tree import children, subtree

_OWED = frozenset({"xcomp", "ccomp", "acl", "advcl"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("obligation_words")[name]))


@cache
def _kinds() -> tuple[tuple[str, frozenset[str]], ...]:
    body = load_words("obligation_words")["kinds"]
    return tuple((str(k), frozenset(map(str, v))) for k, v in body.items())


@dataclass(frozen=True, slots=True)
class Terms:
    """The pieces of a clause that lays down a duty."""

    trigger: str | None
    duty: str | None
    immediacy: str | None


def read_obligation(
    text: str, s: Sentence, head: int, parties: Sequence[Actor]
) -> Obligation | None:
    """Read the obligation told in the clause below `head`; None if no duty is named.

    "if one party is attacked, the other will immediately send help": defence, triggered by
    the attack, owed by every party named in `parties` to the others.
    """
    below = subtree(s, head)
    low = {w for t in below for w in (s.lemmas[t].lower(), s.words[t].lower())}
    kind = next((k for k, words in _kinds() if low & words), None)
    terms = _terms(text, s, head, below)
    if kind is None or terms.duty is None:
        return None
    if kind == "defence" and terms.trigger is None:
        return None
    if s.lemmas[head].lower() in _words("permitting") and _is_leave(kind, terms.duty):
        return None
    bearers = tuple(dict.fromkeys(a.country or a.name for a in parties))
    return Obligation(
        kind=kind,
        trigger=terms.trigger,
        duty=terms.duty,
        immediacy=terms.immediacy,
        bearers=bearers,
        beneficiaries=bearers if len(bearers) > 1 else (),
        conditions=None,
    )


def _is_leave(kind: str, duty: str) -> bool:
    """Say whether what is allowed binds nobody: a leave, not a duty to open the door to others."""
    return kind != "access" or duty.split()[0].lower() in _words("going_on")


def _terms(text: str, s: Sentence, head: int, below: Sequence[int]) -> Terms:
    immediacy = next(
        (s.words[t].lower() for t in below if s.words[t].lower() in _words("now")), None
    )
    return Terms(_trigger(text, s, below), _duty(text, s, head, below), immediacy)


def _trigger(text: str, s: Sentence, below: Sequence[int]) -> str | None:
    """Cut out the condition: "if one party is attacked", "in the event of war"."""
    for token in below:
        word = s.words[token].lower()
        if word in _words("conditions") and s.deps[token] in {"mark", "advmod"}:
            clause = subtree(s, s.heads[token])
            return text[s.starts[token] : s.ends[clause[-1]]]
        if word in _words("event_nouns") and s.deps[token] == "pobj":
            inside = subtree(s, token)
            return text[s.starts[inside[0]] : s.ends[inside[-1]]]
    return None


def _duty(text: str, s: Sentence, head: int, below: Sequence[int]) -> str | None:
    """Cut out what is owed: the verb under "will", "shall", "must", or a noun of help."""
    for token in below:
        if s.deps[token] == "aux" and s.words[token].lower() in _words("binding"):
            return _verb_phrase(text, s, s.heads[token])
    for name in ("duty_nouns", "duty_nouns_in_general"):
        for token in below:
            if s.lemmas[token].lower() in _words(name) and token != head:
                span = phrase_span(s, token)
                return text[span.start : span.end]
    verbs = (t for t in below if s.tags[t] == "VB" and s.deps[t] in _OWED)
    owed = next(verbs, None)
    return None if owed is None else _verb_phrase(text, s, owed)


def _verb_phrase(text: str, s: Sentence, verb: int) -> str:
    inside = [verb]
    for kid in children(s, verb, "dobj", "prep", "dative", "prt", "xcomp"):
        if kid > verb:
            inside += subtree(s, kid)
    return text[s.starts[verb] : s.ends[max(inside)]]
