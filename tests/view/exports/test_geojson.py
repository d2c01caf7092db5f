"""GeoJSON keeps to RFC 7946 and to what is known of a place."""

import json

from foedera.record import Record
from tests.view.exports.conftest import only_denied, schema, texts_of, written


def features(record: Record, **choice: str) -> list[dict]:
    body = json.loads(written(record, "geojson", **choice))
    schema("geojson").validate(body)
    return list(body["features"])


def test_every_event_is_a_feature_once(record: Record) -> None:
    found = [row["id"] for row in features(record)]
    assert sorted(found) == sorted(event["id"] for event in record.events())


def test_a_point_is_where_the_record_has_it_longitude_first(record: Record) -> None:
    events = {event["id"]: event for event in record.events()}
    for row in features(record):
        where = events[row["id"]]["where"]
        if row["geometry"]:
            assert row["geometry"]["coordinates"] == [where["lon"], where["lat"]]
        elif where is None:
            assert row["properties"]["placePrecision"] == "unknown"


def test_a_signing_in_a_city_is_a_point_and_most_have_none(samples: Record) -> None:
    placed = {row["properties"]["place"]: row["geometry"] for row in features(samples)}
    assert placed["Helsinki"]["type"] == "Point"
    assert placed[None] is None


def test_what_is_denied_says_so_in_its_title(record: Record) -> None:
    denied = only_denied(record)
    for row in features(record):
        marked = (
            "enied" in row["properties"]["title"] or "acknowledged" in row["properties"]["title"]
        )
        assert row["id"] not in denied or marked


def test_words_stand_where_they_are_said_to(record: Record) -> None:
    texts = texts_of(record)
    for row in features(record):
        for told in row["properties"]["evidence"]:
            assert texts[told["report"]][told["start"] : told["end"]] == told["quote"]
