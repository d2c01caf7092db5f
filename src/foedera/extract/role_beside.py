"""The name that stands beside a common noun: "a law firm, Judicial Watch", "a U.S. raid"."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Actor, ActorKind, Sentence, Span
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_acting import is_person
from foedera.extract.role_owners import befalls_state
from foedera.extract.role_unnamed import as_written, trimmed
from foedera.extract.role_words import role_words
from foedera.tree import children, conjuncts

_BODIES = frozenset({"organisation", "group", "force", "outlet"})
_HOLDERS = frozenset({"person", "office"})
_PARTS = frozenset({"compound"})
_NAMES = frozenset({"NNP", "NNPS"})


def named_beside(mentions: TokenMentions, token: int, actor: Actor) -> Actor | None:
    """Return whom the noun at `token`, read as `actor`, is told to be; None if no name is near.

    "A law firm, Judicial Watch, asked", "the Taliban, a group that threatened".
    """
    s = mentions.sentence
    if s.tags[token] != "NN" or actor.name[:1].isupper():
        return None
    for kid in children(s, token, "appos"):
        if s.tags[kid] in _NAMES and kid > token and s.words[kid - 1] != "(":
            return _told(mentions, kid, actor) or _unlisted(mentions, kid, actor)
    above = s.heads[token]
    if s.deps[token] == "appos" and s.tags[above] in _NAMES and above < token:
        return _told(mentions, above, actor)
    return None


def bearers_beside(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Return whom a noun with a clause of its own is said of: "X, a trader who left".

    A name that no table has is somebody's as the noun is; of several it is said of the whole row.
    """
    s, name = mentions.sentence, mentions.sentence.heads[token]
    if s.deps[token] != "appos" or not children(s, token, "relcl") or name > token:
        return ()
    if not is_person(s, token) and "company" not in classes_of(s, token):
        return ()
    if s.tags[token] == "NN":
        alone = not any(k < token for k in children(s, name, "conj"))
        return _bearer(mentions, token, name) if alone else ()
    while s.deps[name] == "conj":
        name = s.heads[name]
    row = [_bearer(mentions, token, k) for k in conjuncts(s, name) if k < token]
    return tuple(a for one in row for a in one) if len(row) > 1 and all(row) else ()


def _bearer(mentions: TokenMentions, noun: int, name: int) -> tuple[Actor, ...]:
    s = mentions.sentence
    if s.tags[name] not in _NAMES or mentions.at(name, "place"):
        return ()
    own = next((a.country for a in _actors(mentions, noun) if a.country), None)
    if found := _actors(mentions, name):
        fits = len(found) == 1 and found[0].kind in {"person", "organisation"}
        listed = found[0].kind == "organisation" and found[0].country is not None
        return (replace(found[0], country=found[0].country or own),) if fits and not listed else ()
    words = trimmed(s, name, keep=_PARTS)
    within = s.deps[name] == "pobj" and s.tags[s.heads[s.heads[name]]] in _NAMES
    if len(words) < 2 or within or not all(s.tags[t] in _NAMES for t in words):
        return ()
    kind: ActorKind = "person" if is_person(s, noun) else "organisation"
    return (Actor(as_written(s, words), own, kind, None, Span(s.starts[words[0]], s.ends[name])),)


def _actors(mentions: TokenMentions, token: int) -> list[Actor]:
    return [m.value for m in mentions.at(token, "actor") if isinstance(m.value, Actor)]


def counted(s: Sentence, token: int, actor: Actor) -> Actor:
    """Read "thirty-two Republicans": so many of a party, not the party."""
    if s.tags[token] != "NNPS" or actor.kind != "organisation":
        return actor
    numbers = [k for k in children(s, token, "nummod") if k < token]
    if not numbers:
        return actor
    first = min((*s.children[numbers[0]], numbers[0]))
    start, end = s.starts[first], s.ends[token]
    name = "".join(
        ("" if s.starts[t] == s.ends[t - 1] or t == first else " ") + s.words[t]
        for t in range(first, token + 1)
    )
    return Actor(name, actor.country, "group", None, Span(start, end))


def wielder(mentions: TokenMentions, token: int) -> tuple[Actor, ...]:
    """Read "Chadian airstrikes hit the port", "a U.S. raid killed": whose raid it is does it."""
    s = mentions.sentence
    if s.lemmas[token].lower() in role_words("followings"):
        for kid in children(s, token, "poss", "compound"):
            people = [m.value for m in mentions.at(kid, "actor") if isinstance(m.value, Actor)]
            if people and all(a.kind in {"person", "office"} for a in people):
                return tuple(people)
    if classes_of(s, token).isdisjoint(role_words("owned_classes")):
        return ()
    short = (k for k in children(s, token, "compound", "nmod") if s.words[k].isupper())
    for kid in (*children(s, token, "poss", "amod"), *short):
        found = [m.value for m in mentions.at(kid, "actor") if isinstance(m.value, Actor)]
        if found and not (all(a.kind == "state" for a in found) and befalls_state(s, kid)):
            return tuple(found)
    return ()


def _told(mentions: TokenMentions, name: int, actor: Actor) -> Actor | None:
    """Return who is named at a token where a noun may tell what that is."""
    found = [m.value for m in mentions.at(name, "actor") if isinstance(m.value, Actor)]
    if len(found) != 1 or not _fits(actor, found[0]):
        return None
    return replace(found[0], country=found[0].country or actor.country)


def _fits(noun: Actor, named: Actor) -> bool:
    """Say whether a noun may be said of somebody: a firm of a body, an ally of a state."""
    last = noun.name.lower().split()[-1]
    if named.kind == "state":
        return last in role_words("named_nouns") | role_words("others_nouns")
    if noun.kind in _HOLDERS:
        return named.kind in _HOLDERS
    return named.kind in _BODIES


def _unlisted(mentions: TokenMentions, name: int, actor: Actor) -> Actor | None:
    """Return a name that no table has, where it is no place: "a law firm, Judicial Watch"."""
    s = mentions.sentence
    if actor.kind not in _BODIES or mentions.at(name, "actor") or mentions.at(name, "place"):
        return None
    first = name
    while first - 1 in children(s, name, "compound") and s.tags[first - 1] in _NAMES:
        first -= 1
    if first == name or any(k > name for k in children(s, name, "conj")):
        return None
    span = Span(s.starts[first], s.ends[name])
    return Actor(" ".join(s.words[first : name + 1]), actor.country, actor.kind, None, span)
