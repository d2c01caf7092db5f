"""Sides that one act lends another of its sentence: "killed in a U.S. strike", "after a visit".

Who strikes kills by it, and who is killed by it is struck: where one act of force is the subject
of another or the means of it, each takes the sides that only the other tells. Who travels is the
subject of the clause that a visit is told beside.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from foedera.data import Actor, Claim, Roles, Sentence
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of, measures
from foedera.extract.role_phrases import actors_at
from foedera.extract.role_words import role_words
from foedera.extract.subjects import logical_pair
from foedera.tree import children

Made: TypeAlias = Sequence[tuple[Match, Claim]]

_FORCE = frozenset({"military", "harm"})
_BY = frozenset({"in", "by", "during", "from", "with", "after"})
_BESIDE = frozenset({"in", "during", "on", "after", "before", "for", "amid", "at", "ahead", "of"})
_FIGHT = "military.fight"
_FIGHTING = frozenset({"forces", "fighters", "soldier_word"})
_VISIT = "diplomacy.visit"
_AIMS = frozenset({"on", "against", "upon", "at", "undergoer", "of"})
_ATTACK = "military.attack"
_STRIKING = frozenset({_ATTACK, "harm.destroy", "harm.injure", "military.shoot-down"})
_BACKING = "military.cooperate"
_TRAVELLERS = frozenset({"person", "office"})
_FURTHEST = 5


def share_sides(made: Made, mentions: TokenMentions) -> list[Claim]:
    """Return the claims of a sentence with the sides that acts beside them tell."""
    claims = [claim for _, claim in made]
    heads = {match.head: at for at, (match, _) in enumerate(made)}
    by_token = {token: at for at, (match, _) in enumerate(made) for token in match.tokens}
    for at, (match, claim) in enumerate(made):
        if claim.kind == _VISIT and not _has_state(claim.roles.actors):
            claims[at] = _travelled(match, claim, mentions)
        for token in match.slots.get("subject", ()):  # "the attack that killed six"
            told = by_token.get(token, at)
            if told != at and _is_force(claim) and _is_force(claims[told]):
                claims[at] = _with_doers(claims[at], claims[told])
        above = _lending(mentions.sentence, match, claim)
        other = heads.get(above) if above is not None else None
        if other is not None and other != at and _is_force(claims[other]):
            claims[other] = _with_doers(claims[other], claims[at])
            aimed = not _AIMS.isdisjoint(match.slots) or _stands_after(mentions.sentence, match)
            if match.frame.sort == "nouns" or not match.slots.get("object"):
                claims[at] = _with_struck(claims[at], claims[other], aimed=aimed)
            claims[at] = _with_fallen(claims[at], claims[other], mentions.sentence)
    return claims


def _is_force(claim: Claim) -> bool:
    """Say whether a claim tells force; who is backed by air strikes is not struck by them."""
    return claim.kind.partition(".")[0] in _FORCE and claim.kind != _BACKING


def _has_state(actors: Sequence[Actor]) -> bool:
    return any(a.country for a in actors)


def _lending(s: Sentence, match: Match, claim: Claim) -> int | None:
    """Return the verb whose act an event noun of force is the doer or the means of."""
    at = match.head
    if match.frame.sort != "nouns" and claim.kind in _STRIKING:
        return _killing_when(s, at)
    if match.frame.sort != "nouns" or not _is_force(claim):
        return None
    for _ in range(_FURTHEST):
        head = s.heads[at]
        if s.deps[at] == "nsubj" and s.tags[head][0] == "V":
            return head
        if s.deps[at] != "pobj" or s.heads[head] == head:
            return None
        above, word = s.heads[head], s.words[head].lower()
        if word == "of" and measures(s, above):
            at = above
            continue
        return above if word in _BY and s.tags[above][0] == "V" else None
    return None


def _killing_when(s: Sentence, verb: int) -> int | None:
    """Return the passive or death that an attack tells of: "were killed when a shell hit it"."""
    above = s.heads[verb]
    when = any(s.words[k].lower() == "when" for k in children(s, verb, "advmod", "mark"))
    if s.deps[verb] != "advcl" or not when or verb < above:
        return None
    befallen = s.lemmas[above] in role_words("falling_verbs") and not children(s, above, "dobj")
    return above if befallen else None


def _with_doers(claim: Claim, means: Claim) -> Claim:
    """Give an act the doers of what it is done by."""
    roles = claim.roles
    if roles.actors or not (means.roles.actors or means.kind == _FIGHT):
        return claim
    struck = {r.country for r in roles.recipients if r.country}
    fallen = {r.span for r in roles.recipients}
    sides = [means.roles.actors]
    if means.kind == _FIGHT:  # "killed in clashes with X": by X
        sides.append(means.roles.recipients)
    for side in sides:
        doers = tuple(a for a in side if a.country not in struck and a.span not in fallen)
        if doers:
            break
    return replace(claim, roles=replace(roles, actors=doers))


def _with_struck(means: Claim, claim: Claim, *, aimed: bool) -> Claim:
    """Give what an act is done by those it is done to.

    Those without a state are known to have met an attack alone, and one that is not told as
    aimed at others: bystanders fall in a fight, and attackers in their own attack.
    """
    roles = means.roles
    if roles.recipients:
        return means
    own = {a.country for a in roles.actors if a.country}
    victims = claim.roles.recipients if means.kind == _ATTACK and not aimed else ()
    struck = tuple(r for r in claim.roles.recipients if r.country and r.country not in own)
    struck = struck or tuple(r for r in victims if not r.country and not _is_culprit(r))
    return replace(means, roles=replace(roles, recipients=struck)) if struck else means


def _stands_after(s: Sentence, match: Match) -> bool:
    """Say whether an act only tells when another was: "killed days after the attack"."""
    return s.words[s.heads[match.head]].lower() == "after"


def _is_culprit(actor: Actor) -> bool:
    last = actor.name.lower().split()[-1]
    culprits = role_words("culprits")
    return last in culprits or last.removesuffix("s") in culprits or last == "gunmen"


def _with_fallen(fight: Claim, claim: Claim, s: Sentence) -> Claim:
    """Let who falls in a fight with others be who fights them: "shot in a gun battle with X".

    Where only the one side is told, and that by "with": bystanders fall between two.
    """
    roles = fight.roles
    if fight.kind != _FIGHT or roles.actors or len(roles.recipients) != 1:
        return fight
    fallen = tuple(r for r in claim.roles.recipients if _may_fight(r, s))
    other = {(r.name, r.country) for r in roles.recipients}
    if any((r.name, r.country) in other for r in fallen):
        return fight
    return replace(fight, roles=replace(roles, actors=fallen))


def _may_fight(actor: Actor, s: Sentence) -> bool:
    """Say whether somebody may be of those who fight: a person by name, forces, fighters."""
    if actor.kind in {"person", "force"}:
        return True
    last = bisect_left(s.starts, actor.span.end) - 1
    return not classes_of(s, last).isdisjoint(_FIGHTING)


# --------------------------------------------------------------- visits


def _travelled(match: Match, claim: Claim, mentions: TokenMentions) -> Claim:
    """Let who acts while, before or after a visit be the visitor."""
    s = mentions.sentence
    owned = children(s, match.head, "poss")
    if match.frame.sort != "nouns" or any(s.tags[t] != "PRP$" for t in owned):
        return claim
    hosts = {r.country for r in claim.roles.recipients}
    for verb in _verbs_beside(s, match.head):
        for token in logical_pair(s, verb)[0]:
            found = actors_at(mentions, token)
            if found and all(a.kind in _TRAVELLERS and a.country not in hosts for a in found):
                return replace(claim, roles=_by(claim.roles, found))
    return claim


def _by(roles: Roles, actors: tuple[Actor, ...]) -> Roles:
    return replace(roles, actors=actors)


def _verbs_beside(s: Sentence, noun: int) -> Iterator[int]:
    """Yield the verbs that a noun's phrase stands beside: "during a visit to X, Y said"."""
    at = noun
    for _ in range(_FURTHEST):
        head = s.heads[at]
        if s.tags[head][0] == "V":
            yield head
            if s.tags[head] != "VB" or s.deps[head] not in {"xcomp", "ccomp"}:
                return
        if head == at or (s.deps[at] == "prep" and s.words[at].lower() not in _BESIDE):
            return
        at = head
