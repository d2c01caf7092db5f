"""Whom a text names as in office, and which year that leaves a dateline."""

import time

import pytest

from foedera.read.daywords import Written
from foedera.read.officers import terms_told
from foedera.read.years import supported_day


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Foreign Minister Sergei Lavrov met President Barack Obama.",
         ["Sergei Lavrov", "Barack Obama"]),
        ("U.S. Secretary of State John Kerry’s plan failed.", ["John Kerry"]),
        ("Foreign\nMinister Sergei\nLavrov left.\n\nBarack Obama", ["Sergei Lavrov"]),
        ("Defense Secretary Chuck Hagel spoke.", ["Chuck Hagel"]),
        ("Former President Bill Clinton spoke.", []),
        ("Vice President Joe Biden spoke.", []),
        ("Deputy Foreign Minister Sergei Lavrov spoke.", []),
        ("Barack Obama spoke.", []),
        ("The senator, Barack Obama, is President Elect.", []),
        ("President John Doe spoke.", []),
    ],
)  # fmt: skip
def test_who_is_named_right_behind_an_office_holds_it(text, names):
    assert [term.name for term in terms_told(text)] == names


def test_an_office_held_twice_has_both_terms():
    (putin,) = terms_told("President Vladimir Putin spoke.")
    assert (putin.holds(2004), putin.holds(2010), putin.holds(2014)) == (True, False, True)


@pytest.mark.parametrize(
    ("day", "text", "wanted"),
    [
        # 14 October is a Tuesday in 2003, 2008 and 2014
        ((10, 14), "Lavrov's talks ended Tuesday. President George W. Bush and Foreign Minister "
         "Yang Jiechi met.", "2008-10-14"),
        # one officer alone may stand in the background
        ((10, 14), "Talks ended Tuesday. President George W. Bush spoke.", None),
        # years told that two officers' terms rule out
        ((10, 14), "Talks ended Tuesday. They began in May 2002. President Barack Obama and Prime "
         "Minister David Cameron met.", "2014-10-14"),
        ((10, 14), "Talks ended. President George W. Bush and Foreign Minister Yang Jiechi met.",
         None),
    ],
)  # fmt: skip
def test_two_officers_and_the_weekday_leave_one_year(day, text, wanted):
    assert supported_day(Written(None, *day), text) == wanted


def test_without_a_weekday_the_day_follows_a_full_date_within_a_week():
    day = Written(None, 11, 13)
    assert supported_day(day, "The pact was signed on November 10, 2020.") == "2020-11-13"
    assert supported_day(day, "The pact was signed on August 31, 2020.") is None
    assert supported_day(day, "The pact was signed in November 2020.") is None


def test_long_runs_of_capitals_take_no_time():
    start = time.perf_counter()
    terms_told("President Aa " * 20_000)
    terms_told("A" * 100_000)
    terms_told("Al-A " * 20_000)
    assert time.perf_counter() - start < 2
