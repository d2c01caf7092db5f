"""Happenings told by "did the same": the event of the sentence that is done once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedera.data import Sentence
from foedera.extract.arguments import find_arguments
from foedera.extract.frames import Match
from foedera.extract.reality_ranks import done_above


@dataclass(frozen=True, slots=True)
class Repeated:
    """A match that stands for another one, with a subject of its own."""

    match: Match
    model: Match


def repeated_match(s: Sentence, matches: Sequence[Match]) -> Repeated | None:
    """Find "did the same" and "did so", and the event of the sentence that they repeat."""
    if "do" not in s.lemmas:
        return None
    for verb, lemma in enumerate(s.lemmas):
        if lemma == "do" and (last := _same(s, verb)) is not None:
            over = _telling(s, verb)
            before = [
                m for m in matches if m.head < verb and s.tags[m.head][0] == "V" and m.head != over
            ]
            if before and not _only_ranks(s, verb):
                model = _governing(s, verb, before)
                own = find_arguments(s, verb)
                slots = {**{k: v for k, v in model.slots.items() if k == "object"}, **own}
                slots["object"] = model.slots.get("object", ())
                tokens = tuple(range(verb, last + 1))
                return Repeated(model._replace(tokens=tokens, head=verb, slots=slots), model)
    return None


def _only_ranks(s: Sentence, verb: int) -> bool:
    """Say whether "to do so" only counts the act told before: "ratified it, the third to do so"."""
    above = done_above(s, verb)
    return above is not None and (s.tags[above][0] == "N" or s.tags[above] == "VBG")


def _telling(s: Sentence, verb: int) -> int | None:
    """Return the verb over "doing so", which is not what is done: "accused X of doing so"."""
    if s.deps[verb] == "pcomp":
        return s.heads[s.heads[verb]]
    return s.heads[verb] if s.deps[verb] in {"xcomp", "ccomp"} else None


def _same(s: Sentence, verb: int) -> int | None:
    """Return the last token of "do the same", "do so", "do likewise", None otherwise."""
    after = [w.lower() for w in s.words[verb + 1 : verb + 3]]
    if after[:1] in (["so"], ["likewise"]):
        return verb + 1
    return verb + 2 if after == ["the", "same"] else None


def _governing(s: Sentence, verb: int, before: Sequence[Match]) -> Match:
    return next((m for m in before if m.head == s.heads[verb]), before[-1])
