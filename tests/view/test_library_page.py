"""Every line of code on the library's page runs, in order, on two reports."""

import re
from pathlib import Path

import pytest

from tests.cli.test_end_to_end import FIRST, SECOND

PAGE = Path(__file__).parents[2] / "docs" / "library.md"
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


def test_the_code_on_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "first.txt").write_text(FIRST, "utf8")
    (tmp_path / "reports" / "second.txt").write_text(SECOND, "utf8")
    names: dict[str, object] = {}
    for block in BLOCK.findall(PAGE.read_text("utf8")):
        exec(compile(block, str(PAGE), "exec"), names)
    assert str(names["page"]).startswith("<!doctype html>")
    assert names["lines"]
