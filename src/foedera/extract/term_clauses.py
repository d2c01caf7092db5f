"""Clauses that may tell what a pact lays down, and sentences that tell of its making.

Main clauses in the present or under a modal do, those set beside them, and those on a thing of
them; so does what is told before who says it ("Chile pays half, officials said"), or what the pact
itself says.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Sentence
from foedera.extract.noun_classes import classes_of
from foedera.extract.pact_terms import is_agreement
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive
from foedera.extract.term_bearers import names_pact
from foedera.tree import children

_MODALS = frozenset({"will", "shall", "must", "may", "can", "ca", "'ll", "’ll"})
_PRESENT = frozenset({"VBZ", "VBP"})
_DONE = frozenset(
    {"have", "has", "had", "would", "could", "might", "should", "was", "were", "been"}
)
_BY_WHEN = frozenset({"until", "till", "by"})
_MEANWHILE = frozenset({"while", "whereas"})
_SOME = frozenset({"a", "an", "some"})


def tells_making(s: Sentence) -> bool:
    """Say whether a sentence tells of a pact and of its making, in whatever construction."""
    made = {lemma.lower() for lemma, tag in zip(s.lemmas, s.tags, strict=True) if tag[0] == "V"}
    if made.isdisjoint(role_words("making_pacts")):
        return False
    return any(
        tag[0] == "N"
        and is_agreement(s, t)
        and s.lemmas[t].lower() not in role_words("loose_pacts")
        for t, tag in enumerate(s.tags)
    )


def tells_of_now(s: Sentence) -> bool:
    """Say whether the main clauses of a sentence stand in the present: a passage goes on."""
    main = [v for v, tag in enumerate(s.tags) if tag[0] == "V" and is_main(s, v)]
    done = any(s.words[k].lower() in _DONE for v in main for k in children(s, v, "aux", "auxpass"))
    return not done and all(s.tags[v] != "VBD" for v in main)


def cites_pact(s: Sentence) -> bool:
    """Say whether a sentence tells by whose words: "according to the pact", "says the treaty"."""
    for noun in range(len(s.words)):
        if s.tags[noun][0] != "N" or not names_pact(s, noun):
            continue
        above = s.heads[noun]
        if s.deps[noun] == "nsubj" and s.lemmas[above].lower() in role_words("term_tellers"):
            return True
        if s.deps[noun] == "pobj" and "according" in (s.words[above], s.words[s.heads[above]]):
            return True
        said = s.lemmas[s.heads[above]].lower() in {"say", "agree"}  # "said in a joint statement"
        if s.deps[noun] == "pobj" and s.words[above].lower() == "in" and said:
            return True
    return False


def telling_clauses(s: Sentence) -> Iterator[int]:
    """Yield the heads of the clauses that may tell terms: main ones, and those on a thing."""
    for token, tag in enumerate(s.tags):
        if (
            tag[0] == "V"
            and _is_told_now(s, token)
            and (
                is_main(s, token)
                or _is_reported(s, token)
                or _is_said_by_pact(s, token)
                or _is_on_thing(s, token)
            )
        ):
            yield token


def is_main(s: Sentence, verb: int) -> bool:
    """Say whether a verb is that of a main clause, or joined to one, also by a semicolon."""
    while s.heads[verb] != verb:
        above = s.heads[verb]
        joined = s.deps[verb] in {"conj", "parataxis"} or _is_set_before(s, verb)
        joined = joined or _is_meanwhile(s, verb)
        if not joined or s.tags[above][0] not in "VM":
            return False
        verb = above
    return True


def _is_meanwhile(s: Sentence, verb: int) -> bool:
    """Say whether a clause is told beside the main one: "Peru pays, while Chile builds it"."""
    if s.deps[verb] != "advcl":
        return False
    return any(s.words[k].lower() in _MEANWHILE for k in children(s, verb, "mark"))


def _is_set_before(s: Sentence, verb: int) -> bool:
    """Say whether the parser hung a clause on the next: "Peru pays half; Chile will build it"."""
    above = s.heads[verb]
    if s.deps[verb] != "ccomp" or verb > above:
        return False
    if s.lemmas[above].lower() in role_words("reporting_terms") | role_words("term_tellers"):
        return False
    return any(s.words[t] in {";", ":", ","} for t in range(verb + 1, above))


def _is_reported(s: Sentence, verb: int) -> bool:
    """Say whether what is told stands before who says it: "Chile pays half, officials said"."""
    while s.deps[verb] == "conj" and s.tags[s.heads[verb]][0] == "V":
        verb = s.heads[verb]
    said = s.heads[verb]
    if s.deps[verb] != "ccomp" or verb > said or s.heads[said] != said:
        return False
    for teller in children(s, said, "nsubj"):
        before = {s.words[k].lower() for k in children(s, teller, "det")}
        if before & _SOME and not is_agreement(s, teller):  # "a banker said"
            return False
    return s.lemmas[said].lower() in role_words("reporting_terms") | role_words("term_tellers")


def _is_said_by_pact(s: Sentence, verb: int) -> bool:
    """Say whether a pact says what a clause tells: "Article 4 says both sides shall help"."""
    helping = {s.words[k].lower() for k in children(s, verb, "aux")}
    if "duty" in classes_of(s, verb) or "may" in helping:
        return False  # "says that they must": the saying tells it
    while s.deps[verb] == "conj" and s.tags[s.heads[verb]][0] in "VM":
        verb = s.heads[verb]
    said = s.heads[verb]
    if s.deps[verb] != "ccomp" or s.lemmas[said].lower() not in role_words("term_tellers"):
        return False
    return any(names_pact(s, k) for k in children(s, said, "nsubj") if s.tags[k][0] == "N")


def _is_on_thing(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells on of a thing or a pact: "an islet, which no troops may enter"."""
    return s.deps[verb] == "relcl" and s.tags[s.heads[verb]][0] == "N"


def _is_told_now(s: Sentence, verb: int) -> bool:
    """Say whether a clause stands in the present or under a modal that lays down."""
    helping = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    guessed = {s.words[k].lower() for k in children(s, verb, "advmod")} & role_words("guessing")
    by_then = helping & _DONE == {"have"} and "will" in helping  # "will have left by June"
    if (helping & _DONE and not by_then) or guessed or s.tags[verb] == "VBG":
        return False
    if s.tags[verb] in _PRESENT or helping & _MODALS:
        return True
    if s.deps[verb] == "conj" and s.tags[verb] in {"VB", "VBN"} and not helping:
        above = s.heads[verb]  # "must land fish and carry a beacon"
        return s.tags[above] == s.tags[verb] and _is_told_now(s, above)
    return s.tags[verb] == "VBN" and bool(helping & {"is", "are", "'s"}) and is_passive(s, verb)


def sense_of(s: Sentence, top: int) -> int:
    """Return the verb that bears the sense: "is to *leave*", "has to *pay*"."""
    if s.lemmas[top].lower() not in {"be", "have", "need"} or s.tags[top] == "VBN":
        return top
    for kid in children(s, top, "xcomp"):
        if s.tags[kid] in {"VB", "VBN"} and any(
            s.words[k].lower() == "to" for k in s.children[kid]
        ):
            return kid
    return _done_in_time(s, top) or top


def _done_in_time(s: Sentence, have: int) -> int | None:
    """Return what somebody has so long for: "has until June to [leave]", "90 days to [leave]"."""
    until = [k for k in children(s, have, "prep") if s.words[k].lower() in _BY_WHEN]
    spans = [k for k in children(s, have, "dobj") if "time_span" in classes_of(s, k)]
    if s.lemmas[have].lower() != "have" or not (until or spans):
        return None
    for above in (have, *spans):
        for kid in children(s, above, "advcl", "xcomp", "relcl", "acl"):
            if s.tags[kid] == "VB" and any(s.words[k].lower() == "to" for k in s.children[kid]):
                return kid
    return None
