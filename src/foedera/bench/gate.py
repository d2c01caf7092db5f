"""Measures what the gate costs: the claims made without it that survive it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from foedera.analyse import Analyser
from foedera.data import Report
from foedera.pipeline import Line
from foedera.registry import build_analyser, build_extractor


class OpenGate:
    """Lets every sentence through."""

    def lets_through(self, words: Sequence[str]) -> bool:
        """Say yes to any words."""
        return bool(words)


@dataclass(frozen=True, slots=True)
class GateFigures:
    """Claims without the gate, those of them made with it, and the share of words parsed."""

    claims: int
    kept: int
    parsed: float

    @property
    def recall(self) -> float:
        """The share of claims that survives the gate."""
        return self.kept / max(1, self.claims)


def measure_gate(reports: Sequence[Report]) -> GateFigures:
    """Extract from all reports with and without the gate and compare the claims' ids."""
    extractor = build_extractor()
    gated = build_analyser()
    without = Line(Analyser(OpenGate()), extractor).run(reports)
    with_gate = Line(gated, extractor).run(reports)
    all_ids = {claim.id for one in without for claim in one.claims}
    kept = {claim.id for one in with_gate for claim in one.claims}
    words = [(len(s.words), bool(s.heads)) for found in gated.analyse(reports) for s in found]
    parsed = sum(n for n, through in words if through) / max(1, sum(n for n, _ in words))
    return GateFigures(len(all_ids), len(all_ids & kept), parsed)
