"""A short report's table of agreements is what a reader of it would list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from foedera.record import Record, Row
from foedera.view.dossier import compose, set_markdown

GOLDEN = Path(__file__).parents[1] / "golden/told_agreements.yaml"
TOLD: list[dict[str, Any]] = yaml.safe_load(GOLDEN.read_text("utf8"))


def _is(row: Row, want: dict[str, Any]) -> bool:
    words = str(want["title"]).lower().split()
    titled = any(all(word in title.lower() for word in words) for title in row["titles"])
    return titled and sorted(row["parties"]) == sorted(want["parties"])


@pytest.mark.parametrize("told", TOLD, ids=lambda one: str(one["text"])[:40])
def test_a_report_gives_the_agreements_that_it_tells(told: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "told.txt").write_text(told["text"], "utf8")
    with Record(tmp_path / "told.foedera") as record:
        record.read(folder)
        rows = record.agreements()
    assert len(rows) == len(told["agreements"])
    for want in told["agreements"]:
        [found] = [row for row in rows if _is(row, want)]
        assert want.get("status") in (None, found["status"])


def test_undated_acts_of_an_undated_report_hold_on_any_day(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "told.txt").write_text("Chad and Niger signed a treaty on lake fishing.", "utf8")
    with Record(tmp_path / "told.foedera") as record:
        record.read(folder)
        [row] = record.agreements()
        page = set_markdown(compose(record))
        [step] = record.histories()
    assert row["status"] == "signed"
    assert not step["day"]
    assert "lake fishing" in page
    assert all(basis["day"] is None for basis in row["basis"])
