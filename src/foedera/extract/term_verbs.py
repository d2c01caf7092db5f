"""Verbs that lay down what a pact provides, in a passage that tells it.

Agencies tell terms in a row, and seldom with "under the deal" before each. What lays down is the
pact itself in the present ("The text caps fees. It also bars trawlers"), or what will, must, may or
is to be done by a side, by its people or with a thing ("Peru must pay a toll; rice is exempt"), and
in the plain present what a side does or what becomes of a thing ("Chile pays the rent, the islet
goes to Peru"). Officers, talks and parliaments do nothing under a pact; what would be is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from foedera.data import Actor, Sentence
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.pact_terms import is_agreement
from foedera.extract.reality_verbs import negation
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive
from foedera.tree import children

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_MODALS = frozenset({"will", "shall", "must", "may", "can", "ca", "'ll", "’ll"})
_OWED = frozenset({"shall", "must", "may", "can", "ca"})
_PRESENT = frozenset({"VBZ", "VBP"})
_DONE = frozenset(
    {"have", "has", "had", "would", "could", "might", "should", "was", "were", "been"}
)
_EACH = frozenset({"both", "each", "either", "neither", "two", "none", "all"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "other", "latter", "former"})
_RELATIVE = frozenset({"which", "that"})
_POWERS, _BODY = frozenset({"state", "force"}), "organisation"
_NO_THINGS = frozenset({"talks", "official", "leaders", "law", "meeting"})
_BARE, _TOWARDS = frozenset({"apply"}), frozenset({"to", "by", "into", "under", "back"})
_SOME = frozenset({"a", "an", "some"})
_ANY = frozenset({"a", "an", "any", "no", "each", "every"})
_BARE_BE = frozenset({"acomp", "prep"})


class Bearer(Enum):
    """What stands before a verb that may lay down."""

    PACT = "pact"
    SIDE = "side"
    FOLK = "folk"
    THING = "thing"


def laying_verbs(here: TokenMentions, *, adjacent: bool, pact_before: bool) -> list[int]:
    """List the verbs of a sentence that lay down, those that bear the sense: "is to *leave*".

    `adjacent`: the sentence before told the pact or a term. `pact_before`: it spoke of the pact, so
    that "it" may mean it.
    """
    s = here.sentence
    if s.words[-1] == "?":
        return []
    adjacent = adjacent or _cites_pact(s) or tells_making(s)
    found = []
    for top in _finite(s):
        verb = _sense(s, top)
        bearer = _bearer(here, top, pact_before=pact_before)
        if bearer is not None and _lays_down(s, top, verb, bearer, adjacent=adjacent):
            found.append(verb)
    return found


def is_of_pact(here: TokenMentions, verb: int) -> bool:
    """Say whether a pact is what stands before a verb that lays down."""
    s = here.sentence
    top = s.heads[verb] if s.deps[verb] == "xcomp" else verb
    return _bearer(here, top, pact_before=True) is Bearer.PACT


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


def _finite(s: Sentence) -> Iterator[int]:
    """Yield the heads of the clauses that may tell terms: main ones, and those on a thing."""
    for token, tag in enumerate(s.tags):
        if (
            tag[0] == "V"
            and _is_told_now(s, token)
            and (is_main(s, token) or _is_reported(s, token) or _is_on_thing(s, token))
        ):
            yield token


def is_main(s: Sentence, verb: int) -> bool:
    """Say whether a verb is that of a main clause, or joined to one, also by a semicolon."""
    while s.heads[verb] != verb:
        above = s.heads[verb]
        joined = s.deps[verb] in {"conj", "parataxis"} or _is_set_before(s, verb)
        if not joined or s.tags[above][0] not in "VM":
            return False
        verb = above
    return True


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


def _is_on_thing(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells on of a thing or a pact: "an islet, which no troops may enter"."""
    return s.deps[verb] == "relcl" and s.tags[s.heads[verb]][0] == "N"


def _cites_pact(s: Sentence) -> bool:
    """Say whether a sentence tells by whose words: "according to the pact", "says the treaty"."""
    for noun, word in enumerate(s.lemmas):
        if s.tags[noun][0] != "N" or not (
            is_agreement(s, noun) or word.lower() in role_words("parts_of_pacts")
        ):
            continue
        above = s.heads[noun]
        if s.deps[noun] == "nsubj" and s.lemmas[above].lower() in role_words("term_tellers"):
            return True
        if s.deps[noun] == "pobj" and "according" in (s.words[above], s.words[s.heads[above]]):
            return True
    return False


def _is_told_now(s: Sentence, verb: int) -> bool:
    """Say whether a clause stands in the present or under a modal that lays down."""
    helping = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    guessed = {s.words[k].lower() for k in children(s, verb, "advmod")} & role_words("guessing")
    if helping & _DONE or guessed or s.tags[verb] == "VBG":
        return False
    if s.tags[verb] in _PRESENT or helping & _MODALS:
        return True
    if s.deps[verb] == "conj" and s.tags[verb] in {"VB", "VBN"} and not helping:
        above = s.heads[verb]  # "must land fish and carry a beacon"
        return s.tags[above] == s.tags[verb] and _is_told_now(s, above)
    return s.tags[verb] == "VBN" and bool(helping & {"is", "are", "'s"}) and is_passive(s, verb)


def _sense(s: Sentence, top: int) -> int:
    """Return the verb that bears the sense: "is to *leave*", "has to *pay*"."""
    if s.lemmas[top].lower() not in {"be", "have", "need"} or s.tags[top] == "VBN":
        return top
    for kid in children(s, top, "xcomp"):
        if s.tags[kid] in {"VB", "VBN"} and any(
            s.words[k].lower() == "to" for k in s.children[kid]
        ):
            return kid
    return top


def _subjects(s: Sentence, verb: int) -> list[int]:
    own = children(s, verb, *_SUBJECTS)
    above = s.heads[verb]
    if own or above == verb or s.deps[verb] != "conj" or s.tags[above][0] not in "VM":
        return list(own)
    return _subjects(s, above)


def _bearer(here: TokenMentions, top: int, *, pact_before: bool) -> Bearer | None:
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
        return Bearer.FOLK if s.deps[s.heads[noun]] != "relcl" else None
    if low in _ORDINALS and pact_before:
        return Bearer.PACT
    road_map = lemma == "map" and s.words[noun - 1].lower() == "road"
    if is_agreement(s, noun) or road_map or lemma in role_words("parts_of_pacts"):
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
    if not s.tags[noun].startswith("NN") or _is_event(s, noun):
        return None
    if classes_of(s, noun).isdisjoint(_NO_THINGS):
        return Bearer.THING
    return Bearer.FOLK if _is_anybody(s, noun) else None


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
    return Bearer.PACT if is_agreement(s, head) else None


def _lays_down(s: Sentence, top: int, verb: int, bearer: Bearer, *, adjacent: bool) -> bool:
    lemma = s.lemmas[verb].lower()
    owed = is_owed(s, top, verb)
    if bearer is Bearer.PACT:
        return _is_pact_rule(s, top, lemma, owed=owed)
    if not adjacent or (s.deps[top] == "relcl" and not owed):
        return False
    if owed:
        free = bearer is Bearer.SIDE and _is_mere_power(s, top)
        return not free and lemma not in role_words("no_owed_terms")
    if _will(s, top) and bearer is Bearer.THING and lemma in role_words("chained_of_things"):
        return _goes_towards(s, verb, lemma)
    if _will(s, top):
        if bearer is Bearer.SIDE and negation(s, verb) is not None:
            return lemma not in role_words("no_owed_terms")
        told = bearer is Bearer.SIDE or is_passive(s, verb)
        own = bool(children(s, verb, "prt"))  # "will take back"
        return told and (own or lemma not in role_words("no_chained_terms"))
    return _is_present_rule(s, top, bearer)


def _is_pact_rule(s: Sentence, top: int, lemma: str, *, owed: bool) -> bool:
    """Say whether a pact is told to do what pacts do, or to be bound so: "it caps the fees"."""
    if lemma == "be":
        return not _is_plain_be(s, top)
    passive = is_passive(s, top)
    if not passive and _may_only(s, top):
        return False
    if owed or passive:
        return owed and lemma not in role_words("no_owed_terms")
    return lemma in role_words("pact_verbs")


def is_owed(s: Sentence, top: int, verb: int) -> bool:
    """Say whether a clause is told as what must, may or is to be: "must", "is to", "has to"."""
    helping = {s.words[k].lower() for k in children(s, top, "aux")}
    if helping & _OWED or (verb != top and s.tags[top] in _PRESENT):
        return True
    if s.deps[top] == "conj" and s.tags[top] == "VB" and not helping:
        return is_owed(s, s.heads[top], s.heads[top])
    bound = s.tags[top] == "VBN" and s.lemmas[top].lower() in role_words("bound_to")
    fated = any(s.lemmas[k] in {"be", "have"} for k in children(s, top, "xcomp"))
    return bound and is_passive(s, top) and not fated


def _is_mere_power(s: Sentence, top: int) -> bool:
    """Say whether a side is told to be able to, which no pact need say: "Iran can build it"."""
    can = any(s.words[k].lower() == "can" for k in children(s, top, "aux"))
    well = any(s.words[k].lower() == "well" for k in children(s, top, "advmod"))
    return well or (can and negation(s, top) is None)


def _may_only(s: Sentence, top: int) -> bool:
    """Say whether a clause tells what may be: "the deal may well deter them"."""
    may = any(s.words[k].lower() in {"may", "can"} for k in children(s, top, "aux"))
    return may and negation(s, top) is None


def _will(s: Sentence, top: int) -> bool:
    return any(s.words[k].lower() in {"will", "'ll", "’ll"} for k in children(s, top, "aux"))


def _goes_towards(s: Sentence, verb: int, lemma: str) -> bool:
    """Say whether a thing comes to something: "tolls fall to zero", no "prices fall in May"."""
    after = {s.words[k].lower() for k in children(s, verb, "prep")}
    return lemma in _BARE or not after.isdisjoint(_TOWARDS)


def _is_plain_be(s: Sentence, top: int) -> bool:
    """Say whether a clause only says what something is: "the pact is a blow"."""
    if s.lemmas[top].lower() != "be":
        return False
    told = [k for k in children(s, top, *_BARE_BE) if k > top]
    return not any(s.lemmas[k].lower() in role_words("being_bound") for k in told)


def _is_present_rule(s: Sentence, top: int, bearer: Bearer) -> bool:
    """Say whether a side does, or a thing meets, in the plain present what a pact lays down."""
    lemma = s.lemmas[top].lower()
    if lemma == "be":
        return bearer is not Bearer.SIDE and not _is_plain_be(s, top)
    if s.tags[top] == "VBN":
        told = role_words("term_verbs") | role_words("pact_verbs") | role_words("bound_to")
        return lemma in told
    if lemma not in role_words("term_verbs"):
        return False
    if lemma in role_words("chained_of_things"):
        return bearer is Bearer.THING and _goes_towards(s, top, lemma)
    held = {s.lemmas[k].lower() for k in children(s, top, "dobj")}
    return held.isdisjoint(role_words("held_anyway"))
