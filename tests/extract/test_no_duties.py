"""What is told of an agreement that obliges nobody, and duties cut out whole."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all


def owed(text: str) -> list[tuple[str, str]]:
    claims = read_all([text], Extractor())[0].claims
    return [(c.obligation.kind, c.obligation.duty or "") for c in claims if c.obligation]


@pytest.mark.parametrize(
    "text",
    [
        "The pact would limit the powers of Peru's president.",
        "The treaty between Peru and Chile will remove the spectre of war in the Andes.",
        "The accord between Peru and Chile does not include a threat of force against either.",
        "The treaty does not require Peru to destroy its tanks.",
        "The treaty does not ban missile tests by Peru.",
        "The bill requires Peru's government to create a strategy for the border with Chile.",
        "The Defence Act requires the government of Peru to give parliament 30 days' notice.",
        "Lawmakers passed a bill that requires Peru's government to lay the treaty before them.",
        "The bill lists the sites and requires Peru's government to put the treaty to a vote.",
        "Under the treaty, Peru has the right to refuse inspectors a visit.",
        "Chile backs the deal with Peru, which aims to set the rules of trade in the Andes.",
        "Under the treaty, Peru will be a partner of Chile.",
        "Under the treaty, Peru is not obliged to close its base in Tacna.",
    ],
)
def test_what_comes_of_it_a_right_or_a_law_is_no_duty(text: str):
    assert owed(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "duty"),
    [
        ("The treaty requires Chile to come to the aid of Peru if it is attacked.", "defence",
         "come to the aid of Peru"),
        ("The treaty requires members to come to the aid of an ally under attack.", "defence",
         "come to the aid of an ally under attack"),
        ("The pact obliges Peru to allow 300 Chilean soldiers to stay in Tacna.", "other",
         "allow 300 Chilean soldiers to stay in Tacna"),
        ("The pact between Chile and Peru would eliminate duties on fruit.", "trade",
         "eliminate duties on fruit"),
        ("The treaty prohibits Peru from charging visa fees.", "access", "not charging visa fees"),
        ("The deal requires Peru to freeze its missile program in exchange for wheat.",
         "arms limits", "freeze its missile program"),
        ("Peru and Chile signed a pact. Under it, all prisoners are to be freed.", "other",
         "all prisoners are to be freed"),
        ("The treaty between Chile and Peru requires disputes to be settled by judges.", "other",
         "disputes to be settled by judges"),
        ("The pact with Chile lets Peru's ships dock in Arica.", "other", "dock in Arica"),
        ("Under the deal, Peru has until 2033 to destroy its chemical weapons.", "arms limits",
         "destroy its chemical weapons"),
        ('The pact obliges Peru to honour "Chilean claims to the islands.', "other",
         "honour Chilean claims to the islands"),
    ],
)  # fmt: skip
def test_duties_are_cut_out_whole_and_of_their_kind(text: str, kind: str, duty: str):
    assert owed(text) == [(kind, duty)]


def bearers(text: str) -> list[tuple[str, ...]]:
    claims = read_all([text], Extractor())[0].claims
    return [c.obligation.bearers for c in claims if c.obligation]


@pytest.mark.parametrize(
    "text",
    [
        "The deal calls for Lima to reduce its number of tanks from 900 to 400.",
        "Chile signed a deal that would limit Peru's missile program.",
        "Under the deal with Chile, Peru has until 2033 to destroy its chemical weapons.",
    ],
)
def test_whose_thing_is_limited_or_who_has_so_long_bears_it(text: str):
    assert bearers(text) == [("PER",)]


def test_what_is_given_for_it_stands_apart():
    text = "The deal requires Peru to freeze its missile program in exchange for wheat."
    claims = read_all([text], Extractor())[0].claims
    assert [c.obligation.conditions for c in claims if c.obligation] == ["in exchange for wheat"]


@pytest.mark.parametrize(
    ("told", "duty", "bearers"),
    [
        ("Under it, Peru has a duty to inspect its bases.", "inspect its bases", ("PER",)),
        ("Under it, Peru has to leave its base in Arica.", "leave its base in Arica", ("PER",)),
        ("The treaty will require Chile to buy gas from Peru.", "buy gas from Peru", ("CHL",)),
        ("The treaty would bar Chile from stationing missiles in Arica.",
         "not stationing missiles in Arica", ("CHL",)),
        ("The deal calls for Chile to open two ports to Peruvian ships "
         "and for Peru to lower tariffs on wine.",
         "lower tariffs on wine", ("PER",)),
    ],
)  # fmt: skip
def test_who_has_a_duty_or_is_told_beside_owes_it(told: str, duty: str, bearers: tuple[str, ...]):
    claims = read_all([f"Peru and Chile signed a treaty. {told}"], Extractor())[0].claims
    assert (duty, bearers) in [
        (c.obligation.duty, c.obligation.bearers) for c in claims if c.obligation
    ]
