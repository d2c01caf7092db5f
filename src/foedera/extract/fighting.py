"""Both sides of fighting that a noun tells: "a war with Chad", "clashes with Chadian troops".

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
from foedera.extract.subjects import is_passive, logical_pair
from foedera.tree import ancestors, subtree

_FIGHT, _NOUNS = "military.fight", "nouns"
_HIGHEST = 3


def both_fight(match: Match, roles: Roles, mentions: TokenMentions) -> Roles:
    """Return the roles of a fight "with" somebody: all who take part do it."""
    s = mentions.sentence
    told = match.kind.name == _FIGHT and match.frame.sort == _NOUNS and match.slots.get("with")
    if not told or not roles.recipients or match.slots.get("against"):
        return roles
    verb = next((a for a in ancestors(s, match.head) if s.tags[a][0] == "V"), match.head)
    first = roles.actors or _who_above(match, roles, mentions)
    if not first or is_passive(s, verb):  # who falls "in clashes with police" may stand by
        return roles
    sides = (*first, *(r for r in roles.recipients if r not in first))
    return replace(roles, actors=sides, recipients=())


def _who_above(match: Match, roles: Roles, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Find whoever of another state acts in the nearest clauses above a noun."""
    s = mentions.sentence
    others = {r.country for r in roles.recipients}
    verbs = [a for a in ancestors(s, match.head) if s.tags[a][0] == "V"]
    for verb in verbs[:_HIGHEST]:
        for token in logical_pair(s, verb)[0]:
            if match.head not in subtree(s, token):
                found = actors_at(mentions, token)
                if found and all(a.country and a.country not in others for a in found):
                    return found
    return ()
