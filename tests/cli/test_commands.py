"""Every command on a record made by hand: tables, JSON lines, errors and exit codes."""

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from foedera.cli import listing, looking, main
from foedera.cli.handing import write_out
from tests.view.desk_rows import RowsRecord


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Run a command on the record made by hand."""
    monkeypatch.chdir(tmp_path)
    modules = (listing, looking)
    for module in (*modules, *(__import__(f"foedera.cli.{m}", fromlist=["x"]) for m in OTHERS)):
        monkeypatch.setattr(module, "open_record", lambda *a, **k: RowsRecord())
    return lambda *words: CliRunner().invoke(main, list(words))


OTHERS = ("deciding", "handing")
LISTINGS = {
    "agreements": "Treaty on the Guard of the Estuary",
    "obligations": "send patrol boats",
    "events": "some 1,200 marines",
    "timeline": "Colonia",
    "stories": "s1",
    "actors": "Marta Vidal",
    "origins": "Austral Agency",
    "disagreements": "compatible",
    "warnings": "the tenses disagree",
}


@pytest.mark.parametrize("name", LISTINGS)
def test_a_listing_is_tab_separated_when_piped(run: Any, name: str) -> None:
    result: Result = run(name)
    assert result.exit_code == 0, result.output
    head, *lines = result.stdout.splitlines()
    assert lines
    assert all(line.count("\t") == head.count("\t") for line in lines)
    assert LISTINGS[name] in result.stdout


@pytest.mark.parametrize("name", LISTINGS)
def test_a_listing_writes_json_lines(run: Any, name: str) -> None:
    rows = [json.loads(line) for line in run(name, "--json").stdout.splitlines()]
    assert rows
    assert all(isinstance(row, dict) for row in rows)


def test_the_status_follows_the_day(run: Any) -> None:
    assert "signed" in run("agreements", "--on", "2030-12-01").stdout
    assert "in-force" in run("agreements", "--on", "2031-03-09").stdout


def test_agreements_are_listed_from_so_many_reports_on(run: Any) -> None:
    assert LISTINGS["agreements"] in run("agreements", "--reports", "2").stdout
    assert LISTINGS["agreements"] not in run("agreements", "--reports", "99").stdout


def test_a_history_has_a_line_for_each_change(run: Any) -> None:
    result = run("agreements", "--history")
    head, *lines = result.stdout.splitlines()
    assert head.split("\t")[2:5] == ["from", "status", "parties"]
    assert [line.split("\t")[3] for line in lines] == ["signed", "in-force"]
    assert run("agreements", "--history", "--on", "2031-03-09").exit_code == 2


def test_a_day_must_be_a_day(run: Any) -> None:
    result = run("agreements", "--on", "yesterday")
    assert result.exit_code == 2
    assert "2024-12-05" in result.output


def test_an_unknown_record_says_how_to_make_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["events", "--record", str(tmp_path / "none.foedera")])
    assert result.exit_code == 3
    assert "foedera read PATH --record" in result.stderr


def test_an_unknown_id_says_where_ids_stand(run: Any) -> None:
    result = run("show", "zzzz")
    assert result.exit_code == 3
    assert "foedera events" in result.stderr


def test_show_prints_the_words_of_a_claim(run: Any) -> None:
    words = run("show", "c04").stdout
    assert "Argentina has [deployed] [some 1,200 marines] at Martín" in words
    assert "Rio Plate News, paragraph 3" in words


def test_show_prints_an_agreement_with_its_ground(run: Any) -> None:
    words = run("show", "agr1").stdout
    assert "because: agreement.enter-into-force, 2031-03-04, VCLT art. 24" in words
    assert "[came into force]" in words


def test_why_ends_in_words_on_a_page(run: Any) -> None:
    words = run("why", "ev3").stdout
    assert "same_day: both on 4 March" in words
    assert "=2.10  score" in words
    assert "[entered into force]" in words


def test_search_shows_what_holds_the_words(run: Any) -> None:
    found = run("search", "marines").stdout
    assert "report" in found
    assert "event\tev2\tdeployment" in found


def test_what_excludes_each_other_stands_first_and_what_agrees_is_left_out(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compared(verdict: str) -> dict[str, Any]:
        values = [{"value": verdict, "claims": ["c1"]}, {"value": "x", "claims": ["c2"]}]
        return {"field": "where", "comparison": verdict, "values": values}

    told = [compared(verdict) for verdict in ("agree", "compatible", "conflict")]
    events = [{**RowsRecord().events()[0], "comparison": told}]
    monkeypatch.setattr(RowsRecord, "events", lambda self, **ignored: events)
    head, *lines = run("disagreements").stdout.splitlines()
    assert head.split("\t")[:4] == ["event", "day", "what", "who"]
    assert ["conflict [1]" in line for line in lines] == [True, False]
    assert "agree [1]" not in "".join(lines)
    (line,) = run("disagreements", "--conflicts").stdout.splitlines()[1:]
    assert "signing" in line
    assert run("search", "no", "such", "words").exit_code == 0


def test_a_dossier_is_a_page_or_markdown(run: Any, tmp_path: Path) -> None:
    assert run("dossier", "agr1", "-o", "d.html").exit_code == 0
    assert (tmp_path / "d.html").read_text("utf8").startswith("<!doctype html>")
    assert run("dossier", "-o", "d.md").exit_code == 0
    assert (tmp_path / "d.md").read_text("utf8").startswith("# ")
    assert run("dossier", "no such pact").exit_code == 3


def test_an_export_lays_fields_flat(run: Any) -> None:
    head, first, *_ = run("export", "--format", "csv", "--table", "events").stdout.splitlines()
    assert "when.earliest" in head.split(",")
    assert first.startswith("event,ev1,agreement.sign")


def test_a_judgement_is_kept_with_its_reason(run: Any) -> None:
    result = run("judge", "c04", "c08", "different", "--because", "two islands", "--json")
    assert result.exit_code == 0, result.output
    row = json.loads(result.stdout)
    assert row["verdict"] == "different"
    assert row["because"] == "two islands"


def test_a_half_written_file_is_never_left(tmp_path: Path) -> None:
    def pieces() -> Any:
        yield "half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_out(str(tmp_path / "out.html"), pieces())
    assert not (tmp_path / "out.html").exists()


def test_kinds_lists_families_and_refuses_unknown_ones() -> None:
    result = CliRunner().invoke(main, ["kinds", "no-such-family"])
    assert result.exit_code == 3


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Any:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


TREE = dict(commands(main))


@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_every_help_text_holds_an_example_of_its_command(path: tuple[str, ...]) -> None:
    words = CliRunner().invoke(main, [*path, "--help"]).output
    assert "Example" in words
    assert f"foedera {' '.join(path)}" in words.partition("Example")[2]


PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_the_manual_names_every_command_and_option(path: tuple[str, ...]) -> None:
    manual = PAGE.read_text("utf8")
    heading = f"\n## foedera {' '.join(path)}\n"
    assert heading in manual
    section = manual.partition(heading)[2].partition("\n## ")[0]
    for param in TREE[path].params:
        if isinstance(param, click.Option):
            missing = [name for name in param.opts if name.startswith("--") and name not in section]
            assert not missing
        else:
            assert (param.metavar or param.name or "").strip("[].").upper() in section
