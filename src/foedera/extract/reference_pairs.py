"""Whom "both countries", "the two leaders", "the other side" and "the North" refer to."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.data import Actor, Sentence, Span
from foedera.extract.actor_words import words as word_list
from foedera.extract.discourse import SUBJECT, Discourse, Seen
from foedera.extract.reference_clauses import clause_subject, main_subject
from foedera.tree import ancestors, children

_OPENING = frozenset({"the", "these", "their"})
_NO_MODIFIERS = frozenset(
    {"and", "or", "of", "to", "in", "two", "three", "four", "five", "six", "both", "other", "all",
     "some", "many", "several", "with", "between", "for", "on", "by", "from", "at"}
)  # fmt: skip
_SHARED = frozenset({"with", "between", "by", "against", "from"})
_GIVEN = frozenset({"the", "these", "those", "their"})
_PAIR_REACH = 2
_NEAR = 0.3
_THIRD_IS_FAR = 0.75
_HALVES = {"PRK": ("PRK", "KOR"), "KOR": ("PRK", "KOR"), "SSD": ("SDN", "SSD")}


def opens_pair(sentence: Sentence, token: int) -> int | None:
    """Return the noun of a pair that "both", "neither" or "two" opens at a token.

    "Both" by itself, as in "which both deny", is its own noun.
    """
    opener = sentence.words[token].lower()
    if opener not in word_list("pair_openers"):
        return None
    if opener == "two" and (not token or sentence.words[token - 1].lower() not in _GIVEN):
        return None
    if opener == "both" and _stands_alone(sentence, token):
        return token
    one = "s" if opener in {"neither", "either"} else ""
    return _noun_behind(sentence, token, "pair_states", "pair_people", ending=one)


def opens_group(sentence: Sentence, token: int) -> int | None:
    """Return the noun of "the foreign ministers", "their governments", "the neighbours"."""
    if sentence.words[token].lower() not in _OPENING:
        return None
    return _noun_behind(sentence, token, "group_nouns")


def _stands_alone(sentence: Sentence, token: int) -> bool:
    if not sentence.deps or sentence.tags[token] not in {"DT", "PDT"}:
        return False
    if not all(_may_be_states(sentence, kid) for kid in children(sentence, token, "prep")):
        return False
    head = sentence.heads[token]
    if sentence.deps[token] == "nsubj":
        return sentence.lemmas[head] != "be"
    return sentence.deps[token] == "pobj" and sentence.words[head].lower() in _SHARED


def _may_be_states(sentence: Sentence, prep: int) -> bool:
    """Say whether "both of" leads to states: "both of them", not "both of the generals"."""
    if sentence.words[prep].lower() != "of":
        return True
    nouns = [k for k in children(sentence, prep, "pobj") if sentence.tags[k].startswith("NN")]
    return all(sentence.words[k].lower() in word_list("pair_states") for k in nouns)


def _noun_behind(sentence: Sentence, token: int, *lists: str, ending: str = "") -> int | None:
    for at in range(token + 1, min(token + 4, len(sentence.words))):
        word = sentence.words[at].lower()
        if any({word, word + ending} & word_list(name) for name in lists):
            return None if _goes_on(sentence, at) else at
        if (
            not sentence.words[at].islower()
            or not (word.isalpha() or word == "-")
            or word in _NO_MODIFIERS
        ):
            return None
    return None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Say whether a noun is only the first of a compound: "the rival factions"."""
    return bool(sentence.deps) and sentence.deps[at] == "compound"


def refer_pair(talk: Discourse, number: int, noun: str, span: Span) -> tuple[Actor, ...]:
    """Return the two that were spoken of: persons where the noun is one for people."""
    third = _third(talk, number, span)
    if not {noun} & (word_list("pair_people") | word_list("pair_states")):
        noun += "s"  # "neither leader"
    if noun in word_list("pair_people"):
        people = _two_people(talk, number, noun, third)
        if people or noun not in word_list("pair_states"):
            return people
    together = _distinct(main_subject(talk, number - 1))
    if len(together) == 2 and noun not in word_list("pair_people"):
        return together if noun in word_list("pair_loosely") else _states_of(talk, together, span)
    if noun in word_list("pair_loosely"):
        near = {s.actor.country for s in talk.before(number, 1) if s.actor.kind == "state"}
        if len(near - {a.country for a in third}) != 2:
            return ()
    return tuple(state_actor(talk, code, span) for code in _two_states(talk, number, third))


def refer_group(talk: Discourse, number: int, noun: str, span: Span) -> tuple[Actor, ...]:
    """Return the states that "the foreign ministers" or "their governments" act for.

    "Their" are those that it stands for; "the" are two persons of that office who were just
    named, or the two states spoken of together.
    """
    s = talk.sentences[number]
    first = s.starts.index(span.start)
    if s.words[first].lower() == "their":
        return _owners(talk, number, first, span)
    third = _third(talk, number, span)
    people = _two_people(talk, number, noun, third) if noun in word_list("pair_people") else ()
    if len({a.country for a in people} - {None}) == 2:
        return people
    meet = noun in word_list("pair_people") and _meets(s, span)
    if noun not in word_list("group_of_states") and not meet:
        return ()
    subjects = [*main_subject(talk, number), *main_subject(talk, number - 1)]
    pair = _two_states(talk, number, third)
    told = set(pair) <= {seen.actor.country for seen in subjects}
    return tuple(state_actor(talk, code, span) for code in pair) if told else ()


def _meets(s: Sentence, span: Span) -> bool:
    """Say whether those of a span do what takes two: "the leaders are to meet again"."""
    last = max(i for i, end in enumerate(s.ends) if end <= span.end)
    verb = s.heads[last] if s.deps and s.deps[last] == "nsubj" else None
    told = [] if verb is None else [verb, *children(s, verb, "xcomp")]
    joint = [v for v in told if s.lemmas[v] in word_list("joint_verbs")]
    others = [k for v in joint for k in children(s, v, "dobj", "prep")]
    return bool(joint) and not any(
        s.deps[k] == "dobj" or s.words[k].lower() in _SHARED | {"to"} for k in others
    )


def _owners(talk: Discourse, number: int, token: int, span: Span) -> tuple[Actor, ...]:
    """Return the states that "their" stands for, several of them."""
    found = clause_subject(talk, number, token)
    if found is None:  # "A and B met, their ministries said"
        first = [s for s in talk.before(number, 0) if s.sentence == number and s.role == SUBJECT]
        found = talk.joined(number, first[-1].token) if first else main_subject(talk, number - 1)
    codes = list(dict.fromkeys(s.actor.country for s in found if s.actor.country))
    if len(codes) < 2 or any(s.actor.country is None for s in found):
        return ()
    return tuple(state_actor(talk, code, span) for code in codes)


def _third(talk: Discourse, number: int, span: Span) -> tuple[Actor, ...]:
    """Return who deals with a pair and is none of it: "Oman hosted talks between the two"."""
    s = talk.sentences[number]
    if not s.deps:
        return ()
    last = max(i for i, end in enumerate(s.ends) if end <= span.end)
    if s.deps[last] in {"nsubj", "nsubjpass"}:
        return ()
    for above in ancestors(s, last):
        if s.tags[above][0] == "V":
            if s.lemmas[above] not in word_list("third_party_verbs"):
                return ()
            return _distinct(clause_subject(talk, number, last) or ())
    return ()


def _states_of(talk: Discourse, together: Iterable[Actor], span: Span) -> tuple[Actor, ...]:
    """Return whose "both countries" are, where the last words named two people of two states."""
    persons = all(actor.country and actor.kind in {"person", "office"} for actor in together)
    if not persons or len({actor.country for actor in together}) < 2:
        return tuple(together)
    return tuple(state_actor(talk, str(actor.country), span) for actor in together)


def _distinct(found: Iterable[Seen]) -> tuple[Actor, ...]:
    return tuple({(s.actor.name, s.actor.country): s.actor for s in found}.values())


def _two_people(
    talk: Discourse, number: int, noun: str, third: Iterable[Actor] = ()
) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    others = {a.name for a in third}
    for seen in talk.before(number, _PAIR_REACH):
        if seen.actor.kind == "person" and seen.actor.name not in others:
            found.setdefault(seen.actor.name, seen.actor)
    if len(found) > 2:
        office = noun.removesuffix("s")
        found = {n: a for n, a in found.items() if _holds(a, office)}
    return tuple(reversed(found.values())) if len(found) == 2 else ()


def _holds(actor: Actor, office: str) -> bool:
    """Say whether somebody is in an office, or is the counterpart of who is."""
    return (actor.office or "").endswith((office, "counterpart"))


def _two_states(talk: Discourse, number: int, third: Iterable[Actor] = ()) -> tuple[str, ...]:
    """Return the two states most spoken of, none if another comes near."""
    others = {a.country for a in third}
    ranked = [pair for pair in talk.states(number) if pair[0] not in others]
    if (
        len(ranked) < 2
        or ranked[1][1] < _NEAR
        or (len(ranked) > 2 and ranked[2][1] > _THIRD_IS_FAR * ranked[1][1])
    ):
        return ()
    order = {s.actor.country: at for at, s in reversed(list(enumerate(talk.seen)))}
    return tuple(sorted((ranked[0][0], ranked[1][0]), key=lambda c: order[c]))


def state_actor(talk: Discourse, code: str, span: Span) -> Actor:
    """Return a state as an actor at a stretch of words."""
    return Actor(talk.gazetteer.states.get(code, code), code, "state", None, span)


def refer_other(talk: Discourse, number: int, token: int, span: Span) -> tuple[Actor, ...]:
    """Return the second of two states where the sentence has just named the first."""
    here = {s.actor.country for s in talk.before(number, 0) if s.actor.country}
    pair = _two_states(talk, number)
    if len(here) != 1 or len(pair) != 2 or not here <= set(pair):
        return ()
    return tuple(state_actor(talk, code, span) for code in pair if code not in here)


def refer_half(talk: Discourse, number: int, word: str, span: Span) -> tuple[Actor, ...]:
    """Return the state that "the North" or "the South" is short for."""
    for code, (north, south) in _HALVES.items():
        if code in talk.states_told:
            return (state_actor(talk, north if word == "North" else south, span),)
    return ()


def is_half(sentence: Sentence, token: int) -> bool:
    """Say whether "North" or "South" stands alone, with its article or as an owner."""
    words = sentence.words
    if words[token] not in {"North", "South"} or token + 1 >= len(words):
        return False
    after = words[token + 1]
    if after == "of" or after == "-" or (after[:1].isupper() and after != "'s"):
        return False
    owner = after == "'s"
    return owner or (token > 0 and words[token - 1].lower() == "the")
