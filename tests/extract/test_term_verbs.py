"""What lays down the terms of a pact in a passage that tells it, and what only stands there."""

import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all

MADE = "Peru and Chile signed a treaty on the desert road on Monday. "


def claims(text: str, made: str = MADE) -> list[Claim]:
    return [
        c for c in read_all([made + text], Extractor())[0].claims if c.kind == "agreement.provide"
    ]


def words(text: str, made: str = MADE) -> list[str]:
    spans = (c.passage.trigger for c in claims(text, made))
    return [(made + text)[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It halts drills within 5 kilometers of the road.", ["halts"]),
        ("It caps the fees and leaves the bridge to Peru.", ["caps", "leaves"]),
        ("The text also shortens the season by six weeks.", ["shortens"]),
        ("The two armies clear the mines along the road.", ["clear"]),
        ("Sugar and rice are exempt. Disputes are to be settled by a court.", ["are", "settled"]),
        ("No third country may be given the data.", ["given"]),
        ("Peruvian engineers are entitled to visit the dam.", ["entitled"]),
        ("Chile will not fill the lake before June.", ["fill"]),
        ("Peru keeps the bridge; Chile pays the rent.", ["keeps", "pays"]),
        ("The toll road goes to Chile. Mines are cleared jointly.", ["goes", "cleared"]),
        (
            "Tolls are waived, officials said. Permits must be renewed yearly.",
            ["waived", "renewed"],
        ),
    ],
)
def test_terms_go_on_without_the_pact_being_named(text: str, told: list[str]):
    assert words(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Analysts fear that it will flood the market.",
        "The deal may well deter others.",
        "It is a blow to the port.",
        "A deal is clearly preferable for both sides.",
        "The date remains unclear.",
        "“The toll goes to Chile,” a banker said.",
        "Analysts want a deal that leaves the port open.",
        "The question remains who pays.",
        "Critics say Chile must pay more.",
        "A banker said Chile must calm the markets.",
        "Will Chile close the road?",
        "The president must now convince the senate.",
        "The goal is to use the road as a model.",
        "Chile can attack at any time.",
        "Chilean leaders keep making demands.",
        "This deal opens an opportunity.",
        "Chile may not like the toll.",
    ],
)
def test_what_is_feared_asked_or_only_said_of_it_is_none(text: str):
    assert not words(text)


def test_a_report_may_open_with_a_term_and_cite_its_pact():
    text = "Chile is to plant trees within a year, says an agreement with Peru published on Friday."
    assert words(text, "") == ["plant"]


def test_terms_are_of_those_who_made_the_pact():
    (found,) = claims("Tolls are to be shared.")
    assert {a.country for a in found.roles.actors} == {"PER", "CHL"}
    assert found.obligation is not None
    assert set(found.obligation.bearers) == {"PER", "CHL"}


def test_what_follows_a_sentence_of_the_past_is_no_term():
    assert not words("The road was closed in May. Chile keeps its army there.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("All boats have to be in port by May.", ["be"]),
        ("Each side is to come to the other's aid.", ["come"]),
        ("It has no end date.", ["has"]),
        ("Chile keeps the mine, while Peru pays the rent.", ["keeps", "pays"]),
    ],
)
def test_terms_of_other_forms(text: str, told: list[str]):
    assert words(text) == told


def test_force_gives_way_to_the_term_and_a_peaceful_deed_is_owed():
    told = read_all([MADE + "The armies clear the mines. Chile will free prisoners."], Extractor())
    kinds = [c.kind for c in told[0].claims if c.obligation]
    assert kinds == ["agreement.provide", "coercion.release"]
