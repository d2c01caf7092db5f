"""Statuses read from reports against those that dated acts of public record give.

A history is a YAML file of an agreement's acts, terms and lanes (`tests/histories/README.md`);
beside it lie reports that tell of it in agency style. A cell is the state of the whole, or of one
party, on one of the history's days.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import yaml

from foedera.data import Act, Delay, Entry, Life, Particulars, Status, Terms
from foedera.errors import FoederaError
from foedera.merge.status import status_on
from foedera.merge.telling import fold
from foedera.merge.titles import same_title
from foedera.record import Record

Row: TypeAlias = dict[str, Any]

WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class History:
    """An agreement's life as public record has it, and the days that are asked about."""

    name: str
    titles: tuple[str, ...]
    life: Life
    days: tuple[str, ...]
    expect: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One state on one day: as the acts have it, and as the reports were read."""

    history: str
    day: str
    lane: str
    asked: str
    read: str

    @property
    def right(self) -> bool:
        """Say whether reading came to the same."""
        return self.asked == self.read


def load_history(path: Path) -> History:
    """Read a history; the days are those that it expects something on.

    Raises: FoederaError naming the file where it is no history.
    """
    row = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(row, dict) or "acts" not in row:
        raise FoederaError(f"{path} is no history: it needs agreement, parties, acts and expect.")
    expect = tuple({**one, "day": str(one["day"])} for one in row["expect"])
    return History(
        name=path.stem,
        titles=(row["agreement"], *row.get("titles", ())),
        life=Life(
            acts=tuple(_act(one) for one in row["acts"]),
            parties=tuple(sorted(row["parties"])),
            terms=_terms(row.get("terms") or {}),
            bilateral=bool(row.get("bilateral")),
            binding=row.get("binding", "yes"),
        ),
        days=tuple(one["day"] for one in expect),
        expect=expect,
    )


def _act(row: Row) -> Act:
    day = _day(row["day"])
    says = Particulars(
        count=row.get("count"),
        share=row.get("share"),
        until=_day(row.get("until")),
        definitive=bool(row.get("definitive")),
    )
    return Act(
        kind=row["kind"],
        day=day,
        by=tuple(row.get("by") or ()),
        claims=(),
        latest=_day(row.get("latest")) or day,
        effect=_day(row.get("effect")),
        says=says,
        told=day,
    )


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _terms(row: Row) -> Terms:
    enters = row.get("enters") or {}
    entry = Entry(
        by=enters.get("by"),
        count=enters.get("count"),
        of=tuple(enters.get("of") or ()),
        share=enters.get("share"),
        delay=_delay(enters.get("delay")),
    )
    return Terms(
        entry=entry,
        joins=_delay(row.get("joins")),
        lasts=_delay(row.get("lasts")),
        until=_day(row.get("until")),
        notice=_delay(row.get("notice")),
        provisional=bool(row.get("provisional")),
    )


def _delay(row: Mapping[str, Any] | None) -> Delay | None:
    if not row:
        return None
    months = int(row.get("months", 0)) + 12 * int(row.get("years", 0))
    return Delay(months=months, days=int(row.get("days", 0)), next_month="then" in row)


# --------------------------------------------------------------- from reports


def compare_texts(history: History, reports: Path) -> list[Cell]:
    """Read a history's reports into a record of their own and compare each cell."""
    with TemporaryDirectory() as folder, Record(Path(folder) / "history.foedera") as record:
        record.read([reports])
        found = find_agreement(record.agreements(), history)
        cells: list[Cell] = []
        for day in history.days:
            row = None if found is None else record.agreement(found, on=day)["agreement"]
            cells += _cells(history, day, row)
        return cells


def find_agreement(rows: Iterable[Row], history: History) -> str | None:
    """Return the agreement of most reports that bears one of a history's titles."""
    for row in rows:
        if any(_is_one(own, title) for own in history.titles for title in row["titles"]):
            return str(row["id"])
    return None


def _is_one(own: str, title: str) -> bool:
    """Say whether a title is one of a history's: the same, or the same words in another order."""
    return fold(own) == fold(title) or same_title(own, title)


def _cells(history: History, day: str, row: Row | None) -> Iterator[Cell]:
    asked: Status = status_on(history.life, day)
    read = row or {"status": "not found", "party_status": {}}
    yield Cell(history.name, day, WHOLE, asked.status, read["status"])
    for lane, state in asked.parties:
        yield Cell(history.name, day, lane, state, read["party_status"].get(lane, "none"))


def score(cells: Iterable[Cell]) -> dict[str, float]:
    """Return the share of cells that are right, of all and of each history.

    >>> score([Cell("pact", "2031-01-01", "whole", "signed", "signed")])
    {'cells': 1.0, 'right': 1.0, 'pact': 1.0}
    """
    told = list(cells)
    figures = {"cells": float(len(told)), "right": _share(told)}
    for name in dict.fromkeys(cell.history for cell in told):
        figures[name] = _share([cell for cell in told if cell.history == name])
    return figures


def _share(cells: list[Cell]) -> float:
    return round(sum(cell.right for cell in cells) / max(1, len(cells)), 3)


def write_cells(cells: Iterable[Cell]) -> Iterator[str]:
    """Write the cells that differ as JSON lines."""
    for cell in cells:
        if not cell.right:
            row = {"history": cell.history, "day": cell.day, "lane": cell.lane}
            yield json.dumps({**row, "acts": cell.asked, "read": cell.read})
