"""Opening a database: a file by its path, a server by its URL."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from foedera.errors import RecordError
from foedera.store import schema, words


def open_engine(target: str | Path, *, create: bool = True) -> Engine:
    """Open the record at a path or URL and make sure that this version can read it.

    Raises: RecordError where the file is missing (and must not be made), foreign, damaged,
    locked, or of a later version.
    """
    where = str(target)
    file = None if "://" in where else Path(where)
    if file is not None:
        _check_file(file, create=create)
    engine = create_engine(where if file is None else f"sqlite:///{file}")
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    try:
        _prepare(engine)
    except (DatabaseError, OperationalError) as broken:
        engine.dispose()
        raise RecordError(f"{where}: {_plain(broken)}") from broken
    except RecordError as wrong:
        engine.dispose()
        raise RecordError(f"{where}: {wrong}") from wrong
    return engine


def _prepare(engine: Engine) -> None:
    """Bring the tables up; where another process makes them at this moment, look again."""
    for attempt in (1, 2, 3):
        try:
            with engine.begin() as connection:
                schema.bring_up(connection)
                words.prepare(connection)
            return
        except OperationalError as raced:
            if "already exists" not in str(raced) or attempt == 3:
                raise
            time.sleep(0.2 * attempt)


def _check_file(file: Path, *, create: bool) -> None:
    if file.is_dir():
        raise RecordError(f"{file} is a folder. Name a file for the record.")
    if not file.exists():
        if not create:
            raise RecordError(f"{file} does not exist. Make it with: foedera read --record {file}")
        if not file.absolute().parent.is_dir():
            raise RecordError(f"{file.absolute().parent} does not exist. Make the folder first.")
    elif not _looks_sqlite(file):
        raise RecordError(f"{file} is not a foedera record. Name another file, or a new one.")


def _prepare_sqlite(connection: Any, _: object) -> None:
    """One writer and many readers; a kill loses at most the transaction in hand."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout=10000")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA cache_size=-65536")
    cursor.close()


def _plain(broken: DatabaseError) -> str:
    said = str(broken.orig) if broken.orig else str(broken)
    if "locked" in said:
        return "another foedera is writing to this record. Wait for it to end."
    if "not a database" in said or "malformed" in said:
        return "this is not a foedera record, or it is damaged."
    return said


def _looks_sqlite(file: Path) -> bool:
    with file.open("rb") as stream:
        head = stream.read(15)
    return head in (b"", b"SQLite format 3")
