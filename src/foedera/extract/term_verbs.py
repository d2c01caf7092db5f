"""Verbs that lay down what a pact provides, in a passage that tells it.

Agencies tell terms in a row, and seldom with "under the deal" before each. What lays down is the
pact itself in the present ("The text caps fees. It also bars trawlers"), or what will, must, may or
is to be done by a side, by its people or with a thing ("Peru must pay a toll; rice is exempt"), and
in the plain present what a side does or what becomes of a thing ("Chile pays the rent, the islet
goes to Peru"). Officers, talks and parliaments do nothing under a pact; what would be is none.
"""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.mention_index import TokenMentions
from foedera.extract.reality_denied import negation
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive
from foedera.extract.term_bearers import Bearer, bearer_of
from foedera.extract.term_clauses import cites_pact, sense_of, telling_clauses, tells_making
from foedera.tree import children

_OWED = frozenset({"shall", "must", "may", "can", "ca"})
_PRESENT = frozenset({"VBZ", "VBP"})
_BARE, _TOWARDS = frozenset({"apply"}), frozenset({"to", "by", "into", "under", "back"})
_THERE = frozenset({"in", "on", "at", "out", "under", "below", "above", "within"})
_STAYING = frozenset({"remain", "stay", "become"})
_STARTING = frozenset({"undertake", "begin", "start", "stop", "get"})
_BARE_BE = frozenset({"acomp", "prep"})


def laying_verbs(here: TokenMentions, *, adjacent: bool, pact_before: bool) -> list[int]:
    """List the verbs of a sentence that lay down, those that bear the sense: "is to *leave*".

    `adjacent`: the sentence before told the pact or a term. `pact_before`: it spoke of the pact, so
    that "it" may mean it.
    """
    s = here.sentence
    if s.words[-1] == "?":
        return []
    adjacent = adjacent or cites_pact(s) or tells_making(s)
    found = []
    for top in telling_clauses(s):
        verb = sense_of(s, top)
        bearer = bearer_of(here, top, pact_before=pact_before)
        if bearer is not None and _lays_down(s, top, verb, bearer, adjacent=adjacent):
            found.append(verb)
    return found


def is_of_pact(here: TokenMentions, verb: int) -> bool:
    """Say whether a pact is what stands before a verb that lays down."""
    s = here.sentence
    top = s.heads[verb] if s.deps[verb] == "xcomp" else verb
    return bearer_of(here, top, pact_before=True) is Bearer.PACT


def _is_to_be_there(s: Sentence, verb: int) -> bool:
    """Say whether something has to be in a state or a place: "has to be in port by May"."""
    there = any(s.words[k].lower() in _THERE for k in children(s, verb, "prep"))
    ready = {s.lemmas[k].lower() for k in children(s, verb, "acomp")}
    return there or not ready.isdisjoint(role_words("being_bound") | role_words("being_there"))


def _comes_to_help(s: Sentence, verb: int) -> bool:
    """Say whether one has to come to another's aid."""
    to = [k for k in children(s, verb, "prep") if s.words[k].lower() == "to"]
    goals = {s.lemmas[t].lower() for k in to for t in children(s, k, "pobj")}
    return not goals.isdisjoint({"aid", "help", "defence", "defense", "assistance", "rescue"})


def _is_no_term(s: Sentence, verb: int, words: str) -> bool:
    """Say whether a verb of a list is told as it tells no term."""
    lemma = s.lemmas[verb].lower()
    if lemma == "be":
        return not _is_to_be_there(s, verb)
    if lemma == "come":
        return not _comes_to_help(s, verb)
    return lemma in role_words(words) and not children(s, verb, "prt")


def _lays_down(s: Sentence, top: int, verb: int, bearer: Bearer, *, adjacent: bool) -> bool:
    lemma = s.lemmas[verb].lower()
    owed = is_owed(s, top, verb)
    if bearer is Bearer.PACT:
        return _is_pact_rule(s, top, lemma, owed=owed)
    if not adjacent or (s.deps[top] == "relcl" and not owed) or _is_quoted(s, top):
        return False
    if owed:
        free = bearer is Bearer.SIDE and _is_mere_power(s, top)
        free = free or (bearer is Bearer.FOLK and _is_wished_of_any(s, top))
        return not free and not _is_no_term(s, verb, "no_owed_terms")
    if _will(s, top) and bearer is Bearer.THING and lemma in role_words("chained_of_things"):
        return _goes_towards(s, verb, lemma)
    if _will(s, top):
        if bearer is Bearer.SIDE and negation(s, verb) is not None:
            return not _is_no_term(s, verb, "no_owed_terms")
        told = bearer is Bearer.SIDE or is_passive(s, verb)
        return told and not _is_no_term(s, verb, "no_chained_terms")  # "will take back" is one
    return _is_present_rule(s, top, bearer)


def _is_quoted(s: Sentence, verb: int) -> bool:
    """Say whether somebody is quoted with a clause: he speaks, and no pact is told."""
    before = s.words[:verb]
    curly = before.count("“") > before.count("”")
    return curly or before.count('"') % 2 == 1


def _is_pact_rule(s: Sentence, top: int, lemma: str, *, owed: bool) -> bool:
    """Say whether a pact is told to do what pacts do, or to be bound so: "it caps the fees"."""
    if lemma == "be":
        return not _is_plain_be(s, top)
    passive = is_passive(s, top)
    if lemma == "have":
        held = {s.lemmas[k].lower() for k in children(s, top, "dobj")}
        return not held.isdisjoint(role_words("had_by_pacts"))
    if not passive and _may_only(s, top):
        return False
    if owed or passive:  # "the deal must create jobs" is a wish
        return owed and passive and lemma not in role_words("no_owed_terms")
    if _will(s, top) and lemma in role_words("hoped_of_pacts"):
        return False
    raised = {s.lemmas[k].lower() for k in children(s, top, "dobj")} & role_words("raised")
    return lemma in role_words("pact_verbs") and not raised


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


def _is_wished_of_any(s: Sentence, top: int) -> bool:
    """Say whether a clause asks something of whatever may come: "any plan must help the poor"."""
    must = any(s.words[k].lower() == "must" for k in children(s, top, "aux"))
    told = (k for t in children(s, top, "nsubj") for k in children(s, t, "det"))
    return must and any(s.words[k].lower() == "any" for k in told)


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
    if children(s, top, "acomp", "attr"):  # "is preferable for all sides"
        told = [k for k in told if s.deps[k] == "acomp"]
    return not any(s.lemmas[k].lower() in role_words("being_bound") for k in told)


def _is_present_rule(s: Sentence, top: int, bearer: Bearer) -> bool:
    """Say whether a side does, or a thing meets, in the plain present what a pact lays down."""
    lemma = s.lemmas[top].lower()
    if lemma == "be":
        return bearer is not Bearer.SIDE and not _is_plain_be(s, top)
    if (children(s, top, "xcomp") and lemma not in _STARTING) or (
        lemma not in _STAYING and children(s, top, "acomp")
    ):
        return False  # "leaders keep making demands", "divisions run deep"
    if s.tags[top] == "VBN":
        told = role_words("term_verbs") | role_words("pact_verbs") | role_words("bound_to")
        return lemma in told
    if lemma not in role_words("term_verbs"):
        return False
    if lemma in _STAYING and (so := children(s, top, "acomp", "attr")):  # "it remains unclear"
        return any(s.lemmas[k].lower() in role_words("being_bound") for k in so)
    if lemma in role_words("chained_of_things"):
        return bearer is Bearer.THING and _goes_towards(s, top, lemma)
    held = {s.lemmas[k].lower() for k in children(s, top, "dobj")}
    return held.isdisjoint(role_words("held_anyway"))
