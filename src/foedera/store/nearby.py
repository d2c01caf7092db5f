"""Looking up what a new claim may be one with: by key and day, by member, by id, never by scan."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

from sqlalchemy import func, or_, select
from sqlalchemy.engine import Connection, Engine

from foedera.store import schema, words
from foedera.store.kept import Kept
from foedera.store.numbered import read_stamp

Row: TypeAlias = dict[str, Any]

_BATCH = 1000


class Nearby:
    """The part of a store that finds little among much."""

    _engine: Engine
    _kept: Kept
    _looking: dict[int, Connection]
    """What each thread looks things up over."""

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Look things up over one connection until the context ends; others go their own way."""
        own = threading.get_ident()
        with self._engine.connect() as self._looking[own]:
            try:
                yield
            finally:
                del self._looking[own]

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        looking = self._looking.get(threading.get_ident())
        if looking is not None:
            yield looking
            return
        with self._engine.connect() as connection:
            yield connection

    def kept(self) -> Kept:
        """Return what was read of the record as it now is, to look up and to add to."""
        with self._connected() as connection:
            self._kept = self._kept.at(read_stamp(connection))
            return self._kept

    def near(self, key: int, day: int, most: int) -> list[str]:
        """Return who is entered under a key, the nearest by day first, then by id."""
        table = schema.entries
        own = select(table.c.day, table.c.member).where(table.c.key == key)
        later = own.where(table.c.day >= day).order_by(table.c.day, table.c.member).limit(most)
        before = own.where(table.c.day < day).order_by(table.c.day.desc(), table.c.member)
        with self._connected() as connection:
            rows = [*connection.execute(later), *connection.execute(before.limit(most))]
        found = sorted((abs(row.day - day), row.member) for row in rows)
        return [member for _, member in found[:most]]

    def sharing(self, keys: Iterable[int], first: int, last: int) -> dict[str, int]:
        """Return who is entered on some days under any of the keys, and under how many."""
        table = schema.entries
        query = select(table.c.member).where(
            table.c.key.in_(sorted(keys)), table.c.day >= first, table.c.day <= last
        )
        counts: dict[str, int] = defaultdict(int)
        with self._connected() as connection:
            for member in connection.execute(query).scalars():
                counts[member] += 1
        return counts

    def held_in(self, wanted: Iterable[str]) -> dict[str, int]:
        """Return in how many reports each word stood at the last settling."""
        table, asked = schema.held, set(wanted)
        with self._connected() as connection:
            kept = self.kept()
            known = {word: kept.held[word] for word in asked & kept.held.keys()}
            missing = sorted(asked - known.keys())
            query = select(table).where(table.c.word.in_(missing))
            found = {row.word: row.reports for row in connection.execute(query)}
        kept.keep_held({word: found.get(word, 0) for word in missing})
        return {word: reports for word, reports in (known | found).items() if reports}

    def reports_in(self, ids: Iterable[str]) -> list[tuple[Row, str]]:
        """Return the heads and texts of some reports, by id."""
        table = schema.reports
        query = select(table.c.id, table.c.head, table.c.text).where(table.c.id.in_(sorted(ids)))
        with self._connected() as connection:
            rows = connection.execute(query.order_by(table.c.id)).all()
        return [({**json.loads(row.head), "report": row.id}, row.text) for row in rows]

    def texts_in(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the texts of some reports, without their heads."""
        table = schema.reports
        query = select(table.c.id, table.c.text).where(table.c.id.in_(sorted(ids)))
        with self._connected() as connection:
            return {row.id: row.text for row in connection.execute(query)}

    def claims_in(self, ids: Iterable[str]) -> list[Row]:
        """Return some claims as on the wire, with `report` and `order`, by id."""
        table = schema.claims
        query = select(table).where(table.c.id.in_(sorted(ids))).order_by(table.c.id)
        with self._connected() as connection:
            rows = connection.execute(query).all()
        return [
            {**json.loads(row.row), "report": row.report, "order": row.place_in_report}
            for row in rows
        ]

    def homes_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the report of each of some claims."""
        table = schema.claims
        query = select(table.c.id, table.c.report).where(table.c.id.in_(sorted(claims)))
        with self._connected() as connection:
            return {row.id: row.report for row in connection.execute(query)}

    def kinds_in(self, reports: Iterable[str]) -> list[tuple[str, str]]:
        """Return id and kind of the claims of some reports, by id."""
        table = schema.claims
        query = select(table.c.id, table.c.kind).where(table.c.report.in_(sorted(reports)))
        with self._connected() as connection:
            return sorted((row.id, row.kind) for row in connection.execute(query))

    def spans_in(self, reports: Iterable[str]) -> dict[str, tuple[str, int, int]]:
        """Return by claim of some reports the report and where in it the claim is told."""
        table = schema.claims
        with self._connected() as connection:
            row = table.c.row
            if connection.dialect.name == "sqlite":
                row = func.json_extract(row, "$.start", "$.end")
            query = select(table.c.id, table.c.report, row.label("row")).where(
                table.c.report.in_(sorted(reports))
            )
            found = connection.execute(query).all()
        read = ((one.id, one.report, json.loads(one.row)) for one in found)
        return {
            claim: (report, *(told if isinstance(told, list) else (told["start"], told["end"])))
            for claim, report, told in read
        }

    def first_members(self, sort: str, wholes: Iterable[str], most: int) -> dict[str, list[str]]:
        """Return the first members of each of some wholes."""
        table = schema.members
        rank = func.row_number().over(partition_by=table.c.whole, order_by=table.c.member)
        ranked = (
            select(table.c.whole, table.c.member, rank.label("rank"))
            .where(table.c.sort == sort, table.c.whole.in_(sorted(wholes)))
            .subquery()
        )
        query = select(ranked.c.whole, ranked.c.member).where(ranked.c.rank <= most)
        found: dict[str, list[str]] = defaultdict(list)
        with self._connected() as connection:
            for row in connection.execute(query.order_by(ranked.c.whole, ranked.c.member)):
                found[row.whole].append(row.member)
        return found

    def telling(self, events: Iterable[str]) -> list[tuple[str, str, str]]:
        """Return event, claim and report of the claims of some events."""
        member, claim = schema.members, schema.claims
        query = (
            select(member.c.whole, claim.c.id, claim.c.report)
            .join(claim, claim.c.id == member.c.member)
            .where(member.c.sort == "event", member.c.whole.in_(sorted(events)))
        )
        with self._connected() as connection:
            return [(row.whole, row.id, row.report) for row in connection.execute(query)]

    def told_by(self, reports: Iterable[str]) -> list[tuple[str, str, str]]:
        """Return event, claim and report of the claims of some reports."""
        table = schema.claims
        query = select(table.c.id, table.c.report).where(table.c.report.in_(sorted(reports)))
        with self._connected() as connection:
            homes = {row.id: row.report for row in connection.execute(query)}
        events = self.wholes_of("event", homes)
        return [(event, claim, homes[claim]) for claim, event in events.items()]

    def members_of(self, sort: str, whole: str, most: int) -> list[str]:
        """Return the first members of a whole."""
        table = schema.members
        query = select(table.c.member).where(table.c.sort == sort, table.c.whole == whole)
        with self._connected() as connection:
            return list(connection.execute(query.order_by(table.c.member).limit(most)).scalars())

    def wholes_of(self, sort: str, members: Iterable[str]) -> dict[str, str]:
        """Return the whole of each of some members that has one."""
        table = schema.members
        query = select(table.c.member, table.c.whole).where(
            table.c.sort == sort, table.c.member.in_(sorted(members))
        )
        with self._connected() as connection:
            return {row.member: row.whole for row in connection.execute(query)}

    def speaking_of(self, sort: str, names: Iterable[str]) -> set[str]:
        """Return the wholes of a sort whose rows hold any of some ids; goes through the sort."""
        table, wanted = schema.computed, sorted(names)
        if not wanted:
            return set()
        held = or_(*(table.c.row.contains(name, autoescape=True) for name in wanted))
        with self._connected() as connection:
            return set(
                connection.execute(select(table.c.id).where(table.c.sort == sort, held)).scalars()
            )

    def computed_rows(
        self, sort: str, names: Iterable[str], without: Sequence[str] = ()
    ) -> dict[str, Row]:
        """Return some computed wholes by their ids, on demand without some of their fields.

        SQLite cuts such fields off before they are read, a tenth of the work where they are long.
        """
        table = schema.computed
        with self._connected() as connection:
            row = table.c.row
            if without and connection.dialect.name == "sqlite":
                row = func.json_remove(row, *(f"$.{field}" for field in without))
            query = select(table.c.id, row.label("row")).where(
                table.c.sort == sort, table.c.id.in_(sorted(names))
            )
            found = {row.id: json.loads(row.row) for row in connection.execute(query)}
        for own in found.values():
            for field in without:
                own.pop(field, None)
        return found

    def heads_in(self, ids: Iterable[str]) -> list[Row]:
        """Return some reports without their texts, by id."""
        table = schema.reports
        query = select(table.c.id, table.c.head).where(table.c.id.in_(sorted(ids)))
        with self._connected() as connection:
            rows = connection.execute(query.order_by(table.c.id)).all()
        return [{**json.loads(row.head), "report": row.id} for row in rows]

    def of_outlet(self, outlet: str) -> list[tuple[str, str | None]]:
        """Return the reports of an outlet with the first day of publication, by id."""
        table = schema.reports
        query = select(table.c.id, table.c.earliest).where(table.c.outlet == outlet)
        with self._connected() as connection:
            rows = connection.execute(query.order_by(table.c.id)).all()
        return [(row.id, row.earliest) for row in rows]

    def found_in(self, report: str) -> Row:
        """Return one report's mentions, attributions, skips and warnings."""
        query = select(schema.reports.c.found).where(schema.reports.c.id == report)
        with self._connected() as connection:
            found = json.loads(connection.execute(query).scalar_one())
        return {name: found[name] for name in ("mentions", "attributions", "skips", "warnings")}

    def count_holding(self, query: str, *, most: int) -> int:
        """Return how many reports hold all the words, counted up to a number."""
        with self._connected() as connection:
            return words.count(connection, query, most=most)

    def holding(self, query: str, places: dict[int, str]) -> list[str]:
        """Return all reports that hold all the words, in no order; `places` is kept for later."""
        with self._connected() as connection:
            return words.holding(connection, query, places)

    def titles(self) -> Iterator[tuple[str, str | None]]:
        """Yield each report's id and title, by id."""
        table, last = schema.reports, ""
        query = select(table.c.id, table.c.head).order_by(table.c.id).limit(_BATCH)
        while True:
            with self._connected() as connection:
                rows = connection.execute(query.where(table.c.id > last)).all()
            if not rows:
                return
            yield from ((row.id, json.loads(row.head).get("title")) for row in rows)
            last = rows[-1].id

    def keys_in(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """Return the input's own names of some reports, sorted."""
        table = schema.keys
        query = select(table).where(table.c.report.in_(sorted(ids))).order_by(table.c.key)
        found: dict[str, list[str]] = defaultdict(list)
        with self._connected() as connection:
            for row in connection.execute(query):
                found[row.report].append(row.key)
        return found

    def report_named(self, key: str) -> str | None:
        """Return the report that an input's own name stands for, the first by id."""
        table = schema.keys
        query = select(table.c.report).where(table.c.key == key).order_by(table.c.report)
        with self._connected() as connection:
            found = connection.execute(query.limit(1)).scalar()
        return None if found is None else str(found)
