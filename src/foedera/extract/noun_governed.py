"""Whom the words that govern an event noun show as doing or as meeting what it tells.

"Warned X against strikes", "dragged X into a war": X would do so. "Shielded X from criticism",
"X is vulnerable to sanctions": X is whom it befalls.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from foedera.data import Sentence
from foedera.extract.light_verbs import light_words, outermost, provokes
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_words import role_words
from foedera.extract.subjects import logical_pair
from foedera.lexicons import load_words
from foedera.tree import children

_HELP = frozenset(
    {"help", "aid", "assistance", "support", "relief", "asylum", "protection", "refuge", "mercy"}
)
_SUBJECTING = frozenset({"subject", "expose"})
_LOUD = frozenset({"protest", "talks", "worker_action"})
_HOLDING = frozenset({"hold"})
_SHARED = frozenset({"talks", "relations"})
_LEAVE = frozenset({"approval_word"})
_ASKING, _BEFORE = frozenset({"ask", "petition"}), frozenset({"to", "before"})
_ANSWERING = frozenset({"accountable", "responsible", "liable", "answerable"})


@cache
def _governing(table: str) -> Mapping[str, frozenset[str]]:
    """Return preposition → the words behind which it leads to such a noun."""
    rows = load_words("light_words")[table]
    return MappingProxyType({str(k): frozenset(map(str, words)) for k, words in rows.items()})


def led_to(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return whom others lead to an act or keep from it: "pushed X into a war".

    So too who is blamed or praised for it, and whom an adjective shows as bent on it ("serious
    about disarmament"). What is somebody's by a possessive is not theirs.
    """
    at = outermost(s, noun)
    if s.deps[at] == "nsubj":
        return _involved(s, at)
    if s.deps[at] != "pobj" or children(s, noun, "poss"):
        return ()
    prep = s.heads[at]
    word, above = s.words[prep].lower(), _led(s, prep)
    if word == "for" and not _LEAVE.isdisjoint(classes_of(s, noun)):
        return _asked_for_leave(s, above)
    if word == "to" and s.tags[above][0] == "V" and s.lemmas[above] in _SUBJECTING:
        return logical_pair(s, above)[0]
    if word == "for" and s.lemmas[above] in role_words("blaming_verbs"):
        return _whom(s, above, prep)
    shared = not _SHARED.isdisjoint(classes_of(s, noun))
    tables = ("led_to", "brought_to", "open_to", "bent_on") if shared else ("led_to", "bent_on")
    for table in tables:
        if s.lemmas[above] in _governing(table).get(word, ()):
            return _whom(s, above, prep)
    return ()


def kept_from(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return whom an act would befall: "shielded X from attacks", "X is a target of raids".

    So too whose deed brings reproaches: "X left, prompting accusations of bias".
    """
    at = outermost(s, noun)
    if s.deps[at] == "dobj" and provokes(s, s.heads[at], noun):
        return logical_pair(s, s.heads[at])[0]
    if s.deps[at] != "pobj":
        return ()
    prep = s.heads[at]
    if s.deps[prep] == "agent":
        return _struck_by(s, noun, s.heads[prep])
    above = _led(s, prep)
    words = _governing("met_by").get(s.words[prep].lower(), ())
    if s.lemmas[above] in words:
        return _whom(s, above, prep)
    of_whom = s.words[prep].lower() == "of" and s.lemmas[above] in light_words()["befallen"]
    return _called(s, above) if of_whom else ()


def _struck_by(s: Sentence, noun: int, verb: int) -> tuple[int, ...]:
    """Return what an act strikes: "X was hit by a blockade", of protests nobody for sure."""
    struck = s.lemmas[verb] in light_words()["striking"] and s.deps[verb] != "amod"
    return logical_pair(s, verb)[1] if struck and _LOUD.isdisjoint(classes_of(s, noun)) else ()


def _called(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return who is said to be it: "X was the target", "X, a victim", "made X one"."""
    above = s.heads[noun]
    if s.deps[noun] == "appos":
        return (above,)
    if s.deps[noun] in {"ccomp", "xcomp"} and s.tags[noun][0] == "N":
        return tuple(children(s, noun, "nsubj"))
    if s.deps[noun] == "attr":
        return tuple(t for t in logical_pair(s, above)[0] if t != noun)
    return logical_pair(s, above)[1] if s.deps[noun] == "oprd" else ()


def asked_for(s: Sentence, noun: int) -> bool:
    """Say whether a noun is what somebody asks for: "a request for [aid] from Chad"."""
    at = outermost(s, noun)
    prep = s.heads[at]
    if s.deps[at] != "pobj" or s.words[prep].lower() != "for":
        return False
    if s.words[noun].lower() not in _HELP:  # "a demand for answers from Chad"
        return False
    return s.words[s.heads[prep]].lower() in role_words("answered_calls")


def askers_of(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return who stands behind what a call asks for: "a [request] for aid from Chad"."""
    if s.words[noun].lower() not in role_words("answered_calls"):
        return ()
    aims = [k for p in children(s, noun, "prep") for k in children(s, p, "pobj")]
    asked = [k for k in aims if asked_for(s, k)]
    behind = (p for k in asked for p in children(s, k, "prep") if s.words[p].lower() == "from")
    return tuple(k for p in behind for k in children(s, p, "pobj"))


def _led(s: Sentence, prep: int) -> int:
    """Return the word that a preposition belongs to, wherever the parser hung it."""
    above = s.heads[prep]
    if s.lemmas[above] in _ANSWERING and s.lemmas[s.heads[above]] in _HOLDING:
        return s.heads[above]  # "held X accountable for the raid"
    if s.deps[above] == "dobj" and above == prep - 1:
        return s.heads[above]  # on who is led
    return s.heads[above] if s.deps[above] == "advmod" else above  # "brought X back to talks"


def _involved(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return whom talks involve: "the talks would involve X"."""
    verb = s.heads[noun]
    if s.lemmas[verb] != "involve" or _SHARED.isdisjoint(classes_of(s, noun)):
        return ()
    return tuple(children(s, verb, "dobj"))


def _asked_for_leave(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return who is to approve: "sent the pact to X for approval", "asked X for its consent"."""
    if s.tags[verb][0] != "V":
        return ()
    if s.lemmas[verb] in _ASKING:
        return logical_pair(s, verb)[1]
    goals = (p for p in children(s, verb, "prep", "dative") if s.words[p].lower() in _BEFORE)
    return tuple(k for p in goals for k in children(s, p, "pobj"))


def _whom(s: Sentence, above: int, prep: int) -> tuple[int, ...]:
    """Return the object of a verb, or whom an adjective is said of."""
    if s.tags[above][0] == "V":
        return tuple(t for t in logical_pair(s, above)[1] if t < prep)
    if s.deps[above] == "acomp":
        return logical_pair(s, s.heads[above])[0]
    return (s.heads[above],) if s.deps[above] == "amod" else ()
