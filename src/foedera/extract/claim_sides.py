"""The sides of an act that only the words around it tell.

"Hailed the victory of the opposition in Greece" is said to Greece, "agreed to sell submarines to
Peru" is about Peru: of the states under the trigger that are not the doer's own, the nearest is
the one it is done to. A promise or a warning whose own words name none is aimed at who is to act
first, or at the one other party of the clauses above it. Filled only where no frame and no other
rule names a recipient of a state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from foedera.data import Actor, Claim, Roles, Sentence, Where
from foedera.extract.claim_answers import answered_for
from foedera.extract.claim_topics import is_matter, is_spoken_of
from foedera.extract.fighting import both_fight
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_rows import listed
from foedera.extract.role_words import role_words
from foedera.extract.role_written import with_row, written_goals
from foedera.gazetteer import load_gazetteer
from foedera.tree import ancestors, children, subtree

Made: TypeAlias = Sequence[tuple[Match, Claim]]

_ABROAD = frozenset({"foreign", "other", "hostile", "friendly", "rival", "western", "another"})
_ACTED = frozenset(
    {"dobj", "pobj", "prep", "xcomp", "pcomp", "conj", "amod", "compound", "poss", "nmod",
     "nounmod", "appos", "dative", "oprd", "prt", "npadvmod"}
)  # fmt: skip
_SAID = _ACTED | {"ccomp", "acl", "relcl", "attr", "acomp", "nsubj", "nsubjpass"}
_OWN_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "conj", "poss"})
_ADJUNCT = frozenset({"amod", "compound", "nmod", "poss"})
_FACING = frozenset(
    {"with", "to", "against", "by", "on", "over", "between", "of", "toward", "towards", "from",
     "about"}
)  # fmt: skip
_LOCATIVE = frozenset({"in", "at", "near", "from", "outside", "inside", "on", "off"})
_ADVERBIAL = frozenset({"advcl", "pcomp"})
_AFTERWARDS = frozenset({"after", "before", "since"})
_SETTING_APART = frozenset({"while", "although", "though", "whereas", "even"})
_SITES = frozenset({"territory", "building"})
_PARTIES = frozenset({"state", "force", "group", "organisation", "person", "office"})
_BODIES = frozenset({"group", "force", "organisation"})


def complete_sides(made: Made, mentions: TokenMentions) -> list[Claim]:
    """Return the claims of a sentence with the sides that the words around them tell."""
    return [_completed(match, claim, mentions) for match, claim in made]


def _completed(match: Match, claim: Claim, mentions: TokenMentions) -> Claim:
    roles = _at_home(match, claim, mentions)
    if _is_said(match):
        roles = _as_told(match, claim, roles, mentions)
        if not roles.recipients:
            found = answered_for(match, replace(claim, roles=roles), mentions)
            roles = replace(roles, recipients=found) if found else roles
    own = {a.country for a in roles.actors if a.country}
    sided = match.kind.family in role_words("sided_families") and not match.joint
    sided = sided and not (len(own) > 1 and _is_exchange(match, mentions.sentence))
    if own and sided and match.kind.name not in role_words("unsided_kinds"):
        roles = _with_goal(match, replace(claim, roles=roles), mentions, own)
    roles = both_fight(match, _as_told(match, claim, roles, mentions), mentions)
    return claim if roles is claim.roles else replace(claim, roles=roles)


def _is_exchange(match: Match, s: Sentence) -> bool:
    """Say whether two give each other something: where they "swapped captives" is no third."""
    return s.lemmas[match.head] in role_words("exchanging_words")


def _as_told(match: Match, claim: Claim, roles: Roles, mentions: TokenMentions) -> Roles:
    """Let whom nobody else names be those that the words have: "urged the world to act".

    Of a row all are meant where a role has some of it: "shelled a hospital, two schools".
    """
    if match.joint or any(not r.name.islower() for r in roles.recipients):
        return roles
    if roles.recipients:
        return replace(roles, recipients=with_row(match, claim, roles.recipients, mentions))
    found = written_goals(match, claim, mentions)
    own = {a.name for a in roles.actors}
    return replace(roles, recipients=tuple(a for a in found if a.name not in own))


def _with_goal(match: Match, claim: Claim, mentions: TokenMentions, own: set[str]) -> Roles:
    """Add whom an act is done to, or give the unnamed it is done to their state."""
    roles = claim.roles
    if any(r.country for r in roles.recipients):
        return roles
    other = _nearest_other(match, mentions, own)
    if other is None and _is_said(match) and not roles.recipients:
        other = _only_other(match, claim, mentions, own)
    if other is None and _is_done_to_one(match, roles):
        other = _alone_beside(match, claim, mentions, own)
    if other is None:
        return roles
    if not roles.recipients:
        return replace(roles, recipients=(other, *_named_with(other, mentions, own)))
    if match.kind.family not in role_words("site_families"):
        return roles
    local = (replace(r, country=other.country) if _may_belong(r) else r for r in roles.recipients)
    return replace(roles, recipients=tuple(local))


def _named_with(first: Actor, mentions: TokenMentions, own: set[str]) -> list[Actor]:
    """List the states told in one row with another: "arms for Ghana and Senegal"."""
    s = mentions.sentence
    at = next((t for t in range(len(s.words)) if s.starts[t] == first.span.start), None)
    if at is None or first.kind != "state" or s.tags[at][0] != "N":
        return []
    row = [a for t in listed(mentions, at) for a in _states_at(mentions, t) if a.kind == "state"]
    known = own | {first.country or ""}
    return list({a.country: a for a in row if a.country not in known}.values())


def _is_said(match: Match) -> bool:
    return match.kind.family in role_words("said_families")


def _may_belong(actor: Actor) -> bool:
    """Say whether an unnamed body may be of the state it is told with."""
    common = actor.kind in _BODIES and actor.name[:1].islower()
    return common and actor.name.lower().split()[-1] not in role_words("others_nouns")


# --------------------------------------------------------------- under the trigger


def _nearest_other(match: Match, mentions: TokenMentions, own: set[str]) -> Actor | None:
    """Return the state nearest under the trigger, none where two are equally near."""
    best: dict[str, tuple[int, Actor, int]] = {}
    placed = not _is_said(match) or match.kind.name in role_words("placed_sayings")
    for depth, token in _tokens_below(match, mentions.sentence):
        for actor in _states_at(mentions, token, placed=placed):
            code = actor.country
            if code is not None and code not in own:
                best.setdefault(code, (depth, actor, token))
    ranked = sorted(best.values(), key=lambda found: found[0])
    if not ranked or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return None
    _, actor, token = ranked[0]
    spoken_of = _is_said(match) and is_spoken_of(match, mentions.sentence, token)
    return None if spoken_of or is_matter(match, mentions.sentence, actor) else actor


def _states_at(mentions: TokenMentions, token: int, *, placed: bool = True) -> Iterator[Actor]:
    """Yield whoever of a state is named at a token, and the state of a place."""
    for mention in mentions.at(token, "actor"):
        value = mention.value
        if isinstance(value, Actor) and value.country and value.kind in _PARTIES:
            yield value
    for mention in mentions.at(token, "place") if placed else ():
        place = mention.value
        if isinstance(place, Where) and place.country:
            name = load_gazetteer().states.get(place.country, place.name)
            yield Actor(name, place.country, "state", None, place.span)


def _tokens_below(match: Match, s: Sentence) -> Iterator[tuple[int, int]]:
    """Yield what hangs under a trigger with its depth, nearest first.

    Its own subject and what only sets the scene are left out.
    """
    edges = _SAID if _is_said(match) else _ACTED
    level = list(_first_below(match, s, edges))
    seen = set(match.tokens)
    depth = 1
    while level:
        below: list[int] = []
        for token in level:
            if token not in seen:
                seen.add(token)
                yield depth, token
                kids = children(s, token)
                below += [k for k in kids if s.deps[k] in edges and not _sets_scene(s, k)]
        level, depth = below, depth + 1


def _first_below(match: Match, s: Sentence, edges: frozenset[str]) -> Iterator[int]:
    barred = frozenset() if match.kind.family in role_words("site_families") else _LOCATIVE
    for token in match.tokens:
        verb = s.tags[token][0] == "V"
        for kid in children(s, token):
            if s.deps[kid] not in edges or s.deps[kid] == "conj" or _sets_scene(s, kid):
                continue
            placed = s.deps[kid] == "prep" and s.words[kid].lower() in barred
            if not (verb and (s.deps[kid] in _OWN_SUBJECT or placed)):
                yield kid


def _sets_scene(s: Sentence, token: int) -> bool:
    """Say whether a preposition only sets the scene: "after talks with Chad"."""
    return s.words[token].lower() in role_words("beside_goal")


# --------------------------------------------------------------- above the trigger


def _only_other(match: Match, claim: Claim, mentions: TokenMentions, own: set[str]) -> Actor | None:
    """Return the only state besides the speaker's own that takes part in the clauses above.

    Who only speaks in them ("Seoul said that"), and where they happen ("in Vienna"), takes none;
    nor does anybody by what a noun tells, which others speak of ("his promises").
    """
    s = mentions.sentence
    if match.frame.sort == "nouns" or _is_said_to_somebody(match, s):
        return None
    if match.kind.name not in role_words("addressed_kinds") and not _is_told_to(match, s):
        return None
    above = {match.head, *ancestors(s, match.head)}
    near = set(_clauses_above(match, s))
    found: dict[str, Actor] = {}
    beside: set[str | None] = set()
    for token in range(len(s.words)):
        if _takes_part(s, token, above):
            for actor in _parties_at(mentions, token):
                if actor.country is not None and actor.country not in own:
                    found.setdefault(actor.country, actor)
                    beside |= set() if _takes_part(s, token, near) else {actor.country}
    told = _speaking(claim) | beside
    return next((a for c, a in found.items() if c not in told), None) if len(found) == 1 else None


def _is_said_to_somebody(match: Match, s: Sentence) -> bool:
    """Say whether the words tell to whom, though by no name: "to apologise to the world"."""
    roles = match.frame.roles
    if "to" not in roles.get("recipient", ()) or "to" in roles.get("object", ()):
        return False
    tos = (k for k in children(s, match.head, "prep", "dative") if s.words[k].lower() == "to")
    return any(children(s, k, "pobj") for k in tos)


def _is_told_to(match: Match, s: Sentence) -> bool:
    """Say whether a saying goes on with talk: "spoke with X and condemned it", "called to back"."""
    above, dep = s.heads[match.head], s.deps[match.head]
    if dep in {"advcl", "xcomp"} and s.tags[match.head] == "VB":
        return s.lemmas[above] in role_words("addressing")
    talking = dep == "conj" and s.lemmas[above] in role_words("talking_verbs")
    return talking and any(s.words[k].lower() == "with" for k in children(s, above, "prep"))


def _clauses_above(match: Match, s: Sentence) -> Iterator[int]:
    """Yield a trigger and what stands above it, up to a clause that another is set against.

    Of "X took a stand when Y threatened to act" the threat is not to X; of "Y balked when X sought
    details" the demand is to Y all the same.
    """
    for at in (match.head, *ancestors(s, match.head)):
        yield at
        marks = {s.words[k].lower() for k in children(s, at, "mark", "advmod")}
        dated = "when" in marks and match.kind.family != "request"
        if s.deps[at] == "advcl" and (dated or not marks.isdisjoint(_SETTING_APART)):
            return


def _alone_beside(
    match: Match, claim: Claim, mentions: TokenMentions, own: set[str]
) -> Actor | None:
    """Return the only other state of the sentence where the clause of the act itself names it.

    "Fired on them as they neared Chad": nobody else is there to be fired on. A speaker's state is
    none, nor is one that only a pronoun, somebody of it or a modifier ("American ships") stands
    for, nor where one comes "from".
    """
    s = mentions.sentence
    told = _speaking(claim)
    clause = _clause_of(s, match.head)
    inside = set(subtree(s, clause))
    for apart in (*children(s, clause, *_OWN_SUBJECT), *_times_apart(s, clause)):
        inside -= set(subtree(s, apart))
    found: dict[str, Actor | None] = {}
    for token in range(len(s.words)):
        for actor in _states_at(mentions, token):
            if actor.country is not None and actor.country not in own | told:
                if token not in inside or s.tags[token].startswith("PRP"):
                    return None
                if actor.country not in found or _stands_whole(s, token, actor):
                    found[actor.country] = actor if _stands_whole(s, token, actor) else None
    return next(iter(found.values())) if len(found) == 1 else None


def _times_apart(s: Sentence, clause: int) -> Iterator[int]:
    """Yield clauses that only tell when: "a day after talks collapsed in Geneva, Iran struck"."""
    for token in subtree(s, clause):
        marks = {s.words[k].lower() for k in children(s, token, "mark")}
        if s.deps[token] in _ADVERBIAL and not marks.isdisjoint(_AFTERWARDS):
            yield token


def _stands_whole(s: Sentence, token: int, actor: Actor) -> bool:
    """Say whether a state stands for itself at a token, or owns a site; not where one is from."""
    above = s.heads[token]
    if s.deps[token] in _ADJUNCT:
        return actor.kind == "state" and not classes_of(s, above).isdisjoint(_SITES)
    return actor.kind == "state" and s.words[above].lower() != "from"


def _is_done_to_one(match: Match, roles: Roles) -> bool:
    """Say whether an act is of those that have a victim or a receiver abroad."""
    if match.kind.name in role_words("unalone_kinds"):
        return False
    home = any(a.name.lower().split()[-1] in role_words("home_forces") for a in roles.actors)
    return match.kind.family in role_words("alone_families") and not home


def _clause_of(s: Sentence, token: int) -> int:
    """Return the verb of the clause that a token stands in."""
    return next((a for a in (token, *ancestors(s, token)) if s.tags[a][0] == "V"), token)


def _speaking(claim: Claim) -> set[str | None]:
    return {a.country for level in claim.voice.sources for a in level}


def _parties_at(mentions: TokenMentions, token: int) -> Iterator[Actor]:
    """Yield who takes part by the word at a token: an argument, or a state that owns one."""
    s = mentions.sentence
    first = _first_of_row(s, token)
    facing = s.deps[first] == "pobj" and s.words[s.heads[first]].lower() in _FACING
    core = facing or s.deps[first] in _CORE
    for mention in mentions.at(token, "actor"):
        value = mention.value
        if isinstance(value, Actor) and mentions.head(mention) == token:
            owner = value.kind == "state" and s.deps[token] in _ADJUNCT
            if owner or (core and value.kind in _PARTIES):
                yield value


def _first_of_row(s: Sentence, token: int) -> int:
    """Return the first of a row of names: of "in both Togo and Chad" each stands as the first."""
    at = token
    while s.deps[at] == "conj" and s.heads[at] != at:
        at = s.heads[at]
    return at


def _takes_part(s: Sentence, token: int, above: set[int]) -> bool:
    """Say whether a word hangs on one of the verbs `above` by no phrase that sets the scene."""
    for at in ancestors(s, token):
        if _sets_scene(s, at):
            return False
        if s.tags[at][0] == "V":
            return at in above
    return False


# --------------------------------------------------------------- bodies at home


def _at_home(match: Match, claim: Claim, mentions: TokenMentions) -> Roles:
    """Give unnamed bodies of a state ("police", "the prime minister") the only one in sight.

    A state that stands under the trigger is whom the act is done to, and a speaker's is the
    speaker's: neither is theirs for that.
    """
    roles = claim.roles
    abroad = any(r.country for r in roles.recipients)
    if abroad or not any(_is_home_body(a) for a in roles.actors):
        return roles
    below = {token for _, token in _tokens_below(match, mentions.sentence)}
    states = {
        actor.country
        for token in range(len(mentions.sentence.words))
        if token not in below
        for actor in _states_at(mentions, token)
    }
    if len(states) != 1 or states & _speaking(claim):
        return roles
    state = next(iter(states))
    own = (
        replace(a, country=state) if _is_home_body(a) and not _is_abroad(a) else a
        for a in roles.actors
    )
    return replace(roles, actors=tuple(own))


def _is_abroad(actor: Actor) -> bool:
    """Say whether a body is another's by its words: a "foreign government"."""
    return not _ABROAD.isdisjoint(actor.name.split())


def _is_home_body(actor: Actor) -> bool:
    plain = actor.country is None and actor.name.islower()
    return plain and actor.name.split()[-1] in role_words("home_bodies")
