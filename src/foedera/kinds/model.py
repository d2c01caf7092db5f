"""The types of a kind file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from foedera.data import Reality, Stance

FrameSort = Literal["verbs", "nouns", "phrases"]
FRAME_SORTS: tuple[FrameSort, ...] = ("verbs", "nouns", "phrases")
ROLES = frozenset({"actor", "recipient", "participant", "object", "items", "where"})
PLOVER_EVENTS = frozenset(
    {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
        "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plover:
    """PLOVER's event-mode-context for a kind."""

    event: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of telling a kind: words that trigger it, what they need, who is who.

    `words` holds each trigger as its words in order (a verb's second word is a particle).
    `needs` and `bars` name noun classes a slot; `roles` names slots in order of preference.
    `deverbal` marks a noun frame that follows from a verb frame.
    """

    sort: FrameSort
    words: tuple[tuple[str, ...], ...]
    needs: Mapping[str, frozenset[str]]
    bars: Mapping[str, frozenset[str]]
    roles: Mapping[str, tuple[str, ...]]
    reality: Reality | None = None
    stance: Stance | None = None
    deverbal: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of ours that tells the kind, and what must be read from it."""

    text: str
    trigger: str | None = None
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    reality: Reality | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of happening, as its file defines it."""

    name: str
    description: str
    plover: Plover | None
    symmetric: bool
    frames: tuple[Frame, ...]
    reality: Reality | None = None
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[str, ...] = ()
    family: str = field(init=False)
    """The part of the name before the dot."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "family", self.name.split(".")[0])


def _telltale(sort: FrameSort, words: tuple[str, ...]) -> str:
    if sort == "phrases":
        return max(words, key=len)
    return words[-1 if sort == "nouns" else 0]


class Kinds(Mapping[str, Kind]):
    """All kinds by name, in the order of their names."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = {name: kinds[name] for name in sorted(kinds)}

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def trigger_words(self) -> frozenset[str]:
        """Return one word of each trigger: a verb, a noun's last, a phrase's longest.

        The longest word of a phrase is its rarest as a rule ("in *charge* of"), so that a
        gate need not open for every "in".
        """
        return frozenset(
            _telltale(frame.sort, words)
            for kind in self.values()
            for frame in kind.frames
            for words in frame.words
        )
