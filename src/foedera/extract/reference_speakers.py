"""Whom "I", "we", "us" and "our" stand for within quotation marks: the one who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedera.data import Actor, Mention, Sentence, Span
from foedera.extract.claim_voice import Speech
from foedera.tree import is_parsed

_FIRST_PERSON = frozenset({"we", "me", "us", "my", "our", "ours", "myself", "ourselves"})
_QUOTED = frozenset({"direct", "mixed"})


def refer_speakers(sentences: Sequence[Sentence], speech: Speech) -> Iterator[Mention]:
    """Yield a mention of the speaker for each first person of a quotation.

    '"We will not yield," the minister of Chad said': "We" is the minister. In the report's
    own voice, and where two speak or nobody is named, the word stands for nobody.
    """
    for sentence in filter(is_parsed, sentences):
        for token, word in enumerate(sentence.words):
            if (word.lower() in _FIRST_PERSON and not word.isupper()) or word == "I":
                span = Span(sentence.starts[token], sentence.ends[token])
                speaker = _speaker(speech, span)
                if speaker is not None:
                    actor = replace(speaker, span=span)
                    yield Mention(span, "actor", actor, "reference.first_person")


def _speaker(speech: Speech, span: Span) -> Actor | None:
    """Return who alone speaks the outermost quotation around a stretch."""
    for attribution in speech.around(span):
        if attribution.voice in _QUOTED:
            speakers = attribution.speakers
            return speakers[0] if len(speakers) == 1 else None
    return None
