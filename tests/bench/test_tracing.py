"""Little events are read as any other reports, and their range held against the writer's."""

from pathlib import Path
from typing import Any

import pytest

from foedera.bench.tracing import score_tracing


def _item(number: int, low: int, high: int, *texts: str) -> dict[str, Any]:
    reports = [
        {"outlet": f"Herald {n}", "published": "2019-03-06", "text": text, "at": ["met"]}
        for n, text in enumerate(texts)
    ]
    return {"n": number, "low": low, "high": high, "reports": reports}


def test_ends_are_met_or_missed_and_places_without_a_claim_counted(tmp_path: Path) -> None:
    said = "Chad's president met the president of Niger on Tuesday, Chad's foreign ministry said."
    own = "The president of Chad met Niger's president in Zinder."
    found = score_tracing(
        [_item(1, 1, 2, said, own), _item(2, 1, 1, said, own), _item(3, 1, 1, "Nobody met.")],
        tmp_path,
    )
    assert (found["low end"], found["high end"], found["right"]) == (2 / 3, 1 / 3, 1 / 3)
    assert found["unclaimed"] == pytest.approx(0.2)
