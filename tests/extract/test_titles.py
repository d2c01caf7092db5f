from dataclasses import replace

import pytest

from foedera.data import Title
from foedera.extract.title_links import stands_for
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
        (
            "Peru left the nuclear arms treaty. Kenya hailed a nuclear deal with Chile.",
            "nuclear deal",
        ),
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
    assert titles("Chile hailed the New START treaty.")[0][1] == "New START"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Chile and Peru signed a treaty on Monday to cut their fleets. The Treaty on Coastal "
            "Waters, known as TCW, was signed in Lima.",
            "Treaty on Coastal Waters",
        ),
        (
            "Chile ratified a sweeping Pacific trade pact. The Comprehensive Agreement for Pacific "
            "Trade (CAPT) takes effect in May.",
            "Comprehensive Agreement for Pacific Trade",
        ),
        (
            "Chile left the Treaty on Coastal Waters, which starts a countdown to its exit from "
            "the fishing pact.",
            "Treaty on Coastal Waters",
        ),
    ],
)
def test_what_news_tells_of_first_is_what_it_names_next(text, name):
    assert {found for _, found in titles(text)} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru signed a new trade agreement. It replaces the Andean Trade Agreement.",
        "Chile signed a nuclear agreement. Peru has never left the Coastal Waters Convention.",
        "Chile signed the Coastal Waters Treaty and a pact with Peru.",
    ],
)
def test_what_is_replaced_or_told_beside_is_another(text):
    assert len({name for _, name in titles(text)}) == 2


def test_a_headline_names_what_its_report_calls_the_treaty():
    report = replace(report_of("The treaty was signed in Lima."), title="Andes Treaty takes effect")
    [mention] = find_titles(report, next(iter(analyser().analyse([report]))))
    assert mention.value.title == "Andes Treaty"


def test_a_name_runs_through_its_capitals_and_ends_before_a_day():
    text = "Chile signed the Treaty on Measures for the Further Reduction of Fleets on Tuesday."
    assert titles(text)[0][1] == "Treaty on Measures for the Further Reduction of Fleets"
    assert titles("Chile signed the Treaty on Open Waters on Tuesday.")[0][1] == (
        "Treaty on Open Waters"
    )


def test_a_name_that_the_world_knows_needs_no_word_for_an_agreement():
    text = "Chile joined the Regional Comprehensive Economic Partnership on Monday."
    assert titles(text)[0][1] == "Regional Comprehensive Economic Partnership"
    assert not titles("Chile hosted a Regional Comprehensive Economic Partnership Forum.")


def test_an_acronym_stands_for_the_name_whose_initials_it_is():
    assert stands_for("USMCA", "United States-Mexico-Canada Agreement")
    assert not stands_for("TPP", "Comprehensive Agreement for Trans-Pacific Partnership")


def test_hyphens_hold_a_name_together():
    name = "Two-plus-Four Treaty"
    assert titles(f"Peru signed the {name} in Lima.") == [(name, name)]
    left = "Sea Level Treaty"
    assert titles(f"Peru signed the now-defunct {left} in Lima.") == [(left, left)]
