"""Wholes by number: columns of what they are ordered by, postings of what they are found by.

Each whole of a sort has a number from nought. A column holds one value a number, a posting the
numbers that have a value; both lie in blocks, so that a change writes little. Blocks of columns are
small: whoever numbers one more whole writes the last block of every column anew.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection, Engine

from foedera.measure import id_name as id_name
from foedera.measure import id_number as id_number
from foedera.store import schema
from foedera.store.kept import Kept
from foedera.store.postings import BLOCK, lengthen, read_posting, write_posting
from foedera.store.statements import Statement

Facet: TypeAlias = tuple[str, str]
Columns: TypeAlias = Mapping[str, Sequence[int]]
Numbers: TypeAlias = Any
"""An array of numbers."""

PIECE = schema.PIECE
ID = "id"
_ROOM = 1024
_OFFSET, _NAME, _VALUE = np.dtype("<u2"), np.dtype("<u8"), np.dtype("<i4")
_MOST = 500


class Numbered:
    """The part of a store that finds wholes by columns and postings."""

    _engine: Engine

    def column(self, sort: str, name: str) -> Numbers:
        """Return the values of all wholes of a sort, by number."""
        with self._engine.connect() as connection:
            return _column(connection, sort, name)

    def postings(self, sort: str, facet: Facet) -> Numbers:
        """Return the numbers of the wholes that have a value, in order."""
        table = schema.postings
        query = (
            select(table.c.block, table.c.body)
            .where(table.c.sort == sort, table.c.facet == facet[0], table.c.value == facet[1])
            .order_by(table.c.block)
        )
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        parts = [read_posting(row.body).astype(np.int64) + row.block * BLOCK for row in rows]
        return np.concatenate(parts) if parts else np.empty(0, np.int64)

    def stamp(self) -> str:
        """Return what changes whenever what is computed does."""
        with self._engine.connect() as connection:
            return read_stamp(connection)


def read_stamp(connection: Connection) -> str:
    """Return the stamp of what is computed; empty where nothing ever was."""
    query = select(schema.meta.c.value).where(schema.meta.c.name == "stamp")
    return str(connection.execute(query).scalar() or "")


def _column(connection: Connection, sort: str, name: str) -> Numbers:
    table = schema.columns
    query = (
        select(table.c.body)
        .where(table.c.sort == sort, table.c.name == name)
        .order_by(table.c.block)
    )
    bodies = connection.execute(query).scalars().all()
    return np.frombuffer(b"".join(bodies), _type(name)).copy()


def _type(name: str) -> Any:
    return _NAME if name == ID else _VALUE


class Numbering:
    """Writes columns and postings of one sort, number after number, a block at a time."""

    def __init__(self, connection: Connection, sort: str) -> None:
        self._connection = connection
        self._sort = sort
        self._count = 0
        self._columns: dict[str, array[int]] = {}
        self._postings: dict[Facet, int | array[int]] = {}

    def add(self, values: Mapping[str, int], facets: Iterable[Facet]) -> None:
        """Give the next whole its number, its values and what it is found by."""
        offset = self._count % BLOCK
        for name, value in values.items():
            if name not in self._columns:
                self._columns[name] = array("Q" if name == ID else "i")
            self._columns[name].append(value)
        for facet in facets:
            held = self._postings.setdefault(facet, offset)
            if isinstance(held, array):
                held.append(offset)
            elif held != offset:
                self._postings[facet] = array("H", (held, offset))
        self._count += 1
        if self._count % BLOCK == 0:
            self._write((self._count - 1) // BLOCK)

    def close(self) -> None:
        """Write what still waits."""
        if self._columns:
            self._write(self._count // BLOCK)

    def _write(self, block: int) -> None:
        own = {"sort": self._sort, "block": block}
        first = block * (BLOCK // PIECE)
        rows = [
            {"sort": self._sort, "name": name, "block": first + place, "body": body}
            for name, held in self._columns.items()
            for place, body in enumerate(_pieces(np.asarray(held, _type(name))))
        ]
        self._connection.execute(insert(schema.columns), rows)
        names = (*own, "facet", "value", "body")
        postings = Statement(self._connection, schema.postings, names)
        for start in range(0, len(keys := sorted(self._postings)), _MOST):
            postings.write(
                [
                    {**own, "facet": f, "value": v, "body": _body(self._postings[f, v])}
                    for f, v in keys[start : start + _MOST]
                ]
            )
        self._columns.clear()
        self._postings.clear()


def _pieces(values: Numbers) -> Iterator[bytes]:
    """Yield a column block by block."""
    for start in range(0, len(values), PIECE):
        yield values[start : start + PIECE].tobytes()


def _body(offsets: int | array[int]) -> bytes:
    """Write offsets, which came in order; most values have but one."""
    if isinstance(offsets, int):
        return offsets.to_bytes(2, "little")
    return write_posting(np.asarray(offsets, _OFFSET))


class Renumbering:
    """Changes what some wholes of one sort hold, and numbers new ones after the rest."""

    def __init__(self, connection: Connection, sort: str, kept: Kept | None = None) -> None:
        self._connection = connection
        self._sort = sort
        self._kept = Kept() if kept is None else kept
        if sort not in self._kept.ids:
            ids = _column(connection, sort, ID)
            self._kept.ids[sort] = ids, len(ids)
        self._ids, self._count = self._kept.ids[sort]
        self._held = self._count
        self._found: dict[int, int] = {}
        """Numbers by id, of those that were looked for together; -1 for one that is new."""
        self._added: dict[int, dict[str, int]] = {}
        self._gained: dict[Facet, set[int]] = defaultdict(set)
        self._lost: dict[Facet, set[int]] = defaultdict(set)
        self._posting: Statement | None = None
        self._read: dict[int, dict[str, Numbers]] = {}
        """Blocks that values were read from, as they were when this began."""

    def number(self, name: str) -> int | None:
        """Return the number of a whole by its id."""
        wanted = id_number(name)
        if wanted not in self._found:
            self.look_up([name])
        number = self._found[wanted]
        return number if number >= 0 else None

    def look_up(self, names: Iterable[str]) -> None:
        """Find the numbers of some wholes in one pass over all ids."""
        wanted = np.asarray([id_number(name) for name in names], _NAME)
        ids, step = self._ids[: self._count], _NAME.itemsize // _OFFSET.itemsize
        marked = np.zeros(1 << 16, bool)
        marked[wanted.view(_OFFSET)[::step]] = True
        near = np.flatnonzero(marked.take(ids.view(_OFFSET)[::step]))  # by their last digits
        there = near[np.isin(ids[near], wanted)]
        self._found |= dict.fromkeys(wanted.tolist(), -1)
        self._found |= dict(zip(ids[there].tolist(), there.tolist(), strict=True))

    def values(self, name: str) -> dict[str, int]:
        """Return the values of a whole, none of one that is new."""
        number = self.number(name)
        if number is None:
            return {}
        if number in self._added:
            return dict(self._added[number])
        block, offset = divmod(number, PIECE)
        return {n: int(body[offset]) for n, body in self._bodies(block).items()}

    def put(
        self, name: str, values: Mapping[str, int], now: set[Facet], before: set[Facet]
    ) -> None:
        """Give a whole its values, and change what it is found by."""
        number = self.number(name)
        if number is None:
            number = self._append(id_number(name))
        self._added[number] = {ID: id_number(name), **values}
        for facet in now - before:
            self._gained[facet].add(number)
            self._lost[facet].discard(number)
        for facet in before - now:
            self._lost[facet].add(number)
            self._gained[facet].discard(number)

    def _append(self, wanted: int) -> int:
        """Number a new whole after the rest; room is made for many at once."""
        number = self._count
        if number == len(self._ids):
            self._ids = np.concatenate([self._ids, np.zeros(_ROOM, _NAME)])
        self._ids[number] = np.uint64(wanted)
        self._found[wanted] = number
        self._count += 1
        return number

    def drop(self, name: str, before: set[Facet], found_by: Callable[[str], set[Facet]]) -> None:
        """Take a whole out; the last of its sort gets its number.

        `before` is what the whole was found by, `found_by` tells it of the last one.
        """
        number, last = self.number(name), self._count - 1
        if number is None:
            return
        mover = id_name(int(self._ids[last]))
        self._move(before, number, None)
        if number != last:
            values = self.values(mover)
            self._move(found_by(mover), last, number)
            self._added[number] = {ID: id_number(mover), **values}
            self._ids[number] = self._ids[last]
            self._found[id_number(mover)] = number
        self._added.pop(last, None)
        self._found[id_number(name)] = -1
        self._count = last

    def _move(self, facets: set[Facet], old: int, new: int | None) -> None:
        for facet in facets:
            self._lost[facet].add(old)
            self._gained[facet].discard(old)
            if new is not None:
                self._gained[facet].add(new)
                self._lost[facet].discard(new)

    def close(self) -> None:
        """Write the changed blocks."""
        self._kept.ids[self._sort] = self._ids, self._count
        blocks: dict[int, list[int]] = defaultdict(list)
        for number in sorted(self._added):
            blocks[number // PIECE].append(number)
        for block, numbers in blocks.items():
            self._write_columns(block, numbers)
        if self._count < self._held:
            self._cut()
        changed: dict[tuple[str, int], set[str]] = defaultdict(set)
        for gone in (self._gained, self._lost):
            for (facet, value), held in gone.items():
                for block in {number // BLOCK for number in held}:
                    changed[facet, block].add(value)
        for (facet, block), values in sorted(changed.items()):
            self._write_postings(facet, block, sorted(values))

    def _bodies(self, block: int) -> dict[str, Numbers]:
        """Return the columns of a block as they were when this began."""
        if block not in self._read:
            table = schema.columns
            query = select(table.c.name, table.c.body).where(
                table.c.sort == self._sort, table.c.block == block
            )
            rows = self._connection.execute(query)
            self._read[block] = {r.name: np.frombuffer(r.body, _type(r.name)) for r in rows}
        return self._read[block]

    def _cut(self) -> None:
        """Let columns end where the numbers now do."""
        table, count = schema.columns, self._count
        for block in range(count // PIECE, (self._held - 1) // PIECE + 1):
            kept = max(0, count - block * PIECE)
            place = table.c.sort == self._sort, table.c.block == block
            query = select(table.c.name, table.c.body).where(*place)
            bodies = {row.name: row.body for row in self._connection.execute(query)}
            self._connection.execute(delete(table).where(*place))
            own = {"sort": self._sort, "block": block}
            rows = [
                {**own, "name": name, "body": body[: kept * _type(name).itemsize]}
                for name, body in bodies.items()
            ]
            if kept and rows:
                self._connection.execute(insert(table), rows)

    def _write_columns(self, block: int, numbers: Sequence[int]) -> None:
        """Write the columns of a block that are other than they were."""
        bodies, rows = self._bodies(block), []
        for name in self._added[numbers[0]]:
            before = bodies.get(name, np.empty(0, _type(name)))
            grown = np.zeros(max(numbers[-1] % PIECE + 1, len(before)), _type(name))
            grown[: len(before)] = before
            for number in numbers:
                grown[number % PIECE] = self._added[number][name]
            if (body := grown.tobytes()) != before.tobytes():
                rows.append({"sort": self._sort, "block": block, "name": name, "body": body})
        if rows:
            Statement(self._connection, schema.columns, list(rows[0]), anew=True).write(rows)

    def _write_postings(self, facet: str, block: int, values: Sequence[str]) -> None:
        """Write what changed under the values of one facet in one block, all at once."""
        table = schema.postings
        own = {"sort": self._sort, "facet": facet, "block": block}
        query = select(table.c.value, table.c.body).where(
            *(table.c[name] == value for name, value in own.items()), table.c.value.in_(values)
        )
        held = {row.value: row.body for row in self._connection.execute(query)}
        rows, gone = [], []
        for value in values:
            body = self._posted(held.get(value, b""), (facet, value), block)
            if body:
                rows.append({**own, "value": value, "body": body})
            elif value in held:
                gone.append(value)
        if gone:
            place = (table.c[name] == value for name, value in own.items())
            self._connection.execute(delete(table).where(*place, table.c.value.in_(gone)))
        if rows:
            if self._posting is None:
                self._posting = Statement(self._connection, table, list(rows[0]), anew=True)
            self._posting.write(rows)

    def _posted(self, body: bytes, facet: Facet, block: int) -> bytes:
        """Return the offsets of a posting as they are now; most only gain what is new and last."""
        gained = _within(self._gained.get(facet, ()), block)
        lost = _within(self._lost.get(facet, ()), block)
        if not len(lost):
            longer = lengthen(body, gained)
            if longer is not None:
                return longer
        offsets = read_posting(body)
        at, there = _found(offsets, gained)
        offsets = np.insert(offsets, at[~there], gained[~there])
        at, there = _found(offsets, lost)
        return write_posting(np.delete(offsets, at[there]))


def _within(numbers: Iterable[int], block: int) -> Numbers:
    """Return the offsets of those numbers that lie in a block, in order."""
    return np.asarray(sorted(n % BLOCK for n in numbers if n // BLOCK == block), _OFFSET)


def _found(offsets: Numbers, wanted: Numbers) -> tuple[Numbers, Numbers]:
    """Return where some offsets stand, or would, and which of them are there."""
    at = np.searchsorted(offsets, wanted)
    if not len(offsets):
        return at, np.zeros(len(wanted), bool)
    return at, offsets[np.minimum(at, len(offsets) - 1)] == wanted


def forget(connection: Connection) -> None:
    """Take all columns and postings out."""
    for table in (schema.columns, schema.postings):
        connection.execute(delete(table))
