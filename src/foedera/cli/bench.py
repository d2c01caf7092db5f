"""The command that measures speed against the bare spaCy pipeline."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from foedera.cli.histories import (
    histories_command,
    statuses_command,
    told_agreements_command,
)
from foedera.cli.options import json_option
from foedera.cli.output import write_lines
from foedera.cli.timing import asking_command, desk_command
from foedera.errors import FoederaError, UnreadableFile
from foedera.view.exports import json_line

if TYPE_CHECKING:
    from foedera.bench.quality import Mark
    from foedera.data import Report


@click.group("bench")
def bench_group() -> None:
    """Measure foedera on your own reports."""


@bench_group.command("speed")
@click.argument("path")
@click.option(
    "--reports",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="How many reports to take, spread evenly over the input.",
)
@json_option
def speed_command(path: str, reports: int, as_json: bool) -> None:
    """Compare reading, extracting, merging and storing with the bare spaCy pipeline.

    Both take the same texts, one process each, models loaded within the time. The bare
    pipeline is `spacy.load` of the same package with all its components, over whole texts.

    \b
    Example:
      foedera bench speed reports/ --reports 50
    """
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample.jsonl"
        taken = write_sample(path, reports, sample)
        own = _time_in_own_process("time_foedera", sample, Path(folder))
        bare = _time_in_own_process("time_spacy", sample, Path(folder))
    row = {
        "reports": taken,
        "foedera_seconds": round(own, 2),
        "spacy_seconds": round(bare, 2),
        "ratio": round(own / bare, 3),
    }
    if as_json:
        write_lines(iter([json_line(row)]))
        return
    click.echo(f"{taken} reports")
    click.echo(f"foedera, everything  {own:8.1f} s  {taken / own:8.1f} reports a second")
    click.echo(f"bare spaCy           {bare:8.1f} s  {taken / bare:8.1f} reports a second")
    click.echo(f"foedera takes {own / bare:.2f} of the bare pipeline's time")


@bench_group.command("gate")
@click.argument("path")
@click.option("--reports", type=click.IntRange(min=1), default=100, show_default=True)
@json_option
def gate_command(path: str, reports: int, as_json: bool) -> None:
    """Measure which share of the claims survives the gate before the parser.

    \b
    Example:
      foedera bench gate reports/ --reports 50
    """
    from foedera.bench.gate import measure_gate

    figures = measure_gate(even_sample(path, reports))
    row = {**asdict(figures), "recall": figures.recall}
    if as_json:
        write_lines(iter([json_line(row)]))
        return
    click.echo(f"{figures.claims} claims without the gate, {figures.kept} of them with it")
    click.echo(f"{figures.recall:.3f} survive, {figures.parsed:.3f} of the words are parsed")


@bench_group.command("growth")
@click.argument("source", metavar="RECORD")
@click.option(
    "--size",
    "sizes",
    type=click.IntRange(min=1),
    multiple=True,
    default=(1_000, 10_000),
    show_default=True,
    help="How many reports to replay to; may be given several times.",
)
@click.option(
    "--per-day",
    type=click.IntRange(min=1),
    default=300,
    show_default=True,
    help="How many reports a day the replayed stream holds.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep the replayed records here, and take those that are there.",
)
@click.option(
    "--picture", type=click.Path(path_type=Path), help="Draw the growth as SVG into this file."
)
@json_option
def growth_command(
    source: str,
    sizes: tuple[int, ...],
    *,
    per_day: int,
    folder: Path | None,
    picture: Path | None,
    as_json: bool,
) -> None:
    """Measure how settling grows with the number of reports.

    The claims of RECORD are replayed with shifted days and changed names, nothing is parsed;
    each size is settled in a process of its own. 100,000 reports need some 5 GB of disk.

    \b
    Example:
      foedera bench growth korea.foedera --size 1000 --size 10000 --picture growth.svg
    """
    from foedera.bench import chart, growth

    rows: list[growth.Grown] = []
    with tempfile.TemporaryDirectory() as own:
        for row in growth.measure(source, folder or Path(own), sizes, per_day):
            rows.append(row)
            click.echo(json_line(growth.row(row)) if as_json else growth.line(row))
    if picture is not None:
        picture.write_text(chart.draw(rows), "utf8")
    if not as_json:
        for told in growth.verdicts(rows):
            click.echo(told)


@bench_group.command("quality")
@click.argument("sets", nargs=-1)
@click.option(
    "--gold",
    type=click.Path(path_type=Path),
    default=Path("../shared"),
    show_default=True,
    help="Folder with the gold sets and their scorer.",
)
@click.option(
    "--readings",
    type=click.Path(path_type=Path),
    default=Path("tests/readings"),
    show_default=True,
    help="Folder with labels by report and offsets.",
)
@click.option("--floors", type=click.Path(path_type=Path), help="Fail below these floors.")
@click.option("--raise-floors", "raising", is_flag=True, help="Write what has risen.")
@json_option
def quality_command(
    sets: tuple[str, ...],
    gold: Path,
    readings: Path,
    floors: Path | None,
    *,
    raising: bool,
    as_json: bool,
) -> None:
    """Score extraction on gold sets, beside the aims and the best peers.

    The sets are not part of foedera; SETS names some of them, none means all.

    \b
    Example:
      foedera bench quality newsquant_dev --gold ../shared
    """
    from foedera.bench.quality import load_sets, marks, measure

    names = sets or tuple(load_sets())
    found = [mark for name in names for mark in marks(name, measure(name, gold, readings))]
    for mark in found:
        click.echo(json_line(asdict(mark)) if as_json else _mark_line(mark))
    if floors is not None:
        _hold(found, floors, raising=raising)


def _mark_line(mark: Mark) -> str:
    value = "-" if mark.value is None else f"{mark.value:.3f}"
    sign = {True: "reached", False: "short", None: ""}[mark.reached]
    aim = "" if mark.aim is None else f"aim {mark.aim:g}"
    peer = "" if mark.peer is None else f"{mark.of} {mark.peer:g}"
    return f"{mark.set:17} {mark.figure:36} {value:>7}  {aim:9} {sign:8} {peer}".rstrip()


def _hold(found: list[Mark], path: Path, *, raising: bool) -> None:
    from foedera.bench.quality import below_floors, raise_floors

    floors = json.loads(path.read_text("utf8")) if path.exists() else {}
    sunk = below_floors(found, floors)
    for line in sunk:
        click.echo(line, err=True)
    if raising:
        text = json.dumps(raise_floors(found, floors), indent=1, sort_keys=True)
        path.write_text(text + "\n", "utf8")
    if sunk:
        raise SystemExit(1)


@bench_group.command("merging")
@click.argument("record", type=click.Path(path_type=Path))
@click.option(
    "--readings",
    type=click.Path(path_type=Path),
    default=Path("tests/readings"),
    show_default=True,
    help="Folder with pairs labelled by report and offsets.",
)
@json_option
def merging_command(record: Path, readings: Path, as_json: bool) -> None:
    """Score a RECORD on labels: one happening or two, copy or quotation, how many origins?

    The record must hold the reports that the labels name.

    \b
    Example:
      foedera bench merging stream.foedera
    """
    from contextlib import closing

    from foedera.bench.pairs import (
        places_of,
        score_origins,
        score_pairs,
        score_sharing,
        sharing_of,
        tellings_in,
    )
    from foedera.record import Record
    from foedera.store import Store

    claim_pairs, report_pairs = (_labels(readings, f"{n}-pairs.jsonl") for n in ("claim", "report"))
    counted = {name: _labels(readings, f"{name}.jsonl") for name in ("origins", "origins-more")}
    with Record(record, create=False) as held:
        keys = {row["id"]: row["key"] for row in held.reports()}
        figures = score_pairs(claim_pairs, places_of(held.claims(), held.events(), keys))
        found = sharing_of(report_pairs, held.judge_texts, keys)
    figures |= score_sharing(report_pairs, found, set(keys.values()))
    with closing(Store.open(record, create=False)) as store:
        for name, labels in counted.items():
            scored = score_origins(labels, *tellings_in(store, labels))
            figures |= {key.replace("origins", name): value for key, value in scored.items()}
    if as_json:
        write_lines(iter([json_line(figures)]))
        return
    for name, value in figures.items():
        click.echo(f"{name:22} {value:8.3f}")


def _labels(readings: Path, name: str) -> list[dict[str, Any]]:
    path = readings / name
    if not path.exists():
        raise UnreadableFile(
            str(path), "the labels are not there", "Name their folder: --readings."
        )
    return [json.loads(line) for line in path.read_text("utf8").splitlines() if line]


def even_sample(path: str, wanted: int) -> list[Report]:
    """Return that many reports, spread evenly over the input."""
    from foedera.data import Report
    from foedera.read import read_paths

    held = [report for report in read_paths([path]) if isinstance(report, Report)]
    if not held:
        raise UnreadableFile(path, "no report in it", "Name a file or folder of reports.")
    return held[:: max(1, len(held) // wanted)][:wanted]


def write_sample(path: str, wanted: int, target: Path) -> int:
    """Write an even sample of the reports as JSON lines; return how many."""
    chosen = even_sample(path, wanted)
    lines = [
        json_line(
            {
                "id": report.key,
                "text": report.text,
                "title": report.title,
                "published": report.published.earliest,
                "source": report.imprint.outlet,
            }
        )
        for report in chosen
    ]
    target.write_text("\n".join(lines) + "\n", "utf8")
    return len(chosen)


def _time_in_own_process(name: str, sample: Path, folder: Path) -> float:
    code = f"from foedera.cli import bench; bench.{name}({str(sample)!r}, {str(folder)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no word"])[-1]
        raise FoederaError(f"{name} ended with code {done.returncode}: {last}")
    return float(done.stdout.strip().splitlines()[-1])


def time_foedera(sample: str, folder: str) -> None:
    """Print the seconds from file to stored and merged record."""
    began = time.perf_counter()
    from foedera.record import Record

    with Record(str(Path(folder) / "bench.foedera")) as record:
        record.read([sample])
        record.settle()
    print(time.perf_counter() - began)


def time_spacy(sample: str, folder: str) -> None:
    """Print the seconds that the bare pipeline takes over the same texts."""
    began = time.perf_counter()
    import spacy

    from foedera.registry import MODEL

    texts = [json.loads(line)["text"] for line in Path(sample).read_text("utf8").splitlines()]
    for _ in spacy.load(MODEL).pipe(texts):
        pass
    print(time.perf_counter() - began)


bench_group.add_command(histories_command)
bench_group.add_command(statuses_command)
bench_group.add_command(told_agreements_command)

COMMANDS = (bench_group,)
bench_group.add_command(asking_command)
bench_group.add_command(desk_command)
