"""PLOVER JSON."""

import json

from foedera.record import Record
from foedera.view.exports.polecat import QUADS
from tests.view.exports.conftest import only_denied, schema, texts_of, written


def test_it_keeps_to_its_schema_and_leads_to_words(record: Record) -> None:
    rows = json.loads(written(record, "plover"))
    schema("plover").validate(rows)
    assert rows
    texts = texts_of(record)
    for row in rows:
        for told in row["evidence"]:
            assert texts[told["report"]][told["start"] : told["end"]] == told["quote"]


def test_no_denial_and_no_mere_possibility_is_coded(record: Record) -> None:
    rows = json.loads(written(record, "plover"))
    assert not {row["id"] for row in rows} & only_denied(record)
    assert {row["reality"] for row in rows}.isdisjoint({"possible", "conditional"})


def test_the_code_is_that_of_the_claims(record: Record) -> None:
    codes = {row["id"]: row.get("plover") for row in record.claims()}
    kinds = {row["id"]: (row["kind"], row["reality"]) for row in record.claims()}
    for row in json.loads(written(record, "plover")):
        for told in row["evidence"]:
            if kinds[told["claim"]] == (row["kind"], row["reality"]):
                assert codes[told["claim"]]["event"] == row["event"]
        assert row["event"] in QUADS


def test_a_day_stands_only_where_one_is_known(samples: Record) -> None:
    for row in json.loads(written(samples, "plover")):
        assert row["date"] is None or row["date"] == row["earliest"] == row["latest"]
