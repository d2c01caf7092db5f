"""The state of those who are named without one: by their owner, or by the place they are in."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Actor, Roles, Sentence, Setting, Where
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.gazetteer import load_gazetteer
from foedera.tree import children, conjuncts, subtree

_ORIGIN = frozenset({"in", "from", "of", "inside", "across"})
_BODIES = frozenset({"group", "force", "organisation"})


def belonging(mentions: TokenMentions, token: int, actor: Actor) -> tuple[Actor, ...]:
    """Give somebody without a state the one of the owner or of the place behind the noun.

    "Our soldiers" are the speaker's, "rebels in eastern Ukraine" Ukraine's; guests ("diplomats
    in Chad") and others ("our allies") keep none.
    """
    s = mentions.sentence
    noun = s.words[token].lower()
    known_by_name = actor.name.split()[-1].lower() != noun
    if actor.kind not in _BODIES or known_by_name or noun in role_words("others_nouns"):
        return (actor,)
    owned = _of_owner(mentions, token)
    states = [owned] if owned else [] if noun in role_words("guests") else _around(mentions, token)
    return tuple(replace(actor, country=state) for state in states) or (actor,)


def _of_owner(mentions: TokenMentions, token: int) -> str | None:
    for owner in children(mentions.sentence, token, "poss"):
        found = {m.value.country for m in mentions.at(owner, "actor") if isinstance(m.value, Actor)}
        if len(found) == 1:
            return found.pop()
    return None


def _around(mentions: TokenMentions, token: int) -> list[str]:
    """List the states of the places that a noun is in or from."""
    s = mentions.sentence
    out: list[str] = []
    for prep in children(s, token, "prep"):
        if s.words[prep].lower() in _ORIGIN:
            for inner in children(s, prep, "pobj"):
                out += [c for one in conjuncts(s, inner) if (c := _state_at(mentions, one))]
    return list(dict.fromkeys(out))


def _state_at(mentions: TokenMentions, token: int) -> str | None:
    for mention in (*mentions.at(token, "place"), *mentions.at(token, "actor")):
        value = mention.value
        if isinstance(value, Where) or (isinstance(value, Actor) and value.kind == "state"):
            return value.country
    return None


def with_territory(match: Match, s: Sentence, roles: Roles, setting: Setting) -> Roles:
    """Let the state in whose territory force is used be the one it is used on.

    "Airstrikes in Syria" are done to Syria where no target of a state is named; an unnamed
    group struck there is given the place's state. Never the doer's own.
    """
    where = setting.where
    if match.kind.name not in role_words("territory_kinds") or where is None:
        return roles
    doers = {a.country for a in roles.actors}
    foreign = where.country is not None and where.country not in doers and doers != {None}
    if not doers or not foreign or any(r.country for r in roles.recipients):
        return roles
    if any(a.name.lower().split()[-1] in role_words("home_forces") for a in roles.actors):
        return roles
    if not _hangs_on(match, s, where):
        return roles
    if roles.recipients:
        named = (_local(r, where.country) for r in roles.recipients)
        return replace(roles, recipients=tuple(named))
    name = load_gazetteer().states.get(where.country or "", where.name)
    state = Actor(name, where.country, "state", None, where.span)
    return replace(roles, recipients=(state,))


def _local(actor: Actor, country: str | None) -> Actor:
    common = actor.kind in _BODIES and actor.name[:1].islower()
    return replace(actor, country=country) if common else actor


def _hangs_on(match: Match, s: Sentence, where: Where) -> bool:
    """Say whether a place stands in a phrase that the trigger itself governs."""
    for slot in role_words("territory_slots"):
        for token in match.slots.get(slot, ()):
            inside = subtree(s, token)
            if s.starts[inside[0]] <= where.span.start < s.ends[inside[-1]]:
                return True
    return False
