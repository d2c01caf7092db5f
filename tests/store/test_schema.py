"""Records of earlier versions are brought up, and hold what they held."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sqlalchemy import insert, update

from foedera.store import Store, schema
from foedera.store.postings import MARKS

COUNT = 70_000


def test_columns_and_postings_of_before_are_read_as_they_were(tmp_path: Path) -> None:
    """Columns lay in blocks of 65,536, and every posting held its numbers one after the other."""
    ids = np.arange(COUNT, dtype="<u8") * 7
    held = np.concatenate([np.arange(0, 65536, 2), [65540, 65600]])
    store = Store.open(tmp_path / "old.foedera")
    with store._engine.begin() as connection:
        own = {"sort": "event", "name": "id"}
        pieces = enumerate((ids[:65536], ids[65536:]))
        rows = [{**own, "block": place, "body": piece.tobytes()} for place, piece in pieces]
        connection.execute(insert(schema.columns), rows)
        facet = {"sort": "event", "facet": "reality", "value": "real"}
        parts = enumerate((held[:-2], held[-2:] - 65536))
        rows = [{**facet, "block": n, "body": part.astype("<u2").tobytes()} for n, part in parts]
        connection.execute(insert(schema.postings), rows)
        connection.execute(
            update(schema.meta).where(schema.meta.c.name == "schema").values(value="7")
        )
        connection.execute(insert(schema.meta).values(name="settled", value="7"))
    store.close()
    store = Store.open(tmp_path / "old.foedera")
    assert store.column("event", "id").tolist() == ids.tolist()
    assert store.postings("event", ("reality", "real")).tolist() == held.tolist()
    with store._engine.connect() as connection:
        bodies = connection.execute(schema.columns.select()).all()
        longest = max(len(row.body) for row in connection.execute(schema.postings.select()))
    assert {len(row.body) for row in bodies[:-1]} == {8 * schema.PIECE}
    assert longest <= MARKS
    assert store.settled()
    store.close()
