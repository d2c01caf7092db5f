"""The lines of `export --format jsonl` and of `extract` keep to their schema."""

import json
from typing import Any

from foedera import wire
from foedera.record import Record
from foedera.registry import plover_codes
from tests.view.exports.conftest import schema, written


def test_every_line_of_a_record_keeps_to_it(record: Record) -> None:
    checks: dict[str, Any] = {}
    for line in written(record, "jsonl").splitlines():
        row = json.loads(line)
        part = "actor_listed" if row["type"] == "actor" else row["type"]
        check = checks.setdefault(part, schema("wire", f"line_{part}"))
        check.validate(row)
    assert checks.keys() >= {"report", "claim", "event", "actor_listed"}


def test_decisions_keep_to_it(samples: Record) -> None:
    claim = samples.claims()[0]["id"]
    made = samples.correct(claim, "kind", "diplomacy.meet", because="they met")
    lines = [json.loads(line) for line in written(samples, "jsonl").splitlines()]
    [row] = [row for row in lines if row.get("id") == made.id]
    schema("wire", "line_correction").validate(row)
    samples.withdraw(made.id)


def test_what_extract_writes_keeps_to_it(record: Record) -> None:
    check = schema("wire", "extracted")
    for report in record.reports():
        extraction = record._store.extraction(report["id"])
        check.validate(wire.to_row(extraction, plover_codes()))
