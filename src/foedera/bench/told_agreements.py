"""Scores the table of agreements that single reports give against what a reader would list.

An answer names a report and the agreements that it tells of: titles by which it may go, parties
where they are told, a status where the report leaves no doubt; `or_parties` and `or_status` are
as good, and a row for an agreement that is `optional` counts neither way. Each report is read
into a record of its own. A row is the agreement asked for where a title of each holds the other's
words, its sort of paper apart, or where both are the same sort between the same parties; titles
go first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import yaml

from foedera.errors import UnreadableFile
from foedera.lexicons import load_words
from foedera.record import Record

Row: TypeAlias = Mapping[str, Any]

_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    [
        "the",
        "of",
        "a",
        "an",
        "and",
        "on",
        "in",
        "for",
        "to",
        "between",
        "with",
        "its",
        "their",
        "us",
        "u",
        "s",
    ]
)
_HALF = 2
_STATUSES = frozenset(
    {"proposed", "negotiating", "text-fixed", "signed", "in-force", "suspended", "terminated",
     "expired", "superseded"}
)  # fmt: skip


@dataclass(slots=True)
class Table:
    """What one report's table holds: agreements asked for and found, and their values right."""

    report: str
    asked: int = 0
    found: int = 0
    rows: int = 0
    statuses: list[bool] = field(default_factory=list)
    parties: list[bool] = field(default_factory=list)
    differs: list[str] = field(default_factory=list)


def judge_tables(answers: Path, half: int | None = None) -> list[Table]:
    """Judge every report of a file of answers that lists agreements; reports lie beside it.

    `half` keeps those whose number leaves that rest by two: even ones were read while rules were
    mended, odd ones only counted.

    Raises: UnreadableFile where the file lists no agreements.
    """
    rows = yaml.safe_load(answers.read_text("utf8"))
    told = [row for row in rows if "agreements" in row and _is_of(row, half)]
    if not told:
        raise UnreadableFile(str(answers), "no report with `agreements`", "Name another file.")
    return [_judge(row, answers.parent) for row in told]


def table_figures(tables: Iterable[Table]) -> dict[str, float]:
    """Return how much is found, how many rows are asked for, and which values are right."""
    judged = list(tables)
    return {
        "reports": float(len(judged)),
        "agreements": float(sum(t.asked for t in judged)),
        "agreements found": _share(sum(t.found for t in judged), sum(t.asked for t in judged)),
        "rows asked for": _share(sum(t.found for t in judged), sum(t.rows for t in judged)),
        "parties right": _right([one for t in judged for one in t.parties]),
        "status right": _right([one for t in judged for one in t.statuses]),
    }


def _is_of(row: Row, half: int | None) -> bool:
    number = re.search(r"\d+", str(row["report"]))
    return half is None or (number is not None and int(number[0]) % _HALF == half)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _right(judged: Sequence[bool]) -> float:
    return _share(sum(judged), len(judged))


def _judge(answer: Row, folder: Path) -> Table:
    with TemporaryDirectory() as place:
        reports = Path(place) / "reports"
        reports.mkdir()
        copy(folder / answer["report"], reports)
        with Record(Path(place) / "told.foedera") as record:
            record.read(reports)
            rows = list(record.agreements())
    return compare_table(answer, rows)


def compare_table(answer: Row, rows: Sequence[Row]) -> Table:
    """Hold the rows of a report's table against its answer; each row serves once."""
    wanted = [asked for asked in answer["agreements"] if not asked.get("optional")]
    table = Table(str(answer["report"]), asked=len(wanted))
    left = list(rows)
    for asked in wanted:
        best = _take_best(asked, left)
        if best is None:
            table.differs.append(f"missed  {asked['titles'][0]}")
            continue
        table.found += 1
        _hold(table, asked, best)
    for asked in answer["agreements"]:
        if asked.get("optional"):
            _take_best(asked, left)
    table.rows = table.found + len(left)
    table.differs += [f"extra   {row['titles'][0]}" for row in left]
    return table


def _take_best(asked: Row, left: list[Row]) -> Row | None:
    """Take the row that fits best out of those that are left, or none where none fits."""
    best = max(left, key=lambda row: _likeness(asked, row), default=None)
    if best is None or not _likeness(asked, best):
        return None
    left.remove(best)
    return best


def _hold(table: Table, asked: Row, row: Row) -> None:
    right = []
    wanted = [asked.get("parties") or (), *asked.get("or_parties", ())]
    if any(wanted):
        right.append(any(_are(row["parties"], parties) for parties in wanted))
        table.parties += right
    if asked.get("status") in _STATUSES:  # no "in force, says one; ended, says the other"
        right.append(row["status"] in (asked["status"], *asked.get("or_status", ())))
        table.statuses.append(right[-1])
    if not all(right):
        got = f"{', '.join(row['parties'])} {row['status']}"
        table.differs.append(f"differs {asked['titles'][0]}: {got}")


def _are(parties: Sequence[str], wanted: Sequence[str]) -> bool:
    """Say whether a row's parties are those wanted, each under one of its names ("IMF|Fund")."""
    if len(parties) != len(wanted):
        return False
    return all(any(name in parties for name in one.split("|")) for one in wanted)


def _likeness(asked: Row, row: Row) -> int:
    """Return how well a row fits what is asked for: by title and parties, by title, by parties."""
    pairs = [(a, b) for a in asked["titles"] for b in row["titles"]]
    titled = any(_same_words(a, b) for a, b in pairs)
    wanted = set(asked.get("parties") or ())
    bound = bool(wanted) and wanted <= set(row["parties"])
    sorts = any(_words(a) & _words(b) & _heads() for a, b in pairs)
    return 2 * titled + (bound and (titled or sorts))


def _same_words(one: str, other: str) -> bool:
    left, right = _words(one), _words(other)
    shared = left & right
    if not shared - _heads():
        return False
    return left <= right or right <= left or len(shared) * _HALF >= len(left | right)


def _words(title: str) -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in _WORD.findall(title.lower())) - _SMALL


@cache
def _heads() -> frozenset[str]:
    words = load_words("agreement_words")
    return frozenset(str(w).removesuffix("s") for w in (*words["heads"], *words["made_heads"]))
