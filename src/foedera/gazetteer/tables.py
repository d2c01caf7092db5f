"""Reads the gazetteer's tables: tab-separated, a comment line, a line of column names."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib import resources


def rows(table: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of one table, header left out; `table` is the file's name without ending.

    Raises: FileNotFoundError if there is neither a plain nor a compressed table of that name.
    """
    lines = _text(table).splitlines()
    width = lines[1].count("\t") + 1
    for line in lines[2:]:
        cells = tuple(line.split("\t"))
        yield cells + ("",) * (width - len(cells))


def _text(table: str) -> str:
    folder = resources.files("foedera.gazetteer")
    plain = folder / f"{table}.tsv"
    if plain.is_file():
        return plain.read_text(encoding="utf8")
    return gzip.decompress((folder / f"{table}.tsv.gz").read_bytes()).decode("utf8")


def cells(cell: str) -> list[str]:
    """Cut a cell that lists several names at its bars."""
    return [part for part in cell.split("|") if part]
