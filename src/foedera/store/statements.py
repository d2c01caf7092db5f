"""Rows written as the database takes them: a statement for all of a table, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.engine import Connection


class Statement:
    """Writes rows of the same columns into a table.

    Values reach the driver as they are: whole numbers, texts and bytes. What is written `anew`
    takes the place of the row that has its key.
    """

    def __init__(
        self, connection: Connection, table: Table, names: Sequence[str], *, anew: bool = False
    ) -> None:
        read = insert(table).compile(dialect=connection.dialect, column_keys=list(names))
        self._connection, self._statement = connection, str(read)
        if anew:
            self._statement += _taking_the_place(table, names)
        order = list(read.positiontup or ())  # names of values in order, where they go by place
        self._values = itemgetter(*order) if order else None

    def write(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write some rows."""
        values: Any = list(map(self._values, rows)) if self._values else rows
        self._connection.exec_driver_sql(self._statement, values)


def _taking_the_place(table: Table, names: Sequence[str]) -> str:
    """Return how a row takes the place of one with its key, as both databases say it."""
    keys = [key.name for key in table.primary_key]
    own = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in keys)
    key = ", ".join(f'"{name}"' for name in keys)
    return f" ON CONFLICT ({key}) DO " + (f"UPDATE SET {own}" if own else "NOTHING")
