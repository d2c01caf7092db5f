"""From files to a dossier by the command line alone, on reports written here."""

import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import foedera
from foedera.cli import main

FIRST = (
    "RIGA, May 6 (Reuters) - Latvia and Estonia signed the Amber Coast Treaty in Riga on "
    "6 May 2021, the Latvian foreign ministry said.\n\n"
    "Latvia has sent 300 soldiers to Estonia. Estonia denied that soldiers had arrived.\n"
)
SECOND = (
    "TALLINN, May 7 (Reuters) - Latvia and Estonia signed the Amber Coast Treaty in Riga on "
    "Thursday. Estonia ratified the treaty on 7 May 2021.\n"
)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("amber")
    (folder / "reports").mkdir()
    (folder / "reports" / "first.txt").write_text(FIRST, "utf8")
    (folder / "reports" / "second.txt").write_text(SECOND, "utf8")
    record = str(folder / "amber.foedera")
    result = run("read", str(folder / "reports"), "--record", record)
    assert result.exit_code == 0, result.output
    assert "2 reports read, 0 unchanged" in result.stderr
    return record


def rows(*words: str) -> list[dict]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_reading_again_changes_nothing(place: str) -> None:
    before = run("export", "--record", place).stdout
    again = run("read", str(Path(place).parent / "reports"), "--record", place)
    assert "0 reports read, 2 unchanged" in again.stderr
    assert run("export", "--record", place).stdout == before


def test_the_treaty_is_signed_and_each_step_leads_to_words(place: str) -> None:
    treaty = next(row for row in rows("agreements", "--record", place) if "EST" in row["parties"])
    assert treaty["status"] == "signed"
    words = run("why", treaty["id"], "--record", place).stdout
    assert "[signed]" in words


def test_a_dossier_quotes_the_reports(place: str, tmp_path: Path) -> None:
    target = tmp_path / "dossier.html"
    assert run("dossier", "--record", place, "-o", str(target)).exit_code == 0
    page = target.read_text("utf8")
    assert "Amber Coast Treaty" in page
    assert "Reuters" in page


def test_a_rejected_claim_leaves_what_follows_and_comes_back(place: str) -> None:
    deploy = next(row for row in rows("events", "--record", place) if row["claims"])
    claim = deploy["claims"][0]
    decided = rows("reject", claim, "--because", "a drill", "--record", place)[0]
    left = {one for row in rows("events", "--record", place) for one in row["claims"]}
    assert claim not in left
    assert run("withdraw", decided["id"], "--record", place).exit_code == 0
    back = {one for row in rows("events", "--record", place) for one in row["claims"]}
    assert claim in back


def test_the_library_answers_as_the_command_does(place: str) -> None:
    with foedera.open(place) as record:
        assert [row["id"] for row in record.agreements()] == [
            row["id"] for row in rows("agreements", "--record", place)
        ]
        frame = record.events(actor="EST").to_pandas()
        assert len(frame) == len(rows("events", "--actor", "EST", "--record", place))


def test_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "lines.jsonl").write_text('{"id": "x"}\nnot json\n')
    result = run("read", str(tmp_path), "--record", str(tmp_path / "r.foedera"))
    assert result.exit_code == 1
    assert result.stderr.count("foedera: ") >= 3
    assert "empty.txt" in result.stderr


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.foedera").write_text("Dear Sir or Madam, " * 50)
    result = run("events", "--record", str(tmp_path / "letter.foedera"))
    assert result.exit_code == 3
    assert "foedera: " in result.stderr


def test_extract_writes_a_line_a_report_in_input_order(place: str) -> None:
    folder = Path(place).parent / "reports"
    result = run("extract", str(folder / "second.txt"), str(folder / "first.txt"))
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [Path(line["id"]).name for line in lines] == ["second.txt", "first.txt"]
    assert any(claim["kind"] == "agreement.sign" for claim in lines[0]["claims"])


def test_a_record_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if (locked / "probe").parent.stat().st_uid == 0:
        pytest.skip("the administrator may write everywhere")
    result = run("read", "nothing.txt", "--record", str(locked / "r.foedera"))
    assert result.exit_code == 3
