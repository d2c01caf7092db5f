"""The bundle parses strictly in STIX's own library and says nothing the record does not."""

import json
from typing import Any
from uuid import UUID

import stix2

from foedera.record import Record
from foedera.view.exports.stix import stix_id
from tests.view.exports.conftest import only_denied, written


def bundle(record: Record, **choice: str) -> Any:
    return stix2.parse(written(record, "stix", **choice), allow_custom=False)


def objects(record: Record) -> dict[str, dict]:
    body = json.loads(written(record, "stix"))
    assert len({row["id"] for row in body["objects"]}) == len(body["objects"])
    return {row["id"]: row for row in body["objects"]}


def test_it_parses_strictly_and_comes_back_the_same(record: Record) -> None:
    parsed = bundle(record)
    again = {row["id"]: row for row in json.loads(parsed.serialize())["objects"]}
    assert again == objects(record)


def test_every_reference_is_within_the_bundle(record: Record) -> None:
    held = objects(record)
    for row in held.values():
        refs = [*row.get("object_refs", ()), row.get("source_ref"), row.get("target_ref")]
        assert all(ref in held for ref in refs if ref)


def test_ids_are_of_version_five_and_stable(record: Record) -> None:
    assert all(UUID(name.partition("--")[2]).version == 5 for name in objects(record))
    assert stix_id("incident", "a") != stix_id("note", "a") == stix_id("note", "a")


def test_nothing_is_invented(record: Record) -> None:
    for row in objects(record).values():
        assert "confidence" not in row
        assert row["type"] != "location" or row.get("country") or "latitude" in row


def test_what_is_only_denied_is_a_note_and_a_denial_an_opinion(record: Record) -> None:
    held = objects(record)
    for name in only_denied(record):
        assert stix_id("incident", name) not in held
    denied = {row["id"] for row in record.claims() if row["stance"] == "denied"}
    said = {
        row["external_references"][0]["external_id"]: row["opinion"]
        for row in held.values()
        if row["type"] == "opinion"
    }
    assert all(said[claim] == "disagree" for claim in denied & said.keys())


def test_the_words_stand_in_the_references(samples: Record) -> None:
    quotes = {row["id"]: row for row in samples.claims()}
    texts = {row["id"]: row["text"] for row in samples.reports()}
    incidents = [row for row in objects(samples).values() if row["type"] == "incident"]
    assert incidents
    for row in incidents:
        for ref in row["external_references"]:
            claim = quotes[ref["external_id"]]
            assert texts[claim["report"]][claim["start"] : claim["end"]] in ref["description"]


def test_an_agreement_groups_its_parties_and_events(samples: Record) -> None:
    rows = json.loads(written(samples, "stix", agreement="Prespa"))["objects"]
    [group] = [row for row in rows if row["type"] == "grouping"]
    assert group["name"] == "Prespa agreement"
    assert "in force" in group["description"]
    sorts = {ref.partition("--")[0] for ref in group["object_refs"]}
    assert sorts == {"identity", "incident"}
