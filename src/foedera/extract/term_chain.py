"""Terms told one after another behind the pact: "Chile is to leave the cape. Peru must pay a toll".

Once a sentence has told that a pact was made or what it lays down, the main clauses of the next
that tell what is to be done are its terms, as long as they go on: of the states, of both sides, or
of things in the passive ("oil is to be shared"). What officers, talks or parliaments will do is no
term, nor who will meet, vote or speak.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from foedera.data import Actor, Claim, Roles, Sentence
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.pact_terms import PROVIDES, is_agreement, term_match
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive
from foedera.kinds import Kind
from foedera.tree import children

_OPENING = frozenset(
    {"agreement.sign", "agreement.conclude", "agreement.exchange-instruments", PROVIDES,
     "agreement.enter-into-force", "agreement.ratify"}
)  # fmt: skip
_GATHERINGS = frozenset({"diplomacy.meet", "diplomacy.visit", "unrest.election"})
_JOINT = frozenset({"statement.promise", "military.ceasefire"})
_TOLD = frozenset({"happened", "ongoing", "planned"})
_MODALS = frozenset({"will", "shall", "must", "'ll", "’ll", "may", "can"})
_DUTIES = frozenset({"will", "shall", "must", "'ll", "’ll"})
_LEAVE, _LETTING = (
    frozenset({"may", "can"}),
    frozenset({"allow", "permit", "give", "grant", "oblige", "bind"}),
)
_SUBJECTS = ("nsubj", "nsubjpass")
_EXEMPT = frozenset({"exempt", "excluded", "free", "bound"})
_GOING_ON = frozenset({"under", "it", "both", "each", "neither", "either"})
_BARE, _TOWARDS = frozenset({"apply"}), frozenset({"to", "by", "into", "under", "back"})
_NEXT = 6  # characters from one sentence to the next, a paragraph's break within them
_POWERS = frozenset({"state", "force"})


class TermChain:
    """Whether the sentence before told a pact or one of its terms."""

    def __init__(self) -> None:
        self._end = -_NEXT - 1

    def goes_on(self, s: Sentence) -> bool:
        """Say whether a sentence stands next to one that told a pact or a term."""
        return 0 <= s.span.start - self._end <= _NEXT

    def add(self, here: TokenMentions, claims: Iterable[Claim]) -> None:
        """Remember what a sentence told."""
        s = here.sentence
        goes_on = self.goes_on(s) and (
            s.words[0].lower() in _GOING_ON or any(_is_whose(here, verb) for verb in _ruling(s))
        )
        if goes_on or any(_opens(claim) for claim in claims):
            self._end = s.span.end


def _opens(claim: Claim) -> bool:
    """Say whether a claim tells a pact, or what two states agreed to do."""
    if claim.voice.reality not in _TOLD:
        return False
    states = {a.country for a in claim.roles.actors if a.country}
    return claim.kind in _OPENING or (claim.kind in _JOINT and len(states) > 1)


def with_chained(
    here: TokenMentions, matches: Sequence[Match], kinds: Mapping[str, Kind]
) -> list[Match]:
    """Add the terms that a sentence next to a pact tells by verbs that tell nothing else."""
    s, kept = here.sentence, list(matches)
    if PROVIDES not in kinds:
        return kept
    told = {m.head for m in kept} | {t for m in kept for t in m.tokens}
    for verb in _ruling(s):
        if verb not in told and _is_term(here, verb):
            kept.append(term_match(s, verb, kinds[PROVIDES]))
    return kept


def is_chained_duty(
    here: TokenMentions, match: Match, roles: Roles, makers: Sequence[Actor]
) -> bool:
    """Say whether a deed told next to a pact is owed under it: "Chile is to return the cape".

    What leaders meet for or people vote on is none, nor what one does with a state that did not
    make the pact.
    """
    s, verb = here.sentence, match.head
    states = {a.country for a in (*roles.actors, *roles.recipients) if a.country}
    if match.kind.name in _GATHERINGS or (makers and states - {a.country for a in makers}):
        return False
    if verb not in set(_ruling(s)) or not _is_whose(here, verb):
        return False
    modals = {s.words[k].lower() for k in children(s, verb, "aux")}
    return bool(modals & _DUTIES) or "to" in modals


def _ruling(s: Sentence) -> Iterator[int]:
    """Yield the verbs of main clauses that tell what will, must, may or is to be done.

    In the plain present only what one gets or keeps by a pact, and what becomes of a thing.
    """
    for verb, tag in enumerate(s.tags):
        if tag in {"VBZ", "VBP"} and _rules_in_present(s, verb) and _is_main(s, verb):
            yield verb
        if tag not in {"VB", "VBN"}:
            continue
        top = s.heads[verb] if s.deps[verb] == "xcomp" and s.lemmas[s.heads[verb]] == "be" else verb
        words = {s.words[k].lower() for k in children(s, verb, "aux")}
        ruled = words & _MODALS or (top != verb and "to" in words and s.tags[top] in {"VBZ", "VBP"})
        if ruled and _is_main(s, top):
            yield verb


def _rules_in_present(s: Sentence, verb: int) -> bool:
    """Say whether a verb in the present lays down: "Peru keeps the mine", "rice is exempt".

    What things do they do to something ("tolls fall to zero"): "prices fall in May" is no rule.
    """
    lemma = s.lemmas[verb].lower()
    if lemma == "be":
        return any(s.lemmas[k].lower() in _EXEMPT for k in children(s, verb, "acomp"))
    if lemma in role_words("chained_of_things"):
        return lemma in _BARE or any(
            s.words[k].lower() in _TOWARDS for k in children(s, verb, "prep")
        )
    held = {s.lemmas[k].lower() for k in children(s, verb, "dobj")}
    return lemma in role_words("chained_present") and held.isdisjoint(role_words("held_anyway"))


def _is_main(s: Sentence, verb: int) -> bool:
    while s.deps[verb] in {"conj", "parataxis"} and s.tags[s.heads[verb]][0] in "VM":
        verb = s.heads[verb]
    return s.heads[verb] == verb


def _is_term(here: TokenMentions, verb: int) -> bool:
    """Say whether a verb may tell a term: who does it may owe it, and it is no mere event."""
    s = here.sentence
    if s.tags[verb] in {"VBZ", "VBP"} or s.lemmas[verb].lower() in role_words("chained_of_things"):
        return _is_whose(here, verb)
    return s.lemmas[verb].lower() not in role_words("no_chained_terms") and _is_whose(here, verb)


def _is_whose(here: TokenMentions, verb: int) -> bool:
    s = here.sentence
    subjects, lemma = _subjects(s, verb), s.lemmas[verb].lower()
    if lemma in role_words("chained_of_things") or lemma == "be":
        return bool(subjects) and all(_is_thing(here, k) for k in subjects)
    passive = is_passive(s, verb)
    modals = {s.words[k].lower() for k in children(s, verb, "aux")}
    leave = bool(modals & _LEAVE) or lemma in _LETTING
    told = (_may_owe(here, k, passive=passive, leave=leave) for k in subjects)
    return bool(subjects) and all(told)


def _subjects(s: Sentence, verb: int) -> list[int]:
    own = list(children(s, verb, *_SUBJECTS))
    above = s.heads[verb]
    shares = above != verb and s.tags[above][0] in "VM" and s.deps[verb] in {"conj", "xcomp"}
    return own if own or not shares else _subjects(s, above)


def _may_owe(here: TokenMentions, noun: int, *, passive: bool, leave: bool) -> bool:
    """Say whether a subject is a state, its forces, a side, a joint body or a thing dealt with."""
    s = here.sentence
    lemma = s.lemmas[noun].lower()
    named = [m.value for m in here.at(noun, "actor") if isinstance(m.value, Actor)]
    party = any(a.country for a in named) or lemma in role_words("sides_that_owe")
    if passive and party and not leave:
        return False  # "the two are to be praised for it"
    if named and (party or not passive) and not (leave and lemma in role_words("given_leave")):
        return all(a.kind in _POWERS and a.country for a in named)
    if s.tags[noun] not in {"NN", "NNS"} or is_agreement(s, noun):
        return False
    if lemma in role_words("sides_that_owe") or (leave and lemma in role_words("given_leave")):
        return True
    return passive and _is_thing(here, noun)


def _is_thing(here: TokenMentions, noun: int) -> bool:
    """Say whether a common noun tells a thing that a pact may deal with: no talks, no officers."""
    s = here.sentence
    named = any(isinstance(m.value, Actor) and m.value.country for m in here.at(noun, "actor"))
    if named or s.tags[noun] not in {"NN", "NNS"} or is_agreement(s, noun):
        return False
    events = s.lemmas[noun].lower() in role_words("no_chained_things")
    return not events and classes_of(s, noun).isdisjoint(_NO_THINGS)


_NO_THINGS = frozenset({"talks", "official", "leaders", "law", "meeting"})
