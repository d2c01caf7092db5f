"""The terms of a report's pacts while it is read: which verbs lay down, and whose the pact is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from foedera.data import Actor, Claim, Mention, Report, Roles, Sentence
from foedera.extract.claim_reference import Earlier
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.pact_pair import with_pair
from foedera.extract.pact_terms import PROVIDES
from foedera.extract.term_chain import TermChain, is_chained_duty
from foedera.extract.title_parties import Parties


class Terms:
    """What a sentence lays down, and the terms so far of whose pact nobody was named."""

    def __init__(self) -> None:
        self._chain = TermChain()
        self._unborne: set[str] = set()
        self.laying: list[int] = []

    def look(self, here: TokenMentions, held: Set[str]) -> None:
        """Find the verbs of a sentence of these words that lay down."""
        self.laying = self._chain.laying(here, held)

    def lays(self, match: Match) -> bool:
        """Say whether a match is a term that its verb lays down."""
        return match.kind.name == PROVIDES and match.head in self.laying

    def owes(
        self, here: TokenMentions, match: Match, roles: Roles, makers: Sequence[Actor]
    ) -> bool:
        """Say whether a deed or a pledge told next to a pact is owed under it."""
        deed = is_chained_duty(match, roles, makers, self.laying)
        return deed or self._chain.pledges(here, match, roles, makers)

    def add(self, here: TokenMentions, made: Sequence[tuple[Match, Claim]]) -> None:
        """Remember what a sentence told."""
        self._chain.add(here, self.laying, made)
        for match, claim in made:
            if self.lays(match) and not claim.roles.actors and claim.agreement is None:
                self._unborne.add(claim.id)

    def makers(
        self, match: Match, s: Sentence, earlier: Earlier, parties: Parties
    ) -> tuple[Actor, ...]:
        """Return whose the pact is that was told last; of one signatory, with whom it is."""
        laid = match.head in self.laying
        makers = earlier.makers(s.starts[match.head], bodies=laid)
        if len({a.country or a.name for a in makers}) > 1 or not laid:
            return makers
        more = {a.country or a.name: a for a in (*parties.of_last(), *makers)}
        return tuple(more.values())

    def with_makers(
        self, match: Match, roles: Roles, here: TokenMentions, earlier: Earlier, parties: Parties
    ) -> Roles:
        """Give a term that names no party those of the pact told before, if it names no other."""
        if not self.lays(match) or any(a.country for a in roles.actors) or here.all("agreement"):
            return roles
        makers = self.makers(match, here.sentence, earlier, parties)
        return replace(roles, actors=makers) if len(makers) > 1 else roles

    def with_bearers(
        self, claims: Sequence[Claim], report: Report, mentions: Iterable[Mention]
    ) -> list[Claim]:
        """Return a report's claims, pacts of nobody given the pair it tells of.

        Terms that stay without a party are left out.
        """
        headed = _headed(report, mentions) if self._unborne else ()
        placed = with_pair(claims, report.text, self._unborne, headed)
        return [c for c in placed if c.id not in self._unborne or c.roles.actors]


def _headed(report: Report, mentions: Iterable[Mention]) -> tuple[Actor, ...]:
    """List the states named in the headline and the lead, each once."""
    lead = next((i for i, p in enumerate(report.parts) if p.kind == "paragraph"), -1)
    opening = [p.span for p in report.parts[: lead + 1] if p.kind != "dateline"]
    named = (
        m.value
        for m in mentions
        if any(o.start <= m.span.start < o.end for o in opening) and isinstance(m.value, Actor)
    )
    return tuple({a.country: a for a in named if a.country}.values())
