"""A verb with its dependents, and the shape a cue takes: frame, source and content as tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from foedera.data import Sentence
from foedera.extract.speech_phrases import any_subject, below, phrase_of, subject_of, trim
from foedera.extract.speech_strays import rejoined
from foedera.tree import subtree

_AUXILIARY = ("aux", "auxpass", "neg", "prt")


class Shape(NamedTuple):
    """A cue as the syntax has it: frame, cue head, source and content as tokens."""

    frame: str
    head: int
    cue: tuple[int, ...]
    speaker: int | None
    source: tuple[int, ...]
    content: tuple[int, ...]


class Verb(NamedTuple):
    """A verb with its dependents sorted by label."""

    s: Sentence
    at: int
    kids: dict[str, list[int]]
    speaker: int | None
    source: tuple[int, ...]
    cue: tuple[int, ...]

    def first(self, *deps: str) -> int | None:
        """Return the first dependent with one of `deps`."""
        return next((self.kids[d][0] for d in deps if d in self.kids), None)

    @property
    def passive(self) -> bool:
        """Whether the verb is in the passive."""
        return any(d in self.kids for d in ("auxpass", "agent"))

    def shape(self, frame: str, *roots: int, extra: Sequence[int] = ()) -> Shape:
        """Make the shape whose content lies below `roots` and `extra`."""
        content = below(self.s, *roots, *extra, but={*self.source, *self.cue})
        return Shape(frame, self.at, self.cue, self.speaker, self.source, content)

    def around(self, frame: str) -> Shape:
        """Make the shape whose content is the clause that the verb is set into."""
        s = self.s
        inner = set(subtree(s, self.at))
        content = trim(s, [t for t in subtree(s, s.heads[self.at]) if t not in inner])
        return Shape(frame, self.at, self.cue, self.speaker, self.source, content)


def gather(s: Sentence, at: int) -> Verb:
    """Sort the dependents of the verb at token `at`, and find who speaks."""
    kids: dict[str, list[int]] = {}
    for k in s.children[at]:
        kids.setdefault(s.deps[k], []).append(k)
    over = rejoined(s, at)
    speaker = subject_of(s, at) if over is None else any_subject(s, over)
    source = () if speaker is None else phrase_of(s, speaker, at)
    helpers = [k for d in _AUXILIARY for k in kids.get(d, ())]
    return Verb(s, at, kids, speaker, source, tuple(sorted((at, *helpers))))
