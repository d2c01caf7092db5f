"""Lets "he added" and "it said" stand for whoever spoke last, where nothing speaks against it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from foedera.data import Actor, ActorKind, Mention, Report, Sentence
from foedera.extract.speech_drafts import Draft

_PERSONS: frozenset[ActorKind] = frozenset({"person", "office"})
_BODIES: frozenset[ActorKind] = frozenset({"organisation", "outlet", "state", "force", "group"})
_MANY: frozenset[ActorKind] = frozenset({"group", "force"})
_STANDS_FOR: dict[str, frozenset[ActorKind]] = {
    "he": _PERSONS,
    "she": _PERSONS,
    "it": _BODIES,
    "they": _MANY,
}


class Memory:
    """Remembers who spoke last in a report, cue by cue in text order."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention],
        quoting: frozenset[str],
    ) -> None:
        self._quoting = quoting
        self._report = report
        self._sentences = sentences
        rivals = [m for m in mentions if isinstance(m.value, Actor) and m.value.kind == "person"]
        self._rivals = sorted(rivals, key=lambda m: m.span)
        self._starts = [m.span.start for m in self._rivals]
        self._last: tuple[Draft, Actor] | None = None

    def resolve(self, d: Draft, speakers: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return the speakers of a draft, a lone pronoun read as the last of them."""
        if speakers or not d.source:
            self._note(d, speakers)
            return speakers
        span = d.source[0]
        kinds = _STANDS_FOR.get(self._report.text[span.start : span.end].lower())
        if kinds is None or self._last is None or d.lemma not in self._quoting:
            return ()
        before, actor = self._last
        if actor.kind not in kinds or not self._is_near(before, d) or self._has_rival(d):
            return ()
        actor = replace(actor, span=span)
        self._last = (d, actor)
        return (actor,)

    def _note(self, d: Draft, speakers: tuple[Actor, ...]) -> None:
        """Remember an outer speaker; who speaks within another's words has not the floor."""
        if self._last and any(c.start <= d.at < c.end for c in self._last[0].content):
            return
        if len(speakers) == 1 and d.pos in ("v", "p"):
            self._last = (d, speakers[0])
        elif speakers:
            self._last = None

    def _is_near(self, before: Draft, d: Draft) -> bool:
        """Say whether the last cue stands in the same paragraph or the one before."""
        a, b = self._sentences[before.place].part, self._sentences[d.place].part
        return 0 <= b - a <= 1

    def _has_rival(self, d: Draft) -> bool:
        """Say whether somebody else is named between the last speaker's words and the pronoun."""
        if self._last is None:
            return False
        before, actor = self._last
        if actor.kind not in _PERSONS:
            return False
        spoken = max(s.end for s in (*before.cue, *before.source, *before.content))
        first = bisect_left(self._starts, spoken)
        last = bisect_left(self._starts, d.source[0].start)
        return any(
            isinstance(m.value, Actor) and m.value.name != actor.name
            for m in self._rivals[first:last]
        )
