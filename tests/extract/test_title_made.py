"""What states sign, reach or end is an agreement, named by what it is about."""

import pytest

from foedera.pipeline import build_line
from tests.extract.test_titles import titles
from tests.reading import report_of

MADE = [
    ("Chad and Niger signed an agreement on the shared use of the river.",
     "agreement on the shared use of the river"),
    ("Peru initialled a protocol on fishing with Chile on Monday.", "protocol on fishing"),
    ("Cuba and Mexico signed a letter of intent on flights.", "letter of intent on flights"),
    ("Oman and Iran have agreed on a roadmap for prisoners.", "roadmap for prisoners"),
    ("An arrangement on pensions came into force in May.", "arrangement on pensions"),
    ("Togo scrapped an agreement with Benin.", "agreement"),
    ("Togo broke a memorandum that the two signed in May.", "memorandum"),
    ("Togo and Benin signed two protocols to the border treaty.", "protocols to the border treaty"),
    ("Togo and Benin reached a memorandum on cattle.", "memorandum on cattle"),
    ("A tax agreement between Togo and Benin expired on Monday.", "tax agreement"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), MADE)
def test_a_paper_is_an_agreement_by_how_it_is_made(text: str, title: str) -> None:
    assert title in {name for _, name in titles(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The minister signed a statement.",
        "The plan was a failure.",
        "He wrote a letter on fishing.",
        "There is no arrangement for pensions.",
        "The package arrived on Monday.",
        "He read a memorandum that the mayor signed.",
        "He signed a memorandum on fees.",
    ],
)
def test_other_papers_are_none(text: str) -> None:
    assert titles(text) == []


def test_a_day_is_not_what_an_agreement_is_about() -> None:
    assert titles("Chad and Niger signed an agreement on Monday.") == [("agreement", "agreement")]
    assert titles("They denounced an agreement of March 1975.")[0][1] == "agreement"


def test_letters_behind_a_name_stand_for_it_from_then_on() -> None:
    told = titles("Fiji signed the defence cooperation accord (DCA). The DCA runs for a year.")
    assert told[-1] == ("DCA", "defence cooperation accord")


def test_a_deal_without_a_word_of_its_own_is_the_one_told_before() -> None:
    told = titles("Peru sought a water deal. It reached a deal on Monday. A new deal may follow.")
    assert [name for _, name in told][:2] == ["water deal", "water deal"]


def test_a_deal_that_nobody_makes_is_no_claim() -> None:
    (read,) = build_line().run([report_of("The world struggled to reach a deal to stop the war.")])
    assert [c for c in read.claims if c.kind == "agreement.conclude"] == []
