"""All triggers of all frames, found by one word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from foedera.extract.at_hand import bits, rarest_need
from foedera.extract.frame_needs import Asked, asked
from foedera.kinds import Frame, Kind

# A trigger's words in order → the frames that they open.
Trigger: TypeAlias = "dict[tuple[str, ...], list[Entry]]"


@dataclass(frozen=True, slots=True)
class Entry:
    """One frame of one kind, with what it asks made ready."""

    kind: Kind
    frame: Frame
    needs: Asked
    bars: Asked
    rarest: int
    """The bits of a need without which the frame is ruled out before slots are filled, if any."""


class FrameIndex:
    """All triggers by one word, so that most words cost one look.

    Verbs stand under their first word, nouns under their last, phrases under their longest: many
    begin with "take" or "be".
    """

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.verbs: dict[str, Trigger] = {}
        self.nouns: dict[str, Trigger] = {}
        self.phrases: dict[str, Trigger] = {}
        for name in sorted(kinds):
            for frame in kinds[name].frames:
                self._add(kinds[name], frame)
        self.keys = frozenset(self.verbs) | frozenset(self.nouns) | frozenset(self.phrases)

    def _add(self, kind: Kind, frame: Frame) -> None:
        table = {"verbs": self.verbs, "nouns": self.nouns, "phrases": self.phrases}[frame.sort]
        needs = asked(frame.needs)
        entry = Entry(kind, frame, needs, asked(frame.bars), bits(rarest_need(needs)))
        for words in frame.words:
            key = words[-1] if frame.sort == "nouns" else words[0]
            key = max(words, key=len) if frame.sort == "phrases" else key
            table.setdefault(key, {}).setdefault(words, []).append(entry)
