"""Clauses that hang loosely on a verb: what is asked of somebody, what "which" takes up."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.lexicons import load_words
from foedera.tree import children

_ARTICLES = frozenset({"a", "an", "the"})
_OF_WHOM = frozenset({"on", "upon", "to"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_words("light_words")[name])


def asked_of(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return what somebody is asked to do: the "ensure" of "called on Chad to ensure that"."""
    if s.lemmas[verb] not in _words("askers"):
        return ()
    whom = [k for k in children(s, verb, "prep") if s.words[k].lower() in _OF_WHOM]
    if not whom or not children(s, whom[0], "pobj"):
        return ()
    return tuple(c for c in children(s, verb, "advcl") if _is_asked(s, c, whom[0]))


def _is_asked(s: Sentence, clause: int, after: int) -> bool:
    """Say whether an infinitive follows whom it is asked of, with no comma between."""
    to = next((k for k in children(s, clause, "aux") if s.tags[k] == "TO"), None)
    if s.lemmas[clause] in _words("calling_for"):  # "called on him to discuss it" is a visit
        return False
    return s.tags[clause] == "VB" and to is not None and to > after and s.words[to - 1] != ","


def is_predicate(s: Sentence, word: int) -> bool:
    """Say whether an adjective has a subject of its own: "Chad was prepared to pay" read as one."""
    return s.tags[word] == "JJ" and bool(children(s, word, "nsubjpass"))


def declared_so(s: Sentence, word: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return who declares whom something: "Chad declared the consul persona non grata".

    The parser reads the words as a clause of which the consul is the subject.
    """
    above = s.heads[word]
    if s.deps[word] != "ccomp" or s.lemmas[above] not in _words("declaring"):
        return (), ()
    if children(s, word, "aux", "auxpass", "mark"):
        return (), ()
    return tuple(children(s, above, "nsubj")), tuple(children(s, word, "nsubj"))


def taken_up(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return the "which" that takes up all told before: "accused it of theft, which it denies"."""
    if s.deps[verb] != "relcl":
        return ()
    objects = children(s, verb, "dobj", "nsubjpass")
    return tuple(
        k for k in objects if s.words[k].lower() == "which" and k > 0 and s.words[k - 1] == ","
    )


def errand_of(s: Sentence, noun: int) -> int | None:
    """Return the "is" of somebody who is somewhere "on a visit", "in Rome on a trip"."""
    prep = s.heads[noun]
    if s.deps[noun] != "pobj" or s.words[prep].lower() != "on" or s.deps[prep] != "prep":
        return None
    verb = s.heads[prep]
    return verb if s.lemmas[verb] == "be" else None


def given_to(
    s: Sentence, verb: int, objects: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return who is given it, and what, of two bare objects: "handed [the envoy] a note".

    Of the passive its subject is given what the verb keeps: "[the envoy] was handed a note".
    """
    if s.lemmas[verb] not in _words("giving"):
        return (), objects
    if children(s, verb, "nsubjpass"):
        kept = tuple(k for k in children(s, verb, "dobj") if k > verb)[:1]
        return (objects, kept) if kept else ((), objects)
    bare = [o for o in objects if s.deps[o] == "dobj" and s.heads[o] == verb and o > verb]
    receiver = tuple(bare[:1]) if len(bare) == 2 else ()
    return receiver, tuple(o for o in objects if o not in receiver)


def called_so(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find who is called something where the parser read both as one: "called X a liar"."""
    for name in children(s, verb, "oprd"):
        articles = [k for k in children(s, name, "det") if s.words[k].lower() in _ARTICLES]
        if articles and articles[0] - 1 > verb and s.tags[articles[0] - 1].startswith("NNP"):
            return (articles[0] - 1,)
    return ()


def named_so(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return what something is called: the "fair" of "called it fair", "called the vote fair".

    The parser may hang an adjective that stands behind its noun on the noun. So too what somebody
    becomes.
    """
    found = tuple(children(s, verb, "oprd"))
    if s.lemmas[verb] == "become":
        found += tuple(children(s, verb, "attr"))
    if found or s.lemmas[verb] not in _words("calling"):
        return found
    return tuple(k for o in children(s, verb, "dobj") for k in children(s, o, "amod") if k > o)


def complements(s: Sentence, verb: int) -> list[int]:
    """List the clauses that a verb governs, without those that only stand before it."""
    found = [k for k in children(s, verb, "ccomp", "xcomp") if not is_spliced(s, verb, k)]
    return found or _behind_occasion(s, verb)


def _behind_occasion(s: Sentence, verb: int) -> list[int]:
    """List the clauses that the parser hung on an occasion: "vowed in a letter to X to leave"."""
    if s.lemmas[verb] not in _words("governing_clauses"):
        return []
    found: list[int] = []
    for prep in children(s, verb, "prep"):
        for noun in children(s, prep, "pobj") if prep > verb else ():
            if s.lemmas[noun].lower() in _words("occasions_of_words"):
                found += (k for k in children(s, noun, "acl", "relcl") if _is_content(s, k))
    return found


def _is_content(s: Sentence, clause: int) -> bool:
    """Say whether a clause tells what is said: "that it would leave", "to leave"."""
    words = {s.words[k].lower() for k in children(s, clause, "mark", "aux")}
    return "that" in words or (s.tags[clause] == "VB" and "to" in words)


def is_spliced(s: Sentence, verb: int, clause: int) -> bool:
    """Say whether a clause before a verb stands beside it: "Mali ratified in May, Chad acceded"."""
    beside = clause < verb and s.deps[clause] == "ccomp" and s.tags[clause] == s.tags[verb] == "VBD"
    return beside and s.lemmas[verb] in _words("spliced_verbs")


def is_minded(s: Sentence, verb: int) -> bool:
    """Say whether a participle only tells what its subject is bent on: "is committed to peace"."""
    if s.lemmas[verb] not in _words("minding") or children(s, verb, "agent"):
        return False
    if any(s.words[k].lower() == "to" for k in children(s, verb, "prep")):
        return True
    return bool(children(s, verb, "xcomp"))
