"""The calendar comes back from its own library, and holds days of agreements."""

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from foedera.record import Record
from tests.view.exports.conftest import only_denied, written


def days(record: Record, **choice: str) -> list[Any]:
    text = written(record, "ics", **choice)
    assert text.count("\n") == text.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = Calendar.from_ical(text)
    assert calendar.to_ical().decode() == text
    return list(calendar.walk("VEVENT"))


def summaries(found: list[Any]) -> dict[str, date]:
    return {str(event["SUMMARY"]): event["DTSTART"].dt for event in found}


def test_it_comes_back_byte_for_byte_and_each_day_once(record: Record) -> None:
    found = days(record)
    assert len({str(event["UID"]) for event in found}) == len(found)
    for event in found:
        assert event["DTEND"].dt - event["DTSTART"].dt <= timedelta(days=93)
        assert "characters" in str(event["DESCRIPTION"])


def test_steps_stand_on_their_days(samples: Record) -> None:
    found = summaries(days(samples))
    name = "Entry into force: Prespa agreement (Greece and North Macedonia)"
    assert found[name] == date(2019, 2, 12)
    assert found["Signing: Open Skies Treaty"] == date(1992, 3, 24)


def test_a_notice_takes_effect_when_it_is_told_to(samples: Record) -> None:
    """Before the leaving was reported, only the notice was known, and when it takes effect."""
    found = days(samples, known="2020-06-30", on="2020-06-30")
    ahead = {str(e["SUMMARY"]): e for e in found if "to come" in e["CATEGORIES"].cats}
    assert date(2020, 11, 22) in {event["DTSTART"].dt for event in ahead.values()}


def test_what_is_planned_is_tentative_and_says_so(record: Record) -> None:
    for event in days(record):
        planned = str(event["SUMMARY"]).startswith("Planned")
        assert planned == (str(event.get("STATUS", "")) == "TENTATIVE")


def test_nothing_only_denied_has_a_day(record: Record) -> None:
    steps = {str(event["UID"]).partition("@")[0].removeprefix("step-") for event in days(record)}
    assert not steps & only_denied(record)


def test_days_can_be_chosen(samples: Record) -> None:
    found = days(samples, since="2020-01-01", until="2020-12-31", agreement="Open Skies")
    assert found
    assert {event["DTSTART"].dt.year for event in found} == {2020}
