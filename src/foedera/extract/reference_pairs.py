"""Whom "both countries", "the two leaders", "the other side" and "the North" refer to."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.data import Actor, Sentence, Span
from foedera.extract.actor_words import words as word_list
from foedera.extract.discourse import Discourse, Seen
from foedera.extract.reference_clauses import main_subject

_GIVEN = frozenset({"the", "these", "those", "their"})
_PAIR_REACH = 2
_NEAR = 0.3
_THIRD_IS_FAR = 0.75
_HALVES = {"PRK": ("PRK", "KOR"), "KOR": ("PRK", "KOR"), "SSD": ("SDN", "SSD")}


def opens_pair(sentence: Sentence, token: int) -> int | None:
    """Return the noun of a pair that "both", "neither" or "two" opens at a token."""
    opener = sentence.words[token].lower()
    if opener not in word_list("pair_openers"):
        return None
    if opener == "two" and (not token or sentence.words[token - 1].lower() not in _GIVEN):
        return None
    for at in range(token + 1, min(token + 4, len(sentence.words))):
        word = sentence.words[at].lower()
        if word in word_list("pair_states") or word in word_list("pair_people"):
            return at
        if (
            not sentence.words[at].islower()
            or not word.isalpha()
            or word in {"and", "or", "of", "to", "in"}
        ):
            return None
    return None


def refer_pair(talk: Discourse, number: int, noun: str, span: Span) -> tuple[Actor, ...]:
    """Return the two that were spoken of: persons where the noun is one for people."""
    if noun in word_list("pair_people"):
        people = _two_people(talk, number, noun)
        if people or noun not in word_list("pair_states"):
            return people
    together = _distinct(main_subject(talk, number - 1))
    if len(together) == 2 and noun not in word_list("pair_people"):
        return together if noun in word_list("pair_loosely") else _states_of(talk, together, span)
    if noun in word_list("pair_loosely"):
        near = {s.actor.country for s in talk.before(number, 1) if s.actor.kind == "state"}
        if len(near) != 2:
            return ()
    return tuple(state_actor(talk, code, span) for code in _two_states(talk, number))


def _states_of(talk: Discourse, together: Iterable[Actor], span: Span) -> tuple[Actor, ...]:
    """Return whose "both countries" are, where the last words named two people of two states."""
    persons = all(actor.country and actor.kind in {"person", "office"} for actor in together)
    if not persons or len({actor.country for actor in together}) < 2:
        return tuple(together)
    return tuple(state_actor(talk, str(actor.country), span) for actor in together)


def _distinct(found: Iterable[Seen]) -> tuple[Actor, ...]:
    return tuple({(s.actor.name, s.actor.country): s.actor for s in found}.values())


def _two_people(talk: Discourse, number: int, noun: str) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for seen in talk.before(number, _PAIR_REACH):
        if seen.actor.kind == "person":
            found.setdefault(seen.actor.name, seen.actor)
    if len(found) > 2:
        office = noun.removesuffix("s")
        found = {n: a for n, a in found.items() if (a.office or "").endswith(office)}
    return tuple(reversed(found.values())) if len(found) == 2 else ()


def _two_states(talk: Discourse, number: int) -> tuple[str, ...]:
    """Return the two states most spoken of, none if a third comes near."""
    ranked = talk.states(number)
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
