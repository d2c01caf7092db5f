"""What the words behind an object tell of others: who uses it, and whom it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from foedera.data import Sentence
from foedera.extract.answering import answering_verb
from foedera.extract.light_verbs import light_words, outermost
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive, logical_pair
from foedera.lexicons import load_words
from foedera.tree import children

_OWNING_UP = frozenset({"claim", "take", "accept", "assume", "admit", "acknowledge"})
_OPEN, _DENYING = frozenset({"if", "whether"}), frozenset({"deny", "dismiss", "reject", "doubt"})
_ONTO = frozenset({"in", "into", "over", "near", "off", "inside"})
_COMMON, _PROPER = frozenset({"NN", "NNS"}), frozenset({"NNP", "NNPS"})
_LAUNCHED = frozenset({"by", "from"})
_FORCE = frozenset({"attack", "campaign_word", "hostilities"})
_NAMING, _MAX_NAME = _PROPER | {"CD"}, 4


def users_of(s: Sentence, noun: int) -> tuple[int, ...]:
    """Find whose a thing is by its use: "tunnels used by the movement", "a Peru-owned mill".

    A missile is of who launched it, or of where it was launched from.
    """
    out: list[int] = []
    for verb in children(s, noun, "amod"):
        if s.lemmas[verb] in role_words("owning_verbs"):
            out += children(s, verb, "npadvmod", "amod", "compound", "advmod", "nmod")
    for verb in children(s, noun, "acl"):
        if s.tags[verb] == "VBN" and s.lemmas[verb] in role_words("owning_verbs"):
            for prep in children(s, verb, "agent", "prep"):
                if s.words[prep].lower() == "by":
                    out += children(s, prep, "pobj")
        elif s.tags[verb] == "VBN" and s.lemmas[verb] in role_words("launching_verbs"):
            preps = children(s, verb, "agent", "prep")
            out += [
                t for k in preps if s.words[k].lower() in _LAUNCHED for t in children(s, k, "pobj")
            ]
    return tuple(out)


def reached_by(s: Sentence, noun: int) -> tuple[int, ...]:
    """Find whom a weapon reaches: "a missile capable of hitting Chad", "that fell in Peru"."""
    out: list[int] = []
    for word in children(s, noun, "amod", "acl", "appos", "relcl"):
        if s.lemmas[word] == "capable":
            out += _able_to(s, word)
        elif s.lemmas[word] in role_words("flight_verbs"):
            out += _pobjs(s, word, _ONTO)
        elif s.lemmas[word] in role_words("reaching_verbs"):
            out += children(s, word, "dobj")
    return tuple(out)


def _able_to(s: Sentence, adjective: int) -> list[int]:
    out: list[int] = []
    for prep in children(s, adjective, "prep"):
        for verb in children(s, prep, "pcomp"):
            if s.lemmas[verb] in role_words("reaching_verbs"):
                out += children(s, verb, "dobj")
    return out


def _pobjs(s: Sentence, head: int, words: frozenset[str]) -> list[int]:
    preps = [p for p in children(s, head, "prep") if s.words[p].lower() in words]
    return [k for p in preps for k in children(s, p, "pobj")]


def receiver_before(s: Sentence, verb: int, noun: int) -> tuple[int, ...]:
    """Find who is given it where the parser made it a modifier: "sell Cairo eight boats"."""
    if s.lemmas[verb] not in role_words("giving_verbs"):
        return ()
    counts = children(s, noun, "det", "nummod")
    names = [k for k in children(s, noun, "nmod", "compound") if s.tags[k] == "NNP" and k > verb]
    return tuple(k for k in names if any(c == k + 1 for c in counts))


@cache
def _charging() -> frozenset[str]:
    return frozenset(load_words("light_words")["charging"])


def charged_with(s: Sentence, noun: int) -> tuple[int, ...]:
    """Find who did what they are sentenced for or own up to.

    "Sentenced X for the killing", "X claimed responsibility for the attack", "the gunman
    responsible for the attack".
    """
    noun = outermost(s, noun)
    prep = s.heads[noun]
    if s.deps[noun] == "pobj" and (behind := _behind(s, prep)):
        return behind
    if claimers := _claimers(s, noun):
        return claimers
    if s.deps[noun] != "pobj" or s.words[prep].lower() not in {"of", "for", "over"}:
        return ()
    verb = s.heads[prep]
    if s.lemmas[verb] in {"responsibility", "credit"} and s.deps[verb] in ("dobj", "nsubjpass"):
        owning = s.heads[verb]
        if s.lemmas[owning] not in _OWNING_UP or children(s, owning, "neg"):
            return ()
        return tuple(t for t in logical_pair(s, owning)[0] if not _is_none(s, t))
    if s.lemmas[verb] not in _charging() or s.tags[verb][0] != "V":
        return ()
    return logical_pair(s, verb)[1]


def _claimers(s: Sentence, noun: int) -> tuple[int, ...]:
    """Find who claims an attack as his: "X claimed the attack", "an attack claimed by X"."""
    if "attack" not in classes_of(s, noun):
        return ()
    for verb in (s.heads[noun], *children(s, noun, "acl", "relcl")):
        if s.lemmas[verb] == "claim" and s.tags[verb][0] == "V":
            subject, objects = logical_pair(s, verb)
            if noun in objects or s.heads[verb] == noun:
                return tuple(t for t in subject if t != noun and not _is_none(s, t))
    return ()


def _behind(s: Sentence, prep: int) -> tuple[int, ...]:
    """Find who is told to be behind an act: "responsible for it", "behind it", "perpetrators of".

    Not where that is denied, asked or only may be.
    """
    above, word = s.heads[prep], s.words[prep].lower()
    if word == "of" and s.lemmas[above].lower() in _makers():
        return (above,)
    if word == "for" and s.lemmas[above] == "responsible":
        if s.deps[above] == "amod":
            return (s.heads[above],)
        if s.deps[above] == "ccomp" and (told := children(s, above, "nsubj")):
            return tuple(told)  # "saw the man responsible for it", read as a clause
        above = s.heads[above]
    elif word != "behind":
        return ()
    elif s.tags[above][0] == "N":
        return (above,) if _is_person(s, above) else ()
    if s.lemmas[above] != "be" or any(s.tags[k] == "MD" for k in children(s, above, "aux")):
        return ()
    asked = any(s.words[k].lower() in _OPEN for k in children(s, above, "mark"))
    if asked or children(s, above, "neg") or s.lemmas[s.heads[above]] in _DENYING:
        return ()
    return logical_pair(s, above)[0]


def _is_none(s: Sentence, noun: int) -> bool:
    """Say whether nobody is meant: "no group has claimed responsibility"."""
    return any(s.words[k].lower() == "no" for k in (noun, *children(s, noun, "det")))


def _is_person(s: Sentence, noun: int) -> bool:
    """Say whether a noun is of somebody: a man, a group, gunmen."""
    return not classes_of(s, noun).isdisjoint(role_words("written_people"))


@cache
def _makers() -> frozenset[str]:
    return frozenset(load_words("light_words")["behind_it"])


def place_before(s: Sentence, verb: int) -> tuple[int, ...]:
    """Find the place that a clause is about: "Peru, where rockets landed"."""
    told = s.deps[verb] == "relcl" and any(
        s.words[k].lower() == "where" for k in children(s, verb, "advmod")
    )
    return (s.heads[verb],) if told and s.tags[s.heads[verb]].startswith("NNP") else ()


def answered_by(s: Sentence, noun: int) -> tuple[int, ...]:
    """Find who answers what a noun tells: "X heeded the call", "X responded to the threat"."""
    verb = answering_verb(s, noun)
    return () if verb is None else logical_pair(s, verb)[0]


def broken_by(s: Sentence, noun: int) -> tuple[int, ...]:
    """Find who breaks what a noun tells: "X defied the ban", "acts in defiance of sanctions"."""
    above = s.heads[noun]
    if s.deps[noun] in {"dobj", "nsubjpass"} and s.lemmas[above] in role_words("breaking_verbs"):
        return logical_pair(s, above)[0]
    if s.deps[noun] != "pobj" or s.words[above].lower() != "of":
        return ()
    breach = s.heads[above]
    if s.lemmas[breach] not in role_words("breaking_nouns") or s.deps[breach] != "pobj":
        return ()
    verb = s.heads[s.heads[breach]]
    return logical_pair(s, verb)[0] if s.tags[verb][0] == "V" else ()


def stirred_by(s: Sentence, verb: int) -> tuple[int, ...]:
    """Return whom an act stirs, as told beside it: "asked for more, prompting Peru to leave"."""
    found: list[int] = []
    for kid in children(s, verb, "advcl"):
        if s.tags[kid] == "VBG" and s.lemmas[kid] in role_words("stirring_verbs"):
            found += children(s, kid, "dobj", "nsubj")
            found += (
                k for c in children(s, kid, "ccomp", "xcomp") for k in children(s, c, "nsubj")
            )
    return tuple(found)


def fought_by(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return whom an attack is to drive out or beat: "an offensive to oust X from the town"."""
    if classes_of(s, noun).isdisjoint(_FORCE):
        return ()
    clauses = (k for k in children(s, noun, "acl", "relcl") if s.tags[k] == "VB")
    fought = (k for k in clauses if s.lemmas[k] in light_words()["opposing"])
    return tuple(t for k in fought for t in children(s, k, "dobj"))


def turned(
    s: Sentence, modifiers: Sequence[int]
) -> tuple[list[tuple[str, tuple[int, ...]]], tuple[int, ...]]:
    """Part whom a prefix turns a happening against or for from its other modifiers.

    "Anti-Peruvian protests" are against Peru and nobody's in Peru.
    """
    plain = [k for k in modifiers if s.words[s.heads[k]].islower()]  # no "Anti-Terror Task Force"
    prefixed = {k: s.words[k - 2].lower() for k in plain if k > 1 and s.words[k - 1] == "-"}
    aims = [
        (name, tuple(k for k, word in prefixed.items() if word == prefix))
        for name, prefix in (("against", "anti"), ("for", "pro"))
    ]
    taken = {k for _, found in aims for k in found}
    return aims, tuple(k for k in modifiers if k not in taken)


def title_before(s: Sentence, noun: int) -> tuple[int, ...]:
    """Return the head of a name with "of" in it that stands before a noun, none if none does.

    "The Group of 20 summit", "a House of Representatives vote": the parser makes the noun the
    name's.
    """
    prep = s.heads[noun]
    of = s.deps[noun] == "pobj" and s.words[prep].lower() == "of"
    if not of or s.tags[noun] not in _COMMON or prep < 1 or noun - prep > _MAX_NAME:
        return ()
    named = all(s.tags[k] in _NAMING for k in range(prep + 1, noun)) and noun > prep + 1
    head = s.heads[prep]
    return (head,) if named and head == prep - 1 and s.tags[head] in _PROPER else ()


def doers_told(s: Sentence, clause: int) -> tuple[int, ...]:
    """Return who does what a clause tells: the subject, of a passive whom "by" names.

    Who "was involved in it" or "was bent on it" had a part in it all the same.
    """
    own = tuple(children(s, clause, "nsubj"))
    if own or not (borne := children(s, clause, "nsubjpass")):
        return own
    if s.lemmas[clause].lower() in role_words("passives_of_doers"):
        return tuple(borne)
    return logical_pair(s, clause)[0] if is_passive(s, clause) else ()
