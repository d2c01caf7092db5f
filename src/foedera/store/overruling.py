"""Judgements and corrections as rows: added and withdrawn, never changed or lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.engine import Engine

from foedera.data import Correction, Judgement, Layer, Reason, Verdict
from foedera.errors import NotInRecord
from foedera.store import schema
from foedera.store.additions import unsettle

RULE = "rule"
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


class Overruling:
    """The part of a store that holds what rules and people decided."""

    _engine: Engine

    def judge(self, judgement: Judgement) -> None:
        """Add a person's judgement; the same one again changes nothing."""
        self._add(schema.judgements, judgement_values(judgement))

    def correct(self, correction: Correction) -> None:
        """Add a person's correction; the same one again changes nothing."""
        fields = Correction.__dataclass_fields__
        self._add(schema.corrections, {name: getattr(correction, name) for name in fields})

    def withdraw(self, row: str, *, at: str) -> None:
        """Mark a person's judgement or correction as withdrawn; the row stays."""
        with self._engine.begin() as connection:
            for table in (schema.judgements, schema.corrections):
                own = update(table).where(table.c.id == row, table.c.maker != RULE)
                if connection.execute(own.values(withdrawn=at)).rowcount:
                    unsettle(connection)
                    return
        raise NotInRecord(f"No judgement or correction {row} made by a person in this record.")

    def judgements(self, *, maker: str | None = None) -> Iterator[Judgement]:
        """Yield all judgements by id: the rules', people's, and the withdrawn."""
        query = select(schema.judgements).order_by(schema.judgements.c.id)
        if maker is not None:
            query = query.where(schema.judgements.c.maker == maker)
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                yield _judgement(row)

    def decided(self, name: str) -> Judgement | Correction | None:
        """Return one judgement or correction by its id, or None."""
        with self._engine.connect() as connection:
            query = select(schema.judgements).where(schema.judgements.c.id == name)
            row = connection.execute(query).first()
            if row is not None:
                return _judgement(row)
            query = select(schema.corrections).where(schema.corrections.c.id == name)
            row = connection.execute(query).first()
        return None if row is None else Correction(**row._mapping)

    def people_judgements(self) -> list[Judgement]:
        """Return the judgements that people made, in the order of making."""
        table = schema.judgements
        people = or_(table.c.maker < RULE, table.c.maker > RULE)
        query = select(table).where(people).order_by(table.c.made, table.c.id)
        with self._engine.connect() as connection:
            return [_judgement(row) for row in connection.execute(query)]

    def judgements_about(self, members: Iterable[str], *, layer: Layer) -> list[Judgement]:
        """Return the judgements of a layer that touch any of the members, by id."""
        table, wanted = schema.judgements, sorted(members)
        found: dict[str, Any] = {}
        with self._engine.connect() as connection:
            # One side after the other: an index finds each, none finds both at once.
            for side in (table.c.left, table.c.right):
                query = select(table).where(table.c.layer == layer, side.in_(wanted))
                found |= {row.id: row for row in connection.execute(query)}
        return [_judgement(found[name]) for name in sorted(found)]

    def calls(
        self,
        layer: Layer,
        verdict: Verdict,
        bounds: tuple[float, float],
        after: Judgement | None,
        most: int,
    ) -> list[Judgement]:
        """Return judgements of the rules between two scores: the unsure from above, others from
        below, those that follow one first."""
        table, down = schema.judgements, verdict == "unsure"
        query = select(table).where(_between(layer, verdict, bounds), table.c.maker == RULE)
        if after is not None:
            further = table.c.score < after.score if down else table.c.score > after.score
            tied = (table.c.score == after.score) & (table.c.id > after.id)
            query = query.where(or_(further, tied))
        score = table.c.score.desc() if down else table.c.score
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(score, table.c.id).limit(most)).all()
        return [_judgement(row) for row in rows]

    def count_calls(
        self, layer: Layer, verdict: Verdict, bounds: tuple[float, float], most: int
    ) -> int:
        """Count judgements between two scores, up to a number."""
        within = select(schema.judgements.c.id).where(_between(layer, verdict, bounds))
        query = select(func.count()).select_from(within.limit(most).subquery())
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar() or 0)

    def corrections(self, claims: Iterable[str] | None = None) -> list[Correction]:
        """Return the corrections of all claims or some, as made, the withdrawn among them."""
        table = schema.corrections
        query = select(table).order_by(table.c.made, table.c.id)
        if claims is not None:
            query = query.where(table.c.claim.in_(sorted(claims)))
        with self._engine.connect() as connection:
            return [Correction(**row._mapping) for row in connection.execute(query)]

    def _add(self, table: Any, row: dict[str, Any]) -> None:
        with self._engine.begin() as connection:
            if connection.execute(select(table.c.id).where(table.c.id == row["id"])).first():
                return
            connection.execute(insert(table).values(**row))
            unsettle(connection)


def _between(layer: Layer, verdict: Verdict, bounds: tuple[float, float]) -> Any:
    table = schema.judgements
    return (
        (table.c.layer == layer)
        & (table.c.verdict == verdict)
        & (table.c.score >= bounds[0])
        & (table.c.score < bounds[1])
    )


def judgement_values(judgement: Judgement) -> dict[str, Any]:
    """Return the columns of a judgement."""
    reasons = [[r.feature, r.weight, r.note] for r in judgement.reasons]
    values = dict(zip(_FIELDS, _VALUES(judgement), strict=True))
    values["reasons"] = _ENCODE(reasons)
    return values


_FIELDS = tuple(Judgement.__dataclass_fields__)
_VALUES = attrgetter(*_FIELDS)


def _judgement(row: Any) -> Judgement:
    values = dict(row._mapping)
    reasons = tuple(Reason(*reason) for reason in json.loads(values.pop("reasons")))
    return Judgement(**values, reasons=reasons)
