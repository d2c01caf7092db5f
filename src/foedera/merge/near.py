"""What lies around a pair of tellings, and the findings that features make of a pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeAlias

from foedera.data import Reason, Verdict
from foedera.lexicons import load_words
from foedera.merge.telling import Telling

VETO = -10.0


class Near(NamedTuple):
    """What lies around a pair: whether their reports tell one story, which pact each names."""

    story: bool = False
    left_agreement: str | None = None
    right_agreement: str | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What earlier layers found: the story of a report, the agreement of a claim, verdicts."""

    story_of: Mapping[str, str] = field(default_factory=dict)
    agreement_of: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)

    def near(self, a: Telling, b: Telling) -> Near:
        """Return what lies around a pair."""
        agreements = self.agreement_of
        return Near(self.story(a, b), agreements.get(a.id), agreements.get(b.id))

    def story(self, a: Telling, b: Telling) -> bool:
        """Say whether the reports of a pair tell one story."""
        left, right = a.source.report, b.source.report
        if left == right:
            return True
        story = self.story_of.get(left)
        return story is not None and story == self.story_of.get(right)


class Found(NamedTuple):
    """A finding about a pair, with what its note is about.

    Millions of pairs are weighed and few are told of, so the note is written when it is asked for.
    """

    feature: str
    weight: float
    words: str
    about: tuple[object, ...]

    @property
    def note(self) -> str:
        """What was found, in words."""
        return self.words.format(*map(_told, self.about)) if self.about else self.words

    def reason(self) -> Reason:
        """Write the finding down."""
        return Reason(self.feature, self.weight, self.note)


def _told(thing: object) -> object:
    """Write sets and lists of names in order; what is one name or number stays as it is.

    >>> _told(frozenset(("PER", "CHL"))), _told(3)
    ('CHL, PER', 3)
    """
    return list_names(thing) if isinstance(thing, (set, frozenset, list)) else thing


_made: Callable[[type[Found], tuple[object, ...]], Found] = tuple.__new__
"""Makes a finding at half of what its constructor costs; millions are made."""

Feature: TypeAlias = Callable[[Telling, Telling, Near], Found | None]


def find(finding: str, words: str, *about: object, strength: float = 1.0) -> Found:
    """Make a finding: its weight is learnt, times how strongly it was found.

    >>> find("same_doers", "{} in both", frozenset(("PER", "CHL"))).note
    'CHL, PER in both'
    """
    weight = _WEIGHTS[finding]
    if strength != 1.0:
        weight = round(weight * strength, 3)
    return _made(Found, (finding, weight, words, about))


def veto(finding: str, words: str, *about: object) -> Found:
    """Make a finding that decides alone."""
    return Found(finding, VETO, words, about)


@cache
def load_weights() -> dict[str, float]:
    """Read what each finding weighs, `lexicons/merge_weights.yaml`."""
    return {str(name): float(weight) for name, weight in load_words("merge_weights").items()}


class _Weights(dict[str, float]):
    """What each finding weighs, read as it is first asked for."""

    def __missing__(self, finding: str) -> float:
        weight = self[finding] = load_weights()[finding]
        return weight


_WEIGHTS = _Weights()


def list_names(names: Iterable[object]) -> str:
    """Write names in order, for a note."""
    return ", ".join(sorted(map(str, names)))
