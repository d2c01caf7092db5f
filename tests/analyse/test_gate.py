"""The gate opens for what can be told, in whatever form the verb stands."""

import pytest

from foedera.data import Report
from foedera.errors import InputError
from foedera.pipeline import build_line
from foedera.read import read_paths


@pytest.mark.parametrize(
    "text",
    [
        "Chile's president met the president of Peru in Lima on Tuesday.",
        "Togo gave Ghana two million dollars.",
    ],
)
def test_irregular_forms_open_the_gate(text: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "report.txt"
    path.write_text(text + "\n", "utf8")
    reports = [r for r in read_paths([str(path)]) if not isinstance(r, InputError)]
    assert isinstance(reports[0], Report)
    found = list(build_line().run(reports))
    assert found[0].claims
