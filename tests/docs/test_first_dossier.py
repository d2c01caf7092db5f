"""A stranger's walk: the page's files are saved, its commands run, and show what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from foedera.cli import main
from tests.docs.pages import ROOT, Step, read_steps, split_command

PAGE = (ROOT / "docs" / "first-dossier.md").read_text("utf8")
STEPS = list(read_steps(PAGE))
COLOURS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
IDENT = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{8,16}\b")
REST = "…"
"""A line of a page that stands for any number of lines."""


def test_the_walk_leads_to_a_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in (("FORCE_COLOR", "1"), ("COLUMNS", "96"), ("FOEDERA_MAKER", "Ana")):
        monkeypatch.setenv(name, value)
    ids: dict[str, str] = {}
    printed = ""
    for step in STEPS:
        if step.sort == "file":
            Path(step.name).parent.mkdir(exist_ok=True)
            Path(step.name).write_text(step.text, "utf8")
        elif step.sort == "command":
            printed = run(step, ids)
        else:
            ids |= compare(step.text, printed)
    dossier = re.sub(r"<[^>]+>", "", Path("amber.html").read_text("utf8"))
    assert "Amber Coast Treaty" in dossier
    assert "sent 300 soldiers to Estonia on 5 May, a Latvian official said." in dossier
    assert "6 May 2021" in dossier
    assert "Amber Coast Treaty" in Path("amber.md").read_text("utf8")


def run(step: Step, ids: dict[str, str]) -> str:
    """Run a command of the page, with the ids that this record gives."""
    words, _ = split_command(step.text)
    result = CliRunner().invoke(main, [ids.get(word, word) for word in words])
    assert result.exit_code == 0, f"{step.text}\n{result.output}"
    return COLOURS.sub("", result.stdout)


def compare(told: str, printed: str) -> dict[str, str]:
    """Hold what a page shows against what is printed; return what its ids are here.

    Ids change whenever a rule reads a report otherwise, so they are compared by their places.
    """
    ids: dict[str, str] = {}
    lines = iter(printed.splitlines())
    skipping = False
    for wanted in told.splitlines():
        if wanted == REST:
            skipping = True
            continue
        for line in lines:
            if _bare(line) == _bare(wanted):
                ids |= dict(zip(IDENT.findall(wanted), IDENT.findall(line), strict=True))
                break
            assert skipping, f"the page says\n{wanted}\nbut foedera prints\n{printed}"
        else:
            pytest.fail(f"the page says\n{wanted}\nbut foedera prints\n{printed}")
        skipping = False
    assert skipping or not list(lines), f"foedera prints more than the page says:\n{printed}"
    return {key[:8]: ident for key, ident in ids.items()} | claims_of(printed)


def claims_of(printed: str) -> dict[str, str]:
    """Say which claim tells of 300 soldiers: the one that the page corrects."""
    before = printed.partition("“Latvia sent 300 soldiers")[0]
    found = re.findall(r"^([0-9a-f]{16})  deployment", before, re.MULTILINE)
    return {"3ec9968b": found[-1]} if found else {}


def _bare(line: str) -> str:
    return IDENT.sub("ID", line).rstrip()


def test_the_walk_holds_what_it_should() -> None:
    """Reports of three sorts, every look a reader takes, and a decision."""
    files = [Path(step.name).suffix for step in STEPS if step.sort == "file"]
    assert files == [".txt", ".xml", ".jsonl"]
    commands = [step.text.split()[1] for step in STEPS if step.sort == "command"]
    for command in ("read", "agreements", "events", "disagreements", "why", "correct", "dossier"):
        assert command in commands
    assert commands[-1] == "dossier"
