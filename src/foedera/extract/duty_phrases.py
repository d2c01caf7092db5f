"""Cuts the words of a duty out of its clause: a verb with what it is done to, what is barred."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.lexicons import load_words
from foedera.tree import children, subtree

_OWED = frozenset({"xcomp", "ccomp", "acl", "advcl"})
_COMPLEMENTS = ("dobj", "prep", "dative", "prt", "xcomp", "ccomp", "oprd", "attr", "acomp", "agent")
_BEING = frozenset({"be", "is", "are"})
_OPEN_ENDS = frozenset({"IN", "CC", ",", "DT"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("obligation_words")[name]))


def curb(text: str, s: Sentence, head: int) -> str | None:
    """Cut out what a ban or a limit is on: "bans live-fire drills", "from stationing missiles"."""
    barred = [k for k in children(s, head, "xcomp", "ccomp") if s.tags[k] == "VB"]
    for preposition in children(s, head, "prep"):
        if s.words[preposition].lower() == "from":
            barred += children(s, preposition, "pcomp")
    if barred:  # "forbids members to acquire them", "bars them from acquiring it"
        able = [v for k in children(s, barred[0], "acomp") for v in children(s, k, "xcomp")]
        told = verb_phrase(text, s, able[0] if able else barred[0])
        whole = subtree(s, barred[0])
        return f"not {told or _closed(text[s.starts[barred[0]] : s.ends[whole[-1]]])}"
    return verb_phrase(text, s, head) if children(s, head, "dobj") else None


def verb_phrase(text: str, s: Sentence, verb: int) -> str | None:
    """Cut out a verb with what it is done to; None for one that says nothing alone ("come")."""
    if s.lemmas[verb] in {"be", "have", "'", "’"}:  # "it has until May to leave"
        below = [k for k in children(s, verb, *_OWED) if s.tags[k] == "VB"]
        return verb_phrase(text, s, below[0]) if below and s.lemmas[verb] == "have" else None
    inside = [verb]
    for kid in children(s, verb, *_COMPLEMENTS):
        if kid > verb:
            inside += subtree(s, kid)
    for kid in children(s, verb, "conj"):  # "threaten or use force"
        if not children(s, verb, "dobj") and s.tags[kid] == s.tags[verb]:
            inside += subtree(s, kid)
    last = max(inside)
    while last > verb and s.tags[last] in _OPEN_ENDS:
        last -= 1
    if last == verb and s.lemmas[verb].lower() in _words("comes_of_it"):
        return None
    if any(s.words[k].lower() in _BEING for k in children(s, verb, "auxpass")):
        done_to = _done_to(s, verb)
        if done_to is not None:  # "all prisoners are to be freed"
            return _closed(text[s.starts[done_to] : s.ends[last]])
        words = "be " + _closed(text[s.starts[verb] : s.ends[last]])
    else:
        words = _closed(text[s.starts[verb] : s.ends[last]])
    denied = _denied(s, verb)
    return words if denied is None else f"{denied} {words}"


def _done_to(s: Sentence, verb: int) -> int | None:
    """Return where the words begin for what is acted upon, None for a pronoun."""
    subjects = children(s, verb, "nsubjpass")
    if not subjects and s.lemmas[s.heads[verb]] == "be":  # "they are to be freed"
        subjects = children(s, s.heads[verb], "nsubj")
    if s.deps[verb] in {"acl", "relcl"}:  # "requires disputes to be settled"
        subjects = [s.heads[verb]]
    named = [k for k in subjects if k < verb and s.tags[k][0] == "N"]
    return min((t for t in subtree(s, named[0]) if t <= named[0]), default=None) if named else None


def _closed(words: str) -> str:
    """Take a quotation mark off whose other is not there."""
    for pair in ('"', "“”"):
        if sum(map(words.count, pair)) % 2:
            words = "".join(c for c in words if c not in pair)
    return words.strip()


def _denied(s: Sentence, verb: int) -> str | None:
    """Return how a duty is denied: "shall never", "neither side may"."""
    for kid in children(s, verb, "neg"):
        if s.words[kid].lower() in _words("negating"):
            return "never" if s.words[kid].lower() == "never" else "not"
    subjects = children(s, verb, "nsubj", "nsubjpass")
    words = {s.words[k].lower() for t in subjects for k in (t, *s.children[t])}
    return None if words.isdisjoint(_words("none_of")) else "not"
