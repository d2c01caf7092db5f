"""Whose deed a saying takes up that an earlier sentence tells: "condemned the launch".

A noun that opens a frame of some kind means the last deed of that kind; "the move" and "the
decision" mean what the sentence before tells, where all of it is told of one side.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Set

from foedera.data import Actor, Claim, Sentence
from foedera.extract.frame_index import FrameIndex
from foedera.extract.frames import Match
from foedera.extract.role_words import role_words
from foedera.tree import children

_KEPT, _REACH, _NEAR = 24, 2500, 350
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_QUALIFIED = frozenset({"relcl", "acl", "prep", "poss"})


class Deeds:
    """The deeds told so far of a report, for sayings that take them up."""

    def __init__(self) -> None:
        self._claims: deque[Claim] = deque(maxlen=_KEPT)

    def add(self, claim: Claim) -> None:
        """Remember a deed whose doer is known."""
        if claim.roles.actors and claim.kind.split(".")[0] not in role_words("talking_families"):
            self._claims.append(claim)

    def doer(self, match: Match, s: Sentence, index: FrameIndex) -> tuple[Actor, ...]:
        """Return who did what a saying takes up by a bare noun, none where nobody is sure."""
        for noun in _nouns(match, s):
            lemma = s.lemmas[noun].lower()
            if lemma in role_words("deed_words"):
                return self._one_side(s)
            kinds = {e.kind.name for e in index.nouns.get(lemma, {}).get((lemma,), ())}
            if kinds:
                return self._last(kinds, s)
        return ()

    def _last(self, kinds: Set[str], s: Sentence) -> tuple[Actor, ...]:
        before = [c for c in self._before(s, _REACH) if c.kind in kinds]
        return before[-1].roles.actors if before else ()

    def _one_side(self, s: Sentence) -> tuple[Actor, ...]:
        near = self._before(s, _NEAR)
        sides = {frozenset(a.country or a.name for a in c.roles.actors) for c in near}
        return near[-1].roles.actors if len(sides) == 1 else ()

    def _before(self, s: Sentence, reach: int) -> list[Claim]:
        start = s.span.start
        return [c for c in self._claims if 0 <= start - c.passage.trigger.end <= reach]


def _nouns(match: Match, s: Sentence) -> Iterator[int]:
    """Yield the nouns that a saying is about and that say nothing more of themselves."""
    for slot in ("object", "of", "against", "over", "for"):
        for noun in match.slots.get(slot, ()):
            bare = s.tags[noun] in {"NN", "NNS"} and not children(s, noun, *_QUALIFIED)
            if bare and any(s.words[k].lower() in _POINTING for k in children(s, noun, "det")):
                yield noun
