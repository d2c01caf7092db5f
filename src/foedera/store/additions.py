"""Claims that people add to a report: rows of their own, and beside those that were read."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Engine

from foedera import wire
from foedera.data import Addition, Claim
from foedera.store import schema

AFTER = 10**6
"""Added claims follow those that were read, in the order of making."""


class Adding:
    """The part of a store that holds what people added."""

    _engine: Engine

    def add(self, addition: Addition, plover: wire.Plover | None = None) -> None:
        """Keep a person's claim; the same one again, withdrawn before, stands again."""
        table, claim = schema.additions, addition.claim
        row = {
            "id": addition.id,
            "report": claim.report,
            "row": json.dumps(wire.claim_row(claim, plover), ensure_ascii=False),
            "because": addition.because,
            "maker": addition.maker,
            "made": addition.made,
            "withdrawn": None,
        }
        with self._engine.begin() as connection:
            connection.execute(delete(table).where(table.c.id == addition.id))
            connection.execute(insert(table).values(**row))
            restore_added(connection, claim.report)
            unsettle(connection)

    def additions(self) -> list[Addition]:
        """Return all additions in the order of making, the withdrawn among them."""
        table = schema.additions
        with self._engine.connect() as connection:
            rows = connection.execute(select(table).order_by(table.c.made, table.c.id)).all()
        return [_addition(row) for row in rows]

    def withdraw_addition(self, name: str, *, at: str) -> bool:
        """Withdraw an addition, if there is one of that id; the row stays, marked."""
        table = schema.additions
        with self._engine.begin() as connection:
            own = update(table).where(table.c.id == name).values(withdrawn=at)
            if not connection.execute(own).rowcount:
                return False
            connection.execute(delete(schema.claims).where(schema.claims.c.id == name))
            unsettle(connection)
        return True


def restore_added(connection: Connection, report: str) -> None:
    """Lay a report's added claims beside those that were read from it."""
    table, claims = schema.additions, schema.claims
    standing = select(table).where(table.c.report == report, table.c.withdrawn.is_(None))
    rows = connection.execute(standing.order_by(table.c.made, table.c.id)).all()
    for place, row in enumerate(rows):
        connection.execute(delete(claims).where(claims.c.id == row.id))
        connection.execute(insert(claims).values(**claim_values(_addition(row).claim, row, place)))


def claim_values(claim: Claim, row: Any, place: int) -> dict[str, Any]:
    """Return the columns of an added claim."""
    when, acting = claim.setting.when, claim.roles.actors + claim.roles.recipients
    return {
        "id": claim.id,
        "report": claim.report,
        "place_in_report": AFTER + place,
        "kind": claim.kind,
        "countries": " ".join(sorted({a.country for a in acting if a.country})),
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "row": row.row,
    }


def unsettle(connection: Connection) -> None:
    """Mark that what is computed no longer follows from all that is held."""
    settled = schema.meta.c.name == "settled"
    connection.execute(update(schema.meta).where(settled).values(value=""))


def _addition(row: Any) -> Addition:
    claim = wire.read_claim(json.loads(row.row), row.report)
    return Addition(row.id, claim, row.because, row.maker, row.made, row.withdrawn)
