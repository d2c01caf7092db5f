"""The state of those who are named without one: by their owner, or by the place they are in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from foedera.data import Actor, Roles, Sentence, Setting, Span, Where
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.object_clauses import users_of
from foedera.extract.role_words import role_words
from foedera.gazetteer import load_gazetteer
from foedera.tree import children, conjuncts, subtree

_ORIGIN = frozenset({"in", "from", "of", "inside", "across"})
_NAMING = frozenset({"like", "including", "as"})
_INTO = ("over", "into", "in", "inside", "across")
_SENDING = frozenset({"military.deploy"})
_SENT_TO = ("to", "near", "around", "along", "off")
_INSIDE = frozenset({"in", "at", "near", "on", "object", "across", "throughout"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
_SORTS = frozenset({"NN", "NNS"})
_OWNED_BY = frozenset({"of", "from"})
_OWNING = frozenset({"state", "force"})
_BODIES = frozenset({"group", "force", "organisation"})


def belonging(mentions: TokenMentions, token: int, actor: Actor) -> tuple[Actor, ...]:
    """Give somebody without a state the one of the owner or of the place behind the noun.

    "Our soldiers" are the speaker's, "rebels in eastern Ukraine" Ukraine's; guests ("diplomats
    in Chad") and others ("our allies") keep none.
    """
    s = mentions.sentence
    noun = s.words[token].lower()
    known_by_name = actor.name.split()[-1].lower() != noun
    if actor.kind not in _BODIES or known_by_name:
        return (actor,)
    if named := _such_as(mentions, token):
        return (actor, *named) if _only_some(s, token) else named
    if noun in role_words("others_nouns") or _is_of_a_band(mentions, token):
        return (actor,)
    owned = by_origin(mentions, token, actor).country or _of_owner(mentions, token)
    states = [owned] if owned else _of_pair(mentions, token)
    if not states and noun not in role_words("guests"):
        states = _around(mentions, token)
    return tuple(replace(actor, country=state) for state in states) or (actor,)


def owned_by_name(mentions: TokenMentions, token: int, actor: Actor) -> Actor:
    """Give a name with a number that somebody owns the owner's state: "its [F-16s]"."""
    owned = any(letter.isdigit() for letter in mentions.sentence.words[token])
    country = _of_owner(mentions, token) if owned and not actor.country else None
    return replace(actor, country=country) if country else actor


def _is_of_a_band(mentions: TokenMentions, token: int) -> bool:
    """Say whether people are named by a body of no state: "Boko Haram fighters in Chad"."""
    s = mentions.sentence
    return any(
        isinstance(m.value, Actor) and m.value.kind in _BODIES and not m.value.country
        and m.value.name[:1].isupper() and s.tags[kid].startswith("NNP")
        for kid in children(s, token, "compound", "nmod") for m in mentions.at(kid, "actor")
    )  # fmt: skip


def by_origin(mentions: TokenMentions, token: int, actor: Actor) -> Actor:
    """Give a body the state of the adjective or name set before it: "the Chilean Red Cross".

    So do ships that fly its flag; "pro-Chilean" and "Chile-backed" groups keep none, nor do allies.
    """
    s = mentions.sentence
    if s.words[token].lower() in role_words("others_nouns"):
        return actor
    first = bisect_left(s.starts, actor.span.start)
    while first > 1 and s.tags[first - 1] in _SORTS and s.heads[first - 1] == token:
        first -= 1  # "the Chilean freighter Inca"
    for at in range(max(first - 1, 0), token):
        hyphened = "-" in {s.words[at + 1], s.words[max(at - 1, 0)]}
        own = s.deps[at] in _BEFORE and first <= s.heads[at] <= token
        if (own and not hyphened) or _is_flag(s, at, token):
            for mention in mentions.at(at, "actor"):
                state = mention.value
                if isinstance(state, Actor) and state.kind in _OWNING and state.country:
                    return replace(actor, country=state.country)
    return actor


def _is_flag(s: Sentence, at: int, token: int) -> bool:
    """Say whether a word tells under whose flag a thing goes: "a [Chilean]-flagged tanker"."""
    told = s.words[at + 1 : at + 3]
    flown = len(told) == 2 and told[0] == "-" and told[1].lower() in role_words("flying_flag")
    return flown and s.heads[at] == at + 2 and s.heads[at + 2] == token


def _only_some(s: Sentence, token: int) -> bool:
    """Say whether those named are some of a told crowd: "many European leaders, including X"."""
    told = any(s.words[p].lower() == "including" for p in children(s, token, "prep"))
    return told and any(s.tags[k] in {"JJ", "NNP"} for k in children(s, token, *_BEFORE))


def states_of(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return actors with their states for persons: "the minister said it was sending arms"."""
    out = []
    for actor in actors:
        if actor.kind not in {"person", "office"}:
            out.append(actor)
        elif (name := load_gazetteer().states.get(actor.country or "")) is not None:
            out.append(Actor(name, actor.country, "state", None, actor.span))
    return tuple(out)


def _such_as(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Read "rivals like Chad and Mali", "powers including Chad": those named."""
    s = mentions.sentence
    for prep in children(s, token, "prep"):
        if s.words[prep].lower() in _NAMING:
            for inner in children(s, prep, "pobj"):
                found = [m.value for one in conjuncts(s, inner) for m in mentions.at(one, "actor")]
                named = [a for a in found if isinstance(a, Actor) and a.country]
                if named:
                    return tuple(dict.fromkeys(named))
    return ()


def _of_owner(mentions: TokenMentions, token: int) -> str | None:
    s = mentions.sentence
    for owner in (*children(s, token, "poss"), *users_of(s, token), *_loyal_to(s, token)):
        found = {m.value.country for m in mentions.at(owner, "actor") if isinstance(m.value, Actor)}
        if len(found) == 1:
            return found.pop()
    return None


def _loyal_to(s: Sentence, token: int) -> list[int]:
    """List those whose side people are on: "forces loyal to President Deby"."""
    return [
        owner
        for word in children(s, token, "amod", "acl", "relcl")
        if s.words[word].lower() in {"loyal", "faithful"}
        for prep in children(s, word, "prep")
        for owner in children(s, prep, "pobj")
    ]


def _of_pair(mentions: TokenMentions, token: int) -> list[str]:
    """List the two states whose people are told of: "the leaders of both states"."""
    s = mentions.sentence
    behind = (
        t
        for prep in children(s, token, "prep") if s.words[prep].lower() in _OWNED_BY
        for t in children(s, prep, "pobj")
    )  # fmt: skip
    for owner in (*children(s, token, "poss"), *behind):
        told = [m for m in mentions.at(owner, "actor") if m.rule == "reference.pair"]
        states = [m.value for m in told if isinstance(m.value, Actor)]
        if len(states) > 1 and all(a.kind == "state" and a.country for a in states):
            return [str(a.country) for a in states]
    return []


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


def with_territory(match: Match, mentions: TokenMentions, roles: Roles, setting: Setting) -> Roles:
    """Let the state in whose territory force is used be the one it is used on.

    "Airstrikes in Syria" are done to Syria where nobody else is named as struck; an unnamed group
    struck there is given the place's state. Never the doer's own. Unnamed fighters and
    protesters belong where they act.
    """
    place = setting.where if setting.where and _hangs_on(match, mentions, setting.where) else None
    inside = place is not None and _hangs_on(match, mentions, place, _INSIDE)
    if place is not None and inside and match.kind.family in role_words("site_families"):
        roles = replace(roles, actors=tuple(_at_home(a, place.country) for a in roles.actors))
    doers = {a.country for a in roles.actors} - {None}
    if match.kind.name not in role_words("territory_kinds") or not doers:
        return roles
    others = [r for r in roles.recipients if r.country and r.country not in doers]
    if others or any(_is_police(a) for a in roles.actors):
        return roles
    place = place or _told_behind(match, mentions.sentence, setting.where)
    land = _state_of(place) if place is not None else _flown_over(match, mentions)
    if land is None or land.country is None or land.country in doers:
        return roles
    unowned = (r for r in roles.recipients if not r.country)  # "from its consulate in Lahore"
    local = tuple(_local(r, land.country) for r in unowned)
    return replace(roles, recipients=local or (land,))


def _told_behind(match: Match, s: Sentence, where: Where | None) -> Where | None:
    """Keep a place that follows with no verb between: "airstrikes for a third day in Iraq"."""
    if where is None or not s.starts[match.head] < where.span.start < s.ends[-1]:
        return None
    at = bisect_left(s.starts, where.span.start)
    return None if any(t[0] in "VM" for t in s.tags[match.head + 1 : at]) else where


def _state_of(where: Where) -> Actor:
    name = load_gazetteer().states.get(where.country or "", where.name)
    return Actor(name, where.country, "state", None, where.span)


def _is_police(actor: Actor) -> bool:
    return actor.name.lower().split()[-1] in role_words("home_forces")


def _at_home(actor: Actor, country: str | None) -> Actor:
    """Give unnamed fighters and protesters the state that they act in."""
    common = actor.kind in _BODIES and actor.country is None
    unruly = actor.name.lower().split()[-1] in role_words("local_doers")
    return replace(actor, country=country) if common and unruly and _is_common(actor) else actor


def _is_common(actor: Actor) -> bool:
    return not any(word[:1].isupper() for word in actor.name.split()[1:])


def _flown_over(match: Match, mentions: TokenMentions) -> Actor | None:
    """Find the state that force moves into or over: by itself, or for the purpose told.

    Who is sent there may also stand near it: "sent troops to Mali", "massed tanks near Mali".
    """
    s = mentions.sentence
    ways = _INTO + _SENT_TO if match.kind.name in _SENDING else _INTO
    tokens = [t for slot in ways for t in match.slots.get(slot, ())]
    for verb in (*match.slots.get("clause", ()), *children(s, match.head, "advcl")):
        if s.tags[verb] == "VB":
            found = [kid for kid in subtree(s, verb) if s.deps[kid] == "prep"]
            tokens += [
                t for p in found if s.words[p].lower() in _INTO for t in children(s, p, "pobj")
            ]
    for token in tokens:
        for mention in mentions.at(token, "actor"):
            if isinstance(mention.value, Actor) and mention.value.kind == "state":
                return mention.value
        own = s.lemmas[token].lower() in role_words("own_lands")  # "raids in their country"
        if own and (code := _of_owner(mentions, token)) is not None:
            span = Span(s.starts[token], s.ends[token])
            return Actor(s.words[token], code, "state", None, span)
    return None


def _local(actor: Actor, country: str | None) -> Actor:
    common = actor.kind in _BODIES and actor.name.split()[-1].islower()
    return replace(actor, country=country) if common and actor.country is None else actor


def _hangs_on(
    match: Match, mentions: TokenMentions, where: Where, slots: frozenset[str] | None = None
) -> bool:
    """Say whether a place stands in a phrase that the trigger itself governs."""
    s = mentions.sentence
    for slot in role_words("territory_slots") if slots is None else slots:
        for token in match.slots.get(slot, ()):
            inside = subtree(s, token)
            if s.starts[inside[0]] <= where.span.start < s.ends[inside[-1]]:
                return True
    return False
