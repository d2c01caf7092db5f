"""Opening a database: a file by its path, a server by its URL."""

from __future__ import annotations

import os
import time
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine, ExceptionContext
from sqlalchemy.exc import DBAPIError, IntegrityError

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
    engine = create_engine(where if file is None else _url(file))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "handle_error", partial(_explain, where))
    try:
        _prepare(engine)
    except RecordError as wrong:
        engine.dispose()
        said = str(wrong).removeprefix(f"{where}: ")
        raise RecordError(f"{where}: {said}") from wrong
    return engine


def _url(file: Path) -> str:
    """Return how to open a file; one that may not be written can still be asked."""
    log = file.with_name(file.name + "-wal")
    writable = os.access(file.absolute().parent, os.W_OK)
    if writable and (not file.exists() or os.access(file, os.W_OK)):
        return f"sqlite:///{file}"
    if not file.exists() or (log.exists() and log.stat().st_size):
        return f"sqlite:///{file}"
    return f"sqlite:///file:{quote(str(file.absolute()))}?mode=ro&immutable=1&uri=true"


def _explain(where: str, context: ExceptionContext) -> None:
    """Say what a database's complaint means, whichever question met it."""
    broken = context.sqlalchemy_exception
    if isinstance(broken, DBAPIError) and not isinstance(broken, IntegrityError):
        raise RecordError(f"{where}: {_plain(str(broken.orig))}") from broken


def _prepare(engine: Engine) -> None:
    """Bring the tables up; where another process makes them at this moment, look again."""
    for attempt in (1, 2, 3):
        try:
            with engine.begin() as connection:
                schema.bring_up(connection)
                words.prepare(connection)
            return
        except RecordError as raced:
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
    cursor.execute("PRAGMA cache_size=-32768")
    cursor.close()


_MEANINGS = {
    "locked": "another foedera is writing to this record. Wait for it to end.",
    "not a database": "this is not a foedera record, or it is damaged. Name another file, or "
    "read the reports into a new one.",
    "malformed": "the record is damaged. Take a copy from before, or read the reports into a new "
    "one.",
    "readonly": "the record may not be written. Check the rights of the file and its folder, or "
    "copy it to a folder of yours.",
    "unable to open": "no record can be opened or made here. Check the rights of the folder.",
    "is full": "the disk is full. Make room and read again; what was read is kept.",
    "disk I/O": "the disk cannot be read or written. Check it, or copy the record elsewhere.",
}


def _plain(said: str) -> str:
    return next((means for sign, means in _MEANINGS.items() if sign in said), said)


def _looks_sqlite(file: Path) -> bool:
    with file.open("rb") as stream:
        head = stream.read(15)
    return head in (b"", b"SQLite format 3")
