"""Terms told one after another behind the pact: "Chile is to leave the cape. Peru must pay a toll".

Once a sentence has told that a pact was made or what it lays down, the main clauses of the next
that tell what is to be done are its terms, as long as they go on: of the states, of both sides, or
of things in the passive ("oil is to be shared"). What officers, talks or parliaments will do is no
term, nor who will meet, vote or speak.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from foedera.data import Actor, Claim, Roles, Sentence
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.pact_terms import PROVIDES, speaks_of_pacts, term_match
from foedera.extract.reality_denied import negation
from foedera.extract.role_words import role_words
from foedera.extract.term_clauses import is_main, tells_making, tells_of_now
from foedera.extract.term_verbs import is_of_pact, laying_verbs
from foedera.kinds import Kind
from foedera.tree import children

_OPENING = frozenset(
    {"agreement.sign", "agreement.conclude", "agreement.exchange-instruments", PROVIDES,
     "agreement.enter-into-force", "agreement.ratify", "agreement.approve", "agreement.accede",
     "agreement.extend", "agreement.provisionally-apply", "agreement.deposit-instrument"}
)  # fmt: skip
_GATHERINGS = frozenset({"diplomacy.meet", "diplomacy.visit", "unrest.election"})
_PLEDGE = "statement.promise"
_JOINT = frozenset({"statement.promise", "military.ceasefire"})
_TOLD = frozenset({"happened", "ongoing", "planned"})
_FORCE = "ASSAULT"
# What a word of a term is taken for elsewhere: "both must abstain", "the pact opens a port".
_LOOSE = frozenset({"agreement.approve", "agreement.describe", "agreement.reject"})
_FAR = 60  # characters to the next sentence, a paragraph's break and a dateline within them


class TermChain:
    """Whether the sentence before told a pact or one of its terms, and so what "it" may mean."""

    def __init__(self) -> None:
        self._end = -_FAR - 1
        self._lays = self._speaks = False

    def goes_on(self, s: Sentence) -> bool:
        """Say whether the sentence before told a pact or a term."""
        return self._lays and self._is_next(s)

    def speaks_of_pact(self, s: Sentence) -> bool:
        """Say whether the sentence before spoke of a pact, so that "it" may mean it."""
        return self._speaks and self._is_next(s)

    def pledges(
        self, here: TokenMentions, match: Match, roles: Roles, makers: Sequence[Actor]
    ) -> bool:
        """Say whether a maker of the pact just told agreed to something in it."""
        s, verb = here.sentence, match.head
        if match.kind.name != _PLEDGE or not self.goes_on(s) or negation(s, verb) is not None:
            return False
        states = {a.country for a in roles.actors}
        told = s.lemmas[verb].lower() in role_words("pledging") and is_main(s, verb)
        own = bool(states) and states <= {a.country for a in makers if a.country}
        helping = {s.words[k].lower() for k in children(s, verb, "aux")}
        done = s.tags[verb] in {"VBD", "VBN"} and helping <= {"has", "have"}
        to_do = {s.lemmas[k].lower() for k in children(s, verb, "xcomp")}
        bare = bool(to_do) and to_do.isdisjoint(role_words("no_owed_terms"))
        return told and own and len(makers) > 1 and done and bare

    def _is_next(self, s: Sentence) -> bool:
        return 0 <= s.span.start - self._end <= _FAR

    def laying(self, here: TokenMentions, held: Set[str]) -> list[int]:
        """List the verbs of a sentence of these words that lay down."""
        s = here.sentence
        adjacent, pact_before = self.goes_on(s), self.speaks_of_pact(s)
        if not (adjacent or pact_before or speaks_of_pacts(held)):
            return []
        return laying_verbs(here, adjacent=adjacent, pact_before=pact_before)

    def add(
        self, here: TokenMentions, laying: Sequence[int], made: Iterable[tuple[Match, Claim]]
    ) -> None:
        """Remember what a sentence told, and which of its verbs lay down."""
        s = here.sentence
        went_on = self.speaks_of_pact(s)
        opens = any(_opens(s, match, claim) for match, claim in made) or tells_making(s)
        by_pact = any(is_of_pact(here, verb) for verb in laying)
        goes_on = self.goes_on(s) and tells_of_now(s)
        self._lays = bool(laying) or opens or goes_on
        self._speaks = opens or by_pact or (self._lays and went_on)
        self._end = s.span.end


def _opens(s: Sentence, match: Match, claim: Claim) -> bool:
    """Say whether a verb tells a pact, or what two states agreed to do."""
    if claim.voice.reality not in _TOLD or s.tags[match.head][0] != "V":
        return False
    states = {a.country for a in claim.roles.actors if a.country}
    return claim.kind in _OPENING or (claim.kind in _JOINT and len(states) > 1)


def with_chained(
    here: TokenMentions, matches: Sequence[Match], laying: Sequence[int], kinds: Mapping[str, Kind]
) -> list[Match]:
    """Add the terms that a sentence tells by verbs that tell nothing else.

    A pact has no deeds of its own: what it does gives way to the term ("opens a port to ships"),
    and so does force, which no pact lays down ("the armies clear the mines").
    """
    s, kept = here.sentence, list(matches)
    if PROVIDES not in kinds:
        return kept
    for verb in laying:
        own = [m for m in kept if m.head == verb or verb in m.tokens]
        if any(m.kind.family == "agreement" and m.kind.name not in _LOOSE for m in own):
            continue
        deeds = [m for m in own if m.kind.name not in _LOOSE and not _is_force(m)]
        if deeds and not is_of_pact(here, verb):
            continue
        kept = [m for m in kept if m not in own]
        kept.append(term_match(s, verb, kinds[PROVIDES]))
    return kept


def _is_force(match: Match) -> bool:
    return match.kind.plover is not None and match.kind.plover.event == _FORCE


def is_chained_duty(
    match: Match, roles: Roles, makers: Sequence[Actor], laying: Sequence[int]
) -> bool:
    """Say whether a deed told next to a pact is owed under it: "Chile is to return the cape".

    What leaders meet for or people vote on is none, nor what one does with a state that did not
    make the pact.
    """
    states = {a.country for a in (*roles.actors, *roles.recipients) if a.country}
    if match.kind.name in _GATHERINGS or (makers and states - {a.country for a in makers}):
        return False
    return match.head in laying
