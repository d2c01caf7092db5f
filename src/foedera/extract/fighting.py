"""Both sides of what a noun tells of one "with" another: "a war with Chad", "talks with Chad".

Who fights with somebody is fought by him: both do it. Where no word of the noun names the first
side it is whoever acts in the clause that speaks of it ("Niger risks a war with Chad"), or tells
of it ("Niger warned that a war with Chad may come").
"""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Actor, Roles
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_phrases import actors_at
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive, logical_pair
from foedera.tree import ancestors, subtree

_FIGHT, _NOUNS = "military.fight", "nouns"
_HIGHEST = 3


def both_fight(match: Match, roles: Roles, mentions: TokenMentions) -> Roles:
    """Return the roles of a fight "with" somebody: all who take part do it."""
    s = mentions.sentence
    if match.joint:
        return _with_first(match, roles, mentions)
    told = match.kind.name == _FIGHT and match.frame.sort == _NOUNS and match.slots.get("with")
    if not told or not roles.recipients or match.slots.get("against"):
        return roles
    if match.slots.get("company"):  # "took the town after clashes with X": who comes out of them
        return roles
    verb = next((a for a in ancestors(s, match.head) if s.tags[a][0] == "V"), match.head)
    first = roles.actors or _who_above(match, roles, mentions)
    if not first or is_passive(s, verb):  # who falls "in clashes with police" may stand by
        return roles
    sides = (*first, *(r for r in roles.recipients if r not in first))
    return replace(roles, actors=sides, recipients=())


def _with_first(match: Match, roles: Roles, mentions: TokenMentions) -> Roles:
    """Add who meets or agrees with somebody where a noun names only him: "sought talks with X"."""
    named = {a.name for t in match.slots.get("with", ()) for a in actors_at(mentions, t)}
    only = bool(roles.actors) and all(a.name in named for a in roles.actors)
    if match.frame.sort != _NOUNS or not only:
        return roles
    first = _who_above(match, replace(roles, recipients=roles.actors), mentions)
    return replace(roles, actors=(*first, *roles.actors))


def _who_above(match: Match, roles: Roles, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Find whoever of another state acts in the nearest clauses above a noun, if he may take part.

    Who condemns or opposes what others do is no party to it.
    """
    s = mentions.sentence
    others = {r.country for r in roles.recipients}
    verbs = [a for a in ancestors(s, match.head) if s.tags[a][0] == "V"]
    for verb in verbs[:_HIGHEST]:
        if s.lemmas[verb] in role_words("judging_others"):
            return ()
        for token in logical_pair(s, verb)[0]:
            if match.head not in subtree(s, token):
                found = actors_at(mentions, token)
                if found and all(_may_take_part(a, others) for a in found):
                    return found
    return ()


def _may_take_part(actor: Actor, others: set[str | None]) -> bool:
    """Say whether somebody may be the other side: of another state, and no mere reporter."""
    return actor.country not in {None, *others} and actor.kind != "outlet"
