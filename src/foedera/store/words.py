"""Full-text search: FTS5 in SQLite, text search vectors in PostgreSQL."""

from __future__ import annotations

import re

from sqlalchemy import bindparam, text
from sqlalchemy.engine import Connection

_word = re.compile(r"\w+")


def prepare(connection: Connection) -> None:
    """Make the index of words where the record has none yet."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5("
                "report UNINDEXED, body, tokenize='unicode61 remove_diacritics 2')"
            )
        )
        return
    connection.execute(
        text("CREATE TABLE IF NOT EXISTS words (report TEXT PRIMARY KEY, body TSVECTOR)")
    )
    connection.execute(text("CREATE INDEX IF NOT EXISTS words_body ON words USING gin(body)"))


def add(connection: Connection, report: str, body: str) -> None:
    """Index one report's words."""
    value = ":body" if connection.dialect.name == "sqlite" else "to_tsvector('simple', :body)"
    statement = f"INSERT INTO words (report, body) VALUES (:report, {value})"
    connection.execute(text(statement), {"report": report, "body": body})


def remove(connection: Connection, report: str) -> None:
    """Forget one report's words."""
    connection.execute(text("DELETE FROM words WHERE report = :report"), {"report": report})


def find(connection: Connection, query: str, *, limit: int) -> list[str]:
    """Return the reports that hold all the words, best first; ties by id."""
    asked = _word.findall(query)
    if not asked:
        return []
    if connection.dialect.name == "sqlite":
        match = " ".join(f'"{word}"' for word in asked)
        order = "SELECT report FROM words WHERE words MATCH :asked ORDER BY rank, report"
    else:
        match = " & ".join(asked)
        order = (
            "SELECT report FROM words WHERE body @@ to_tsquery('simple', :asked) "
            "ORDER BY ts_rank(body, to_tsquery('simple', :asked)) DESC, report"
        )
    statement = text(order + " LIMIT :limit").bindparams(bindparam("asked"), bindparam("limit"))
    rows = connection.execute(statement, {"asked": match, "limit": limit})
    return [row[0] for row in rows]
