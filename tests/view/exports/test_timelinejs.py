"""TimelineJS slides: dated, escaped, quoted."""

import json
import re

from foedera.record import Record
from tests.view.exports.conftest import only_denied, schema, written


def timeline(record: Record, **choice: str) -> dict:
    body = json.loads(written(record, "timelinejs", **choice))
    schema("timelinejs").validate(body)
    return dict(body)


def test_every_event_with_a_first_day_is_a_slide(record: Record) -> None:
    found = {row["unique_id"].removeprefix("event-") for row in timeline(record)["events"]}
    dated = {e["id"] for e in record.events() if e["when"] and e["when"]["earliest"]}
    assert found == dated


def test_no_markup_of_a_report_comes_through(record: Record) -> None:
    for row in timeline(record)["events"]:
        assert not re.search(r"<(?!/?p>)", json.dumps(row["text"]))


def test_a_month_is_no_day(samples: Record) -> None:
    events = {f"event-{e['id']}": e for e in samples.events()}
    for row in timeline(samples)["events"]:
        precision = events[row["unique_id"]]["when"]["precision"]
        assert ("day" in row["start_date"]) == (precision not in ("month", "year", "decade"))


def test_what_is_denied_says_so(record: Record) -> None:
    denied = only_denied(record)
    for row in timeline(record)["events"]:
        if row["unique_id"].removeprefix("event-") in denied:
            assert re.match(r"(\w+, )?(denied|not acknowledged)", row["text"]["headline"], re.I)


def test_the_title_names_what_is_chosen(samples: Record) -> None:
    assert timeline(samples, agreement="Prespa")["title"]["text"]["headline"] == "Prespa agreement"
    assert timeline(samples, actor="GRC")["title"]["text"]["headline"] == "Greece"
