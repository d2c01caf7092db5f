"""Putting what is computed anew in place of the old, in one transaction, row by row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeAlias

from sqlalchemy import Index, Table, delete, insert, select, update
from sqlalchemy.engine import Connection, Engine

from foedera.data import Judgement
from foedera.store import numbered, schema
from foedera.store.kept import Kept
from foedera.store.overruling import RULE, judgement_values
from foedera.store.statements import Statement

Row: TypeAlias = dict[str, Any]

_BATCH = 1000
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_LINES = ("face", "place", "story", "outlet")
"""Sorts of rows that are written for questions alone."""


Entry: TypeAlias = tuple[int, int, str]
"""A key, a day, and who is found there."""

_COMPUTED = (schema.judgements, schema.computed, schema.members, schema.entries, schema.held)


class Replacing:
    """Takes what is computed as it comes; nothing is seen of it before all is written."""

    _anew = False
    """Whether a row may have been written before."""

    def __init__(self, connection: Connection, kept: Kept | None = None) -> None:
        self._connection = connection
        self._kept = Kept() if kept is None else kept
        self._waiting: dict[str, list[Row]] = {table.name: [] for table in _COMPUTED}
        self._statements: dict[str, Statement] = {}

    @property
    def kept(self) -> Kept:
        """What was read of the record as it was before, to look up and to add to."""
        return self._kept

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

    def entries(self, entries: Iterable[Entry]) -> None:
        """Write where new claims will look for those that they may be one with."""
        for key, day, member in entries:
            self._put(schema.entries, {"key": key, "day": day, "member": member})

    def held(self, counts: Iterable[tuple[str, int]]) -> None:
        """Write in how many reports words stand."""
        for word, reports in counts:
            self._put(schema.held, {"word": word, "reports": reports})

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

    def pages(self, sort: str) -> Iterator[list[Row]]:
        """Yield the computed wholes of a sort that were written before, by id, many at a time."""
        self.flush()
        table = schema.computed
        query = select(table.c.id, table.c.row).where(table.c.sort == sort)
        query, last = query.order_by(table.c.id).limit(_BATCH), ""
        while rows := self._connection.execute(query.where(table.c.id > last)).all():
            yield [json.loads(row.row) for row in rows]
            last = rows[-1].id

    def homes(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the report of each of some claims."""
        table, stream = schema.claims, iter(claims)
        found: dict[str, str] = {}
        while batch := list(islice(stream, _BATCH)):
            query = select(table.c.id, table.c.report).where(table.c.id.in_(batch))
            found |= {row.id: row.report for row in self._connection.execute(query)}
        return found

    def numbering(self, sort: str) -> numbered.Numbering:
        """Number the wholes of a sort, one after the other."""
        self._kept.ids.pop(sort, None)
        return numbered.Numbering(self._connection, sort)

    def renumbering(self, sort: str) -> numbered.Renumbering:
        """Change what some wholes of a sort are found by."""
        return numbered.Renumbering(self._connection, sort, self._kept)

    def forget_asked(self) -> None:
        """Take out what questions are answered by, so that it can be entered again."""
        numbered.forget(self._connection)
        self._kept.ids.clear()
        table = schema.computed
        self._connection.execute(delete(table).where(table.c.sort.in_(_LINES)))

    def flush(self) -> None:
        """Write what still waits."""
        for table in _COMPUTED:
            rows = self._waiting[table.name]
            if rows:
                self._write(table, rows)
                rows.clear()

    def _put(self, table: Table, row: Row) -> None:
        rows = self._waiting[table.name]
        rows.append(row)
        if len(rows) >= _BATCH:
            self._write(table, rows)
            rows.clear()

    def _write(self, table: Table, rows: list[Row]) -> None:
        """Write rows as the database takes them."""
        if table.name not in self._statements:
            self._statements[table.name] = Statement(
                self._connection, table, list(rows[0]), anew=self._anew
            )
        self._statements[table.name].write(rows)


class Merging(Replacing):
    """Adds to what is computed, and takes the place of what it writes again."""

    _anew = True

    def forget_wholes(self, sort: str, names: Iterable[str]) -> None:
        """Take computed wholes out."""
        table = schema.computed
        gone = delete(table).where(table.c.sort == sort, table.c.id.in_(sorted(names)))
        self._connection.execute(gone)

    def forget_members(self, sort: str, members: Iterable[str]) -> None:
        """Let some belong to no whole."""
        table = schema.members
        gone = delete(table).where(table.c.sort == sort, table.c.member.in_(sorted(members)))
        self._connection.execute(gone)

    def forget_entries(self, entries: Iterable[Entry]) -> None:
        """Take out where some would be found."""
        table = schema.entries
        for key, day, member in entries:
            own = table.c.key == key, table.c.day == day, table.c.member == member
            self._connection.execute(delete(table).where(*own))

    def forget_judgements(self, names: Iterable[str]) -> None:
        """Take judgements of the rules out."""
        table = schema.judgements
        gone = delete(table).where(table.c.id.in_(sorted(names)), table.c.maker == RULE)
        self._connection.execute(gone)

    def _write(self, table: Table, rows: list[Row]) -> None:
        keys = list(table.primary_key)
        rows = list({tuple(row[key.name] for key in keys): row for row in rows}.values())
        super()._write(table, rows)


class Computed:
    """The part of a store that lets what is computed be replaced."""

    _engine: Engine
    _kept: Kept

    @contextmanager
    def replacing(self) -> Iterator[Replacing]:
        """Replace all that is computed; the old stands until all of the new is written."""
        table = schema.judgements
        with self._engine.begin() as connection:
            connection.execute(delete(table).where(table.c.maker == RULE))
            for other in _COMPUTED[1:]:
                connection.execute(delete(other))
            numbered.forget(connection)
            with _indexed_last(connection):
                writing = Replacing(connection)
                yield writing
                writing.flush()
            _mark_settled(connection)

    @contextmanager
    def merging(self) -> Iterator[Merging]:
        """Add to what is computed; the whole addition is seen or none of it.

        What was read for it is kept for the next, unless it fails or another process comes between.
        """
        kept, self._kept = self._kept, Kept()
        with self._engine.begin() as connection:
            before, stamp = _mark_settled(connection)
            kept = kept.at(before)
            writing = Merging(connection, kept)
            yield writing
            writing.flush()
            kept.stamp = stamp
        self._kept = kept


@contextmanager
def _indexed_last(connection: Connection) -> Iterator[None]:
    """Index the tables only when all rows are in: sorted at once instead of row by row.

    On a server this would shut out who reads the old rows meanwhile, so that it is not done.
    """
    file = connection.dialect.name == "sqlite"
    indexes = [one for table in _COMPUTED if file for one in sorted(table.indexes, key=_name)]
    for index in indexes:
        index.drop(connection, checkfirst=True)
    yield
    for index in indexes:
        index.create(connection)


def _name(index: Index) -> str:
    return str(index.name)


def _mark_settled(connection: Connection) -> tuple[str, str]:
    """Say that the record is settled, and return its stamp before and now.

    It writes first, so that no other process can change the record behind the stamp it reads.
    """
    connection.execute(delete(schema.meta).where(schema.meta.c.name == "settled"))
    done = {"name": "settled", "value": str(schema.version)}
    connection.execute(insert(schema.meta).values(**done))
    before = numbered.read_stamp(connection)
    stamp = str(int(before or 0) + 1)
    connection.execute(delete(schema.meta).where(schema.meta.c.name == "stamp"))
    connection.execute(insert(schema.meta).values(name="stamp", value=stamp))
    return before, stamp


def dump(row: Row) -> str:
    """Write a row as the store keeps it."""
    return _ENCODE(row)
