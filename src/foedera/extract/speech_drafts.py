"""Drafts of attributions: every cue of a sentence with what the syntax gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from foedera.data import Sentence, Span
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_nouns import read_adjective, read_noun
from foedera.extract.speech_phrases import spans_of
from foedera.extract.speech_verbs import Shape, read_verb


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue on its way to an attribution; `head` and `speaker` are tokens of sentence `place`."""

    place: int
    head: int
    pos: str
    lemma: str
    frame: str
    speaker: int | None
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str

    @property
    def at(self) -> int:
        """Where the cue starts."""
        return self.cue[0].start

    @property
    def size(self) -> int:
        """How many characters the content has."""
        return sum(s.end - s.start for s in self.content)


_RULES = {
    "v": "speech_verbs.read_verb",
    "n": "speech_nouns.read_noun",
    "a": "speech_nouns.read_adjective",
}


def find_drafts(s: Sentence, place: int, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the cues of a parsed sentence that stand in a frame the lexicon admits."""
    frames = lexicon.frames
    for at, lemma in enumerate(s.lemmas):
        pos = _pos(s.tags[at])
        if pos and (pos, lemma) in frames:
            shape = _READERS[pos](s, at)
            if shape is not None and shape.frame in frames[pos, lemma]:
                yield draft_of(s, place, shape, rule=_RULES[pos], pos=pos)


def draft_of(s: Sentence, place: int, shape: Shape, *, rule: str, pos: str) -> Draft:
    """Turn a shape's tokens into spans of the report."""
    return Draft(
        place,
        shape.head,
        pos,
        s.lemmas[shape.head].lower(),
        shape.frame,
        shape.speaker,
        spans_of(s, shape.cue),
        spans_of(s, shape.source),
        spans_of(s, shape.content),
        rule,
    )


_READERS = {"v": read_verb, "n": read_noun, "a": read_adjective}


def _pos(tag: str) -> str:
    if tag.startswith("V"):
        return "v"
    if tag in ("NN", "NNS"):
        return "n"
    return "a" if tag.startswith("JJ") else ""
