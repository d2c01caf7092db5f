"""FollowTheMoney entities load in their own library, refer to each other, and lead to words."""

import json

from followthemoney import model

from foedera.record import Record
from foedera.view.exports.ftm import country_code
from tests.view.exports.conftest import only_denied, texts_of, written


def entities(record: Record, **choice: str) -> dict[str, dict]:
    lines = written(record, "ftm", **choice).splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


def test_every_entity_loads_and_is_valid(record: Record) -> None:
    for row in entities(record).values():
        proxy = model.get_proxy(row, cleaned=False)
        proxy.schema.validate(row)
        assert proxy.to_dict()["schema"] == row["schema"]
        read = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert read == row["properties"]


def test_every_reference_is_to_an_entity_of_the_right_schema(record: Record) -> None:
    held = entities(record)
    for row in held.values():
        for prop, value in model.get_proxy(row).itervalues():
            if prop.type.name == "entity":
                assert model.get(held[value]["schema"]).is_a(prop.range), (prop.name, value)


def test_every_claim_ties_a_report_to_an_event_with_its_words(record: Record) -> None:
    held, texts = entities(record), texts_of(record)
    told = {c for event in record.events() for c in event["claims"]}
    ties = [row["properties"] for row in held.values() if row["schema"] == "Documentation"]
    assert {tie["recordId"][0] for tie in ties} == told
    for tie in ties:
        text = texts[tie["document"][0].removeprefix("foedera-report-")]
        words = tie["description"][0].rpartition("characters ")[2].split(" to ")
        assert (
            " ".join(text[int(words[0]) : int(words[1])].split())
            in " ".join(tie["summary"][0].split()).replace("\ufffd", "")
            or "\x0b" in text
        )


def test_what_is_only_denied_is_no_event(record: Record) -> None:
    held = entities(record)
    for name in only_denied(record):
        assert held[f"foedera-event-{name}"]["schema"] == "Note"
    assert not any("confidence" in row["properties"] for row in held.values())


def test_a_day_is_no_finer_than_it_is_told(samples: Record) -> None:
    held = entities(samples)
    for event in samples.events():
        days = held[f"foedera-event-{event['id']}"]["properties"]
        when = event["when"] or {}
        if when.get("precision") == "month":
            assert days["date"] == [when["earliest"][:7]]


def test_a_part_holds_only_what_it_needs(samples: Record) -> None:
    part = entities(samples, agreement="Open Skies")
    assert len(part) < len(entities(samples))
    assert any("Open Skies Treaty" in row["properties"].get("name", ()) for row in part.values())
    assert {row["schema"] for row in part.values()} >= {"Event", "Article", "Documentation"}


def test_countries_take_their_codes() -> None:
    assert (country_code("PRK"), country_code("GRC"), country_code(None)) == ("kp", "gr", None)
