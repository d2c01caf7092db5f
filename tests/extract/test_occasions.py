"""Who takes part in talks that only tell when something else was done."""

import json
from pathlib import Path

import pytest

from foedera.pipeline import build_line
from foedera.read import read_paths


def _met(tmp_path: Path, text: str) -> list[set[str | None]]:
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"id": "one", "text": text, "published": "2016-05-12"}))
    reports = [r for r in read_paths([str(file)]) if not isinstance(r, Exception)]
    (extraction,) = build_line().run(reports)
    met = [c for c in extraction.claims if c.kind == "diplomacy.meet"]
    return [{a.country for a in c.roles.actors} for c in met]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Libya signed the pact after two days of talks in Rome.",
        "Chad and Libya agreed during a summit in Rome to reopen the road.",
    ],
)
def test_who_acts_after_talks_took_part(tmp_path: Path, text: str):
    assert {"TCD", "LBY"} in _met(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "The price of oil fell after talks in Rome.",
        "Chad left the cartel after talks in Rome.",
    ],
)
def test_others_did_not(tmp_path: Path, text: str):
    assert not _met(tmp_path, text)
