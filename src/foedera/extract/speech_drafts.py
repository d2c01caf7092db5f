"""Drafts of attributions: every cue of a sentence with what the syntax gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from foedera.data import Sentence, Span
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_nouns import read_adjective, read_noun
from foedera.extract.speech_phrases import spans_of
from foedera.extract.speech_shapes import Shape
from foedera.extract.speech_verbs import read_verb


class Draft(NamedTuple):
    """A cue on its way to an attribution; `head` and `speaker` are tokens of sentence `place`.

    `under` names the cue heads that stand above it whatever the contents hold ("citing").
    """

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
    under: tuple[int, ...] = ()

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
    frames, known = lexicon.frames, lexicon.words
    for at, base in enumerate(s.lemmas):
        if base not in known:
            continue
        pos = _pos(s.tags[at])
        lemma = _with_particle(s, at, base) if pos == "v" else base
        if (pos, lemma) not in frames:
            lemma = base
        if (pos, lemma) in frames:
            shape = _READERS[pos](s, at)
            if shape is None or shape.frame not in frames[pos, lemma]:
                continue
            if not is_faint(s, shape, weak=lexicon.is_weak(pos, lemma, shape.frame)):
                yield draft_of(s, place, shape, rule=_RULES[pos], pos=pos)._replace(lemma=lemma)


def _with_particle(s: Sentence, at: int, base: str) -> str:
    """Return "rule out" for "rule" with "out" behind it."""
    for k in s.children[at]:
        if s.deps[k] == "prt":
            return f"{base} {s.words[k].lower()}"
    return base


def is_faint(s: Sentence, shape: Shape, *, weak: bool) -> bool:
    """Say whether a cue stands where it seldom tells what somebody says or thinks.

    That is: a bare pronoun for content, nobody who speaks behind an infinitive or gerund, and
    for weak cues a relative or first- or second-person subject, or a mere ability.
    """
    if len(shape.content) == 1 and s.tags[shape.content[0]] in _PRONOUNS:
        return True
    if len(shape.content) < 2 and shape.frame in ("as", "parataxis"):
        return True
    if weak and _is_short(s, shape):
        return True
    if not s.tags[shape.head].startswith("V"):
        return False
    unheard = shape.speaker is None and s.tags[shape.head] in ("VB", "VBG", "VBP")
    if not weak:
        return unheard and s.tags[shape.head] == "VB"
    able = any(s.words[k].lower() in _ABILITY for k in shape.cue)
    return unheard or able or _is_weak_subject(s, shape)


def _is_short(s: Sentence, shape: Shape) -> bool:
    """Say whether the content is but a word or two."""
    first, last = shape.content[0], shape.content[-1]
    return len(shape.content) < 3 and s.ends[last] - s.starts[first] < _SHORT


def _is_weak_subject(s: Sentence, shape: Shape) -> bool:
    who = shape.speaker
    return who is not None and s.words[who].lower() in _WEAK_SUBJECTS


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


_SHORT = 12
_PRONOUNS = frozenset({"PRP", "DT", "WDT", "WP", "EX", "RB"})
_ABILITY = frozenset({"can", "should", "do", "must", "may", "ca"})
_WEAK_SUBJECTS = frozenset({"i", "you", "we", "those"})
_READERS = {"v": read_verb, "n": read_noun, "a": read_adjective}


def _pos(tag: str) -> str:
    if tag.startswith("V"):
        return "v"
    if tag in ("NN", "NNS"):
        return "n"
    return "a" if tag.startswith("JJ") else ""
