"""Every time rule has a sentence here, one a line."""
# ruff: noqa: E501

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.data import Days, Mention, Sentence, Span, When
from foedera.extract.time_forms import is_relative
from foedera.extract.time_rules import RuleSet
from foedera.extract.times import _rules, find_times, resolve

# A Thursday.
PUBLISHED = Days("2021-03-18", "2021-03-18", "given")
UNKNOWN = Days(None, None, "unknown")


def sentence(text: str) -> Sentence:
    found = list(re.finditer(r"\w+(?:[.,]\w+)*|[^\w\s]", text))
    return Sentence(
        Span(0, len(text)),
        0,
        tuple(m.group() for m in found),
        tuple(m.start() for m in found),
        tuple(m.end() for m in found),
    )


def read(text: str, published: Days = PUBLISHED) -> list[tuple[When, Mention]]:
    out = []
    for mention in find_times(text, [sentence(text)], published):
        assert isinstance(mention.value, When)
        out.append((mention.value, mention))
    return out


def only(text: str, published: Days = PUBLISHED) -> tuple[When, Mention]:
    found = read(text, published)
    assert len(found) == 1, [w.words for w, _ in found]
    return found[0]


RULES = [
    # rule, sentence, words, TIMEX3 value, earliest, latest
    ("iso_date", "It was filed on 2012-10-09.", "2012-10-09", "2012-10-09", "2012-10-09", "2012-10-09"),
    ("slash_date", "It was filed on 25/12/2012.", "25/12/2012", "2012-12-25", "2012-12-25", "2012-12-25"),
    ("slash_date", "It was filed on 5/6/2012.", "5/6/2012", "2012-XX-XX", None, None),
    ("month_day_year", "They signed it on Jan. 19, 2014.", "Jan. 19, 2014", "2014-01-19", "2014-01-19", "2014-01-19"),
    ("month_day_year", "They signed it on Monday, June 3, 2013.", "Monday, June 3, 2013", "2013-06-03", "2013-06-03", "2013-06-03"),
    ("day_month_year", "They met on 29 November 2014.", "29 November 2014", "2014-11-29", "2014-11-29", "2014-11-29"),
    ("month_days_year", "They met on June 5-7, 2013.", "June 5-7, 2013", "2013-06-05", "2013-06-05", "2013-06-07"),
    ("days_month_year", "They met on 5-7 June 2013.", "5-7 June 2013", "2013-06-05", "2013-06-05", "2013-06-07"),
    ("month_day", "Parliament ratified it on Nov. 12.", "Nov. 12", "2020-11-12", "2020-11-12", "2020-11-12"),
    ("month_day", "Parliament will vote on April 2.", "April 2", "2021-04-02", "2021-04-02", "2021-04-02"),
    ("day_month", "Parliament ratified it on 9 March.", "9 March", "2021-03-09", "2021-03-09", "2021-03-09"),
    ("month_year", "It was signed in June 2013.", "June 2013", "2013-06", "2013-06-01", "2013-06-30"),
    ("month_year", "It was signed in early June 2013.", "early June 2013", "2013-06", "2013-06-01", "2013-06-10"),
    ("month_of_year", "The law was passed in March last year.", "March last year", "2020-03", "2020-03-01", "2020-03-31"),
    ("month_of_year", "It was passed in late May of last year.", "late May of last year", "2020-05", "2020-05-22", "2020-05-31"),
    ("month_day", "The law was passed on May 4 last year.", "May 4 last year", "2020-05-04", "2020-05-04", "2020-05-04"),
    ("day_month", "It was passed on 29 February last year.", "29 February last year", "2020-02-29", "2020-02-29", "2020-02-29"),
    ("month_which", "They fled last November.", "last November", "2020-11", "2020-11-01", "2020-11-30"),
    ("month_alone", "They signed it in January.", "January", "2021-01", "2021-01-01", "2021-01-31"),
    ("month_alone", "They signed it in June.", "June", "2020-06", "2020-06-01", "2020-06-30"),
    ("month_alone", "They will sign it in June.", "June", "2021-06", "2021-06-01", "2021-06-30"),
    ("month_alone", "They signed it in late February.", "late February", "2021-02", "2021-02-20", "2021-02-28"),
    ("weekday", "The minister left on Wednesday.", "Wednesday", "2021-03-17", "2021-03-17", "2021-03-17"),
    ("weekday", "The minister left on Thursday.", "Thursday", "2021-03-18", "2021-03-18", "2021-03-18"),
    ("weekday", "The minister left on Friday.", "Friday", "2021-03-12", "2021-03-12", "2021-03-12"),
    ("weekday", "The minister will leave on Friday.", "Friday", "2021-03-19", "2021-03-19", "2021-03-19"),
    ("weekday", "He died last Tuesday.", "last Tuesday", "2021-03-16", "2021-03-16", "2021-03-16"),
    ("weekday", "He arrived Tuesday night.", "Tuesday night", "2021-03-16TNI", "2021-03-16", "2021-03-16"),
    ("weekdays_set", "The market opens every Sunday.", "every Sunday", "XXXX-WXX-7", None, None),
    ("day_of_month", "They signed it on the 4th, he said.", "the 4th", "2021-03-04", "2021-03-04", "2021-03-04"),
    ("day_before_yesterday", "He left the day before yesterday.", "the day before yesterday", "2021-03-16", "2021-03-16", "2021-03-16"),
    ("day_word", "He left yesterday.", "yesterday", "2021-03-17", "2021-03-17", "2021-03-17"),
    ("day_word", "He leaves tomorrow.", "tomorrow", "2021-03-19", "2021-03-19", "2021-03-19"),
    ("part_of_day", "He left last night.", "last night", "2021-03-17TNI", "2021-03-17", "2021-03-17"),
    ("overnight", "Shells fell overnight, he said.", "overnight", "2021-03-18TNI", "2021-03-17", "2021-03-18"),
    ("unit", "The treaty came into force this week.", "this week", "2021-W11", "2021-03-15", "2021-03-18"),
    ("unit", "The leaders will meet this week.", "this week", "2021-W11", "2021-03-18", "2021-03-21"),
    ("unit", "He was asked earlier this month.", "earlier this month", "2021-03", "2021-03-01", "2021-03-18"),
    ("unit", "They met last month.", "last month", "2021-02", "2021-02-01", "2021-02-28"),
    ("unit", "They met last year.", "last year", "2020", "2020-01-01", "2020-12-31"),
    ("unit", "They will meet next week.", "next week", "2021-W12", "2021-03-22", "2021-03-28"),
    ("unit", "Trade fell over the past decade.", "the past decade", "P10Y", "2011-03-18", "2021-03-18"),
    ("units", "Nine men died in the past 36 hours.", "the past 36 hours", "PT36H", "2021-03-16", "2021-03-18"),
    ("units", "Trade fell over the past nine days.", "the past nine days", "P9D", "2021-03-09", "2021-03-18"),
    ("units", "They fought for the next three years.", "the next three years", "P3Y", None, None),
    ("units", "They will meet in the next six months.", "the next six months", "P6M", "2021-03-18", "2021-09-18"),
    ("unit", "Clashes grew this past week.", "this past week", "P1W", "2021-03-11", "2021-03-18"),
    ("units", "Clashes grew in recent days.", "recent days", "PXD", None, "2021-03-18"),
    ("ago_weekday", "They signed it a year ago Thursday.", "a year ago Thursday", "2020-03-18", "2020-03-18", "2020-03-18"),
    ("ago_weekday", "They met two weeks ago today.", "two weeks ago today", "2021-03-04", "2021-03-04", "2021-03-04"),
    ("ago", "They met two years ago.", "two years ago", "2019", "2019-01-01", "2019-12-31"),
    ("unit_end", "They will leave by the end of the month.", "the end of the month", "2021-03", None, "2021-03-31"),
    ("bare_units_after", "They left hours after the vote.", "hours", "PTXH", None, None),
    ("bare_units_of", "Months of talks failed.", "Months", "PXM", None, None),
    ("bare_units_of", "The pact was signed amid years of war.", "years", "PXY", None, None),
    ("bare_units_after", "The deal had been decades in the making.", "decades", "PXDE", None, None),
    ("duration", "The talks took a year and a half.", "a year and a half", "P1.5Y", None, None),
    ("duration", "They fought for four-and-a-half years.", "four-and-a-half years", "P4.5Y", None, None),
    ("bare_units", "After years of war they left.", "years", "PXY", None, None),
    ("duration", "It fell a day after the vote.", "a day", "P1D", None, None),
    ("duration", "It may fall within a year.", "a year", "P1Y", None, None),
    ("year", "Profits fell in fiscal 2014.", "fiscal 2014", "FY2014", None, None),
    ("ago", "They met 11 days ago.", "11 days ago", "2021-03-07", "2021-03-07", "2021-03-07"),
    ("ago", "They met two weeks ago.", "two weeks ago", "2021-W09", "2021-03-01", "2021-03-07"),
    ("year", "They met in 2014.", "2014", "2014", "2014-01-01", "2014-12-31"),
    ("year", "They met in late 2011.", "late 2011", "2011", "2011-09-02", "2011-12-31"),
    ("year", "The base was built in mid-2015.", "mid-2015", "2015", "2015-05-02", "2015-09-01"),
    ("year_span", "The 2003-2006 plan failed.", "2003-2006", "2003", "2003-01-01", "2006-12-31"),
    ("decade", "It was built in the 1990s.", "1990s", "199", "1990-01-01", "1999-12-31"),
    ("decade_short", "It was built in the 80s.", "80s", "198", "1980-01-01", "1989-12-31"),
    ("century", "It was built in the 19th century.", "the 19th century", "18", "1800-01-01", "1899-12-31"),
    ("half_year", "Exports fell in the first half of 2014.", "the first half of 2014", "2014-H1", "2014-01-01", "2014-06-30"),
    ("quarter", "Exports fell in the third quarter of 2014.", "the third quarter of 2014", "2014-Q3", "2014-07-01", "2014-09-30"),
    ("quarter", "The fourth-quarter figures fell.", "fourth-quarter", "2020-Q4", "2020-10-01", "2020-12-31"),
    ("season", "They fought last autumn.", "last autumn", "2020-FA", "2020-09-01", "2020-11-30"),
    ("season", "They fought in spring 2014.", "spring 2014", "2014-SP", "2014-03-01", "2014-05-31"),
    ("holiday", "They fought on Christmas Day.", "Christmas Day", "2020-12-25", "2020-12-25", "2020-12-25"),
    ("holiday", "They fought on Christmas Day 2013.", "Christmas Day 2013", "2013-12-25", "2013-12-25", "2013-12-25"),
    ("named_day", "It recalled the Sept. 11 attacks.", "Sept. 11", "2001-09-11", "2001-09-11", "2001-09-11"),
    ("every", "They meet every two years.", "every two years", "P2Y", None, None),
    ("set_word", "They meet weekly.", "weekly", "P1W", None, None),
    ("rate", "It builds 15 a year.", "a year", "P1Y", None, None),
    ("duration", "The talks lasted two years.", "two years", "P2Y", None, None),
    ("duration", "A three-day visit began.", "three-day", "P3D", None, None),
    ("duration", "They waited for half an hour.", "half an hour", "PT30M", None, None),
    ("duration", "They waited for several weeks.", "several weeks", "PXW", None, None),
    ("duration", "They ruled for a decade.", "a decade", "P10Y", None, None),
    ("long", "A day-long siege ended.", "day-long", "P1D", None, None),
    ("bare_units", "They waited for months.", "months", "PXM", None, None),
    ("reference", "He currently lives there.", "currently", "PRESENT_REF", None, None),
    ("unit", "It backs them to this day.", "this day", "PRESENT_REF", None, None),
    ("reference", "He recently moved there.", "recently", "PAST_REF", None, None),
    ("reference", "It may happen in the future.", "the future", "FUTURE_REF", None, None),
    ("clock", "It began at 10:15 p.m. on Friday.", "10:15 p.m. on Friday", "2021-03-12T22:15", "2021-03-12", "2021-03-12"),
    ("clock_24", "It began at 08:30 UTC.", "08:30 UTC", "2021-03-18T08:30Z", None, None),
    ("clock_four", "It began at 1430 GMT.", "1430 GMT", "2021-03-18T14:30Z", None, None),
    ("oclock", "It began at ten o'clock.", "ten o'clock", "2021-03-18T10:00", None, None),
    ("noon", "It began at noon.", "noon", "2021-03-18T12:00", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "words", "value", "earliest", "latest"), RULES)
def test_rule(
    rule: str, text: str, words: str, value: str, earliest: str | None, latest: str | None
) -> None:
    when, mention = only(text)
    assert (when.words, when.timex.value, mention.rule) == (words, value, f"times.{rule}")
    assert (when.earliest, when.latest) == (earliest, latest)
    assert text[mention.span.start : mention.span.end] == words


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The town has been held since August.", "2020-08-01", None),
        ("The town was held until January.", None, "2021-01-31"),
        ("The town must be rebuilt by 2030.", None, "2030-12-31"),
        ("Aid has grown since May of last year.", "2020-05-01", None),
        ("Aid has grown since at least 2014.", "2014-01-01", None),
        ("Aid fell after May 2014.", "2014-06-01", None),
        ("Aid rose before 2014.", None, "2013-12-31"),
    ],
)
def test_open_ends_stay_open(text: str, earliest: str | None, latest: str | None) -> None:
    when, _ = only(text)
    assert (when.earliest, when.latest, when.precision) == (earliest, latest, "open")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "values"),
    [
        ("They ruled between 2003 and 2006.", "2003-01-01", "2006-12-31", ["2003", "2006"]),
        ("They fought from June to August 2013.", "2013-06-01", "2013-08-31", ["2013-06", "2013-08"]),
    ],
)  # fmt: skip
def test_both_ends_tell_the_whole_interval(
    text: str, earliest: str, latest: str, values: list[str]
) -> None:
    found = [w for w, _ in read(text)]
    assert [w.timex.value for w in found] == values
    assert {(w.earliest, w.latest, w.precision) for w in found} == {(earliest, latest, "interval")}


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Exports fell in the first three months of 2014.", "2014-01-01", "2014-03-31"),
        ("Exports fell in the final two weeks of May 2014.", "2014-05-18", "2014-05-31"),
        ("Exports fell in the first nine months of last year.", "2020-01-01", "2020-09-30"),
    ],
)
def test_a_counted_part_of_a_year_keeps_its_value(text: str, earliest: str, latest: str) -> None:
    when = [w for w, _ in read(text)][-1]
    assert (when.earliest, when.latest, when.precision) == (earliest, latest, "interval")
    assert when.timex.value in ("2014", "2014-05", "2020")


def test_two_days_of_one_month() -> None:
    found = [w for w, _ in read("They met on April 24 and 25, 2013.")]
    assert [w.earliest for w in found] == ["2013-04-24", "2013-04-25"]


COUNTED = [
    ("later", "They signed it in 2003. Three years later they left.", "2006"),
    ("anchored_day", "They met on May 4, 2013. The next day they left.", "2013-05-05"),
    ("anchored", "They met in May 2013. Later that year they left.", "2013"),
    ("anchored", "They met on May 4, 2013, and the same day they left.", "2013-05-04"),
    ("unit_of", "They met on May 4, 2013, and left later in the day.", "2013-05-04"),
    ("that_night", "They met on May 4, 2013, and left that night.", "2013-05-04TNI"),
    ("morning", "They met on May 4, 2013, and left in the morning.", "2013-05-04TMO"),
    ("clock", "They met on May 4, 2013, at 10 a.m.", "2013-05-04T10:00"),
    ("anchored", "They met in May 2013. The following month they left.", "2013-06"),
    ("day_before", "They met on May 4, 2013, and voted the day before.", "2013-05-03"),
    ("same_time", "Sales rose in May 2013 from the same month a year earlier.", "2012-05"),
    ("same_time", "Exports grew in May 2013 from the same period last year.", "2012-05"),
    (
        "same_time",
        "Exports grew in the third quarter of 2013 from the same period a year earlier.",
        "2012-Q3",
    ),
    ("unit_of", "They met on May 4, 2013, and ended the day without a deal.", "2013-05-04"),
    ("month_of_year", "They met in 2013. In June of that year they left.", "2013-06"),
    ("month_of_year", "They met in 2013. In June the following year they left.", "2014-06"),
    ("month_days", "They met on April 24 and 25.", "2021-04-25"),
    ("days_month", "They met on 24 and 25 April.", "2021-04-25"),
]


@pytest.mark.parametrize(("rule", "text", "value"), COUNTED)
def test_counting_from_the_time_spoken_of_last(rule: str, text: str, value: str) -> None:
    when, mention = read(text)[-1]
    assert (when.timex.value, mention.rule) == (value, f"times.{rule}")


def test_a_chain_of_more_than_two_steps_has_no_days() -> None:
    text = "It began in 2003. A year later it grew. A year later it fell. A year later it ended."
    assert [w.timex.value for w, _ in read(text)] == ["2003", "2004", "2005", "XXXX"]


def test_every_rule_has_a_sentence_here() -> None:
    assert set(_rules().rules) == {row[0] for row in (*RULES, *COUNTED)}


def test_a_publication_day_out_of_all_reason_resolves_nothing() -> None:
    when, _ = only("They met yesterday.", Days("0004-01-01", "0004-01-01", "metadata"))
    assert when.earliest is None


def test_a_time_with_nothing_to_count_from_has_no_days() -> None:
    when, _ = only("The same day they left.")
    assert (when.earliest, when.latest, when.timex.value) == (None, None, "XXXX-XX-XX")


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said so.",
        "The army may march on.",
        "April Jones said so.",
        "They call it Black Monday.",
        "Copyright © 2019 The Paper",
        "He had 5 1/2 years left.",
        "Resolution 1929 was adopted.",
        "He was charged under 18 USC 1924.",
        "They hired 2000 workers.",
        "The fall of the regime shocked them.",
        "It was a second attack.",
        "The 12-year-old girl was hurt.",
        "They won 3-1.",
        "The Daily Mirror said so.",
        "Two men in their early 40s came.",
        "A man in his 30s came.",
    ],
)
def test_words_that_are_no_times(text: str) -> None:
    assert read(text) == []


def test_absolute_times_have_no_form_and_need_no_publication_day() -> None:
    when, _ = only("They met on May 4, 2013.", UNKNOWN)
    assert (when.form, when.earliest) == (None, "2013-05-04")


def test_relative_times_keep_their_form_where_the_publication_day_is_unknown() -> None:
    when, _ = only("They met on Wednesday.", UNKNOWN)
    assert (when.earliest, when.latest, when.timex.value) == (None, None, "XXXX-WXX-3")
    assert when.form is not None
    assert resolve(when.form, PUBLISHED) == ("2021-03-17", "2021-03-17", "2021-03-17")


def test_an_uncertain_publication_day_widens() -> None:
    when, _ = only("They met yesterday.", Days("2021-03-15", "2021-03-18", "inferred"))
    assert (when.earliest, when.latest, when.timex.value) == (
        "2021-03-14",
        "2021-03-17",
        "XXXX-XX-XX",
    )


def test_attacks_on_another_place_are_not_those_of_2001() -> None:
    for told in (
        "The Sept. 11 attacks on the mission shocked them.",
        "The Sept. 11 terrorist attack on the U.S. Embassy in Lima shocked them.",
        "The Sept. 11 terror attacks in Peru shocked them.",
        "The Sept. 11 terrorist attack shocked them.",
    ):
        when, _ = only(told)
        assert when.earliest == "2020-09-11", told


@pytest.mark.parametrize(
    "told",
    [
        "The Sept. 11 terrorist attacks on the U.S. shocked them.",
        "The Sept. 11 attacks in New York shocked them.",
        "The Sept. 11 terrorist attacks in the United States shocked them.",
        "The 9/11 attack on the Pentagon shocked them.",
        "The 9/11 attacks shocked them.",
    ],
)
def test_attacks_at_home_are_those_of_2001(told: str) -> None:
    when, _ = only(told)
    assert when.earliest == "2001-09-11"


def test_a_date_by_strokes_is_no_name_of_a_day() -> None:
    when, _ = only("The 9/11/2012 attack on the consulate shocked them.")
    assert when.timex.value == "2012-XX-XX"


@pytest.mark.parametrize(
    ("day", "first"), [("2016-09-09", "2015-06-01"), ("2016-10-20", "2016-06-01")]
)
def test_a_season_just_over_is_not_the_last_one(day: str, first: str) -> None:
    assert resolve("season:SU;which:last", Days(day, day, "given"))[0] == first


def test_text_outside_sentences_is_read_too() -> None:
    text = "Oslo, March 17 (AP) -"
    (mention,) = find_times(text, (), PUBLISHED)
    assert isinstance(mention.value, When)
    assert mention.value.earliest == "2021-03-17"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31)))
def test_every_written_date_is_read_back(day: date) -> None:
    text = f"It was signed on {day:%B} {day.day}, {day.year}."
    when, _ = only(text, UNKNOWN)
    assert when.earliest == when.latest == str(day)


@given(st.sampled_from([row[1] for row in RULES]), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_form_read_again_gives_the_same_days(text: str, day: date) -> None:
    published = Days(str(day), str(day), "given")
    for when, _ in read(text, published):
        if when.form is not None:
            assert is_relative(when.form)
            assert resolve(when.form, published) == (when.earliest, when.latest, when.timex.value)


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for mention in find_times(text, [], PUBLISHED):
        assert isinstance(mention.value, When)
        assert text[mention.span.start : mention.span.end] == mention.value.words


WORDS = st.sampled_from(
    ["the", "end", "of", "March", "2012", "Q1", "a", "year", "ago", "an", "hour", "said", "On",
     "'90s", "9", "a.m.", "last", "Sept.", "11", "Monday", "in", "late", "FY", "12", "days", ","]
)  # fmt: skip


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_no_word_is_passed_over_that_opens_a_reading(text: str) -> None:
    """Every word tried gives what trying only words that may open gives."""
    rules, every = _rules(), RuleSet(_rules().rules, _rules().either)
    every.may_open = lambda word: True  # type: ignore[method-assign]
    assert list(rules.readings(text, 0, len(text))) == list(every.readings(text, 0, len(text)))


def test_words_that_are_known_are_forgotten_when_they_are_many(monkeypatch) -> None:
    monkeypatch.setattr("foedera.extract.time_rules._KNOWN", 8)
    rules = RuleSet(_rules().rules, _rules().either)
    assert not any(rules.may_open(f"zz{'y' * n}") for n in range(99))
    assert len(rules._opening) <= 8


def test_few_words_open_a_reading() -> None:
    idle = ["Ministers", "pledged", "help", "but", "refused", "guns"]
    assert not any(_rules().may_open(word) for word in idle)
