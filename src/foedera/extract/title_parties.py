"""Which agreement a claim speaks of, and whose agreement it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from foedera.data import Actor, Mention, Roles, Sentence, Title
from foedera.extract.arguments import find_arguments
from foedera.extract.claim_roles import OWNER_SLOTS
from foedera.extract.frames import Match
from foedera.extract.mention_index import MentionIndex, TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_phrases import actors_at
from foedera.extract.role_words import role_words
from foedera.extract.title_found import nouns
from foedera.lexicons import load_words
from foedera.tree import children, is_parsed, subtree

_PARTY_SLOTS = ("between", "with", "possessor", "by", "among", "subject")
_JOINT_KINDS = frozenset(
    {"enter-into-force", "provide", "describe", "expire", "conclude", "sign", "negotiate",
     "exchange-instruments", "amend", "extend", "provisionally-apply"}
)  # fmt: skip
_NAMING_KINDS = frozenset({"agreement.negotiate", "agreement.conclude", "agreement.propose"})
"""Acts that say what they are about themselves: "peace talks" are not of the pact told before."""
_REACH = 400
"""How many characters after its last mention an agreement is still what a sentence is about."""

_CROWDS = frozenset({"powers", "countries", "nations", "states", "neighbours", "neighbors"})
_SIDES = frozenset({"side", "party", "delegation", "negotiator"})
_CONSENTS = frozenset({"agreement.ratify", "agreement.sign", "agreement.accede"})
_OF_MEMBERS = frozenset(
    {"agreement.accede", "agreement.withdraw", "agreement.deposit-instrument",
     "agreement.revoke-notice", "agreement.unsign"}
)  # fmt: skip
_OF_DEPTH = 4
_OF_PAPERS = frozenset(
    {"agreement.deposit-instrument", "agreement.exchange-instruments", "agreement.provide"}
)


class Parties:
    """The agreements of a report and the states that its words name as their parties."""

    def __init__(self, text: str, sentences: Sequence[Sentence], index: MentionIndex) -> None:
        self._text = text
        self._parties: dict[str, dict[str, Actor]] = {}
        self._last: Title | None = None
        self._told: Counter[str] = Counter()
        self._end = 0
        for sentence in sentences:
            if is_parsed(sentence):
                self._learn(index.of(sentence))

    def _learn(self, here: TokenMentions) -> None:
        for mention in here.all("agreement"):
            if not isinstance(mention.value, Title):
                continue
            self._told[mention.value.title] += 1
            known = self._parties.setdefault(mention.value.title, {})
            for actor in _named_parties(here, here.head(mention)):
                known.setdefault(actor.country or actor.name, actor)

    def title_of(self, match: Match, here: TokenMentions) -> Title | None:
        """Return the agreement that fills a slot of the match or stands in its clause."""
        titles = here.all("agreement")
        if _signs_other(match, here):
            return None
        for slot in ("subject", "object", "of", "to", "from", "with", "under", "on", "possessor"):
            for token in match.slots.get(slot, ()):
                found = here.at(token, "agreement") or _inside(here, token, titles)
                if found and isinstance(found[0].value, Title):
                    return self._seen(found[0].value)
        if (founded := _founded(match, here)) is not None:
            return self._seen(founded)
        on_trigger = [m for t in match.tokens for m in here.at(t, "agreement")]
        near = on_trigger or (titles if match.kind.family == "agreement" else [])
        if near and isinstance(near[0].value, Title):
            return self._seen(near[0].value)
        speaks_of_other = any(
            here.sentence.tags[t][0] == "N" and not _is_paper_of(match, here.sentence, t)
            for t in match.slots.get("object", ())
        )
        told = match.kind.family == "agreement" and (
            match.kind.name not in _NAMING_KINDS or _goes_on(match, here.sentence)
        )
        bare = match.kind.name in _CONSENTS and not match.slots.get("object")
        reached = bare or here.sentence.span.start - self._end < _REACH
        return self._last if told and reached and not speaks_of_other else None

    def speaks_near(self, s: Sentence) -> bool:
        """Say whether an agreement was named shortly before a sentence."""
        return self._last is not None and s.span.start - self._end < _REACH

    def of_last(self) -> tuple[Actor, ...]:
        """Return the states that words named as parties of the agreement spoken of last."""
        known = self._parties.get(self._last.title, {}) if self._last is not None else {}
        return tuple(actor for actor in known.values() if actor.country)

    def _seen(self, title: Title) -> Title:
        if self._last is None or not self._is_passing(title):
            self._last, self._end = title, title.span.end
        return title

    def _is_passing(self, title: Title) -> bool:
        """Say whether a description is told but once: "the most ever to sign a treaty"."""
        plain = title.title == title.title.lower()
        return plain and self._told[title.title] == 1 and len(self._told) > 1

    def fill(self, match: Match, here: TokenMentions, roles: Roles, title: Title) -> Roles:
        """Complete the actors of an agreement's own step by its parties."""
        known = tuple(self._parties.get(title.title, {}).values())
        kind = match.kind.name.split(".")[1]
        have = {a.country or a.name for a in roles.actors if may_be_party(a)}
        alone = have and bool(match.slots.get("for"))  # "entered into force for Peru"
        whole = kind == "enter-into-force" and len(known) > 2  # it begins, for all who ratified
        each = kind == "sign" and have and not _names_thing(match, here)  # "Peru, which signed"
        nobody = kind == "sign" and not have and len(known) < 2  # one cannot have signed alone
        if kind not in _JOINT_KINDS or not known or alone or whole or each or nobody:
            return roles
        if match.joint or not have:
            more = tuple(a for a in known if (a.country or a.name) not in have)
            actors = tuple(a for a in roles.actors if may_be_party(a) or _is_somebody(a))
            return replace(roles, actors=actors + more)
        return roles


def _names_thing(match: Match, here: TokenMentions) -> bool:
    """Say whether an act names what it is done to by more than "it"."""
    return any(here.sentence.tags[t] != "PRP" for t in match.slots.get("object", ()))


def _goes_on(match: Match, s: Sentence) -> bool:
    """Say whether talks are told of with no word on what: "the two sides have been negotiating"."""
    about = any(match.slots.get(slot) for slot in ("object", "on", "over", "about", "for", "of"))
    sides = any(s.lemmas[t].lower() in _SIDES for t in match.slots.get("subject", ()))
    return sides and not about and match.kind.name == "agreement.negotiate"


def _founded(match: Match, here: TokenMentions) -> Title | None:
    """Return the treaty of a body that is joined or left: "quit the Whaling Commission"."""
    if match.kind.name not in _OF_MEMBERS:
        return None
    table: dict[str, str] = load_words("agreement_words")["founded_by"]
    slots = (*match.frame.roles.get("object", ()), "to")
    for slot in slots:
        for token in match.slots.get(slot, ()):
            for mention in here.at(token, "actor"):
                body = mention.value
                if isinstance(body, Actor) and body.name.lower() in table:
                    return Title(table[body.name.lower()], mention.span)
    return None


def _is_paper_of(match: Match, s: Sentence, token: int) -> bool:
    """Say whether a noun is a paper that belongs to the agreement spoken of: "the instrument"."""
    papers = {"instrument", "ratified_word"} & classes_of(s, token)
    return bool(papers) and match.kind.name in _OF_PAPERS


def _signs_other(match: Match, here: TokenMentions) -> bool:
    """Say whether what is signed is a law or a letter, and no agreement: "a law on the pact"."""
    if match.kind.name != "agreement.sign":
        return False
    signed = [t for t in match.slots.get("object", ()) if here.sentence.tags[t][0] == "N"]
    return bool(signed) and not any(
        here.at(one, "agreement") or "agreement" in classes_of(here.sentence, one)
        for t in signed for one in _of_chain(here.sentence, t)
    )  # fmt: skip


def _of_chain(s: Sentence, noun: int) -> list[int]:
    """List a noun and what its "of" leads to: "the instruments of ratification of the treaty"."""
    out = [noun]
    for at in out:
        if len(out) < _OF_DEPTH:
            preps = (p for p in children(s, at, "prep") if s.words[p].lower() == "of")
            out += [k for p in preps for k in children(s, p, "pobj")]
    return out


def _inside(here: TokenMentions, token: int, titles: Sequence[Mention]) -> tuple[Mention, ...]:
    """Find an agreement within the phrase at `token` ("the instruments of the Treaty")."""
    if not titles or here.sentence.tags[token][0] != "N":
        return ()
    inside = set(subtree(here.sentence, token))
    return tuple(m for m in titles if here.head(m) in inside)[:1]


def _named_parties(here: TokenMentions, head: int) -> list[Actor]:
    """List the states that the words around an agreement name as its parties."""
    s = here.sentence
    out: list[Actor] = []
    slots = find_arguments(s, head)
    go_between = {
        t for verb in children(s, head, "acl", "relcl")
        if s.lemmas[verb] in role_words("go_between_verbs")
        for t in find_arguments(s, verb).get("subject", ())
    }  # fmt: skip
    for slot in _PARTY_SLOTS:
        for token in slots.get(slot, ()):
            if token in go_between:
                continue
            out += actors_at(here, token, strict=slot not in OWNER_SLOTS)
    for verb in children(s, head, "acl", "relcl"):
        if s.lemmas[verb] in role_words("go_between_verbs"):
            continue  # who brokers it is no party
        for token in find_arguments(s, verb).get("subject", ()):
            if s.tags[verb] in {"VBN", "VBD"}:
                out += actors_at(here, token)
    return [a for a in out if may_be_party(a)]


def may_be_party(actor: Actor) -> bool:
    """Say whether an actor can be bound by a treaty: a state, or a body of states like the EU."""
    union = actor.kind == "organisation" and actor.name.lower() in nouns("treaty_making_bodies")
    return actor.country is not None or union


@cache
def _rebels() -> frozenset[str]:
    return frozenset(map(str, load_words("agreement_names")["rebels"]))


def _is_somebody(actor: Actor) -> bool:
    """Say whether an actor is somebody by name, though nobody says of which state: he signs too.

    So do rebels who make peace with their government, and the six powers whom nobody names.
    """
    words = actor.name.lower().split()
    if words[-1] in _CROWDS or not _rebels().isdisjoint(words):
        return True
    return actor.kind in {"person", "group", "organisation"} and actor.name[:1].isupper()
