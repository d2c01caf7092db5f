"""The store: what was read, what was judged, and caches of what follows from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Connection, Engine

from foedera import wire
from foedera.data import Actor, Claim, Extraction, Report
from foedera.errors import NotInRecord
from foedera.store import (
    additions,
    bulk,
    nearby,
    numbered,
    overruling,
    replacing,
    schema,
    streams,
    words,
)
from foedera.store.engine import open_engine
from foedera.store.kept import Kept

Row: TypeAlias = dict[str, Any]

_BATCH = 1000
_SOURCES = '"sources":'
_NO_SOURCES = f"{_SOURCES}[]"
_read_at = json.JSONDecoder().raw_decode
_NO_WARNINGS = '"warnings":[]}'
_HEAD = ("id", "outlet", "inputs_from", "title", "dateline", "published", "parts", "url", "lang")


class Store(
    overruling.Overruling,
    replacing.Computed,
    nearby.Nearby,
    numbered.Numbered,
    additions.Adding,
    bulk.Bulk,
    streams.Streams,
):
    """One record's database: one writer, many readers, a transaction a report.

    Whatever is computed can be thrown away; everything else is only ever added or withdrawn.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._looking: dict[int, Connection] = {}
        self._kept = Kept()

    @classmethod
    def open(cls, target: str | Path, *, create: bool = True) -> Store:
        """Open the record at a path or database URL; make it where `create` allows."""
        return cls(open_engine(target, create=create))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # ------------------------------------------------------------- reports

    def put(self, extraction: Extraction, plover: wire.Plover | None = None) -> bool:
        """Keep all that was read from one report; say whether it was new.

        `plover` maps kinds and realities to their codes, which the claims' rows then carry.
        A report already held costs one look-up; a new key for the same content is noted.
        """
        report = extraction.report
        with self._engine.begin() as connection:
            if _holds(connection, report.id):
                _note_key(connection, report)
                return False
            row = wire.to_row(extraction, plover)
            _insert_report(connection, report, row)
            _insert_claims(connection, extraction, row["claims"])
            additions.restore_added(connection, report.id)
            words.add(connection, report.id, f"{report.title or ''}\n{report.text}")
            _set(connection, "settled", "")
        return True

    def skip(self, report: Report) -> bool:
        """Say whether the report is held already, noting its key; a cheap test before reading."""
        with self._engine.connect() as connection:
            if _is_named(connection, report):
                return True
        with self._engine.begin() as connection:
            held = _holds(connection, report.id)
            if held:
                _note_key(connection, report)
            return held

    def remove(self, report: str) -> int:
        """Take a report out with exactly its claims; judgements about them fall silent.

        Returns how many claims went. What people decided stays for when it is read again.
        """
        with self._engine.begin() as connection:
            if not _holds(connection, report):
                raise NotInRecord(f"No report {report} in this record.")
            own = delete(schema.claims).where(schema.claims.c.report == report)
            claims: int = connection.execute(own).rowcount
            connection.execute(delete(schema.keys).where(schema.keys.c.report == report))
            connection.execute(delete(schema.reports).where(schema.reports.c.id == report))
            words.remove(connection, report)
            _set(connection, "settled", "")
        return claims

    def report_ids(self) -> list[str]:
        """Return the ids of all reports, in order."""
        with self._engine.connect() as connection:
            return list(connection.execute(_in_order(schema.reports.c.id)).scalars())

    def keys(self) -> dict[str, list[str]]:
        """Return the input's own names of each report, sorted."""
        found: dict[str, list[str]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(select(schema.keys).order_by(schema.keys.c.key)):
                found.setdefault(row.report, []).append(row.key)
        return found

    def heads(self) -> Iterator[Row]:
        """Yield each report without its text, as on the wire, with `report`, its id.

        Where one content was read under several names, `id` is the first of them in order.
        """
        names = self.keys()
        with self._engine.connect() as connection:
            query = _in_order(schema.reports.c.id, schema.reports.c.head)
            for row in connection.execute(query):
                yield {**json.loads(row.head), "id": names[row.id][0], "report": row.id}

    def noted(self) -> Iterator[tuple[str, list[Row]]]:
        """Yield the doubts that reading noted about reports, only of those that have any."""
        table = schema.reports
        query = _in_order(table.c.id, table.c.found).where(~table.c.found.endswith(_NO_WARNINGS))
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                yield row.id, json.loads(row.found)["warnings"]

    def found(self) -> Iterator[tuple[str, Row]]:
        """Yield each report's id with its mentions, attributions, skips and warnings."""
        with self._engine.connect() as connection:
            query = _in_order(schema.reports.c.id, schema.reports.c.found)
            for row in connection.execute(query):
                yield row.id, json.loads(row.found)

    def found_rows(self) -> Iterator[tuple[str, str]]:
        """Yield each report's id with its mentions and the rest as they are stored, unread."""
        with self._engine.connect() as connection:
            for row in connection.execute(_in_order(schema.reports.c.id, schema.reports.c.found)):
                yield row.id, row.found

    def found_row(self, report: str) -> str:
        """Return one report's mentions and the rest as they are stored, unread."""
        with self._connected() as connection:
            query = select(schema.reports.c.found).where(schema.reports.c.id == report)
            return str(connection.execute(query).scalar_one())

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield each report's id and text."""
        with self._engine.connect() as connection:
            for row in connection.execute(_in_order(schema.reports.c.id, schema.reports.c.text)):
                yield row.id, row.text

    def text(self, report: str) -> str:
        """Return one report's text."""
        with self._connected() as connection:
            query = select(schema.reports.c.text).where(schema.reports.c.id == report)
            text = connection.execute(query).scalar()
        if text is None:
            raise NotInRecord(f"No report {report} in this record.")
        return str(text)

    def extraction(self, report: str) -> Extraction:
        """Return all that was read from one report."""
        with self._engine.connect() as connection:
            query = select(schema.reports).where(schema.reports.c.id == report)
            row = connection.execute(query).first()
            if row is None:
                raise NotInRecord(f"No report {report} in this record.")
            own = _in_order(schema.claims.c.row, by=schema.claims.c.place_in_report)
            rows = connection.execute(own.where(schema.claims.c.report == report)).scalars()
            claims = [json.loads(claim) for claim in rows]
        whole = {**json.loads(row.head), **json.loads(row.found), "claims": claims}
        return wire.from_row(whole, row.text)

    def search(self, query: str, *, limit: int = 50) -> list[str]:
        """Return the ids of the reports that hold all the words, best first."""
        with self._engine.connect() as connection:
            return words.find(connection, query, limit=limit)

    # -------------------------------------------------------------- claims

    def claims(self, *, reports: Iterable[str] | None = None) -> Iterator[Row]:
        """Yield claims as on the wire, with `report`, by report and place in it."""
        table = schema.claims
        query = select(table.c.report, table.c.row).order_by(
            table.c.report, table.c.place_in_report
        )
        if reports is not None:
            query = query.where(table.c.report.in_(sorted(reports)))
        with self._connected() as connection:
            for report, row in connection.execute(query.execution_options(yield_per=_BATCH)):
                claim: Row = _read_at(row)[0]
                claim["report"] = report
                yield claim

    def sources(self) -> Iterator[tuple[str, list[list[Row]]]]:
        """Yield the sources of each claim that names any, with the claim's id."""
        table = schema.claims
        query = select(table.c.id, table.c.row).where(~table.c.row.contains(_NO_SOURCES))
        with self._engine.connect() as connection:
            for name, row in connection.execute(query.execution_options(yield_per=_BATCH)):
                # Within a string its quotation marks would be escaped: this is the key.
                yield name, _read_at(row, row.index("[", row.index(_SOURCES)))[0]

    def claim(self, claim: str) -> Row:
        """Return one claim as on the wire, with `report`, the id of its report."""
        with self._engine.connect() as connection:
            row = connection.execute(
                select(schema.claims).where(schema.claims.c.id == claim)
            ).first()
        if row is None:
            raise NotInRecord(f"No claim {claim} in this record.")
        return {**json.loads(row.row), "report": row.report}

    def holds_claim(self, claim: str) -> bool:
        """Say whether a claim is held."""
        query = select(schema.claims.c.id).where(schema.claims.c.id == claim)
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def holds_report(self, report: str) -> bool:
        """Say whether a report is held."""
        with self._engine.connect() as connection:
            return _holds(connection, report)

    def head(self, report: str) -> Row:
        """Return one report without its text, as on the wire, with `report`, its id."""
        query = select(schema.reports.c.head).where(schema.reports.c.id == report)
        with self._engine.connect() as connection:
            head = connection.execute(query).scalar()
        if head is None:
            raise NotInRecord(f"No report {report} in this record.")
        return {**json.loads(head), "report": report}

    # ------------------------------------------------------------- computed

    def settled(self) -> bool:
        """Say whether what is computed follows from all that is held, settled or merged since."""
        with self._engine.connect() as connection:
            query = select(schema.meta.c.value).where(schema.meta.c.name == "settled")
            return str(connection.execute(query).scalar()) == str(schema.version)

    def computed(self, sort: str, *, holding: str = "") -> list[Row]:
        """Return the computed wholes of one sort, in order; with `holding`, whose row has it."""
        table = schema.computed
        query = select(table.c.row).where(table.c.sort == sort).order_by(table.c.place, table.c.id)
        if holding:
            query = query.where(table.c.row.contains(holding, autoescape=True))
        with self._engine.connect() as connection:
            return [json.loads(row) for row in connection.execute(query).scalars()]

    def computed_row(self, sort: str, name: str) -> Row | None:
        """Return one computed whole by its id, or None."""
        table = schema.computed
        query = select(table.c.row).where(table.c.sort == sort, table.c.id == name)
        with self._connected() as connection:
            row = connection.execute(query).scalar()
        return None if row is None else dict(json.loads(row))

    def whole(self, sort: str, member: str) -> str | None:
        """Return the id of the whole that a member belongs to."""
        table = schema.members
        query = select(table.c.whole).where(table.c.sort == sort, table.c.member == member)
        with self._engine.connect() as connection:
            whole: str | None = connection.execute(query).scalar()
        return whole

    def members(self, sort: str) -> dict[str, str]:
        """Return the whole of every member of one sort."""
        table = schema.members
        query = select(table.c.member, table.c.whole).where(table.c.sort == sort)
        with self._engine.connect() as connection:
            return {row.member: row.whole for row in connection.execute(query)}

    def count_reports(self) -> int:
        """Return how many reports are held."""
        with self._connected() as connection:
            query = select(func.count()).select_from(schema.reports)
            return int(connection.execute(query).scalar() or 0)

    def counts(self) -> dict[str, int]:
        """Return how many reports, claims and judgements are held."""
        with self._engine.connect() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar()
                or 0
                for table in (schema.reports, schema.claims, schema.judgements)
            }


# ---------------------------------------------------------------- statements


def _in_order(*columns: Any, by: Any = None) -> Any:
    query = select(*columns).order_by(columns[0] if by is None else by)
    return query.execution_options(yield_per=_BATCH)


def _holds(connection: Connection, report: str) -> bool:
    query = select(schema.reports.c.id).where(schema.reports.c.id == report)
    return connection.execute(query).first() is not None


def _note_key(connection: Connection, report: Report) -> None:
    """Keep the input's name of a report; nothing that is computed depends on it."""
    if not _is_named(connection, report):
        connection.execute(insert(schema.keys).values(key=report.key, report=report.id))


def _is_named(connection: Connection, report: Report) -> bool:
    held = select(schema.keys).where(
        schema.keys.c.key == report.key, schema.keys.c.report == report.id
    )
    return connection.execute(held).first() is not None


def _insert_report(connection: Connection, report: Report, row: Row) -> None:
    head = {name: row[name] for name in _HEAD if name in row}
    rest = {name: part for name, part in row.items() if name not in head and name != "claims"}
    connection.execute(
        insert(schema.reports).values(
            id=report.id,
            outlet=report.imprint.outlet,
            earliest=report.published.earliest,
            latest=report.published.latest,
            text=report.text,
            head=replacing.dump(head),
            found=replacing.dump(rest),
        )
    )
    _note_key(connection, report)


def _insert_claims(connection: Connection, extraction: Extraction, rows: list[Row]) -> None:
    _insert_all(
        connection,
        schema.claims,
        [
            {
                "id": claim.id,
                "report": extraction.report.id,
                "place_in_report": place,
                "kind": claim.kind,
                "countries": " ".join(_countries(claim)),
                "earliest": claim.setting.when.earliest if claim.setting.when else None,
                "latest": claim.setting.when.latest if claim.setting.when else None,
                "row": replacing.dump(row),
            }
            for place, (claim, row) in enumerate(zip(extraction.claims, rows, strict=True))
        ],
    )


def _countries(claim: Claim) -> list[str]:
    roles: tuple[Actor, ...] = claim.roles.actors + claim.roles.recipients
    return sorted({actor.country for actor in roles if actor.country})


def _insert_all(connection: Connection, table: Any, rows: Iterable[Row]) -> None:
    """Insert rows in batches, so that a long listing never stands in memory whole."""
    stream = iter(rows)
    while batch := list(islice(stream, _BATCH)):
        connection.execute(insert(table), batch)


def _set(connection: Connection, name: str, value: str) -> None:
    connection.execute(delete(schema.meta).where(schema.meta.c.name == name))
    connection.execute(insert(schema.meta).values(name=name, value=value))
