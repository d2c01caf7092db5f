"""Whether a name set before an event noun names its doer, or whom or where it befell."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from foedera.data import Actor, Mention, Sentence
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_unnamed import unnamed
from foedera.extract.role_words import role_words
from foedera.tree import children

_BARE = frozenset({"compound", "nmod", "nounmod"})
_SET_BEFORE = _BARE | {"amod"}
_BY_PLACE = frozenset({"military", "harm", "unrest"})
_UNDERGONE = frozenset({"legal", "harm"})
_UNDERGONE_KINDS = frozenset(
    {"coercion.detain", "coercion.release", "coercion.deport", "diplomacy.appoint",
     "diplomacy.dismiss"}
)  # fmt: skip
_FORCE_KINDS = frozenset(
    {"military.attack", "military.incursion", "military.capture", "military.occupy",
     "military.shoot-down", "military.fight", "military.blockade"}
)  # fmt: skip
_VIOLENT_KINDS = frozenset(
    {
        "military.attack",
        "military.fight",
        "unrest.protest",
        "unrest.riot",
        "unrest.coup",
        "unrest.strike",
    }
)
_AIMED = frozenset({"on", "against", "of", "upon"})
_BY_STATES = frozenset({"legal", "coercion"})
_ARMED = frozenset({"force", "group"})
_LISTED = frozenset({"actors.body", "actors.noun", "actors.glossed_body"})


def names_doer(match: Match, mentions: TokenMentions, token: int) -> bool:
    """Say whether the modifier at `token` can name who does what the noun tells.

    A possessive, an adjective of origin and an abbreviation ("U.S. raid") do; a bare name
    before force, law or coercion is mostly the place or the target ("the Norway attack").
    """
    s = mentions.sentence
    if befalls_state(s, token) and _is_state(mentions, token):
        return False
    if match.frame.sort == "nouns" and s.deps[token] in _SET_BEFORE and is_violent(match):
        site = _site(s, match.head)
        if token == site or (site is not None and token < site and _is_state(mentions, token)):
            return False
        if s.deps[token] == "amod":
            return True
    if match.frame.sort != "nouns" or s.deps[token] not in _BARE:
        return True
    if match.kind.family == "diplomacy" and is_room(s, token):
        return False  # "an Oval Office meeting"
    if match.kind.name == "diplomacy.visit" and _is_state(mentions, token):
        return False  # "the Peru trip"
    if match.kind.family == "transfer" and not mentions.at(token, "actor"):
        return False  # "aircraft deliveries"
    if not is_forceful(match):
        return True
    found = mentions.at(token, "actor")
    if match.kind.name == "legal.investigate" and any(_inquires(m) for m in found):
        return True  # "the FBI probe", not "the Libya probe"
    lawful = match.kind.family in _BY_STATES and _is_state(mentions, token)
    if s.words[token].isupper() and (lawful or not _undergone(match)):
        return True  # "the UK arrest of him", not "UK deaths"
    return not found or any(_may_do(match, m) for m in found)


def is_room(s: Sentence, token: int) -> bool:
    """Say whether a name before a noun is that of the house where one meets."""
    pairs = (s.words[at : at + 2] for at in (max(0, token - 1), token))
    names = (s.words[token], *map(" ".join, pairs))
    return any(name.lower() in role_words("meeting_houses") for name in names)


def befalls_state(s: Sentence, token: int) -> bool:
    """Say whether a modifier stands before an attack that no state makes: a "terror attack".

    Nor does one make a massacre, its worst attack or one on a place in town, unless it is told on
    whom: "France's worst attack", "Kenya's mall attack".
    """
    noun, deeds = s.heads[token], role_words("befalling_deeds")
    lemma = s.lemmas[noun].lower()
    if s.deps[token] not in _SET_BEFORE | {"poss"}:
        return False
    if lemma not in role_words("terror_nouns") | deeds:
        return False
    before = (noun, *s.children[noun])
    terror = any(s.words[k].lower() in role_words("terror_words") for k in before)
    if terror and s.deps[token] != "poss":
        return True
    aims = [k for k in children(s, noun, "prep") if s.words[k].lower() in _AIMED]
    if any(s.tags[t] != "CD" for k in aims for t in children(s, k, "pobj")):
        return False
    worst = s.deps[token] == "poss" and any(s.tags[k] == "JJS" for k in before)
    return terror or worst or lemma in deeds or _site(s, noun) is not None


def _site(s: Sentence, noun: int) -> int | None:
    """Return the place in town that is struck: a "Turkish nightclub attack" is not Turkey's."""
    for kid in children(s, noun, "compound", "nmod"):
        if s.lemmas[kid].lower() in role_words("struck_sites"):
            return kid
    return None


def _is_state(mentions: TokenMentions, token: int) -> bool:
    found = (m.value for m in mentions.at(token, "actor"))
    return any(isinstance(a, Actor) and a.kind == "state" for a in found)


def befalls(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """List those whom a bare name before the noun shows as struck, not as doing."""
    out: list[Actor] = []
    start = mentions.sentence.starts[match.head]  # "the Chad bombing suspect" is no victim
    for token in match.slots.get("possessor", ()):
        if not names_doer(match, mentions, token):
            for mention in mentions.at(token, "actor"):
                value = mention.value
                at_large = _site(mentions.sentence, match.head) is None
                struck = at_large and befalls_state(mentions.sentence, token)
                if isinstance(value, Actor) and (struck or not _is_scene(match, value)):
                    out += [] if value.span.start <= start < value.span.end else [value]
    if not out and is_violent(match) and match.kind.family != "unrest":
        return _struck(match, mentions)
    return tuple(dict.fromkeys(out))


def _struck(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """Read "the Iraqi reactor raid", "the consulate attack": what is struck, with its state."""
    s = mentions.sentence
    site = _site(s, match.head)
    if site is None:
        return ()
    struck = unnamed(s, site)
    first = bisect_left(s.starts, struck.span.start)
    for token in range(max(0, first - 2), site):
        if token < first - 1 and s.deps[token] != "poss":  # "Kenya's mall attack"
            continue
        for mention in mentions.at(token, "actor"):
            state = mention.value
            owned = s.deps[token] == "poss" and not befalls_state(s, token)
            if isinstance(state, Actor) and state.kind == "state" and not owned:
                return (replace(struck, country=state.country),)
    return (struck,)


def is_violent(match: Match) -> bool:
    """Say whether the kind tells of violence or unrest, which a place name before it locates."""
    return match.kind.family == "harm" or match.kind.name in _VIOLENT_KINDS


def is_forceful(match: Match) -> bool:
    """Say whether an act is one of force, of law or of harm, which nobody does to himself."""
    name, family = match.kind.name, match.kind.family
    return (
        family in {"harm", "legal", "coercion"}
        or name in _FORCE_KINDS | _VIOLENT_KINDS | _UNDERGONE_KINDS
    )


def _undergone(match: Match) -> bool:
    return match.kind.family in _UNDERGONE or match.kind.name in _UNDERGONE_KINDS


def _is_scene(match: Match, actor: Actor) -> bool:
    return actor.kind == "state" and match.kind.family in _BY_PLACE


def _inquires(mention: Mention) -> bool:
    """Say whether a public body or an outlet is named, which looks into others."""
    actor = mention.value
    listed = mention.rule in _LISTED and isinstance(actor, Actor)
    return listed and isinstance(actor, Actor) and actor.kind in {"organisation", "force", "outlet"}


def _may_do(match: Match, mention: Mention) -> bool:
    actor = mention.value
    if not isinstance(actor, Actor) or _undergone(match):
        return False
    if actor.kind in _ARMED:
        return mention.rule in _LISTED
    if match.kind.family == "unrest":
        return actor.kind != "state"
    if actor.kind == "organisation":
        coercing = match.kind.family == "coercion" and match.kind.name != "coercion.cyber-attack"
        return coercing and mention.rule in _LISTED  # "the Sony hack" befell Sony
    return actor.kind == "person" and match.kind.family != "military"
