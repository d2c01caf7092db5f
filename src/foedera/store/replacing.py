"""Putting what is computed anew in place of the old, in one transaction, row by row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, delete, insert, select, update

from foedera.data import Judgement
from foedera.store import schema
from foedera.store.overruling import RULE, judgement_values

Row: TypeAlias = dict[str, Any]

_BATCH = 1000


class Replacing:
    """Takes what is computed as it comes; nothing is seen of it before all is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = {"judgements": [], "computed": [], "members": []}

    def judgements(self, computed: Iterable[Judgement]) -> None:
        """Write judgements of the rules."""
        for one in computed:
            self._put(schema.judgements, judgement_values(one))

    def wholes(self, sort: str, rows: Iterable[tuple[int, Row]]) -> None:
        """Write computed wholes, each with its place among those of its sort."""
        for place, row in rows:
            body = {"sort": sort, "id": row["id"], "place": place, "row": dump(row)}
            self._put(schema.computed, body)

    def members(self, sort: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Write who belongs to which whole."""
        for member, whole in pairs:
            self._put(schema.members, {"sort": sort, "member": member, "whole": whole})

    def whole(self, sort: str, name: str) -> Row:
        """Return a computed whole that was written before."""
        self.flush()
        table = schema.computed
        query = select(table.c.row).where(table.c.sort == sort, table.c.id == name)
        return dict(json.loads(self._connection.execute(query).scalar_one()))

    def change(self, sort: str, row: Row) -> None:
        """Write a computed whole anew, in its old place."""
        table = schema.computed
        own = update(table).where(table.c.sort == sort, table.c.id == row["id"])
        self._connection.execute(own.values(row=dump(row)))

    def flush(self) -> None:
        """Write what still waits."""
        for name, rows in self._waiting.items():
            if rows:
                self._connection.execute(insert(schema.tables.tables[name]), rows)
                rows.clear()

    def _put(self, table: Any, row: Row) -> None:
        rows = self._waiting[table.name]
        rows.append(row)
        if len(rows) >= _BATCH:
            self._connection.execute(insert(table), rows)
            rows.clear()


class Computed:
    """The part of a store that lets what is computed be replaced."""

    _engine: Engine

    @contextmanager
    def replacing(self) -> Iterator[Replacing]:
        """Replace all that is computed; the old stands until all of the new is written."""
        table = schema.judgements
        with self._engine.begin() as connection:
            connection.execute(delete(table).where(table.c.maker == RULE))
            connection.execute(delete(schema.computed))
            connection.execute(delete(schema.members))
            writing = Replacing(connection)
            yield writing
            writing.flush()
            connection.execute(delete(schema.meta).where(schema.meta.c.name == "settled"))
            done = {"name": "settled", "value": str(schema.version)}
            connection.execute(insert(schema.meta).values(**done))


def dump(row: Row) -> str:
    """Write a row as the store keeps it."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
