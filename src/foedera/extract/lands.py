"""Whose rebels, protesters and government troops are: of the land where a report's force is used.

"The rebels" belong where a report elsewhere tells of "Chadian rebels", and failing that to the land
in which most of its force, harm and unrest take place; "the administration" is the president's
whose administration the report names, else of the state, of those that call theirs so, whose
officers it names. Victims without a name are of the land where they came to harm, unless they may
be from anywhere ("pilgrims", "sailors"). Those who fight abroad ("militants", "coalition forces")
keep no state, nor does anybody told by a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from foedera.data import Actor, Claim, Mention
from foedera.extract.peoples import people_in, peoples_states
from foedera.extract.role_words import role_words

_BODIES = frozenset({"group", "force", "organisation"})
_OFFICERS = frozenset({"person", "office"})
_FORCE = frozenset({"military", "harm", "unrest"})
_HARM = "harm."
_CLEARLY = 2  # as often as any other land
_PALACE, _OF_PALACE = "White House", "administration"


def with_lands(claims: Sequence[Claim], mentions: Iterable[Mention], text: str) -> list[Claim]:
    """Return a report's claims, unnamed bodies at home given the land that the report tells."""
    sides = (a for c in claims for a in (*c.roles.actors, *c.roles.recipients))
    if all(a.country for a in sides):
        return list(claims)
    told = _Lands(claims, mentions, text)
    return [_placed(claim, told) for claim in claims]


def _placed(claim: Claim, told: _Lands) -> Claim:
    roles = claim.roles
    actors = tuple(_told_apart(a, told.place(a), roles.actors) for a in roles.actors)
    recipients = tuple(_told_apart(a, told.place(a), roles.recipients) for a in roles.recipients)
    where = claim.setting.where
    if claim.kind.startswith(_HARM) and where is not None and where.country:
        recipients = tuple(_harmed(a, where.country) for a in recipients)
    if (actors, recipients) == (roles.actors, roles.recipients):
        return claim
    return replace(claim, roles=replace(roles, actors=actors, recipients=recipients))


def _told_apart(actor: Actor, placed: Actor, row: Iterable[Actor]) -> Actor:
    """Leave a body without the state that one phrase sets it beside: "Malian and local troops"."""
    beside = (a.country for a in row if a.span == actor.span and a is not actor)
    common = placed.country is not None and actor.name == actor.name.lower()
    return actor if common and placed.country in beside else placed


def _harmed(actor: Actor, land: str) -> Actor:
    """Give unnamed victims the land where they came to harm: "three were killed in Lima"."""
    words = actor.name.split()
    common = actor.country is None and actor.kind == "group" and actor.name == actor.name.lower()
    strangers = role_words("fighters_abroad") | role_words("guests")
    strangers |= role_words("victims_from_anywhere")
    return replace(actor, country=land) if common and strangers.isdisjoint(words) else actor


class _Lands:
    """The states of bodies by their noun, and the land where a report's force is used."""

    def __init__(self, claims: Sequence[Claim], mentions: Iterable[Mention], text: str) -> None:
        self._of: dict[str, set[str | None]] = defaultdict(set)
        self._palace: str | None = None
        found = list(mentions)
        named = [m.value for m in found if isinstance(m.value, Actor)]
        sides = [a for c in claims for a in (*c.roles.actors, *c.roles.recipients)]
        for actor in (*named, *sides):
            if actor.country and actor.kind in _BODIES:
                self._of[_noun(text[actor.span.start : actor.span.end])].add(actor.country)
            if actor.name == _PALACE and actor.country:
                self._palace = actor.country
        self._palace = self._palace or _administered(named)
        self._war = _land_of_force(claims)
        self._peoples = peoples_states(found, text, self._war)

    def place(self, actor: Actor) -> Actor:
        """Give an unnamed body at home its state, where one is told."""
        if actor.country is None and actor.kind in _BODIES and self._peoples:
            state = self._peoples.get(people_in(actor.name) or "")
            if state is not None:
                return replace(actor, country=state)
        words = actor.name.lower().split()
        led = actor.country is None and actor.kind in _BODIES | _OFFICERS and _is_of_palace(words)
        if not led and not _is_open(actor):
            return actor
        if led:
            own = self._of.get(_OF_PALACE, set()) or {self._palace}
        else:
            own = self._of_others(words, named=actor.name[:1].isupper())
        return replace(actor, country=next(iter(own))) if len(own) == 1 else actor

    def _of_others(self, words: Sequence[str], *, named: bool) -> set[str | None]:
        """List the states of other such bodies, or the land of the war whose side they are.

        "Kurdish officials" are not of the land of other officials, and who takes part in unrest
        is of no other land than that of the unrest.
        """
        qualified = len(words) > 1
        own = set(self._of.get(words[-1], ()))
        if qualified and (named or words[-1] in role_words("bodies_anywhere")):
            own = set()
        if not role_words("against_states").isdisjoint(words[:-1]):
            own = set()  # "opposition forces" are none of the forces of a state told elsewhere
        land: set[str | None] = {self._war} if self._war else set()
        if own and land and words[-1] in role_words("people_at_home"):
            return own & land
        return own or (land if _is_of_the_war(words) else set())


def _administered(named: Iterable[Actor]) -> str | None:
    """Return the state whose officers a report names most, of those that call theirs so."""
    people = [a.country for a in named if a.kind in _OFFICERS and a.country]
    ranked = Counter(c for c in people if c in role_words("administered")).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    return ranked[0][0]


def _land_of_force(claims: Iterable[Claim]) -> str | None:
    """Return the land where most acts of force and unrest take place, if one stands out."""
    places = (c.setting.where for c in claims if c.kind.partition(".")[0] in _FORCE)
    ranked = Counter(p.country for p in places if p is not None and p.country).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return None
    return ranked[0][0]


def _is_open(actor: Actor) -> bool:
    """Say whether a body without a state is told by common nouns of those at home."""
    if actor.country is not None or actor.kind not in _BODIES:
        return False
    words = actor.name.split()
    common = not (any(w[:1].isupper() for w in words[1:]) or words[0][1:2].isupper())
    low = [w.lower() for w in words]
    if not common or not role_words("fighters_abroad").isdisjoint(low):
        return False
    return low[-1] in role_words("bodies_at_home") or _OF_PALACE in low


def _is_of_palace(words: Sequence[str]) -> bool:
    """Say whether words tell a president's administration, none of a school or an interim one."""
    if _OF_PALACE not in words:
        return False
    before = words[: words.index(_OF_PALACE)]
    return role_words("other_administrations").isdisjoint(before)


def _is_of_the_war(words: Sequence[str]) -> bool:
    """Say whether words tell who takes part in a land's own war or unrest."""
    if words[-1] in role_words("sides_of_unrest"):
        return True
    return not role_words("sides_of_unrest_before").isdisjoint(words[:-1])


def _noun(name: str) -> str:
    words = name.split()
    return words[-1].lower() if words else ""
