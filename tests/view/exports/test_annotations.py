"""Web Annotations: each target's words are those of the report."""

import json

from foedera.record import Record
from tests.view.exports.conftest import schema, texts_of, written


def items(record: Record, **choice: str) -> list[dict]:
    body = json.loads(written(record, "annotations", **choice))
    schema("annotations").validate(body)
    found = body["first"]["items"]
    assert body["total"] == len(found) == len({row["id"] for row in found})
    return list(found)


def test_every_claim_mention_and_attribution_is_annotated(record: Record) -> None:
    counted = len(record.claims()) + len(record.mentions()) + len(record.attributions())
    assert len(items(record)) == counted


def test_position_and_quotation_select_the_same_words(record: Record) -> None:
    texts = texts_of(record)
    for row in items(record):
        targets = row["target"] if isinstance(row["target"], list) else [row["target"]]
        for target in targets:
            text = texts[target["source"].rpartition(":")[2]]
            place, quote = target["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around in text


def test_a_body_holds_the_values_of_its_claim(samples: Record) -> None:
    claims = {row["id"]: row for row in samples.claims()}
    for row in items(samples):
        if row["id"].startswith("urn:foedera:claim:"):
            values = json.loads(row["body"][2]["value"])
            assert values == claims[values["id"]]


def test_a_choice_keeps_the_chosen_claims(samples: Record) -> None:
    found = items(samples, actor="TCD")
    claims = {row["id"].rpartition(":")[2] for row in found if ":claim:" in row["id"]}
    assert claims == {c for e in samples.events(actor="TCD") for c in e["claims"]}
