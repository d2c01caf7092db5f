"""Bad input and bad records as a user meets them: one line each, the rest goes on, an exit code."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from foedera.cli import main
from tests.wire_copy import slow

WORDS = "LIMA, May 3, 2019 (AFP) - Chile and Peru signed the pilotage accord."
PAGE = "<html><body><article><p>{}</p></article></body></html>"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def line(**fields: object) -> str:
    return json.dumps({"id": "bad", "text": WORDS} | fields) + "\n"


BAD: dict[str, tuple[str | bytes, str]] = {
    "empty.txt": ("", "the file is empty. Save the report again"),
    "noise.txt": (b"\x7fELF\x00\x01", "binary data (a zero byte at byte 4). Save the report as"),
    "latin.txt": ("Chile firm\xf3".encode("latin-1"), "broken UTF-8 at byte 10 (0xf3)"),
    "wide.txt": (WORDS.encode("utf-16"), "UTF-16, not UTF-8"),
    "scripts.html": ("<html><body><script>1</script></body></html>", "no article text"),
    "deep.html": ("<html><body>" + "<div>" * 9000, "nested deeper than"),
    "mute.jsonl": ('{"id": "a"}\n', 'mute.jsonl:1: no "text". Put the report'),
    "list.jsonl": ("[1, 2]\n", "list.jsonl:1: no JSON object"),
    "bomb.jsonl": ('{"text":' * 90_000 + "\n", "bomb.jsonl:1: JSON nested too deep"),
    "cut.jsonl.gz": (gzip.compress(line().encode())[:20], "the packed file is broken"),
    "ahead.jsonl": (line(published="2091-01-01"), "ahead.jsonl:1: published 2091-01-01, which is"),
    "day.jsonl": (line(published="someday"), "day.jsonl:1: the day 'someday' cannot be read"),
    "letter.docx": ("x", "a kind of file no reader knows"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    body, says = BAD[name]
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(body.encode() if isinstance(body, str) else body)
    good.write_text(WORDS + " Both fleets rest.", "utf8")
    result = run("extract", bad, good)
    (told,) = result.stderr.splitlines()
    assert told.startswith(f"foedera: {bad}")
    assert says in told
    assert result.exit_code == 1
    assert str(good) in result.stdout


def test_a_line_of_fifty_megabytes_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line(text="word " * 10_000_000) + line(id="good"), "utf8")
    result = run("extract", path)
    assert "a.jsonl:1: the line is longer than 8,000,000 bytes" in result.stderr
    assert (result.exit_code, json.loads(result.stdout)["id"]) == (1, "good")


def test_entities_of_a_page_read_no_file_and_do_not_swell(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the password", "utf8")
    swelling = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    head = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{swelling}'
        f'<!ENTITY file SYSTEM "file://{tmp_path}/secret.txt">]>'
    )
    page = tmp_path / "page.xhtml"
    page.write_text(head + PAGE.format(WORDS * 6 + "&file; &e11;"), "utf8")
    result = run("extract", page)
    assert result.exit_code == 0, result.output
    assert "password" not in result.stdout
    assert result.stdout.count("boom") < 2


def test_links_that_loop_or_lead_nowhere_are_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "good.txt").write_text(WORDS, "utf8")
    result = run("extract", tmp_path)
    assert "in/up: a link that leads out of its folder" not in result.stderr
    assert "in/up: a linked folder, not entered" in result.stderr
    assert "self.txt: a link that leads nowhere" in result.stderr
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)


def test_a_folder_out_of_reach_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "good.txt").write_text(WORDS, "utf8")
    listed: Callable[[Path], list[str]] = os.listdir

    def refuse(folder: Path) -> list[str]:
        if Path(folder).name == "shut":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "listdir", refuse)
    result = run("extract", tmp_path)
    shut = tmp_path / "shut"
    assert result.stderr == f"foedera: {shut}: Permission denied. Check the path and its rights.\n"
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)


def test_odd_file_names_stay_one_line_and_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "two\nlines\x1b[31m.txt").write_text("", "utf8")
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(WORDS, "utf8")
    except OSError:
        pytest.skip("file names here are UTF-8")
    record = tmp_path / "r.foedera"
    result = run("read", tmp_path, "--record", record)
    told = [one for one in result.stderr.splitlines() if one.startswith("foedera: ")]
    assert "two\\nlines\\x1b[31m.txt: the file is empty" in told[0]
    assert result.exit_code == 1
    assert "caf\\xe9.txt" in run("stories", "--record", record).stdout


def test_a_day_may_be_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line(published=20190503), "utf8")
    result = run("extract", path)
    assert json.loads(result.stdout)["published"]["basis"] == "given"


# ------------------------------------------------------------------- records


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    (folder / "a.txt").write_text(WORDS, "utf8")
    assert run("read", folder / "a.txt", "--record", folder / "r.foedera").exit_code == 0
    return folder / "r.foedera"


def copy_of(record: Path, folder: Path) -> Path:
    return Path(shutil.copy(record, folder / "copy.foedera"))


def refused(place: Path, says: str, *command: str | Path) -> None:
    """Check that asking and reading both end with code 3 and the same remedy."""
    for words in ([*command] if command else ["events"], ["read", __file__]):
        result = run(*words, "--record", place)
        (told,) = result.stderr.splitlines()
        assert told.startswith("foedera: ")
        assert str(place) in told or str(place.parent) in told
        assert says in told
        assert result.exit_code == 3


def test_a_text_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "letter.foedera").write_text("Dear Sir or Madam")
    refused(tmp_path / "letter.foedera", "is not a foedera record. Name another file")


def test_another_program_s_database_is_no_record(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "stamps.db") as stamps:
        stamps.execute("CREATE TABLE stamps (year)")
    refused(tmp_path / "stamps.db", "is not a foedera record. Name another file")


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    refused(tmp_path, "is a folder. Name a file")


def test_a_later_version_s_record_is_refused(tmp_path: Path, record: Path) -> None:
    place = copy_of(record, tmp_path)
    with sqlite3.connect(place) as later:
        later.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    refused(place, "Install the newer foedera")


@pytest.mark.parametrize("start", [4_096, 20_000])
def test_a_damaged_record_is_named(tmp_path: Path, record: Path, start: int) -> None:
    place = copy_of(record, tmp_path)
    held = place.read_bytes()
    place.write_bytes(held[:start] + b"Z" * (len(held) - start))
    result = run("export", "--record", place)
    assert "damaged" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.exit_code == 3


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    result = run("read", __file__, "--record", tmp_path / "gone" / "r.foedera")
    assert "Make the folder first" in result.stderr
    assert result.exit_code == 3


def test_a_record_that_may_not_be_written_can_be_asked(
    tmp_path: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = copy_of(record, tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert run("agreements", "--record", place).exit_code == 0
    (tmp_path / "b.txt").write_text(WORDS + " Both fleets rest.", "utf8")
    result = run("read", tmp_path / "b.txt", "--record", place)
    assert "the record may not be written. Check the rights" in result.stderr
    assert result.exit_code == 3


@slow
def test_a_record_that_another_writes_is_named(tmp_path: Path, record: Path) -> None:
    place = copy_of(record, tmp_path)
    writer = sqlite3.connect(place, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    (tmp_path / "b.txt").write_text(WORDS + " Both fleets rest.", "utf8")
    result = run("read", tmp_path / "b.txt", "--record", place)
    assert "another foedera is writing to this record. Wait for it to end." in result.stderr
    assert result.exit_code == 3
    assert run("agreements", "--record", place).exit_code == 0
    writer.execute("ROLLBACK")
    assert run("read", tmp_path / "b.txt", "--record", place).exit_code == 0


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path, record: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    result = run("dossier", "-o", tmp_path / "taken" / "d.html", "--record", record)
    assert "cannot be written" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.exit_code == 2


def test_a_kind_that_is_none_is_named_before_any_record_is_asked(record: Path) -> None:
    result = run("events", "--kind", "military.deplo", "--record", record)
    assert "no kind or family 'military.deplo'; the families are" in result.stderr
    assert result.exit_code == 3


def test_nothing_found_is_not_told_as_nothing_held(record: Path) -> None:
    asked = run("events", "--actor", "Nobodyland", "--record", record)
    assert asked.stderr.strip() == "no events in this record that meet what was asked"
