"""The other side of an agreement or of its breach, where only the words around name it."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Actor, Roles, Sentence
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_phrases import actors_at
from foedera.extract.role_words import role_words
from foedera.extract.subjects import logical_pair
from foedera.tree import children, subtree

_SIDES = frozenset({"organisation", "state", "office", "person", "force", "group"})
_UP = frozenset({"ccomp", "pcomp", "prep"})
_TRADED = frozenset({"from", "to"})
_MAX_CLIMB = 4


def with_counterpart(match: Match, mentions: TokenMentions, roles: Roles) -> Roles:
    """Add whom an agreement is with, whom its breach hurts, and whose post is given or taken.

    "Ratified the treaty with Peru" names a second party; "annulled the treaty with Peru" is
    done to Peru.
    """
    name = match.kind.name
    if name in role_words("home_posts"):
        return _in_own_posts(roles)
    if name in role_words("complaint_kinds") and not roles.recipients:
        roles = replace(roles, recipients=_complainant(match, mentions, roles))
    if name == "agreement.withdraw" and not roles.recipients:
        roles = replace(roles, recipients=_body_left(match, mentions))
    joint = name in role_words("joint_agreement_kinds")
    if not joint and (name not in role_words("sided_agreement_kinds") or roles.recipients):
        return roles
    if joint and len({a.country or a.name for a in roles.actors}) > 1:
        return roles
    found = _others(match, mentions, roles)
    if joint:
        return replace(roles, actors=(*roles.actors, *found))
    return replace(roles, recipients=found)


def _body_left(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Find the body that a state leaves: "voted to leave the European Union"."""
    s = mentions.sentence
    for slot in match.frame.roles.get("object", ()):
        for token in match.slots.get(slot, ()):
            found = [m.value for m in mentions.at(token, "actor") if isinstance(m.value, Actor)]
            named = s.tags[token].startswith("NNP") and match.head < token
            if named and len(found) == 1 and found[0].kind == "organisation":
                return tuple(found)
    return ()


def _others(match: Match, mentions: TokenMentions, roles: Roles) -> tuple[Actor, ...]:
    own = {a.country or a.name for a in roles.actors}
    out: list[Actor] = []
    for slot in ("object", "of"):
        for token in match.slots.get(slot, ()):
            for side in _sides(mentions.sentence, token):
                out += actors_at(mentions, side, strict=False)
            if match.kind.name == "agreement.invoke":
                out += _invoked(mentions, token)
    if not out and match.kind.name == "agreement.enter-into-force":
        for token in match.slots.get("subject", ()):
            for side in _sides(mentions.sentence, token):
                out += actors_at(mentions, side, strict=False)
    known = (a for a in out if a.country or (a.kind in _SIDES and a.name[:1].isupper()))
    return tuple(dict.fromkeys(a for a in known if (a.country or a.name) not in own))


def _sides(s: Sentence, noun: int) -> list[int]:
    """List who is told as a side: "a pact with X", "linking X and Y", "to buy gas from X"."""
    out: list[int] = []
    for kid in children(s, noun, "prep"):
        if s.words[kid].lower() in {"with", "between"}:
            out += children(s, kid, "pobj")
        elif s.words[kid].lower() == "of" and not out:
            out += [t for k in children(s, kid, "pobj") for t in _sides(s, k)]
    for verb in children(s, noun, "acl", "relcl"):
        if s.lemmas[verb] in role_words("linking_verbs"):
            out += children(s, verb, "dobj")
        elif s.lemmas[verb] in role_words("allowing_verbs"):
            out += children(s, verb, "dobj")
            out += [k for c in children(s, verb, "ccomp") for k in children(s, c, "nsubj")]
        elif s.lemmas[verb] in role_words("trading_verbs"):
            out += _traded_with(s, verb)
    return out


def _traded_with(s: Sentence, verb: int) -> list[int]:
    heads = (verb, *children(s, verb, "dobj"))
    preps = [p for h in heads for p in children(s, h, "prep", "dative") if s.words[p] in _TRADED]
    return [k for p in preps for k in children(s, p, "pobj")]


def _invoked(mentions: TokenMentions, noun: int) -> list[Actor]:
    """Find whose clause is invoked: "Article 4 of the Rio treaty of the X"."""
    s = mentions.sentence
    found = [m.value for t in subtree(s, noun) for m in mentions.at(t, "actor")]
    return [a for a in found if isinstance(a, Actor) and a.kind == "organisation"]


def _complainant(match: Match, mentions: TokenMentions, roles: Roles) -> tuple[Actor, ...]:
    """Find the state that complains of a breach: "Peru said that Chile had broken the truce"."""
    s = mentions.sentence
    own = {a.country for a in roles.actors}
    if len(own) != 1 or None in own:
        return ()
    at = match.head
    for _ in range(_MAX_CLIMB):
        if s.deps[at] not in _UP:
            return ()
        at = s.heads[at]
        if s.tags[at][0] == "V":
            found = [a for t in logical_pair(s, at)[0] for a in actors_at(mentions, t)]
            states = {a.country for a in found}
            if any(a.kind == "outlet" for a in found):
                return ()  # "..., Interfax reported": it complains of nothing
            if len(states) == 1 and None not in states and not states & own:
                return tuple(found)
    return ()


def _in_own_posts(roles: Roles) -> Roles:
    """Give who is put into or out of a post the state that does so."""
    states = {a.country for a in roles.actors}
    if len(states) != 1 or None in states:
        return roles
    state = next(iter(states))
    own = (replace(a, country=state) if _may_be_own(a) else a for a in roles.recipients)
    return replace(roles, recipients=tuple(own))


def _may_be_own(actor: Actor) -> bool:
    """Say whether nobody's so far may be the doer's: no ruler, whom other states topple too."""
    return actor.country is None and actor.name.lower().split()[-1] not in role_words("rulers")
