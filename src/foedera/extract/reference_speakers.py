"""Whom "I", "we", "us" and "our" stand for within quotation marks: the one who speaks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from foedera.data import Actor, Mention, Sentence, Span
from foedera.extract.claim_voice import Speech
from foedera.extract.role_words import role_words
from foedera.gazetteer import load_gazetteer
from foedera.tree import is_parsed, low_words

_FIRST_PERSON = frozenset({"we", "me", "us", "my", "our", "ours", "myself", "ourselves"})
_WE = frozenset({"we", "us", "our", "ours"})
_QUOTED = frozenset({"direct", "mixed"})


def refer_speakers(sentences: Sequence[Sentence], speech: Speech) -> Iterator[Mention]:
    """Yield a mention of the speaker for each first person of a quotation.

    '"We will not yield," the minister of Chad said': "We" is the minister. In the report's
    own voice, and where two speak or nobody is named, the word stands for nobody.
    """
    for sentence in filter(is_parsed, sentences):
        for token, low in enumerate(low_words(sentence)):
            word = sentence.words[token]
            if (low in _FIRST_PERSON and not word.isupper()) or word == "I":
                span = Span(sentence.starts[token], sentence.ends[token])
                speaker = _speaker(speech, span)
                if speaker is not None:
                    actor = replace(speaker, span=span)
                    yield Mention(span, "actor", actor, "reference.first_person")


def as_nation(actors: Sequence[Actor], selves: Collection[Span], text: str) -> tuple[Actor, ...]:
    """Return doers with the state for who only says that "we" did it: "we struck them," X said."""
    return tuple(_nation(a) if a.span in selves and _is_we(a, text) else a for a in actors)


def _is_we(actor: Actor, text: str) -> bool:
    return text[actor.span.start : actor.span.end].lower() in _WE


def _nation(actor: Actor) -> Actor:
    if actor.country is None or actor.kind not in {"person", "office"} or _is_against(actor):
        return actor
    name = load_gazetteer().states.get(actor.country)
    return Actor(name, actor.country, "state", None, actor.span) if name else actor


def _is_against(actor: Actor) -> bool:
    """Say whether somebody speaks for who fights or opposes a state: a rebel's "we" is none."""
    known = [person.office for person in load_gazetteer().persons(actor.name)]
    told = _opposes(actor.office or "")
    return told or (bool(known) and all(map(_opposes, known)))


def _opposes(office: str) -> bool:
    return not role_words("offices_against_states").isdisjoint(office.split())


def _speaker(speech: Speech, span: Span) -> Actor | None:
    """Return who alone speaks the outermost quotation around a stretch.

    Of an agency that quotes somebody's words it is he: '"We left," RNA quoted Lund as saying.'
    """
    for outer in speech.around(span):
        if outer.voice in _QUOTED:
            speakers = speech.last_of(outer).speakers
            return speakers[0] if len(speakers) == 1 else None
    return None
