"""The commands that hold what reports tell of agreements against their known histories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import yaml

from foedera.cli.options import json_option
from foedera.cli.output import write_lines
from foedera.errors import UnreadableFile
from foedera.view.exports import json_line

if TYPE_CHECKING:
    from foedera.bench.told_acts import ToldActs

folder_option = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path("tests/histories"),
    show_default=True,
    help="Folder with histories, and their reports in `reports/`.",
)


@click.command("histories")
@click.argument("names", nargs=-1)
@folder_option
@click.option("--list", "listing", is_flag=True, help="Name what is missed and what is wrong.")
@json_option
def histories_command(
    names: tuple[str, ...], folder: Path, *, listing: bool, as_json: bool
) -> None:
    """Measure how well reports of agreements give back the acts of their known histories.

    NAMES are histories that have reports; none means all. Acts count once for each state that
    does them; claims count where they have weight, a day, and only states that are listed.

    \b
    Example:
      foedera bench histories inf paris --list
    """
    from foedera.bench.told_acts import judge_told, told_figures

    chosen = names or tuple(sorted(p.stem for p in (folder / "reports").glob("*.jsonl")))
    judged = {name: judge_told(_history(folder, name), _extract(folder, name)) for name in chosen}
    if as_json:
        rows = [{"history": name, **told_figures([one])} for name, one in judged.items()]
        write_lines(json_line(row) for row in [*rows, told_figures(list(judged.values()))])
        return
    for name, one in judged.items():
        acts = f"{one.found:3} of {one.units:3}"
        click.echo(f"{name:24} acts {acts}   claims {one.right:3} of {one.claims:3}")
        if listing:
            _list(one)
    for figure, value in told_figures(list(judged.values())).items():
        click.echo(f"{figure:14} {value:8.3f}")


def _list(one: ToldActs) -> None:
    for missed in one.missed:
        click.echo(f"  missed  {missed}")
    for wrong in one.wrong:
        click.echo(f"  wrong   {wrong}")


@click.command("statuses")
@click.argument("names", nargs=-1)
@folder_option
@click.option("--list", "listing", is_flag=True, help="List every cell that differs, a line each.")
@json_option
def statuses_command(names: tuple[str, ...], folder: Path, *, listing: bool, as_json: bool) -> None:
    """Compare statuses read from reports with those that dated acts give.

    Each of the NAMES, or every history that has reports, is read into a record of its own. A
    cell is the state of the whole, or of one party, on one of the history's days.

    \b
    Example:
      foedera bench statuses paris --list
    """
    from foedera.bench.statuses import Cell, compare_texts, load_history, score, write_cells

    chosen = names or tuple(sorted(p.stem for p in (folder / "reports").glob("*.jsonl")))
    found: list[Cell] = []
    for name in chosen:
        _history(folder, name)
        found += compare_texts(load_history(folder / f"{name}.yaml"), _reports(folder, name))
    figures = score(found)
    if as_json:
        write_lines(iter([json_line(figures)]))
        return
    if listing:
        write_lines(write_cells(found))
    for name, value in figures.items():
        click.echo(f"{name:24} {value:8.3f}")


@click.command("agreements")
@click.argument(
    "answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=Path("tests/readings/own-reports/claims.yaml"),
)
@click.option("--list", "listing", is_flag=True, help="Name what is missed and what differs.")
@click.option("--half", type=click.Choice(["read", "unread"]), help="Only one half of the reports.")
@json_option
def told_agreements_command(
    answers: Path, *, listing: bool, half: str | None, as_json: bool
) -> None:
    """Measure the table of agreements that single reports give.

    ANSWERS lists for each report the agreements that a reader would find in it; each report is
    read into a record of its own. Reports of even number were read while rules were mended.

    \b
    Example:
      foedera bench agreements --half read --list
    """
    from foedera.bench.told_agreements import judge_tables, table_figures

    tables = judge_tables(answers, {"read": 0, "unread": 1}.get(half or ""))
    figures = table_figures(tables)
    if as_json:
        write_lines(iter([json_line(figures)]))
        return
    for table in tables if listing else ():
        click.echo(f"{table.report}: {table.found} of {table.asked}, {table.rows} rows")
        for line in table.differs:
            click.echo(f"  {line}")
    for name, value in figures.items():
        click.echo(f"{name:24} {value:8.3f}")


def _history(folder: Path, name: str) -> dict[str, Any]:
    path = folder / f"{name}.yaml"
    if not path.exists() or not _reports(folder, name).exists():
        raise UnreadableFile(
            str(path), "no history of that name with reports", "Name its folder by --folder."
        )
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf8"))
    return loaded


def _reports(folder: Path, name: str) -> Path:
    return folder / "reports" / f"{name}.jsonl"


def _extract(folder: Path, name: str) -> list[dict[str, Any]]:
    from foedera.data import Report
    from foedera.pipeline import extract_reports
    from foedera.read import read_paths
    from foedera.wire import to_row

    reports = [r for r in read_paths([str(_reports(folder, name))]) if isinstance(r, Report)]
    return [to_row(found) for found in extract_reports(reports)]
