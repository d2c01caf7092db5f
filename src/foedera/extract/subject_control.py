"""Whom a governing verb or noun makes act: "called on X to leave", "pressure on X to go"."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.lexicons import load_words
from foedera.tree import children

_MAX_CLIMB = 6


@cache
def _askers() -> frozenset[str]:
    return frozenset(load_words("light_words")["askers"])


@cache
def _persuading() -> frozenset[str]:
    return frozenset(load_words("light_words")["persuading"])


@cache
def _pressing() -> frozenset[str]:
    return frozenset(load_words("light_words")["pressing"])


def asked(s: Sentence, verb: int, head: int) -> tuple[int, ...]:
    """Return whom "called on X to", "appealed to X to" asks."""
    if s.lemmas[head] not in _askers():
        return ()
    for prep in children(s, head, "prep", "dative", "prt"):
        if prep < verb and s.words[prep].lower() in {"on", "upon", "to", "for", "with"}:
            cut = children(s, head, "pobj") if s.deps[prep] == "prt" else []
            return tuple([k for k in cut if prep < k < verb] or children(s, prep, "pobj"))
    return ()


def pressed(s: Sentence, verb: int, head: int, *, passive: bool) -> tuple[int, ...]:
    """Return whom "brought pressure on X to", "issued a call for X to" wants to act."""
    if s.tags[verb] != "VB" or s.deps[verb] not in {"xcomp", "advcl"} or s.tags[head][0] != "V":
        return ()
    if s.lemmas[head] in _persuading() and not passive:  # "lobbied X in May to back"
        return tuple(k for k in children(s, head, "dobj") if k < verb)
    for noun in children(s, head, "dobj"):
        if noun < verb and s.lemmas[noun] in _pressing():
            for prep in (*children(s, noun, "prep"), *children(s, head, "prep")):
                if noun < prep < verb and s.words[prep].lower() in {"on", "upon", "to", "for"}:
                    return tuple(children(s, prep, "pobj"))
    return ()


def finite_above(s: Sentence, verb: int, head: int) -> int | None:
    """Return the verb that a past tense goes on where the parser joined it to an infinitive.

    "Approved the request to turn but denied leave to climb": who approved denied.
    """
    bare = s.tags[head] == "VB" and any(s.tags[k] == "TO" for k in children(s, head, "aux"))
    if s.deps[verb] != "conj" or s.tags[verb] not in {"VBD", "VBZ"} or not bare:
        return None
    at = head
    for _ in range(_MAX_CLIMB):
        if s.tags[at] == s.tags[verb]:
            return at
        at = s.heads[at]
    return None
