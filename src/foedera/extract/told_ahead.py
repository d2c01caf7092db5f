"""Whether an occasion was told as yet to come: "the meeting is their first", said of a plan.

A noun tells no time of its own. Where the report has told acts of its kind only as planned, and
the clause tells no past, the occasion is the one that is planned.
"""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Claim, Sentence, Voice
from foedera.extract.frames import Match
from foedera.extract.reality_prepositions import is_definite, is_occasion
from foedera.extract.reality_shades import REAL
from foedera.tree import ancestors

_PAST = frozenset({"VBD", "VBN"})
_BEHIND = frozenset({"after", "since", "following"})


class ToldAhead:
    """Which kinds of acts a report has told as planned and as done so far."""

    def __init__(self) -> None:
        self._planned: set[str] = set()
        self._done: set[str] = set()

    def add(self, claim: Claim) -> None:
        """Remember how real a claim told an act of its kind."""
        if claim.voice.reality == "planned":
            self._planned.add(claim.kind)
        elif claim.voice.reality in REAL:
            self._done.add(claim.kind)

    def settle(self, voice: Voice, match: Match, s: Sentence) -> Voice:
        """Tell an occasion as planned that was only told as planned before.

        "A week after the talks" tells of talks that were held.
        """
        if voice.reality != "happened" or match.frame.sort != "nouns":
            return voice
        if match.kind.name not in self._planned - self._done:
            return voice
        if s.words[s.heads[match.head]].lower() in _BEHIND:
            return voice
        if not is_occasion(s, match.head) or not is_definite(s, match.head):
            return voice
        verb = next((t for t in ancestors(s, match.head) if s.tags[t][0] in "VM"), None)
        if verb is not None and s.tags[verb] in _PAST:
            return voice
        return replace(voice, reality="planned")
