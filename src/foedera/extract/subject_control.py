"""Whom a governing verb or noun makes act: "called on X to leave", "pressure on X to go"."""

from __future__ import annotations

from functools import cache

from foedera.data import Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.role_words import role_words
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


@cache
def _joining() -> frozenset[str]:
    return frozenset(load_words("light_words")["joining"])


@cache
def _outlooks() -> frozenset[str]:
    return frozenset(load_words("light_words")["outlooks"])


def asked(s: Sentence, verb: int, head: int) -> tuple[int, ...]:
    """Return whom "called on X to", "appealed to X to" asks, "gave X a week to" waits for."""
    if s.lemmas[head] == "give":
        return _granted_time(s, verb, head)
    if s.lemmas[head] not in _askers():
        return ()
    for prep in children(s, head, "prep", "dative", "prt"):
        dated = any(s.words[k].lower() in word_list("days_and_months") for k in s.children[prep])
        if dated:  # "called X on Friday to talk"
            continue
        if prep < verb and s.words[prep].lower() in {"on", "upon", "to", "for", "with"}:
            cut = children(s, head, "pobj") if s.deps[prep] == "prt" else []
            return tuple([k for k in cut if prep < k < verb] or children(s, prep, "pobj"))
    return ()


def _granted_time(s: Sentence, verb: int, head: int) -> tuple[int, ...]:
    """Return who has until a day, or a number of days, to do it: "gave X until Friday to leave"."""
    until = [k for k in children(s, head, "prep") if s.words[k].lower() in {"until", "till"}]
    if any(k < verb for k in until):
        return tuple(k for k in children(s, head, "dobj", "dative") if k < verb)
    spans = load_words("light_words")["time_given"]
    if not any(s.lemmas[k] in spans for k in children(s, head, "dobj")):
        return ()
    return tuple(k for k in children(s, head, "dative") if k < verb)


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


def _is_bare(s: Sentence, verb: int) -> bool:
    return s.tags[verb] == "VB" and any(s.tags[k] == "TO" for k in children(s, verb, "aux"))


def _is_told_in_passing(s: Sentence, verb: int, head: int) -> bool:
    """Say whether a past tense is joined to what is only said in another: "said X is ill and left".

    Who said it left.
    """
    if s.deps[head] != "ccomp" or s.tags[verb] != "VBD" or s.tags[s.heads[head]] != "VBD":
        return False
    aux = children(s, head, "aux", "auxpass")
    if _is_told_of_thing(s, verb, head):
        return True
    if s.heads[head] > head or any(s.lemmas[k] == "have" for k in aux):
        return False  # "said he has seen X and left" may go on with "has"
    helped = {s.tags[k] for k in aux}
    return not helped.isdisjoint({"MD", "VBZ", "VBP"}) or s.tags[head] in {"VBZ", "VBP"}


def _is_told_of_thing(s: Sentence, verb: int, head: int) -> bool:
    """Say whether what is only said is of a thing: "said the deal was bad and accused X".

    Who said it accuses: no deal does.
    """
    if s.tags[head] != "VBD" or s.heads[head] > head or s.deps[head] != "ccomp":
        return False
    if s.lemmas[head] != "be" or s.lemmas[verb] not in role_words("speaking_on"):
        return False
    things = children(s, head, "nsubj")
    acting = role_words("acting_nouns") | role_words("acting_people")
    return bool(things) and all(
        s.tags[k] in {"NN", "NNS", "DT"} and s.lemmas[k].lower() not in acting for k in things
    )


def joined_in(s: Sentence, prep: int) -> tuple[int, ...]:
    """Return who else does what follows "in": "stood with X in urging", "joined X in urging"."""
    verb = s.heads[prep]
    if s.words[prep].lower() != "in" or s.lemmas[verb] not in _joining():
        return ()
    found = list(children(s, verb, "dobj"))
    for beside in children(s, verb, "prep"):
        if beside < prep and s.words[beside].lower() in {"with", "alongside"}:
            found += children(s, beside, "pobj")
    return tuple(k for k in found if k < prep)


def told_along(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return who stands beside the subject: "X, along with Y, urged", "X together with Y urged"."""
    subjects = children(s, verb, "nsubj", "nsubjpass")
    out: list[int] = []
    for head in (verb, *subjects):
        for prep in children(s, head, "prep", "advmod"):
            if s.words[prep].lower() in {"along", "together"} and subjects and prep < verb:
                for beside in children(s, prep, "prep"):
                    out += children(s, beside, "pobj") if s.words[beside].lower() == "with" else []
    return tuple(out)


def told_by_of(s: Sentence, verb: int, noun: int) -> tuple[int, ...]:
    """Return who acts in "the prospect of X leaving", which the parser hangs on the prospect."""
    if s.tags[verb] != "VBG" or s.lemmas[noun].lower() not in _outlooks():
        return ()
    for prep in children(s, noun, "prep"):
        if s.words[prep].lower() == "of":
            return tuple(k for k in children(s, prep, "pobj") if k < verb)
    return ()


def comes_of_it(s: Sentence, verb: int, head: int) -> bool:
    """Say whether a participle tells what harm came of an act: "was shot down, killing all".

    Whom the act befell has not done it.
    """
    told = s.deps[verb] == "advcl" and s.tags[verb] == "VBG" and "," in s.words[head:verb]
    return told and s.lemmas[verb] in role_words("harms_that_come")


def done_for(s: Sentence, verb: int, head: int) -> int | None:
    """Find the doing that is for something: "will [do] what is necessary to free them".

    So is "do whatever it takes to defend Chad".
    """
    above = s.heads[head]
    if s.tags[verb] != "VB" or s.lemmas[above] != "do" or s.deps[head] not in {"ccomp", "relcl"}:
        return None
    free = (s.words[k].lower() for k in children(s, head, "nsubj", "dobj"))
    return above if any(word in {"what", "whatever"} for word in free) else None


def finite_above(s: Sentence, verb: int, head: int) -> int | None:
    """Return the verb that a past tense goes on where the parser joined it to an infinitive.

    "Approved the request to turn but denied leave to climb": who approved denied. So it is with
    what somebody says of others: "said the reports are false and accused X".
    """
    perfect = _is_perfect(s, verb)
    if s.deps[verb] != "conj" or not (perfect or s.tags[verb] in {"VBD", "VBZ"}):
        return None
    if not _is_bare(s, head) and not _is_told_in_passing(s, verb, head):
        return None
    at = s.heads[head] if _is_told_of_thing(s, verb, head) else head
    for _ in range(_MAX_CLIMB):
        if s.tags[at] == s.tags[verb] and (not perfect or _is_perfect(s, at)):
            return at
        at = s.heads[at]
    return None


def joins_the_finite(s: Sentence, verb: int) -> bool:
    """Say whether a finite verb only seems joined to an infinitive: "asked X to go and offered"."""
    head = s.heads[verb]
    return s.tags[head] == "VB" and finite_above(s, verb, head) is not None


def _is_perfect(s: Sentence, verb: int) -> bool:
    """Say whether a participle has a "has" of its own: "has asked it to come and has offered"."""
    finite = {"VBZ", "VBP", "VBD"}
    return s.tags[verb] == "VBN" and any(
        s.lemmas[k] == "have" and s.tags[k] in finite for k in children(s, verb, "aux")
    )


def row_before(s: Sentence, verb: int) -> int | None:
    """Return the first of a row of verbs: "X recalled its envoy, barred Y, and left".

    The parser makes it a clause below the second, which then has no subject.
    """
    if s.tags[verb] not in {"VBD", "VBZ", "VBP"}:
        return None
    if s.heads[verb] != verb:
        return _row_of_doer(s, verb)
    for first in children(s, verb, "ccomp", "advcl"):
        like = s.tags[first] == s.tags[verb] and s.words[verb - 1] == ","
        told = bool(children(s, first, "nsubj", "nsubjpass")) and not children(s, first, "mark")
        if first < verb and like and told:
            return first
    return None


def _row_of_doer(s: Sentence, verb: int) -> int | None:
    """Return the clause of a doer that a row goes on: "hit by a man who ran up, fired and fled".

    A verb behind a comma alone goes on with the row that the clause opened, and so does the next.
    """
    head = s.heads[verb]
    if s.deps[verb] != "conj" or not children(s, head, "auxpass") or s.words[verb - 1] != ",":
        return None
    for agent in children(s, head, "agent"):
        for noun in children(s, agent, "pobj"):
            for clause in children(s, noun, "relcl"):
                if agent < clause < verb and s.tags[clause] == s.tags[verb]:
                    return clause
    return None


def text_sort(s: Sentence, noun: int) -> str:
    """Say which sort of text a noun is, whose participle tells what its author does.

    "A letter urging peace"; a law without an author is itself what bars somebody.
    """
    lemma = s.lemmas[noun].lower()
    return next((sort for sort in ("text_nouns", "ruling_texts") if lemma in role_words(sort)), "")


def sharers(s: Sentence, noun: int, prep: int) -> tuple[int, ...]:
    """Find who does together what a noun tells: "cooperation between X and Y in fighting Z"."""
    between = (k for k in children(s, noun, "prep") if s.words[k].lower() in {"between", "among"})
    return next((tuple(children(s, k, "pobj")) for k in between if k < prep), ())
