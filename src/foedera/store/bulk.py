"""Filling a record's tables many reports at a time, for measuring; no index of words is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeAlias

from sqlalchemy import insert
from sqlalchemy.engine import Engine

from foedera.store import schema
from foedera.store.replacing import dump

Row: TypeAlias = dict[str, Any]
Loaded: TypeAlias = tuple[Row, Row, list[Row], str]

_BATCH = 500


class Bulk:
    """The part of a store that takes rows as they stand."""

    _engine: Engine

    def load(self, reports: Iterable[Loaded]) -> None:
        """Keep reports given as their head, what was found besides claims, claims and text."""
        stream = iter(reports)
        while batch := list(islice(stream, _BATCH)):
            claims = [row for one in batch for row in _claims(one)]
            with self._engine.begin() as connection:
                connection.execute(insert(schema.reports), [_report(one) for one in batch])
                keys = [{"key": head["id"], "report": head["report"]} for head, *_ in batch]
                connection.execute(insert(schema.keys), keys)
                if claims:
                    connection.execute(insert(schema.claims), claims)


def _report(one: Loaded) -> Row:
    head, found, _, text = one
    kept = {name: value for name, value in head.items() if name != "report"}
    days = head["published"]
    return {
        "id": head["report"],
        "outlet": head["outlet"],
        "earliest": days["earliest"],
        "latest": days["latest"],
        "text": text,
        "head": dump(kept),
        "found": dump(found),
    }


def _claims(one: Loaded) -> Iterator[Row]:
    head, _, claims, _ = one
    for place, row in enumerate(claims):
        when = row.get("when") or {}
        acting = [*row["actors"], *row["recipients"]]
        yield {
            "id": row["id"],
            "report": head["report"],
            "place_in_report": place,
            "kind": row["kind"],
            "countries": " ".join(sorted({a["country"] for a in acting if a.get("country")})),
            "earliest": when.get("earliest"),
            "latest": when.get("latest"),
            "row": dump(row),
        }
