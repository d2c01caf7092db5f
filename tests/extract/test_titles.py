import pytest

from foedera.data import Title
from foedera.extract.titles import find_titles
from tests.reading import analyser, report_of


def titles(text: str) -> list[tuple[str, str]]:
    report = report_of(text)
    sentences = next(iter(analyser().analyse([report])))
    found = find_titles(report, sentences)
    return [
        (text[m.span.start : m.span.end], m.value.title)
        for m in found
        if isinstance(m.value, Title)
    ]


def test_a_later_short_form_carries_the_full_name():
    text = "Chile and Peru signed the Coastal Waters Treaty. Critics call the treaty too weak."
    assert titles(text) == [
        ("Coastal Waters Treaty", "Coastal Waters Treaty"),
        ("treaty", "Coastal Waters Treaty"),
    ]


def test_a_leading_it_is_the_agreement_that_the_last_sentence_was_about():
    text = "The border treaty was signed in May. It will serve as a model."
    assert titles(text)[-1] == ("It", "border treaty")


@pytest.mark.parametrize(
    "text",
    ["A good deal of rain fell.", "The document was lost by a clerk.", "Treaty obligations weigh."],
)
def test_weak_words_are_no_titles_or_chain_to_none(text):
    assert all(" " not in name for _, name in titles(text))


def test_acronyms_are_titles():
    assert ("JCPOA", "JCPOA") in titles("Norway defended the JCPOA on Friday.")


@pytest.mark.parametrize(
    "text",
    [
        "Senator Reyes spoke at the Progressive National Convention. The convention ends today.",
        "The mayor struck a plea deal on Monday.",
        "Chile and a shipyard signed an arms deal on Monday.",
    ],
)
def test_gatherings_and_private_deals_are_no_agreements_of_states(text):
    assert titles(text) == []


def test_a_convention_against_something_is_a_treaty():
    [(_, name)] = titles("Chile signed the National Convention on Coastal Waters.")
    assert name == "National Convention on Coastal Waters"


def test_words_that_judge_are_no_part_of_a_name():
    assert titles("Chile hailed the historic coastal pact.") == [("coastal pact", "coastal pact")]


def test_a_loose_word_does_not_make_a_deal_the_treaty_that_holds_it():
    text = "The Border Waters Protection Treaty stands. Peru seeks a border deal with Chile."
    assert titles(text)[-1] == ("border deal", "border deal")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Nuclear Arms Treaty stands. Peru wants the nuclear deal with Chile.", "nuclear deal"),
        ("Chile joined the Seabed Mines Convention. Peru hailed the deal.", "deal"),
        ("Chile signed a trade deal with Peru. A trade deal with Kenya failed.", "trade deal"),
        ("Peru left the Lima Trade Pact. The Quito Trade Pact stays.", "Quito Trade Pact"),
        ("Chile wants trade agreements. The agreement with Peru is one.", "agreement"),
    ],
)
def test_a_name_means_no_agreement_with_other_words_of_its_own(text, name):
    assert titles(text)[-1][1] == name


def test_a_headline_makes_no_proper_names():
    assert titles("Rival Leaders Reach Peace Accord In Lima")[-1][1] == "Peace Accord"


def test_an_acronym_of_several_senses_needs_a_word_for_an_agreement():
    assert titles("The SALT deduction stays.") == []
    assert titles("The SALT II treaty lapsed.")[0][1] == "SALT II"
    assert titles("Chile hailed the New START treaty.")[0][1] == "New START treaty"
