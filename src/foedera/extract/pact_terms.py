"""What is to be done under an agreement: "Under the pact, Peru is to be given access".

A phrase for the agreement lays nothing down by itself; the verb it hangs on does. Where that
verb tells another kind of happening ("Under the deal, Chile will withdraw its troops"), that is
what is told, and the phrase adds no claim. A pledge made in a text is one of its terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from foedera.data import Sentence
from foedera.extract.arguments import find_arguments
from foedera.extract.frames import Match
from foedera.extract.noun_classes import classes_of
from foedera.extract.reality_denied import negation
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive
from foedera.kinds import Frame, Kind
from foedera.tree import ancestors, children, low_words

PROVIDES, _PROMISE = "agreement.provide", "statement.promise"
_WORDINGS = frozenset({_PROMISE, "agreement.amend", "agreement.describe"})
_PACTS = frozenset({"agreement", "treaty"})
_NO_PACTS = frozenset({"constitution", "membership", "statute", "plan"})
_WITHIN = frozenset({"under", "in", "by"})
_BESIDE = frozenset({"while", "whereas"})
_EACH = frozenset({"neither", "either", "each", "both"})
_BOTH = frozenset({"two", "sides", "parties"})
_NO_DUTY = "blame"  # "both sides are to blame"
_UNDER_IT = frozenset({"under", "it"})
_TO_COME = frozenset({"will", "shall", "must", "would", "'ll", "’ll"})
_GATHERING = frozenset({"diplomacy", "statement", "request"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPENING = frozenset({"under", "which", "whereby", "by"})
_LEAVE = frozenset({"may", "can", "could", "might"})
_PRESENT, _ARE = frozenset({"VBZ", "VBP"}), frozenset({"is", "are"})
_MODALS = frozenset({"will", "shall", "must", "would", "can", "may", "'ll", "’ll"})
_LEAVING_OR_OWED = frozenset({"shall", "must", "can", "may"})
_SUBJECT_BEARS = Frame(
    "phrases", (), {}, {}, {"actor": ("subject",), "object": ("clause", "object")}
)
OTHERS_BEAR = replace(_SUBJECT_BEARS, roles={"actor": ("between",), "object": ("clause",)})


def lay_down(
    s: Sentence, matches: Sequence[Match], kinds: Mapping[str, Kind], *, pact: bool = False
) -> list[Match]:
    """Put what an agreement's phrase governs in the place of the phrase.

    `pact` says that states were just told to make one, so that "neither side may" is of its terms.
    """
    if PROVIDES not in kinds or not (pact or not _OPENING.isdisjoint(low_words(s))):
        return list(matches)
    kept = list(matches)
    sides = tuple(_of_the_sides(s)) if pact else ()
    first = [*_governed(s, pact=pact), *sides]
    for verb in dict.fromkeys(v for one in first for v in _beside(s, one)):
        own = next((m for m in kept if m.head == verb), None)
        if own is not None and own.kind.family == "agreement" and own.kind.name not in _WORDINGS:
            continue
        if own is not None and verb in sides and own.kind.family in _GATHERING:
            continue  # "the two sides are to meet again"
        deed = own is not None and own.kind.name not in _WORDINGS and not _is_owed(s, verb)
        if not deed and own is None and not _lays_down(s, verb):
            kept = kept if s.tags[verb] != "VBD" else [m for m in kept if not _only_phrase(s, m)]
            continue
        kept = [m for m in kept if not _only_phrase(s, m)]
        if not deed:
            at = kept.index(own) if own is not None else len(kept)
            kept = [m for m in kept if m is not own and not _in_clause(s, m.head, verb)]
            kept.insert(min(at, len(kept)), term_match(s, verb, kinds[PROVIDES]))
    return kept


def speaks_of_terms(held: Set[str]) -> bool:
    """Say whether a sentence may lay down terms under an agreement, by its words alone."""
    return not held.isdisjoint(_OPENING) and not held.isdisjoint(role_words("term_openers"))


def speaks_of_pacts(held: Set[str]) -> bool:
    """Say whether a sentence may speak of a pact or of a part of one, by its words alone."""
    openers = not held.isdisjoint(role_words("term_openers"))
    return openers or not held.isdisjoint(role_words("parts_of_pacts"))


def speaks_of_sides(held: Set[str]) -> bool:
    """Say whether a sentence may tell what each or neither side owes, by its words alone."""
    return not held.isdisjoint(_EACH | _BOTH) or held >= _UNDER_IT


def is_owed_under(s: Sentence, verb: int, *, pact: bool) -> bool:
    """Say whether a pact is told to ask for a deed: "under it, Peru will leave", "Peru leaves"."""
    if not pact and _OPENING.isdisjoint(low_words(s)):
        return False
    first = s.heads[verb] if _shares_modal(s, verb) else verb
    words = {s.words[k].lower() for k in children(s, first, "aux")}
    ruled = words & _TO_COME or s.tags[verb] in _PRESENT or _is_owed(s, first)
    if not ruled:
        return False
    return any(verb == v for one in _governed(s, pact=pact) for v in _beside(s, one))


def _shares_modal(s: Sentence, verb: int) -> bool:
    """Say whether a verb stands under another's modal: "shall end the war and free them"."""
    bare = s.deps[verb] == "conj" and s.tags[verb] == "VB"
    return bare and not children(s, verb, "aux", *_SUBJECTS)


def _of_the_sides(s: Sentence) -> Iterator[int]:
    """Yield the main verbs that tell what the makers of a pact owe: "neither side may arm"."""
    for token, word in enumerate(s.words):
        noun = token if s.deps[token] in _SUBJECTS else s.heads[token]
        low = word.lower()
        if low not in _EACH | _BOTH or s.deps[noun] not in _SUBJECTS:
            continue
        alone = noun == token and low in {"neither", "both"}
        verb = _main(s, s.heads[noun])
        top = s.heads[verb] if s.deps[verb] == "xcomp" else verb
        told = alone or s.lemmas[noun].lower() in role_words("halves")
        owed = _is_owed(s, verb) if low in _EACH else _is_ruled(s, verb)
        if told and s.heads[top] == top and owed and s.lemmas[verb] != _NO_DUTY:
            yield verb


def forbids_by_pact(s: Sentence, match: Match) -> bool:
    """Say whether a term is told as what its agreement lets nobody do."""
    return _is_laid_down(match) and _is_barred(s, match.head)


def is_duty(s: Sentence, match: Match) -> bool:
    """Say whether a term is told by its own verb as what is to be done, or is to be let happen.

    A mere leave of a party is no duty, one of its people or ships is the other's: "boats may land".
    """
    modals = {s.words[k].lower() for k in children(s, match.head, "aux")}
    leave = not modals.isdisjoint(_LEAVE) and negation(s, match.head) is None
    subjects = children(s, match.head, *_SUBJECTS)
    let = any(s.lemmas[k].lower() in role_words("given_leave") for k in subjects)
    of_pact = s.tags[match.head] in _PRESENT and s.deps[match.head] == "conj" and not subjects
    return _is_laid_down(match) and (let or not leave) and not of_pact


def _is_laid_down(match: Match) -> bool:
    return match.frame in (_SUBJECT_BEARS, OTHERS_BEAR)


def is_rule(s: Sentence, verb: int) -> bool:
    """Say whether a term stands as long as its agreement does: "each side shall halve its army"."""
    return any(s.words[k].lower() in {"shall", "must"} for k in children(s, verb, "aux"))


def _only_phrase(s: Sentence, match: Match) -> bool:
    """Say whether a match of terms has no more than the phrase for their agreement."""
    first = s.words[match.tokens[0]].lower()
    return match.kind.name == PROVIDES and match.frame.sort == "phrases" and first == "under"


def _in_clause(s: Sentence, token: int, verb: int) -> bool:
    """Say whether a word stands below a verb, in no clause beside it and in no aside."""
    at = token
    while at != verb:
        aside = s.deps[at] in {"relcl", "acl"} and s.tags[at] != "VB"
        if aside or s.heads[at] == at or (s.deps[at] == "conj" and s.heads[at] == verb):
            return False
        at = s.heads[at]
    return token != verb


def _beside(s: Sentence, verb: int) -> Iterator[int]:
    """Yield a verb and those told beside it: "must scrap tariffs, and Chile is to lift duties"."""
    yield verb
    top = s.heads[verb] if s.deps[verb] == "xcomp" else verb
    for kid in dict.fromkeys((*children(s, top, "conj"), *children(s, verb, "conj"))):
        if s.tags[kid][0] == "V":
            yield _main(s, kid)
    for kid in children(s, top, "advcl"):
        if any(s.words[k].lower() in _BESIDE for k in children(s, kid, "mark")):
            yield _main(s, kid)


def _is_barred(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells what must not be: "neither side may station troops"."""
    modal = {s.words[k].lower() for k in children(s, verb, "aux")} & _LEAVING_OR_OWED
    return bool(modal) and negation(s, verb) is not None


def term_match(s: Sentence, verb: int, kind: Kind) -> Match:
    """Make the match of a term by its verb: its subject bears it, in the passive the parties."""
    return term_of(s, verb, kind, OTHERS_BEAR if is_passive(s, verb) else _SUBJECT_BEARS)


def term_of(s: Sentence, verb: int, kind: Kind, frame: Frame) -> Match:
    """Make the match of a term that a verb tells."""
    return Match(kind, frame, (verb,), verb, find_arguments(s, verb), 1.0)


def _governed(s: Sentence, *, pact: bool) -> Iterator[int]:
    """Yield the verbs that hang under "under the pact" or "a pact in which".

    So they do under "under it", where `pact` says that one was just told.
    """
    for token, word in enumerate(s.words):
        low = word.lower()
        if token and s.words[token - 1].lower() == "not":
            continue  # "works not under the treaty but under a secret law"
        if low in {"under", "by"} and s.deps[token] == "prep" and _is_pact(s, token, pact=pact):
            verb = _verb_above(s, token)
        elif low == "whereby" or (low == "which" and _stands_within(s, token)):
            verb = _verb_above(s, token)
            if verb is not None and not _is_on_agreement(s, verb):
                verb = None
        else:
            continue
        if verb is not None:
            yield verb


def _is_on_agreement(s: Sentence, verb: int) -> bool:
    """Say whether a clause is one on an agreement, though the parser hung it on who made it."""
    above = s.heads[verb]
    if s.tags[above][0] == "N" and not is_agreement(s, above):
        made = [t for t in ancestors(s, above) if s.deps[t] == "acl"]
        above = s.heads[made[0]] if made else above
    return is_agreement(s, above)


def _is_pact(s: Sentence, preposition: int, *, pact: bool) -> bool:
    """Say whether "under" or "by" is followed by an agreement or by what it says: "its terms"."""
    under = s.words[preposition].lower() == "under"
    for noun in children(s, preposition, "pobj"):
        if under and (is_agreement(s, noun) or (pact and s.words[noun].lower() == "it")):
            return True
        for word in (noun, *range(preposition + 1, noun)):  # "its provisions member states may"
            if s.lemmas[word].lower() in role_words("terms_of_pacts"):
                inner = [k for p in children(s, word, "prep") for k in children(s, p, "pobj")]
                inner += [k for k in children(s, word, "poss") if s.tags[k] != "PRP$"]
                return _is_bare(s, word) if not inner else any(is_agreement(s, k) for k in inner)
    return False


def _is_bare(s: Sentence, noun: int) -> bool:
    """Tell "under its conditions" from "under the right conditions", which no pact lays down."""
    if s.lemmas[noun].lower() not in role_words("loose_terms"):
        return True
    return all(s.deps[k] in {"det", "poss"} for k in s.children[noun])


def is_agreement(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells an agreement or a part of one."""
    if s.lemmas[noun].lower() in role_words("term_openers"):
        return True
    return bool(_PACTS & classes_of(s, noun)) and s.lemmas[noun].lower() not in _NO_PACTS


def _stands_within(s: Sentence, which: int) -> bool:
    above = s.heads[which]
    return s.deps[which] == "pobj" and s.words[above].lower() in _WITHIN


def _verb_above(s: Sentence, token: int) -> int | None:
    """Climb to the verb a phrase hangs on; one that hangs on a noun governs nothing."""
    at = s.heads[token]
    if s.deps[token] == "pobj":
        at = s.heads[at]
    while s.tags[at] in {"VBN", "VBD"} and s.deps[at] in {"csubj", "advcl", "acl"}:
        if s.tags[at] == "VBD" and (children(s, at, *_SUBJECTS, "mark") or s.heads[at] < at):
            break
        at = s.heads[at]  # "under the pact, named X, Peru is"
    if s.tags[at][0] != "V":
        return None
    if s.deps[at] == "xcomp" and s.tags[s.heads[at]][0] == "V":
        return _main(s, s.heads[at])
    return _main(s, at)


def _main(s: Sentence, verb: int) -> int:
    """Return the verb that bears the sense: "is to be *given*" for its "is"."""
    for kid in children(s, verb, "xcomp"):
        if s.lemmas[verb] == "be" and any(s.words[k].lower() == "to" for k in s.children[kid]):
            return kid
    return verb


def _is_owed(s: Sentence, verb: int) -> bool:
    """Say whether a verb is told as what must, may or is to be."""
    words = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    if words & _LEAVING_OR_OWED:
        return True
    return "to" in words and s.lemmas[s.heads[verb]] == "be" and s.deps[verb] == "xcomp"


def _is_ruled(s: Sentence, verb: int) -> bool:
    """Say whether a verb is told as a rule to come: "are to run", "shall share"."""
    words = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    told = "shall" in words or ("to" in words and _is_owed(s, verb))
    return told and not is_passive(s, verb)


def _lays_down(s: Sentence, verb: int) -> bool:
    """Say whether a verb that tells nothing else is told as a rule: "will", "gets", "must"."""
    words = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    if words & _MODALS or _is_owed(s, verb):
        return True
    if s.lemmas[verb] in role_words("no_terms"):
        return False
    return s.tags[verb] in _PRESENT or (s.tags[verb] == "VBN" and bool(words & _ARE))
