"""What lies around a pair of tellings, and the findings that features make of a pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from foedera.data import Reason
from foedera.lexicons import load_words
from foedera.merge.telling import Telling

VETO = -10.0


@dataclass(frozen=True, slots=True)
class Near:
    """What lies around a pair: whether their reports tell one story, share text, name one pact."""

    story: bool = False
    copied: bool = False
    left_agreement: str | None = None
    right_agreement: str | None = None


Feature: TypeAlias = Callable[[Telling, Telling, Near], Reason | None]


def find(finding: str, note: str, strength: float = 1.0) -> Reason:
    """Make a reason of a finding: its weight is learnt, times how strongly it was found."""
    weight = load_weights()[finding]
    return Reason(finding, weight if strength == 1.0 else round(weight * strength, 3), note)


def veto(finding: str, note: str) -> Reason:
    """Make a reason that decides alone."""
    return Reason(finding, VETO, note)


@cache
def load_weights() -> dict[str, float]:
    """Read what each finding weighs, `lexicons/merge_weights.yaml`."""
    return {str(name): float(weight) for name, weight in load_words("merge_weights").items()}


def list_names(names: Iterable[object]) -> str:
    """Write names in order, for a note."""
    return ", ".join(sorted(map(str, names)))
