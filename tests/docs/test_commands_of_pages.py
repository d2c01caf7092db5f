"""Every command that stands on a page runs, in the page's order, in a folder of reports."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foedera.cli import main
from foedera.record import Record
from tests.docs.pages import ROOT, page_paths, read_steps, split_command

PARTNERS = (
    "PYONGYANG, 19 June 2024 (Meridian Wire) - Russia and North Korea signed a partnership treaty "
    "in Pyongyang on Wednesday, the Russian foreign ministry said. Under the partnership treaty "
    "each of the two states will help the other in case of an armed attack.\n"
)
GAZETTE = "Law 14 ratifies the Estuary Treaty between Uruguay and Argentina, the gazette says.\n"

ELSEWHERE = {
    "foedera serve": "runs until it is stopped: tests/serve/test_running.py",
    "foedera watch": "asks feeds: tests/watch/test_watch_page.py",
    "foedera bench": "measures for minutes, on sets of its own: tests/bench",
}
"""Commands that are run by other tests, and by which."""

OWN = {"first-dossier.md"}
"""Pages with a test of their own, which also compares what they show."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a folder of reports as the pages take it for granted, and read it once."""
    folder = tmp_path_factory.mktemp("pages") / "desk"
    shutil.copytree(ROOT / "samples", folder / "reports")
    row = {"id": "monday", "source": "Meridian Wire", "published": "2024-06-19", "text": PARTNERS}
    (folder / "reports" / "monday.jsonl").write_text(json.dumps(row) + "\n", "utf8")
    (folder / "reports" / "monday.txt").write_text(PARTNERS, "utf8")
    (folder / "gazette.txt").write_text(GAZETTE, "utf8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        with Record(folder / "record.foedera") as record:
            record.read(["reports", "gazette.txt"])
    return folder


@pytest.fixture
def desk(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a page a folder of its own, with the record under the names that pages use."""
    own = tmp_path / "desk"
    shutil.copytree(folder, own)
    shutil.copy(own / "record.foedera", own / "korea.foedera")
    monkeypatch.chdir(own)
    return own


def names_in(place: Path) -> dict[str, str]:
    """Say what the ids that stand on the pages are in the record at hand."""
    with Record(place) as record:
        event = next(row for row in record.events() if len(row["claims"]) > 1)
        agreement = record.agreements()[0]["id"]
        story = record.find_stories(limit=1).rows[0]["id"]
    first, second = event["claims"][:2]
    return {
        "ID": agreement, "STORY": story, "CLAIM": first, "EVENT": event["id"],
        "A": first, "B": second, "4f21a09c": first, "77d0e3b1": second,
    }  # fmt: skip


def run(line: str, names: dict[str, str]) -> Result:
    """Run a command as a page writes it."""
    words, into = split_command(line)
    result = CliRunner().invoke(main, [names.get(word, word) for word in words])
    if into is not None:
        Path(into).write_text(result.stdout, "utf8")
    return result


def is_run_elsewhere(line: str) -> bool:
    return any(line.startswith(f"{command} ") for command in ELSEWHERE)


PAGES = {
    page.name: commands
    for page in page_paths()
    if page.name not in OWN
    and (
        commands := [
            step.text for step in read_steps(page.read_text("utf8")) if step.sort == "command"
        ]
    )
}


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_run(page: str, desk: Path) -> None:
    names = names_in(desk / "record.foedera")
    for line in PAGES[page]:
        if is_run_elsewhere(line):
            continue
        result = run(line, names)
        assert result.exit_code == 0, f"{line}\n{result.output}\n{result.exception!r}"
        assert result.output.strip() or "-o" in line or ">" in line, f"{line} says nothing"


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs" / "commands.md"])
def test_no_command_of_a_page_slips_by_unrun(page: Path) -> None:
    """A page changed in form would hide its commands: count them in the plainest way."""
    begins = re.compile(rf"(?:    )?(foedera (?:{'|'.join(main.commands)})\b[^\n]*?)(?: *\\)?$")
    plain = [
        found[1] for line in page.read_text("utf8").splitlines() if (found := begins.match(line))
    ]
    assert len(plain) >= 10
    for start in plain:
        assert any(line.startswith(start) for line in PAGES[page.name]), start


def test_what_is_left_to_other_tests_stands_there() -> None:
    for command, reason in ELSEWHERE.items():
        assert any(line.startswith(f"{command} ") for page in PAGES.values() for line in page)
        for place in reason.partition(": ")[2].split(", "):
            assert (ROOT / place).exists()
