"""Every command on the page of exports runs, and the page names every format."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from foedera.cli import main
from foedera.record import Record
from foedera.view.exports import FORMATS, export

PAGE = Path(__file__).parents[3] / "docs" / "exports.md"
COMMANDS = re.findall(r"^    (foedera .*)$", PAGE.read_text("utf8"), re.MULTILINE)


def words(command: str) -> list[str]:
    return shlex.split(command)[1:]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs(
    samples: Record, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDERA_RECORD", str(samples._store._engine.url.database))
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, words(command))
    assert result.exit_code == 0, result.output
    target = Path(words(command)[-1])
    files = [target] if target.is_file() else list(target.iterdir())
    assert files
    assert all(file.stat().st_size for file in files)


def test_every_format_stands_in_the_table_and_in_a_command() -> None:
    page = PAGE.read_text("utf8")
    for name in FORMATS:
        assert f"\n| `{name}` |" in page
        assert any(f"--format {name} " in command for command in COMMANDS)


def test_the_code_on_the_page_runs(
    samples: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    [code] = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf8"), re.DOTALL)
    exec(compile(code, str(PAGE), "exec"), {"record": samples, "export": export})
    assert (tmp_path / "greece.geojson").stat().st_size
