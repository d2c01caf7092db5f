"""Who stands behind "the note said": the one who issued the note, told some sentences before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedera.data import Actor, Sentence
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_phrases import kid, subject_of, word
from foedera.extract.speech_speakers import Speakers
from foedera.tree import is_parsed

_REACH = 5
"""So many sentences back, and two paragraphs, a paper's issuer is looked for."""
_FIRST = frozenset({"a", "an", "another", "one"})


def has_capital(name: str) -> bool:
    """Say whether a word of its own names a source, not only a common noun."""
    return any(character.isupper() for character in name)


class Issuers:
    """Asked who issued the paper that is a source, where its own words do not tell."""

    def __init__(self, sentences: Sequence[Sentence], speakers: Speakers, lexicon: Lexicon) -> None:
        self._sentences = sentences
        self._speakers = speakers
        self._papers = lexicon.lists["issued"]
        self._issuing = lexicon.lists["issuing"]
        self._cues = lexicon.words

    def of(self, s: Sentence | None, d: Draft, named: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return who issued the lone paper that speaks ("the note"); else those who speak."""
        if s is None or d.speaker is None or len(named) != 1:
            return named
        paper = s.lemmas[d.speaker].lower()
        owned = named[0].country or has_capital(named[0].name[1:])
        if paper not in self._papers or owned or word(s, d.speaker - 1) != "the":
            return named
        for one, at in self._before(d, paper):
            found = [a for a in self._issuer(one, at) if a.country or has_capital(a.name)]
            if found or word(one, at - 1) in _FIRST:
                return tuple(found) or named
        return named

    def _before(self, d: Draft, paper: str) -> Iterator[tuple[Sentence, int]]:
        """Yield where the paper is spoken of before, the nearest place first."""
        here = self._sentences[d.place]
        for place in range(d.place, max(-1, d.place - _REACH - 1), -1):
            s = self._sentences[place]
            if here.part - s.part > 2:
                return
            last = d.speaker if place == d.place and d.speaker is not None else len(s.words)
            for at in range(last - 1, -1, -1) if is_parsed(s) else ():
                if s.lemmas[at].lower() == paper:
                    yield s, at

    def _issuer(self, s: Sentence, at: int) -> Sequence[Actor]:
        """Return who made or issued a paper, or said something in it."""
        made = self._speakers.maker(s, at)
        if made:
            return made
        over = s.heads[at]
        if s.deps[at] == "pobj" and word(s, over) == "in":
            verb = s.heads[over]
            who = subject_of(s, verb) if s.lemmas[verb] in self._cues else None
        elif s.lemmas[over] not in self._issuing:
            return ()
        elif s.deps[at] == "nsubjpass":
            by = kid(s, over, "agent")
            who = None if by is None else kid(s, by, "pobj")
        else:
            who = subject_of(s, over) if s.deps[at] == "dobj" else None
        return () if who is None else self._speakers.named(s, who)
