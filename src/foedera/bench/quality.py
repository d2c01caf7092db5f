"""Runs `foedera extract` over gold sets and scores it with the scorer that lies beside them.

The sets stay outside the package: `gold` names a folder with `eval/score.py`, `gold/` and
`seeds/`. `sets.yaml` says which figures count, what is aimed at and what the best peer reaches.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from foedera.bench.acts import score_acts
from foedera.bench.arguments import score_arguments
from foedera.bench.comparing import score_comparisons
from foedera.bench.plain import score_plain
from foedera.bench.terms import score_terms
from foedera.bench.tracing import score_tracing
from foedera.bench.whole_reports import score_whole_reports
from foedera.errors import NotInRecord, UnreadableFile

Row: TypeAlias = dict[str, Any]
Figures: TypeAlias = Mapping[str, float]
Score: TypeAlias = Callable[[Iterable[Row], Iterable[Row]], Mapping[str, float]]
_TOLD: Mapping[str, Score] = {"plain": score_plain, "terms": score_terms}
_LABELLED: Mapping[str, Score] = {"acts": score_acts, "whole reports": score_whole_reports}


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure beside its aim and the best peer's; None where there is none."""

    set: str
    figure: str
    value: float | None
    aim: float | None
    peer: float | None
    of: str | None
    lower: bool

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None where there is no aim or no value."""
        if self.aim is None or self.value is None:
            return None
        return self.value <= self.aim if self.lower else self.value >= self.aim


@cache
def load_sets() -> dict[str, Any]:
    """Read the table of gold sets."""
    read: dict[str, Any] = yaml.safe_load(
        (resources.files(__package__) / "sets.yaml").read_text("utf8")
    )
    return read


def measure(name: str, gold: Path, readings: Path = Path("tests/readings")) -> Figures:
    """Return every figure of one set, by the scorer's name for it.

    `readings` holds the labels by report and offsets that a set without answers is scored by.

    Raises: NotInRecord for an unknown set; UnreadableFile where the set is not at hand.
    """
    if name not in load_sets():
        raise NotInRecord(f"no gold set named {name}; known are {', '.join(load_sets())}")
    asked = load_sets()[name]
    place = gold / asked["gold"] if "gold" in asked else None
    if place is not None and not place.exists():
        raise UnreadableFile(str(place), "the gold set is not there", "Name its folder by --gold.")
    labels = readings / asked["labels"] if "labels" in asked else None
    if labels is not None and not labels.exists():
        raise UnreadableFile(
            str(labels), "the labels are not there", "Name their folder: --readings."
        )
    with tempfile.TemporaryDirectory() as folder:
        return _measure(asked["task"], gold, place, labels, Path(folder))


def _measure(
    task: str, gold: Path, place: Path | None, labels: Path | None, folder: Path
) -> Figures:
    rows = list(_rows(labels)) if labels is not None else []
    system = folder / "system.jsonl"
    if place is None and task in _TOLD:
        _extract([_sentences(rows, folder)], system)
        return score_halves(_TOLD[task], rows, list(_rows(system)))
    if place is None:
        return (score_tracing if task == "tracing" else score_comparisons)(rows, folder)
    if task in _LABELLED:
        _extract([_only(rows, gold, place, folder=folder)], system)
        return score_halves(_LABELLED[task], rows, list(_rows(system)))
    _extract(_inputs(task, gold, place, folder=folder), system)
    if task == "arguments":
        return score_arguments(_rows(place), _rows(system))
    return read_figures(_scorer(gold, task, str(place), str(system)))


def score_halves(score: Score, rows: Sequence[Row], system: Sequence[Row]) -> Figures:
    """Return the figures of all labels, then those of the half that was read and of the other.

    A row says by `half` which of the two it is of; without it the even ones, from nought, count
    as read.
    """
    halves: dict[str, list[Row]] = {"read": [], "unread": []}
    for place, row in enumerate(rows):
        halves[row.get("half") or ("unread" if place % 2 else "read")].append(row)
    figures = dict(score(rows, system))
    for half, some in halves.items():
        figures |= {f"{name}, {half} half": value for name, value in score(some, system).items()}
    return figures


def _inputs(task: str, gold: Path, place: Path, *, folder: Path) -> list[str]:
    if task == "seeds":
        return sorted(str(p) for p in (gold / "seeds").glob("*.txt"))
    lines = folder / "inputs.jsonl"
    lines.write_text(_scorer(gold, "inputs", str(place)), "utf8")
    return [str(lines)]


def _only(labels: list[dict[str, Any]], gold: Path, place: Path, *, folder: Path) -> str:
    """Write the reports that labels speak of as input lines."""
    wanted = {label["report"] for label in labels}
    lines = _scorer(gold, "inputs", str(place)).splitlines()
    target = folder / "labelled.jsonl"
    kept = [line for line in lines if json.loads(line)["id"] in wanted]
    target.write_text("\n".join(kept) + "\n", "utf8")
    return str(target)


def _sentences(rows: list[dict[str, Any]], folder: Path) -> str:
    """Write single sentences as reports of their own."""
    target = folder / "sentences.jsonl"
    lines = (json.dumps({"id": str(row["n"]), "text": row["text"]} | _day(row)) for row in rows)
    target.write_text("\n".join(lines) + "\n", "utf8")
    return str(target)


def _day(row: Row) -> Row:
    """Return the day of a sentence or a report, where the labels give one."""
    return {"published": row["published"]} if "published" in row else {}


def _extract(inputs: list[str], system: Path) -> None:
    with system.open("w", encoding="utf8") as out:
        subprocess.run(
            [sys.executable, "-m", "foedera", "extract", *inputs], check=True, stdout=out
        )


def _scorer(gold: Path, *arguments: str) -> str:
    command = [sys.executable, str(gold / "eval" / "score.py"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    packed = path.read_bytes()
    body = gzip.decompress(packed) if path.suffix == ".gz" else packed
    return (json.loads(line) for line in body.decode("utf8").splitlines() if line.strip())


def read_figures(printed: str) -> Figures:
    """Read `name: value` lines as the scorer prints them.

    >>> read_figures("type recall: 0.543")
    {'type recall': 0.543}
    """
    found = {}
    for line in printed.splitlines():
        name, _, value = line.rpartition(": ")
        if name and line[0] != " " and value.replace(".", "", 1).isdigit():
            found[name] = float(value)
    return found


def marks(name: str, figures: Figures) -> list[Mark]:
    """Set the figures that count beside aim and peer."""
    table = load_sets()[name]["figures"]
    return [
        Mark(
            name,
            figure,
            figures.get(figure),
            asked.get("aim"),
            asked.get("peer"),
            asked.get("of"),
            bool(asked.get("lower")),
        )
        for figure, asked in table.items()
    ]


def below_floors(found: list[Mark], floors: Mapping[str, Figures]) -> list[str]:
    """Say in a sentence each which figures have sunk below their floor."""
    out = []
    for mark in found:
        floor = floors.get(mark.set, {}).get(mark.figure)
        if floor is None or mark.value is None:
            continue
        if mark.value > floor if mark.lower else mark.value < floor:
            out.append(f"{mark.set}: {mark.figure} is {mark.value:.3f}, its floor is {floor}")
    return out


def raise_floors(found: list[Mark], floors: Mapping[str, Figures]) -> dict[str, dict[str, float]]:
    """Return the floors with every figure that has risen; none is ever lowered."""
    raised = {name: dict(figures) for name, figures in floors.items()}
    for mark in found:
        if mark.value is None or (mark.aim is None and mark.peer is None):
            continue
        best = min if mark.lower else max
        here = raised.setdefault(mark.set, {})
        here[mark.figure] = best(here.get(mark.figure, mark.value), mark.value)
    return raised
