"""The record's tables, the same on SQLite and PostgreSQL, and how old records are brought up."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.engine import Connection

from foedera.errors import RecordError
from foedera.store.postings import MARKS, write_posting

tables = MetaData()

meta = Table(
    "meta",
    tables,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

reports = Table(
    "reports",
    tables,
    Column("id", Text, primary_key=True),
    Column("outlet", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("text", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("found", Text, nullable=False),
    Index("reports_by_day", "earliest"),
)

keys = Table(
    "names",
    tables,
    Column("key", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), primary_key=True, index=True),
)

claims = Table(
    "claims",
    tables,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("reports.id"), nullable=False),
    Column("place_in_report", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("countries", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("row", Text, nullable=False),
    Index("claims_by_report", "report", "place_in_report"),
    Index("claims_by_kind", "kind", "earliest"),
)

judgements = Table(
    "judgements",
    tables,
    Column("id", Text, primary_key=True),
    Column("layer", Text, nullable=False),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("maker", Text, nullable=False),
    Column("made", Text),
    Column("withdrawn", Text),
    Index("judgements_by_left", "layer", "left"),
    Index("judgements_by_right", "layer", "right"),
    Index("judgements_by_maker", "maker"),
    Index("judgements_by_score", "layer", "verdict", "score", "id"),
)

corrections = Table(
    "corrections",
    tables,
    Column("id", Text, primary_key=True),
    Column("claim", Text, nullable=False, index=True),
    Column("field", Text, nullable=False),
    Column("value", Text),
    Column("because", Text, nullable=False),
    Column("maker", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("withdrawn", Text),
)

additions = Table(
    "additions",
    tables,
    Column("id", Text, primary_key=True),
    Column("report", Text, nullable=False, index=True),
    Column("row", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("maker", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("withdrawn", Text),
)

computed = Table(
    "computed",
    tables,
    Column("sort", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("row", Text, nullable=False),
    Index("computed_by_place", "sort", "place"),
)

members = Table(
    "members",
    tables,
    Column("sort", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("whole", Text, nullable=False),
    Index("members_of_whole", "whole", "sort", "member"),
)

entries = Table(
    "entries",
    tables,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("member", Text, primary_key=True),
    sqlite_with_rowid=False,
)

held = Table(
    "held",
    tables,
    Column("word", Text, primary_key=True),
    Column("reports", Integer, nullable=False),
    sqlite_with_rowid=False,
)

columns = Table(
    "columns",
    tables,
    Column("sort", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("block", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

postings = Table(
    "postings",
    tables,
    Column("sort", Text, primary_key=True),
    Column("facet", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("block", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)


def _index_what_is_near(connection: Connection) -> None:
    """Make the tables by which new claims find old ones; the next settling fills them."""
    tables.create_all(connection)
    _index_members(connection)


def _index_members(connection: Connection) -> None:
    """Find members by their whole, and by nothing else: wholes of members are found by key."""
    for old in ("members_by_whole", "members_in_order"):
        connection.execute(text(f"DROP INDEX IF EXISTS {old}"))
    for index in members.indexes:
        index.create(connection, checkfirst=True)


def _let_reports_share_names(connection: Connection) -> None:
    """Keep every report's name: a file that was edited and read again names two."""
    tables.create_all(connection)
    if "keys" in inspect(connection).get_table_names():
        connection.execute(text("INSERT INTO names (key, report) SELECT key, report FROM keys"))
        connection.execute(text("DROP TABLE keys"))
    named = select(keys.c.report)
    for row in connection.execute(
        select(reports.c.id, reports.c.head).where(~reports.c.id.in_(named))
    ):
        connection.execute(insert(keys).values(key=json.loads(row.head)["id"], report=row.id))


def _index_what_is_asked(connection: Connection) -> None:
    """Make the tables by which questions are answered; the next settling fills them."""
    tables.create_all(connection)
    for index in judgements.indexes:
        index.create(connection, checkfirst=True)


def _compute_anew(connection: Connection) -> None:
    """Let the next question settle first: agreements keep more than they did."""
    connection.execute(update(meta).where(meta.c.name == "settled").values(value=""))


PIECE = 4096
"""So many numbers lie in a block of a column."""


def _write_less(connection: Connection) -> None:
    """Cut columns into small blocks, and keep long postings as bits; what is settled stays so."""
    _cut_columns(connection)
    table, keys = postings, list(postings.primary_key)
    long = select(table).where(func.length(table.c.body) >= MARKS)
    for row in connection.execute(long).all():
        own = (key == row[place] for place, key in enumerate(keys))
        body = write_posting(np.frombuffer(row.body, "<u2"))
        connection.execute(update(table).where(*own).values(body=body))
    settled = meta.c.name == "settled", meta.c.value == str(_CUT - 1)
    connection.execute(update(meta).where(*settled).values(value=str(_CUT)))


def _cut_columns(connection: Connection) -> None:
    for sort, name in connection.execute(select(columns.c.sort, columns.c.name).distinct()).all():
        own = columns.c.sort == sort, columns.c.name == name
        held = select(columns.c.body).where(*own).order_by(columns.c.block)
        whole = b"".join(connection.execute(held).scalars())
        step = PIECE * (8 if name == "id" else 4)
        pieces = (whole[start : start + step] for start in range(0, len(whole), step))
        named = {"sort": sort, "name": name}
        rows = [{**named, "block": place, "body": body} for place, body in enumerate(pieces)]
        connection.execute(columns.delete().where(*own))
        if rows:
            connection.execute(insert(columns), rows)


migrations: tuple[Callable[[Connection], None], ...] = (
    tables.create_all,
    _index_what_is_near,
    tables.create_all,
    _let_reports_share_names,
    _index_members,
    _index_what_is_asked,
    _compute_anew,
    _write_less,
)
"""Each step brings a record from the version of its place in the row to the next."""

_CUT = 8
"""The version since which columns and postings are written so."""

version = len(migrations)


def bring_up(connection: Connection) -> None:
    """Create the tables of a new record, or lift an older one to this version.

    Raises: RecordError for a database that is none of ours, or written by a later foedera.
    """
    found = _found_version(connection)
    if found > version:
        raise RecordError(
            f"The record was written by a later foedera (schema {found}, this one knows {version})."
            " Install the newer foedera to open it."
        )
    for step in migrations[found:]:
        step(connection)
    if found < version:
        connection.execute(meta.delete().where(meta.c.name == "schema"))
        connection.execute(meta.insert().values(name="schema", value=str(version)))


def _found_version(connection: Connection) -> int:
    names = set(inspect(connection).get_table_names())
    if not names:
        return 0
    if not {"meta", "reports", "claims"} <= names:
        raise RecordError(
            "This database is not a foedera record. Name another file, or a new one to begin."
        )
    value = connection.execute(meta.select().where(meta.c.name == "schema")).first()
    if value is None:
        raise RecordError("The record does not say its schema version; it may be damaged.")
    return int(value.value)
