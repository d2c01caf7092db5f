"""Whom "the ministry", "the country", "the president" and the like refer to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foedera.data import Actor, Mention, Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.discourse import SUBJECT, Discourse, Seen
from foedera.extract.reference_bodies import body_described
from foedera.extract.reference_offices import state_of_opening
from foedera.extract.reference_pairs import state_actor
from foedera.extract.reference_regions import is_by_region, stands_definite, state_by_region
from foedera.extract.role_words import role_words
from foedera.extract.subjects import surface_subject
from foedera.gazetteer.names import tokens
from foedera.tree import children

_REACH = 8
_LONGEST_NAME = 5
_STATE_REACH = 2
_CLEAR = 1.9
_PROPER = frozenset({"NNP", "NNPS"})
_NEAR = 0.6
_ACTING = frozenset({"state", "force"})
_OWNERS = frozenset({"its", "their"})
_GOVERNING = ("government", "administration", "regime", "junta")
_SYNONYMS = ("premiers", "monarchs", "heads_of_state", "soldiers_of_rank")
_NAMED = frozenset(
    ("actors.body", "actors.glossed_body", "actors.named_organisation", "actors.acronym",
     "reference.body")
)  # fmt: skip
# "The president" is no vice president, "the secretary" no press secretary.
_LESSER = frozenset({"vice", "deputy", "press", "assistant"})
_BODY_LISTS = (("alliance", "alliances"), ("bloc", "blocs"))


def refer_noun(
    talk: Discourse, number: int, first: int, last: int, mention: Mention
) -> tuple[Actor, str] | None:
    """Return whom a noun without owner stands for, and the rule; None where nobody is sure."""
    value = mention.value
    assert isinstance(value, Actor)
    sentence = talk.sentences[number]
    noun = " ".join(sentence.words[first : last + 1]).lower()
    head = sentence.words[last].lower()
    if value.kind != "office" and is_by_region(sentence.words, last):
        code = None
        if stands_definite(sentence, first):
            code = state_by_region(talk, number, last, lambda state: _fits(state, head, noun))
        return (state_actor(talk, code, value.span), "reference.region") if code else None
    if value.kind != "office" and stands_definite(sentence, first):
        body = body_described(talk, number, last, value)
        if body is not None:
            return replace(body, span=value.span), "reference.body"
    of_state = {head, noun} & word_list("words_for_state")
    if of_state and value.kind != "office":
        if head == "state" or not is_definite(sentence, first):
            return None
        return _state(talk, number, last, noun, value)
    if not is_definite(sentence, first):
        return None
    if value.kind != "office" and any(t in _PROPER for t in sentence.tags[first:last]):
        return None  # "the ISIS fighters" tells whose they are
    found = _office(talk, number, head, noun) if value.kind == "office" else None
    if found is not None and state_of_opening(talk, number, first) not in {None, found.country}:
        return None  # "In Hungary, the premier" is none told of before from elsewhere
    found = found or (_body(talk, number, head, noun) if value.kind != "office" else None)
    if found is None:
        return None
    rule = "reference.office" if value.kind == "office" else "reference.body"
    return replace(found, span=value.span), rule


def is_definite(sentence: Sentence, first: int) -> bool:
    """Say whether "the", "this" or "that" stands before a phrase."""
    if first == 0 or sentence.words[first - 1].lower() not in {"the", "this", "that", "these"}:
        return False
    return not sentence.tags or sentence.tags[first - 1] == "DT"


# ------------------------------------------------------------------ states


def _state(
    talk: Discourse, number: int, last: int, noun: str, value: Actor
) -> tuple[Actor, str] | None:
    """Return the state that "the country" or "the kingdom" is, by the last subjects.

    Whoever acts on it is another: "Peru sent ships to Haiti to help the country".
    """
    head = talk.sentences[number].words[last].lower()
    code = _in_focus(talk, number, head, noun, _acting_on(talk, number, last))
    return (state_actor(talk, code, value.span), "reference.state") if code else None


def _acting_on(talk: Discourse, number: int, token: int) -> frozenset[str]:
    """List the states that act on what stands at a token, or make it act, by troops too.

    Whoever governs or leaves may well do so at home: "the president led the country".
    """
    s = talk.sentences[number]
    verb = s.heads[token]
    bare = s.tags[verb] == "VB" and all(s.tags[k] == "TO" for k in children(s, verb, "aux"))
    if s.deps[token] == "nsubj" and s.deps[verb] == "ccomp" and bare:
        verb = s.heads[verb]  # "help the country rebuild"
    elif s.deps[token] not in {"dobj", "dative"}:
        return frozenset()
    doers = surface_subject(s, verb) if s.tags[verb][0] == "V" else ()
    seen = (one for t in doers for one in talk.joined(number, t))
    acting = (one.actor for one in seen if one.actor.kind in _ACTING)
    return frozenset(a.country for a in acting if a.country)


def is_another(noun: str, owners: Sequence[Seen]) -> bool:
    """Say whether somebody who is told as another's is none of his own: "its European allies".

    Whoever rules a state has allies abroad; a person's "political foes" are at home.
    """
    if noun in role_words("others_nouns"):
        return True
    rule = any(o.actor.kind == "state" or o.actor.name.lower().endswith(_GOVERNING) for o in owners)
    listed = role_words("others_nouns" if rule else "peers_nouns")
    return noun.split()[-1] in listed - role_words("own_nouns")


def opening_of_name(s: Sentence, first: int) -> int:
    """Return where a name with its first words begins behind "its": "its [National] Council".

    Where no owner stands before it, that is the name's own first word.
    """
    at = first
    while at > 1 and s.words[at - 1][:1].isupper() and s.words[at - 1].lower() not in _OWNERS:
        at -= 1
    return at if at and s.words[at - 1].lower() in _OWNERS else first


def state_ruled(talk: Discourse, number: int, noun: str, own: str | None) -> str | None:
    """Return the state whose is "the army": the report's own.

    "The regime" is of another state that was last spoken of, and never of a democracy.
    """
    if noun not in word_list("others_rule"):
        return own
    never = word_list("no_regimes")
    focus = _in_focus(talk, number, noun, noun, never | {own or ""})
    return focus or (None if own in never else own)


def _in_focus(
    talk: Discourse, number: int, head: str, noun: str, never: frozenset[str]
) -> str | None:
    """Return the state that the last subjects are about, None where two are."""
    weights: dict[str, float] = {}
    for seen in talk.before(number, _STATE_REACH):
        code = seen.actor.country
        if code is None or code in never or not _fits(code, head, noun):
            continue
        weight = 0.6 ** (number - seen.sentence) * (2.0 if seen.role == SUBJECT else 1.0)
        weight *= 1.0 if seen.actor.kind == "state" else 0.7
        weights[code] = max(weights.get(code, 0.0), weight)
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    if (
        not ranked
        or ranked[0][1] < _NEAR
        or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1])
    ):
        return None
    return ranked[0][0]


def _fits(code: str, head: str, noun: str) -> bool:
    """Say whether a state can be called by the noun."""
    if head in {"kingdom", "monarchy", "sultanate", "emirate"}:
        return code in word_list("kingdoms" if head in {"kingdom", "monarchy"} else "emirates")
    if "island" in noun:
        return code in word_list("islands")
    if "soviet" in noun:
        return code in word_list("soviet")
    return True


# ------------------------------------------------------------------ bodies


def _body(talk: Discourse, number: int, head: str, noun: str) -> Actor | None:
    """Return the body last spoken of that the noun fits; none if one sentence names two."""
    found: Seen | None = None
    for one in talk.before(number, _REACH):
        seen = _body_of(talk, one, head) or one
        if seen is one and not _is_called(seen, head, noun):
            continue
        if found is None:
            found = seen
        elif seen.sentence == found.sentence and _differs(seen.actor, found.actor):
            return None
        elif seen.sentence != found.sentence:
            break
    return found.actor if found else None


def _body_of(talk: Discourse, seen: Seen, head: str) -> Seen | None:
    """Return the bloc whose people were spoken of: "ECOWAS leaders", then "the bloc"."""
    groups = [group for word, group in _BODY_LISTS if word == head]
    if not groups or seen.actor.kind != "group" or seen.rule != "actors.noun":
        return None
    words = seen.actor.name.split()
    for end in range(min(len(words) - 1, _LONGEST_NAME), 0, -1):
        for entry in talk.gazetteer.names.get(tokens(" ".join(words[:end]))):
            if any(entry.name in word_list(group) for group in groups):
                actor = replace(seen.actor, name=entry.name, kind="organisation")
                return seen._replace(actor=actor)
    return None


def _differs(a: Actor, b: Actor) -> bool:
    return (a.name, a.country) != (b.name, b.country)


def _is_called(seen: Seen, head: str, noun: str) -> bool:
    """Say whether an actor can be called by a noun once it is known."""
    actor = seen.actor
    named = actor.country is not None or seen.rule != "actors.noun"
    if not named or actor.kind in {"state", "person", "office"}:
        return False
    last = actor.name.split()[-1].lower()
    apart = role_words("against_states").intersection(noun.split())
    if apart and apart.isdisjoint(actor.name.lower().split()):
        return False  # "the opposition forces" are not the Norwegian ones
    if head in {seen.noun, last} and noun != "news agency":
        return True
    if any(head == word and actor.name in word_list(group) for word, group in _BODY_LISTS):
        return True
    proper = seen.rule in _NAMED
    if actor.kind == "group" and proper:
        return head in word_list("armed")
    if noun in {"agency", "news agency"} and proper:
        return actor.name in word_list("news_agencies" if "news" in noun else "agencies")
    if actor.kind == "outlet" and proper:
        return noun in word_list("press") or head in word_list("press")
    return actor.kind == "organisation" and proper and head in {"organisation", "organization"}


# ----------------------------------------------------------------- offices


def _office(talk: Discourse, number: int, head: str, noun: str) -> Actor | None:
    """Return the last person in such an office, or the last phrase for one."""
    for seen in talk.before(number, _REACH):
        actor = seen.actor
        if actor.kind not in {"person", "office"} or not actor.office:
            continue
        if actor.office.startswith("former ") or not _holds(actor.office, head, noun):
            continue
        if actor.kind == "person" or actor.country:
            return actor
    return None


def _holds(office: str, head: str, noun: str) -> bool:
    """Say whether the holder of an office is called so ("the premier" of a prime minister)."""
    if noun.replace("defense", "defence") == office or head == office.split()[-1]:
        if noun == head and set(office.split()) & _LESSER:
            return False
        return noun == head or office.endswith(noun.replace("defense", "defence"))
    if set(office.split()) & _LESSER != set(noun.split()) & _LESSER:
        return False
    if " ".join(office.split()[-2:]) in word_list("not_rulers"):
        return False
    return any(
        noun in word_list(group) and any(office.endswith(w) for w in word_list(group))
        for group in _SYNONYMS
    )
