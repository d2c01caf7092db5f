"""Forms resolved against a day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.data import Days
from foedera.extract.time_calendar import holiday
from foedera.extract.time_forms import blank, is_relative, resolve

PUBLISHED = Days("2021-03-18", "2021-03-18", "given")
FORMS = [
    "days:-1", "weeks:-1", "weeks:0;so:far", "months:0;so:on", "quarters:-1", "years:1",
    "decades:-1", "centuries:0", "weekday:1;tense:past", "weekday:7;which:next", "weekend:1",
    "month:2;tense:past", "month:2;day:29;tense:near", "dom:31;tense:past", "season:WI",
    "quarter:3;tense:past", "holiday:easter;tense:future", "past:9D", "next:2M",
    "shift:3Y>months:-1", "within:M>days:-1", "month:1;tense:past..month:2;tense:past@2",
    "years:-1;mod:late", "days:-1;part:NI", "weekday:3;tense:past;open:since",
    "month:3;day:5;year:-1", "of:02-29>years:-1", "weekday:2;tense:around", "years:0;mod:first6M",
]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("on:2014-W05", ("2014-01-27", "2014-02-02", "2014-W05")),
        ("weekday:4;which:last", ("2021-03-11", "2021-03-11", "2021-03-11")),
        ("weekday:4;which:next", ("2021-03-25", "2021-03-25", "2021-03-25")),
        ("weekday:5;tense:near", ("2021-03-19", "2021-03-19", "2021-03-19")),
        ("weekday:6;tense:near", ("2021-03-13", "2021-03-13", "2021-03-13")),
        ("weekday:1;tense:around", ("2021-03-22", "2021-03-22", "2021-03-22")),
        ("weekday:3;tense:around", ("2021-03-17", "2021-03-17", "2021-03-17")),
        ("month:2;day:29;year:-1", ("2020-02-29", "2020-02-29", "2020-02-29")),
        ("month:2;day:29;year:0", ("2021-02-01", "2021-02-28", "2021-02")),
        ("of:03>years:-2", ("2019-03-01", "2019-03-31", "2019-03")),
        ("years:-1;mod:first3M", ("2020-01-01", "2020-03-31", "2020")),
        ("months:-1;mod:last2W", ("2021-02-15", "2021-02-28", "2021-02")),
        ("weekend:1;tense:past", ("2021-03-13", "2021-03-14", "2021-W10-WE")),
        ("month:4;day:2;tense:past", ("2021-04-02", "2021-04-02", "2021-04-02")),
        ("month:12;tense:future", ("2021-12-01", "2021-12-31", "2021-12")),
        ("month:2;tense:future", ("2022-02-01", "2022-02-28", "2022-02")),
        ("month:2;tense:later", ("2021-02-01", "2021-02-28", "2021-02")),
        ("month:3;day:13;on:5;tense:past", ("2021-03-13", "2021-03-13", "2021-03-13")),
        ("month:3;day:20;on:5;tense:past", ("2020-03-20", "2020-03-20", "2020-03-20")),
        ("month:9;day:2;tense:past", ("2020-09-02", "2020-09-02", "2020-09-02")),
        ("dom:31;tense:past", ("2021-03-31", "2021-03-31", "2021-03-31")),
        ("quarter:1;tense:past", ("2020-01-01", "2020-03-31", "2020-Q1")),
        ("shift:-12M>on:2014-05", ("2013-05-01", "2013-05-31", "2013-05")),
        ("ref:PAST_REF", (None, None, "PAST_REF")),
        ("past:XD", (None, "2021-03-18", "PXD")),
    ],
)
def test_resolve(form: str, expected: tuple[str | None, str | None, str]) -> None:
    assert resolve(form, PUBLISHED) == expected


@pytest.mark.parametrize("form", FORMS)
def test_relative_forms_wait_for_a_day(form: str) -> None:
    assert is_relative(form)
    assert resolve(form, Days(None, None, "unknown")) is None
    assert blank(form)


@given(st.sampled_from(FORMS), st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_a_wider_publication_never_narrows(form: str, day: date, more: int) -> None:
    first, last = str(day), str(date.fromordinal(day.toordinal() + more))
    wide = resolve(form, Days(first, last, "inferred"))
    assert wide is not None
    for one in (first, last):
        found = resolve(form, Days(one, one, "given"))
        assert found is not None
        assert wide[0] is None or (found[0] is not None and wide[0] <= found[0])
        assert wide[1] is None or (found[1] is not None and wide[1] >= found[1])


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, "2024-03-31"),
        ("good friday", 2021, "2021-04-02"),
        ("memorial day", 2021, "2021-05-31"),
        ("election day", 2016, "2016-11-08"),
        ("christmas eve", 2021, "2021-12-24"),
    ],
)
def test_holiday(name: str, year: int, day: str) -> None:
    assert str(holiday(name, year)) == day


def test_this_week_ahead_of_a_sunday_is_the_one_that_opens() -> None:
    sunday = Days("2021-03-21", "2021-03-21", "given")
    assert resolve("weeks:0;so:on", sunday) == ("2021-03-21", "2021-03-28", "2021-W12")
    assert resolve("weeks:0;so:far", sunday) == ("2021-03-15", "2021-03-21", "2021-W11")


def test_last_week_in_a_paper_of_a_sunday_may_be_either_of_two() -> None:
    sunday = Days("2021-03-21", "2021-03-21", "given")
    assert resolve("weeks:-1", sunday) == ("2021-03-08", "2021-03-20", "2021-W10")
    monday = Days("2021-03-22", "2021-03-22", "given")
    assert resolve("weeks:-1", monday) == ("2021-03-15", "2021-03-21", "2021-W11")
