"""Pairs of short reports are read as any others, and their comparison held against the label."""

from pathlib import Path
from typing import Any

from foedera.bench.comparing import score_comparisons


def _item(number: int, verdict: str, left: str, right: str) -> dict[str, Any]:
    sides = {
        side: {"outlet": outlet, "published": day, "text": text}
        for side, outlet, day, text in (
            ("left", "Meridian News", "2019-03-06", left),
            ("right", "Harbour Post", "2019-03-07", right),
        )
    }
    return {"n": number, "kind": "diplomacy.meet", "field": "when", "verdict": verdict} | sides


def test_a_label_is_met_missed_or_not_claimed(tmp_path: Path) -> None:
    met = "Chad's president met the president of Niger in Zinder on Tuesday."
    later = "Chad's president met the president of Niger in Zinder on Wednesday."
    found = score_comparisons(
        [
            _item(1, "conflict", met, later),
            _item(2, "agree", met, later),
            _item(3, "agree", met, "Nothing happened."),
        ],
        tmp_path,
    )
    assert found["right of when"] == 1 / 3
    assert found["unclaimed"] == 1 / 3
