"""Rows one after another, for what is too long to stand in memory at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.engine import Engine

from foedera.store import schema

Row: TypeAlias = dict[str, Any]

_BATCH = 500


class Streams:
    """What hands rows on without holding them."""

    _engine: Engine

    def each_computed(self, sort: str) -> Iterator[Row]:
        """Yield the computed wholes of one sort, in order."""
        table = schema.computed
        query = select(table.c.row).where(table.c.sort == sort).order_by(table.c.place, table.c.id)
        with self._engine.connect() as connection:
            rows = connection.execute(query.execution_options(yield_per=_BATCH))
            for row in rows.scalars():
                yield json.loads(row)

    def each_report(self) -> Iterator[tuple[str, str, Row, Row]]:
        """Yield id, text, head and what was found of each report, in order of ids."""
        table = schema.reports
        query = select(table.c.id, table.c.text, table.c.head, table.c.found).order_by(table.c.id)
        with self._engine.connect() as connection:
            for row in connection.execute(query.execution_options(yield_per=_BATCH)):
                yield row.id, row.text, json.loads(row.head), json.loads(row.found)

    def claims_of(self, names: Iterable[str]) -> list[Row]:
        """Return claims by their ids as on the wire, with `report`, in order of ids."""
        table = schema.claims
        query = select(table.c.id, table.c.report, table.c.row)
        return [{**json.loads(row.row), "report": row.report} for row in self._by(query, names)]

    def reports_of(self, names: Iterable[str]) -> list[tuple[str, str, Row]]:
        """Return id, text and head of reports by their ids, in order of ids."""
        table = schema.reports
        query = select(table.c.id, table.c.text, table.c.head)
        return [(row.id, row.text, json.loads(row.head)) for row in self._by(query, names)]

    def _by(self, query: Any, names: Iterable[str]) -> Iterator[Any]:
        """Ask for rows by id, few enough at a time for any database."""
        wanted = sorted(set(names))
        column = query.selected_columns.id
        with self._engine.connect() as connection:
            for start in range(0, len(wanted), _BATCH):
                some = query.where(column.in_(wanted[start : start + _BATCH])).order_by(column)
                yield from connection.execute(some).all()
