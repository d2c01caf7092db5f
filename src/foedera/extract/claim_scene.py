"""Happenings of one sentence that hold one another: "met X during a visit to Y"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedera.data import Actor, Claim, Roles
from foedera.extract.claim_owners import Owners
from foedera.extract.claim_roles import read_roles
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_phrases import actors_at

_RECEIVING = frozenset({"receive", "welcome", "greet", "host", "entertain"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence's mentions, its matches, and what hangs on which of them."""

    mentions: TokenMentions
    owners: Owners
    matches: Sequence[Match]


def from_container(match: Match, scene: Scene, roles: Roles) -> Roles:
    """Complete the parties of a joint act, and its people, from what holds it or lies in it."""
    if not match.joint:
        return _received(match, scene, roles)
    around = [m for m in scene.matches if m.head in _around(match, scene)]
    others = [a for m in around for a in _everybody(m, scene)]
    states = {a.country for a in roles.actors if a.country}
    if len(states) < 2:
        new = [a for a in others if a.country and a.country not in states]
        roles = replace(roles, actors=(*roles.actors, *_first_of_each(new)))
    known = {a.name for a in (*roles.actors, *roles.participants)}
    people = [a for a in others if a.kind == "person" and a.name not in known]
    return replace(roles, participants=(*roles.participants, *dict.fromkeys(people)))


def _received(match: Match, scene: Scene, roles: Roles) -> Roles:
    """Read "X received Y during his visit": the visitor is Y, the host X."""
    tags = scene.mentions.sentence.tags
    by_name = any(tags[t] != "PRP$" for t in match.slots.get("possessor", ()))
    if match.kind.name != "diplomacy.visit" or (roles.actors and by_name):
        return roles
    around = _around(match, scene)
    for held in scene.matches:
        if held.head in around and scene.mentions.sentence.lemmas[held.head] in _RECEIVING:
            guests = [a for t in held.slots.get("object", ()) for a in actors_at(scene.mentions, t)]
            hosts = [a for t in held.slots.get("subject", ()) for a in actors_at(scene.mentions, t)]
            return replace(roles, actors=tuple(guests), recipients=roles.recipients or tuple(hosts))
    return roles


def told_already(
    match: Match, claim: Claim, made: Sequence[tuple[Match, Claim]], scene: Scene
) -> bool:
    """Say whether a claim repeats the one that holds it: "shook hands during their meeting"."""
    around = scene.owners.container(match.head)
    who = _names(claim)
    return any(
        other.head in around and before.kind == claim.kind and _names(before) == who
        for other, before in made
    )


def _names(claim: Claim) -> set[str]:
    return {a.name for a in (*claim.roles.actors, *claim.roles.recipients)}


def _around(match: Match, scene: Scene) -> list[int]:
    """List the heads that hold the match or lie in it, and those that hold the same act."""
    direct = scene.owners.container(match.head)
    return direct + [h for d in direct for h in scene.owners.container(d) if h != match.head]


def _everybody(match: Match, scene: Scene) -> tuple[Actor, ...]:
    roles = read_roles("", match, scene.mentions)
    return (*roles.actors, *roles.recipients, *roles.participants)


def _first_of_each(actors: Sequence[Actor]) -> list[Actor]:
    return list({a.country: a for a in reversed(actors)}.values())[::-1]
