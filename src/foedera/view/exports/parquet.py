"""One listing as a Parquet file, nested fields as nested columns; days are ISO texts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from foedera.view.exports.arrow import schema_of
from foedera.view.exports.choice import Chosen
from foedera.view.exports.listings import list_rows

_GROUP = 20_000


class Sink:
    """A file that hands on what is written to it."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.closed = False
        self._at = 0

    def write(self, data: Any) -> int:
        """Take a piece."""
        piece = bytes(data)
        self.pieces.append(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        """Say how much was written."""
        return self._at

    def flush(self) -> None:
        """Have nothing to do."""

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def close(self) -> None:
        """Close."""
        self.closed = True

    def take(self) -> list[bytes]:
        """Return what was written since the last time."""
        pieces, self.pieces = self.pieces, []
        return pieces


def write_table(chosen: Chosen, table: str) -> Iterator[bytes]:
    """Write one listing of what is chosen, a group of rows at a time."""
    schema, sink = schema_of(table), Sink()
    rows = list_rows(chosen, table)
    with pq.ParquetWriter(pa.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while some := list(islice(rows, _GROUP)):
            writer.write_table(pa.Table.from_pylist([dict(row) for row in some], schema=schema))
            yield from sink.take()
    yield from sink.take()
