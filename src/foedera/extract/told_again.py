"""Whether a noun comes back to a kind of deed that the report told of somebody before.

"Buildings rattled from the force of the explosion" in a report on a bombing: it tells a deed
though it names nobody, as the report has told of whom deeds of that kind are.
"""

from __future__ import annotations

from foedera.data import Claim, Sentence
from foedera.extract.frames import Match
from foedera.extract.role_words import role_words

# Where a noun stands that tells a deed; "attack planes" and "said to be an attack" tell none.
_TELLING = frozenset({"pobj", "nsubj", "nsubjpass", "dobj", "conj"})


class ToldAgain:
    """The kinds of deeds told so far of anybody known."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def add(self, claim: Claim) -> None:
        """Remember that a deed was told of somebody."""
        if claim.roles.actors or claim.roles.recipients:
            self._told.add(claim.kind)

    def comes_back(self, match: Match, s: Sentence) -> bool:
        """Say whether a noun tells a deed of a kind that was told of somebody before."""
        if match.kind.name not in self._told or match.frame.sort != "nouns":
            return False
        if match.kind.name not in role_words("deeds_told_again"):
            return False
        noun = s.tags[match.head][0] == "N" and s.deps[match.head] in _TELLING
        return noun and s.lemmas[match.head].lower() not in role_words("nouns_not_told_again")
