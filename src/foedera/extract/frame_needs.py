"""Whether what fills a frame's slots is what the frame needs, and nothing that bars it.

Besides the noun classes, a frame may ask for `actor` (anybody named), `state`, `states` (two of
them: "Chad and Niger"), `stranger` (a proper noun that is nobody known), `alliance` (a body of no
one state), `outlet` (newspapers, stations), `nationals` (people told by their state: "Armenians",
"Thai nurses"), `band` (an armed group by its name, which are `fighters` too), `power`, `human`,
`place`, `name` (a proper noun) or `pronoun`. A slot may be one
of several: "into|towards". `context` is no slot: it names kinds, one of which must have
been told just before ("nine people died" after a raid), or `agreement` where one must be spoken of.
Nor is `own_side`: it asks whether who acts in the clause is of the speaker's state ("X said its
forces would", "the minister said Chad would").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from foedera.data import Actor, Mention, MentionKind, Quantity, Sentence
from foedera.extract.arguments import Slots
from foedera.extract.light_verbs import measured
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import class_index, classes_of
from foedera.extract.told_content import TOLD
from foedera.tree import children, conjuncts

CONTEXT = "context"
_OWN_SIDE = "own_side"
_OWN_BODIES = frozenset({"organisation", "leaders", "forces"})
_OWN = frozenset({"his", "her", "its", "their", "our", "my"})
_ANYTHING = "any"
_ANY = frozenset({_ANYTHING})
Asked: TypeAlias = tuple[tuple[str, frozenset[str]], ...]
_NONE: frozenset[str] = frozenset()
_ONE = frozenset({"person", "people", "leaders", "official"})
_MANY = frozenset({"person", "people", "forces", "fighters", "protester", "prisoners"})
_PRONOUN_CLASSES = {
    **dict.fromkeys(("he", "she", "i", "we", "him", "her", "us"), _ONE),
    **dict.fromkeys(("they", "them"), _ONE | _MANY | {"pronoun"}),
    "those": _MANY,
    **dict.fromkeys(("it", "this", "that"), frozenset({"leaders", "pronoun"})),
    **dict.fromkeys(("their", "his", "its"), _ONE | {"actor"}),
}
# Pronouns that stand for a thing told before, and the classes of things whose telling is enough.
_STANDING_FOR = frozenset({"it", "them", "they"})
_THINGS = frozenset(
    {"agreement", "ceasefire", "law", "territory", "weapons", "proposal", "vessel", "aircraft",
     "aid", "restriction", "sanction", "embargo", "treaty", "truce", "missile", "base"}
)  # fmt: skip
_OF_A_BODY = "actors.body"  # the rule that reads names of bodies
_PRONOUN = "it"  # stands for a thing told before
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_TOLD = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "conj", "attr"})
_MENTIONED: tuple[MentionKind, ...] = ("actor", "time", "quantity", "agreement")
_PLACE_CLASSES = frozenset({"place", "territory"})
_TITLE_CLASSES = frozenset({"agreement", "treaty"})
_HUMANS = frozenset({"person", "office"})
_POWERS = frozenset({"state", "force", "group"})
_BAND = ("band", "fighters")
_ENVOY_CLASSES = frozenset({"diplomats", "mission_envoy"})
_HELD = frozenset({"in_office"})
_OFFICE_CLASSES = frozenset({"official", "leaders", *_HELD})
# Classes that a phrase may have by its form or by whom it names, whatever the lexicon says.
NOT_BY_WORDS = (
    frozenset({_ANYTHING, _OWN_SIDE, _PRONOUN, "states", "name", "stranger", "money", "completed"})
    | {"actor", "state", "alliance", "human", "power", "outlet", "figure", "nationals", *_BAND}
    | (TOLD | _PLACE_CLASSES | _TITLE_CLASSES | _ENVOY_CLASSES | _OFFICE_CLASSES)
    | frozenset[str]().union(*_PRONOUN_CLASSES.values())
)


class Filled:
    """What fills a trigger's slots; what each slot holds is made out once for all its frames."""

    def __init__(self, mentions: TokenMentions, slots: Slots) -> None:
        self.slots = slots
        self._mentions = mentions
        self._held: dict[str, frozenset[str]] = {}

    def meets(self, needs: Asked, bars: Asked) -> bool:
        """Say whether the slots hold what a frame needs and nothing that bars it."""
        for slot, classes in needs:
            held = self._held.get(slot)
            held = self._hold(slot) if held is None else held
            if held.isdisjoint(classes) and not self._stood_for(slot, held, classes):
                return False
        for slot, classes in bars:
            held = self._held.get(slot)
            held = self._hold(slot) if held is None else held
            if not held.isdisjoint(classes) or self._stood_for(slot, held, classes):
                return False
        return True

    def _hold(self, slot: str) -> frozenset[str]:
        """List all that the phrases in a slot are, and `any` where one is no time."""
        held: set[str] = set()
        if slot == _OWN_SIDE and _are_of_one_side(self._mentions, self.slots):
            held.add(_OWN_SIDE)
        for token in _filling(self.slots, slot):
            if self._mentions.sentence.tags[token] == "IN":
                continue  # a "that" which the parser took for an object
            known = self._mentions.classes.get(token)
            if known is None:
                known = self._mentions.classes[token] = _classes_at(self._mentions, token)
            held |= known
            if not self._mentions.at(token, "time"):
                held.add(_ANYTHING)
        found = self._held[slot] = frozenset(held)
        return found

    def _stood_for(self, slot: str, held: frozenset[str], classes: frozenset[str]) -> bool:
        """Say whether a pronoun in the slot stands for a thing of one of `classes`."""
        if _PRONOUN not in held or classes.isdisjoint(_THINGS):
            return False
        s, tokens = self._mentions.sentence, _filling(self.slots, slot)
        return any(
            _some_stand_for(self._mentions, token, classes)
            for token in tokens
            if s.tags[token] != "IN"
        )


def asked(slots: Mapping[str, frozenset[str]]) -> Asked:
    """List what a frame asks of its slots; `any` among the classes leaves the others idle.

    What was told before (`context`) is looked at once all is read.
    """
    told = ((slot, classes) for slot, classes in slots.items() if slot != CONTEXT)
    return tuple((slot, _ANY if _ANYTHING in classes else classes) for slot, classes in told)


def _are_of_one_side(mentions: TokenMentions, slots: Slots) -> bool:
    """Say whether who acts in a clause is of the state of who tells it, or is called his."""
    doers, s = slots.get("clause_subject", ()), mentions.sentence
    if len(doers) != 1:
        return False
    if any(s.words[k].lower() in _OWN for k in children(s, doers[0], "poss")):
        return not _OWN_BODIES.isdisjoint(_classes_at(mentions, doers[0]))
    tellers = {c for t in slots.get("subject", ()) for c in _countries(mentions, t)}
    return not tellers.isdisjoint(_countries(mentions, doers[0]))


def _countries(mentions: TokenMentions, token: int) -> Iterator[str]:
    """Yield the states of those whom a phrase names."""
    for mention in mentions.at(token, "actor"):
        if isinstance(mention.value, Actor) and mention.value.country is not None:
            yield mention.value.country


def _filling(slots: Slots, slot: str) -> Sequence[int]:
    """List what fills a slot, or any of several: "into|towards"."""
    if "|" not in slot:
        return slots.get(slot, ())
    return [token for name in slot.split("|") for token in slots.get(name, ())]


def _classes_at(mentions: TokenMentions, token: int) -> frozenset[str]:
    """List all that a phrase is, those that it is coordinated with included."""
    s = mentions.sentence
    out: set[str] = {"states"} if _are_several(mentions, token) else set()
    for one in _with_measured(s, token):
        word = s.words[one].lower()
        actors = mentions.at(one, "actor")
        out |= classes_of(s, one) | _PRONOUN_CLASSES.get(word, _NONE)
        out.update(_classes_named(mentions, one, actors))
        if s.tags[one].startswith("NNP"):
            out.add("name")
        if s.tags[one] == "NNP" and not actors:
            out.add("stranger")
        if mentions.at(one, "place") or _is_new_place(mentions, one):
            out |= _PLACE_CLASSES
        if mentions.at(one, "agreement"):
            out |= _TITLE_CLASSES
        if word in _STANDING_FOR:
            out.add(_PRONOUN)
        if any(_is_sum(m) for m in mentions.at(one, "quantity")):
            out.add("money")
    return frozenset(out)


def _classes_named(mentions: TokenMentions, token: int, actors: Sequence[Mention]) -> Iterator[str]:
    """Yield what those are whom a phrase names."""
    if not actors:
        return
    yield "actor"
    told: tuple[tuple[str, Callable[[Mention], bool]], ...] = (
        ("state", _is_state), ("alliance", _is_alliance), ("human", _is_human),
        ("power", _is_power), ("outlet", _is_outlet), ("figure", _is_figure),
    )  # fmt: skip
    yield from (name for name, holds in told if any(holds(m) for m in actors))
    if _are_nationals(mentions, token):
        yield "nationals"
    if mentions.sentence.tags[token] not in _PLURALS and any(_is_band(m) for m in actors):
        yield from _BAND
    for mention in actors:
        yield from classes_of_office(mention)


def _is_sum(mention: Mention) -> bool:
    """Say whether a number counts money: "$50m", "3 million riyals"."""
    unit = mention.value.unit if isinstance(mention.value, Quantity) else None
    return unit is not None and len(unit) == 3 and unit.isupper()


def _some_stand_for(mentions: TokenMentions, token: int, classes: frozenset[str]) -> bool:
    s = mentions.sentence
    pronouns = (k for k in _with_measured(s, token) if s.words[k].lower() in _STANDING_FOR)
    return any(_stands_for(mentions, k, classes) for k in pronouns)


def _stands_for(mentions: TokenMentions, pronoun: int, classes: frozenset[str]) -> bool:
    """Say whether the thing last told before a pronoun that it may mean is of `classes`.

    "Iran clung to the accord after Washington's exit from it": of things, never of people, and
    not where it is the doer.
    """
    s = mentions.sentence
    if s.deps[pronoun] == "nsubj":
        return False
    things = classes & _THINGS
    plural = s.words[pronoun].lower() != "it"
    for at in range(pronoun - 1 if things else -1, -1, -1):
        if s.tags[at] in _NOUNS and s.deps[at] in _TOLD and _is_many(s, at) is plural:
            if not things.isdisjoint(classes_of(s, at)):
                return True
            if things & _TITLE_CLASSES and mentions.at(at, "agreement"):
                return True
    return False


def _is_many(s: Sentence, noun: int) -> bool:
    return s.tags[noun] in _PLURALS


def _is_new_place(mentions: TokenMentions, token: int) -> bool:
    """Say whether a single name that no list knows stands where a verb takes a place: "Kidal"."""
    s = mentions.sentence
    if s.tags[token] != "NNP" or s.deps[token] not in {"dobj", "nsubjpass", "conj"}:
        return False
    if children(s, token) and any(s.deps[k] in {"compound", "poss"} for k in s.children[token]):
        return False
    plain = s.words[token][:1].isupper() and s.words[token][1:].islower()
    return plain and not any(mentions.at(token, kind) for kind in _MENTIONED)


def _is_state(mention: Mention) -> bool:
    """Say whether a mention names a state, or a force or body of one."""
    actor = mention.value
    return isinstance(actor, Actor) and actor.country is not None and actor.kind != "person"


def _are_several(mentions: TokenMentions, token: int) -> bool:
    """Say whether a phrase names two states or more, or a body of each ("Thai and Lao police")."""
    found = (m for one in conjuncts(mentions.sentence, token) for m in mentions.at(one, "actor"))
    states = {m.value.country for m in found if _is_state(m) and isinstance(m.value, Actor)}
    return len(states) > 1


def _is_alliance(mention: Mention) -> bool:
    """Say whether a mention names a body that states make up: "NATO", no mere "coalition"."""
    actor = mention.value
    if not isinstance(actor, Actor) or actor.kind != "organisation" or actor.country is not None:
        return False
    return actor.name[:1].isupper()


def _are_nationals(mentions: TokenMentions, token: int) -> bool:
    """Say whether a plural names people by their state: "Armenians", not "the Taliban"."""
    named = (m.value for m in mentions.at(token, "actor"))
    groups = (a for a in named if isinstance(a, Actor) and a.kind == "group")
    return mentions.sentence.tags[token] in _PLURALS and any(a.country for a in groups)


def _is_human(mention: Mention) -> bool:
    """Say whether a mention names a person."""
    return isinstance(mention.value, Actor) and mention.value.kind in _HUMANS


def _is_band(mention: Mention) -> bool:
    """Say whether a mention names an armed group: "ISIL", "the Taliban", no people."""
    actor = mention.value
    if not isinstance(actor, Actor) or actor.kind != "group" or mention.rule != _OF_A_BODY:
        return False
    return "displaced" not in class_index().get(actor.name.lower(), ())  # "the Rohingya"


def _is_figure(mention: Mention) -> bool:
    """Say whether a mention names a person known to be of a state: "Kerry", no passer-by."""
    return _is_human(mention) and isinstance(mention.value, Actor) and bool(mention.value.country)


def _is_power(mention: Mention) -> bool:
    """Say whether a mention names who can hold ground: a state, a force or an armed group."""
    actor = mention.value
    return isinstance(actor, Actor) and actor.kind in _POWERS


def _is_outlet(mention: Mention) -> bool:
    """Say whether a mention names who asks in order to report: a newspaper, a station."""
    return isinstance(mention.value, Actor) and mention.value.kind == "outlet"


def _with_measured(s: Sentence, token: int) -> list[int]:
    """List what is coordinated with `token`, and what measures among it measure."""
    out = conjuncts(s, token)
    for one in tuple(out):
        out += [k for inner in measured(s, one) for k in conjuncts(s, inner)]
    return out


def classes_of_office(mention: Mention) -> frozenset[str]:
    """List what somebody named is by office or trade: a "nurse" is a person and in no office."""
    actor = mention.value
    if not isinstance(actor, Actor) or actor.kind != "person" or actor.office is None:
        return _NONE
    words = actor.office.lower().split()
    role = class_index().get(words[-1], _NONE)
    if "private_role" in role:
        return role - _OFFICE_CLASSES
    if "out_of_office" in class_index().get(" ".join(words[-2:]), _NONE):
        return _OFFICE_CLASSES - _HELD
    return _OFFICE_CLASSES | (role & _ENVOY_CLASSES)
