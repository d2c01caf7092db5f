"""The notebook runs from its first cell to its chart."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

PAGE = Path(__file__).parents[3] / "docs" / "notebook.ipynb"
SECONDS = 240


def load() -> Any:
    return nbformat.read(PAGE, as_version=4)


def test_it_is_committed_without_outputs_and_short() -> None:
    cells = [cell for cell in load().cells if cell.cell_type == "code"]
    assert len(cells) == 10
    assert not any(cell.outputs or cell.execution_count for cell in cells)


def test_it_runs_to_a_chart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in a kernel of its own; a cell that takes minutes fails instead of hanging."""
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(PAGE.parents[1] / "src"))
    ran = NotebookClient(
        load(), timeout=SECONDS, resources={"metadata": {"path": str(PAGE.parent)}}
    ).execute()
    shown = [output for cell in ran.cells for output in cell.get("outputs", ())]
    assert any("image/png" in output.get("data", {}) for output in shown)
    assert any("timeline.json" in str(output.get("data", {})) for output in shown)
    assert any("22 reports" in str(output.get("data", {})) for output in shown)
