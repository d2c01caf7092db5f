"""Silence without a content: "declined to comment", "did not respond"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from foedera.data import Sentence
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft, draft_of
from foedera.extract.speech_phrases import phrase_of, subject_of
from foedera.extract.speech_shapes import Shape
from foedera.extract.speech_stance import is_negated, is_refused


def find_silences(
    s: Sentence, place: int, lexicon: Lexicon, cued: Collection[int]
) -> Iterator[Draft]:
    """Yield who declined to speak where nothing is said about what; `cued` are heads of cues."""
    words = lexicon.lists["comments"]
    for at, lemma in enumerate(s.lemmas):
        if lemma not in words or not s.tags[at].startswith("V"):
            continue
        if at in cued:
            continue
        if is_negated(s, at, lexicon) or is_refused(s, at, lexicon):
            who = subject_of(s, at)
            if who is not None:
                shape = Shape("silence", at, (at,), who, phrase_of(s, who, at), ())
                yield draft_of(s, place, shape, rule="speech_silence.find_silences", pos="v")
