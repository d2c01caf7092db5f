"""Every direct dependency is installed and can be imported; an old pip may leave one out."""

import importlib
import re
import tomllib
from pathlib import Path

import pytest

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf8"))["project"]
# Where a package is imported by another name than it is installed by.
IMPORTED_AS = {"pyyaml": "yaml", "markdown-it-py": "markdown_it"}


def names() -> list[str]:
    return [re.split(r"[<>=~!\[ ;]", line, maxsplit=1)[0] for line in PROJECT["dependencies"]]


@pytest.mark.parametrize("name", names())
def test_a_direct_dependency_can_be_imported(name: str) -> None:
    module = IMPORTED_AS.get(name.lower(), name.lower().replace("-", "_"))
    assert importlib.import_module(module)


def test_every_direct_dependency_is_locked_with_a_hash() -> None:
    lock = (Path(__file__).parents[1] / "requirements.lock").read_text("utf8").lower()
    for name in names():
        wanted = re.escape(name.lower()).replace("_", "[-_]").replace(r"\-", "[-_]")
        assert re.search(rf"^{wanted}==.*\\\n\s+--hash=", lock, re.MULTILINE), name
