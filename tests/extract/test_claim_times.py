"""A verb shares the day of the clause it hangs on, unless it tells one of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foedera.pipeline import build_line
from foedera.read import read_paths


def _day(tmp_path: Path, text: str, kind: str) -> str | None:
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"id": "one", "text": text, "published": "2016-05-12"}))
    reports = [r for r in read_paths([str(file)]) if not isinstance(r, Exception)]
    for extraction in build_line().run(reports):
        for claim in extraction.claims:
            if claim.kind == kind:
                return claim.setting.when.words if claim.setting.when else None
    raise AssertionError(kind)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Rebels stormed the base on Monday, killing nine soldiers.", "harm.kill", "Monday"),
        ("Troops entered the village on Monday and killed nine farmers.", "harm.kill", "Monday"),
        (
            "Kenya began on Tuesday to withdraw troops from Mali.",
            "military.withdraw",
            "Tuesday",
        ),
        ("Troops entered the village on Monday and later killed nine farmers.", "harm.kill", None),
        ("Kenya said on Tuesday that rebels had killed nine farmers.", "harm.kill", None),
    ],
)
def test_shared_day(tmp_path: Path, text: str, kind: str, day: str | None) -> None:
    assert _day(tmp_path, text, kind) == day
