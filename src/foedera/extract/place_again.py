"""Places spoken of again: "shelled villages there", "left the island", "in the country"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from foedera.data import Actor, Mention, Roles, Sentence, Span, Where
from foedera.extract.claim_owners import Owners
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.other_times import is_ruled_out
from foedera.extract.role_words import role_words
from foedera.tree import children

Told: TypeAlias = tuple[Where, str]  # a place and the rule that read it

_FAR = 600  # characters
_BACK = frozenset({"the", "this", "that", "same"})
_STATES = frozenset({"places.state", "places.part_of_state"})
_OWN = frozenset({"of", "in", "near", "around", "between", "along"})


def place_again(
    match: Match, here: TokenMentions, owners: Owners, told: Sequence[Told], roles: Roles
) -> Where | None:
    """Return the place that an act's own phrase only takes up, from those told before.

    `told` holds the places told in the report, in text order. The words that take one up stand
    as its own.
    """
    if match.kind.family in role_words("said_families"):
        return None
    s = here.sentence
    for word in _taking_up(match, s, owners):
        span = Span(s.starts[word], s.ends[word])
        noun = s.lemmas[word].lower()
        if noun in role_words("lands_again"):
            land = _land(here, word)
            if land is not None and land.country not in {a.country for a in roles.actors}:
                return land
        far, near = (bisect_left(told, at, key=_start) for at in (span.start - _FAR, span.start))
        before = told[far:near]
        fitting = [where for where, rule in before if _fits(noun, where.name.lower(), rule)]
        if fitting:
            return replace(fitting[-1], span=span)
    return None


def _taking_up(match: Match, s: Sentence, owners: Owners) -> Iterator[int]:
    """Yield "there" below an act and the nouns of place behind its prepositions."""
    goes = match.kind.family in role_words("goal_families")
    named = {t for slot in match.frame.roles.get("where", ()) for t in match.slots.get(slot, ())}
    for kid in children(s, match.head, "advmod"):
        if s.words[kid].lower() == "there":
            yield kid
    for prep, dep in enumerate(s.deps):
        name = s.words[prep].lower()
        leads = name in role_words("locative") or (goes and name in role_words("goal"))
        hangs = leads and owners.of(s.heads[prep]) == match.head
        for noun in children(s, prep, "pobj") if dep == "prep" else ():
            land = name == "on" and s.lemmas[noun].lower() in role_words("lands_again")
            if land:  # "declared war on the country" is done to it
                continue
            if (hangs or noun in named) and _is_taken_up(s, noun) and not is_ruled_out(s, prep):
                yield noun


def _is_taken_up(s: Sentence, noun: int) -> bool:
    """Say whether a noun of place is told as known, with nothing that tells which: "the town"."""
    word = s.lemmas[noun].lower()
    if word not in role_words("places_again") and word not in role_words("lands_again"):
        return False
    kids = s.children[noun]
    if any(s.deps[k] == "prep" and s.words[k].lower() in _OWN for k in kids):
        return False
    own = [k for k in kids if s.deps[k] not in {"det", "prep", "punct", "relcl", "cc"}]
    definite = any(s.words[k].lower() in _BACK for k in kids if s.deps[k] == "det")
    return definite and all(s.words[k].lower() in _BACK for k in own)


def _fits(noun: str, name: str, rule: str) -> bool:
    """Say whether a place may be called by a noun: a state is no town, an isle is told as one."""
    if noun == "there":
        return True
    if noun in role_words("isles_again"):
        return noun in name
    if rule in _STATES or noun in role_words("lands_again"):
        return False
    towns = role_words("towns_again")
    return noun not in towns or rule != "places.region" or noun in name


def _land(here: TokenMentions, noun: int) -> Where | None:
    """Return the state that "the country" stands for."""
    for mention in here.at(noun, "actor"):
        actor = mention.value
        if isinstance(actor, Actor) and actor.country is not None and actor.kind == "state":
            return Where(actor.name, actor.country, None, None, mention.span)
    return None


def _start(told: Told) -> int:
    return told[0].span.start


def places_of(mentions: Sequence[Mention]) -> list[Told]:
    """List the places among mentions, without the dateline's, in text order."""
    found = [(m.value, m.rule) for m in mentions if isinstance(m.value, Where)]
    prose = [one for one in found if one[1] != "places.dateline"]
    return sorted(prose, key=_start)
