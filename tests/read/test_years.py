import pytest

from foedera.read.daywords import Written
from foedera.read.years import supported_day, weekday_span

TOLD = [
    ((12, 23), "They searched on Sunday. In March 1999 two ships had come.", "2001-12-23"),
    ((9, 20), "Signed Thursday, in effect by January 2017. He fell in May 2010", "2012-09-20"),
    ((11, 13), "It left on Tuesday night. The accord was signed on March 31, 2006.", "2007-11-13"),
    ((11, 20), "It left late Tuesday. It was signed by both on March 31, 2019.", None),
    ((11, 20), "It left late Tuesday. It was signed by both on August 31, 2019.", "2019-11-20"),
    ((5, 3), "It left Friday. Talks go on next Monday. They began in May 2018.", "2019-05-03"),
    ((7, 13), "He walked free on Thursday. The constitution of 1997 was revoked.", None),
    ((5, 3), "It left Friday. It began in May 2018. In 2023 Republicans met.", "2024-05-03"),
    ((5, 3), "It left Friday. It began in May 2018. Shells hit targets in 2023.", "2024-05-03"),
    ((3, 30), "They met late Friday. The deal of March 31, 2019 was signed in 2018.", None),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "wanted"), TOLD)
def test_the_year_is_the_first_in_which_the_weekday_fits_what_is_looked_back_on(day, text, wanted):
    assert supported_day(Written(None, *day), text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "They voted Tuesday. The vote on Nov. 3, 1993, was close.",  # a Wednesday
        "They will vote Wednesday. The vote set for Nov. 3, 1993, is open.",
        "They voted Wednesday. The vote on Nov. 3, 1993, was recalled. It was upheld in 1997.",
    ],
)
def test_a_full_date_that_is_not_the_news_gives_no_week(text):
    assert weekday_span(text) is None
