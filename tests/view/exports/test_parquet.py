"""Parquet files read back to the rows of the record."""

import io
from typing import Any

import pyarrow.parquet as pq
import pytest

from foedera.record import Record
from foedera.view.exports.arrow import COLUMNS
from foedera.view.exports.choice import Choice, Chosen
from foedera.view.exports.formats import pieces_of
from foedera.view.exports.listings import LISTINGS, list_rows


def read(record: Record, table: str, **choice: str) -> Any:
    pieces = pieces_of("parquet", Chosen(record, Choice(**choice)), table)
    return pq.read_table(io.BytesIO(b"".join(pieces)))  # type: ignore[arg-type]


def lean(value: Any) -> Any:
    """A value without what is absent; maps come back as pairs, whole numbers as real ones."""
    if isinstance(value, dict):
        return {k: lean(v) for k, v in sorted(value.items()) if v is not None}
    if isinstance(value, list | tuple):
        return [lean(item) for item in value]
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def pairs(row: Any) -> Any:
    named = ("party_status", "party_basis", "acknowledgement")
    return {k: [list(p) for p in v.items()] if k in named else v for k, v in row.items()}


@pytest.mark.parametrize("table", LISTINGS)
def test_every_value_comes_back(record: Record, table: str) -> None:
    """A field that rows have and `arrow.COLUMNS` has not would be lost here: add it there."""
    found = read(record, table).to_pylist()
    rows = list(list_rows(Chosen(record), table))
    assert len(found) == len(rows)
    for back, row in zip(found, rows, strict=True):
        assert lean(back) == lean(pairs(row))


def test_every_listing_has_columns() -> None:
    assert COLUMNS.keys() == LISTINGS.keys()


def test_a_listing_without_rows_keeps_its_columns(samples: Record) -> None:
    empty = read(samples, "events", actor="PRK")
    assert empty.num_rows == 0
    assert empty.column_names == list(COLUMNS["events"])


def test_many_rows_come_in_groups(samples: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedera.view.exports.parquet._GROUP", 10)
    assert read(samples, "events").num_rows == len(samples.events())
