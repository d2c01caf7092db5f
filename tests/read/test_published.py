import pytest

from foedera.read import Draft, make_report
from foedera.read.agency import mark_parts
from foedera.read.published import Clues, find_day, read_given


def day_of(text, **more):
    found = find_day(Clues(text, dateline=mark_parts(text).dateline, **more))
    return found.earliest, found.basis


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2019-05-03", ("2019-05-03", "2019-05-03")),
        ("2019-05-03T23:30:00-05:00", ("2019-05-03", "2019-05-03")),
        ("20190503", ("2019-05-03", "2019-05-03")),
        ("May 3, 2019", ("2019-05-03", "2019-05-03")),
        ("3 May 2019 10:00", ("2019-05-03", "2019-05-03")),
        ("Fri, 03 May 2019 10:00:00 +0000", ("2019-05-03", "2019-05-03")),
        ("2019-02", ("2019-02-01", "2019-02-28")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2019-02-30", None),
        ("soon", None),
    ],
)
def test_a_stated_day_is_read(words, days):
    assert read_given(words) == days


def test_given_beats_dateline_beats_metadata():
    text = "LIMA, May 3, 2019 (AFP) - Talks ended."
    assert day_of(text, given="2019-05-04") == ("2019-05-04", "given")
    assert day_of(text, stamped="2019-05-05") == ("2019-05-03", "dateline")
    assert day_of("Talks ended.", stamped="2019-05-05") == ("2019-05-05", "metadata")


def test_a_yearless_dateline_takes_the_year_that_dates_and_weekday_support():
    text = "LIMA, May 3 (AFP) - Talks ended Friday. They began on March 1, 2019."
    assert day_of(text) == ("2019-05-03", "dateline")


def test_a_yearless_dateline_after_new_year_takes_the_next_year():
    text = "LIMA, Jan 9 (AFP) - Talks ended Thursday. They began on November 20, 2019."
    assert day_of(text) == ("2020-01-09", "dateline")


def test_a_year_alone_is_no_support():
    assert day_of("LIMA, May 3 (AFP) - Talks, stalled since 2014, ended Friday.") == (
        None,
        "unknown",
    )


def test_a_weekday_that_fits_no_year_leaves_the_day_unknown():
    text = "LIMA, May 3 (AFP) - Talks ended Sunday. They began on March 1, 2018."
    assert day_of(text)[1] in ("unknown", "dateline")


def test_a_year_is_taken_nearest_to_the_page_s_stamp():
    assert day_of("LIMA, Dec 31 (AFP) - Talks ended.", stamped="2020-01-01") == (
        "2019-12-31",
        "dateline",
    )


@pytest.mark.parametrize(
    "url",
    ["http://a.b/news/2013/05/29/talks", "http://a.b/2013/may/29/talks/", "http://a.b/2013-05-29"],
)
def test_an_address_may_hold_the_day(url):
    assert day_of("Talks ended.", url=url) == ("2013-05-29", "metadata")


def told(text):
    report = make_report(Draft("a", text, "a"))
    return report.published.earliest, report.published.basis


STORY = "Chile and Norway signed the accord on Thursday, their ministries said.\n\nTalks go on."


@pytest.mark.parametrize(
    "line",
    [
        "Published: December 5, 2024",
        "First Published: Dec 05, 2024, 10:15 IST",
        "Last Updated : 5 Dec 2024 09:32 AM IST",
        "Published - December 05, 2024 08:42 am IST - QUITO",
        "UPDATED: 10:15 AM ET, Dec. 5, 2024",
        "12:15 05.12.2024",
        "Thursday, December 5, 2024, 10:15 AM",
        "5 December 2024",
        "By Ann Lee | December 5, 2024",
        "Ann Lee |05.12.2024",
        "Updated / Thursday, 5 Dec 2024 18:21",
        "5 December 2024 Last updated at 18:21 GMT",
        "Page last updated at 18:21 GMT, Thursday, 5 December 2024",
    ],
)
def test_a_date_line_above_the_story_gives_the_day(line):
    assert told(f"Chile signs accord\n\n{line}\n\n{STORY}") == ("2024-12-05", "text")


def test_a_date_that_may_be_read_two_ways_is_left_alone():
    assert told(f"Chile signs accord\n\nIssued on: 05/12/2024 - 10:32\n\n{STORY}")[0] is None
    assert (
        told(f"Chile signs accord\n\nIssued on: 25/12/2024 - 10:32\n\n{STORY}")[0] == "2024-12-25"
    )


def test_a_date_line_within_the_story_heads_a_section():
    text = f"{STORY}\n\nJune 20, 2016\n\n" + "More was said of the accord that day. " * 40
    assert told(text) == (None, "unknown")


LEAD = "RABAT, April 6 (Xinhua) -- Chad and Mali restored ties on Thursday."


def test_a_report_is_no_older_than_the_years_it_tells_of_as_gone_by():
    late = "Chad cut ties in January 2016. Niger hosted talks in 2021 and 2022."
    assert told(f"{LEAD}\n\n{late}") == ("2023-04-06", "dateline")


def test_a_year_that_is_to_come_does_not_date_a_report():
    ahead = "Chad cut ties in January 2016. A new port will open in 2022."
    assert told(f"{LEAD}\n\n{ahead}") == ("2017-04-06", "dateline")
    assert told(
        "RABAT, April 6 (Xinhua) -- Chad cut ties in May 2016. It has waited since 2022."
    ) == (
        None,
        "unknown",
    )


def test_place_and_day_on_a_line_of_their_own_date_a_report():
    text = "Chad sends envoys back\n\nRabat/Tunis, Jan 22\n\nChad and Mali said on Monday that "
    assert told(text + "talks go on. They began in December 2023.\n\nMali said no more.") == (
        "2024-01-22",
        "dateline",
    )


def test_a_paper_that_prints_it_the_day_after_dates_the_report():
    text = "The Avondale Times\nMarch 5, 1998\n\nNAIROBI, Kenya, March 4 -- Talks ended here today."
    assert told(text) == ("1998-03-05", "text")


def test_a_notice_of_rights_gives_a_dateline_its_year():
    text = "NAIROBI, March 5 (Reuter) - Talks ended here.\n\n(c) Reuters Limited 1998"
    assert told(text) == ("1998-03-05", "dateline")
