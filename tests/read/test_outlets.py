import pytest

from foedera.read.agency.datelines import find_dateline
from foedera.read.agency.outlets import outlet_by_day, outlet_by_writer, outlet_of_writers
from foedera.read.drafts import Draft
from foedera.read.reports import make_report

STORY = "Chad and Mali signed a pact on Thursday, their ministers said.\n\nTalks go on in Lima."


def read(text):
    return make_report(Draft("a", text, "a"))


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee | 5 March 2024",
        "Lima | 5 March 2024",
        "World News | 5 March 2024",
        "Analysis | 5 March 2024",
        "Chad signs pact | 5 March 2024",
        "Staff Reporter | 5 March 2024",
    ],
)
def test_what_stands_beside_a_day_may_be_no_outlet(line):
    assert outlet_by_day(line) is None


@pytest.mark.parametrize("line", ["Ann Lee - Lima", "Talks - Bay Times", "Ann Lee, Jo Doe", "Lima"])
def test_writers_may_name_no_outlet(line):
    assert outlet_by_writer(line) is None
    assert outlet_of_writers(line) in (None, "Bay Times")


@pytest.mark.parametrize(
    "text",
    [
        "Moscow - Beijing ties have warmed for years, and a pact on gas is to be signed in May.",
        "London - not Paris - is where the two sides want to meet, the foreign ministry said.",
        "AFP — France's agency — said that its bureau in the town had been shelled on Sunday.",
        "Ann Lee - March 5, 2024",
        "5 March 2024 – a day of grief – was marked by both sides in the capital on Tuesday.",
        "(NATO) – Foreign ministers of the alliance met in the capital on Tuesday and agreed.",
        "The pact (signed on 5 March 2024) – one of two – holds, the foreign ministry said.",
        "BAY TIMES – We were there when both sides signed the pact in the old town hall.",
        "On March 5, 2024 (Tuesday) - the day of the vote",
        "Geneva: 3 talks",
    ],
)
def test_towns_agencies_and_writers_in_prose_are_no_dateline(text):
    assert find_dateline(text, 0, len(text), opening=True) is None


def test_initials_that_the_story_uses_do_not_sign_it():
    told = read(
        f"Chad signs\n\nThe NLF agreed.\n\n{STORY} It was drafted by the other front. (NLF)"
    )
    assert told.imprint.outlet is None


def test_an_agency_at_the_foot_beside_the_day_signs():
    assert read(f"Chad signs\n\n{STORY}\n\nMAP: 5 March 2024").imprint.outlet == "MAP"
