import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all

SIGNED = "Peru and Chile signed a pact on Monday. "


def terms(text: str) -> list[Claim]:
    claims = read_all([SIGNED + text], Extractor())[0].claims
    return [c for c in claims if c.kind == "agreement.provide"]


def trigger(claim: Claim, text: str) -> str:
    span = claim.passage.trigger
    return (SIGNED + text)[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "word", "reality"),
    [
        ("Under the pact, Chile is to be given access to the sea.", "given", "planned"),
        ("Under its terms, neither side may station troops on the border.", "station", "ongoing"),
        ("Under its provisions member states may not interrupt transit.", "interrupt", "ongoing"),
        ("By the terms of the pact, 4,000 hectares go to Peru.", "go", "ongoing"),
        ("Under the pact, Chile shall halve its army.", "halve", "ongoing"),
        ("It obliges them to share intelligence.", "obliges", "ongoing"),
        ("Each side undertakes to respect the border.", "undertakes", "ongoing"),
        ("A party that wishes to quit must give six months' notice.", "give", "ongoing"),
    ],
)
def test_what_is_to_be_done_under_a_pact_is_a_term(text: str, word: str, reality: str):
    found = terms(text)
    assert [trigger(c, text) for c in found] == [word]
    assert found[0].voice.reality == reality


def test_clauses_beside_each_other_lay_down_terms_each():
    text = "Under the deal, Lima must scrap tariffs on copper, and Chile is to lift duties on cars."
    assert [trigger(c, text) for c in terms(text)] == ["scrap", "lift"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The treaty divides the strait and sets up a joint court.", ["divides", "sets up"]),
        ("It obliges both to share the lake and to avoid harm to it.", ["obliges", "avoid"]),
        ("The text commits them to cut their fleets and never to lay mines.", ["commits", "lay"]),
        ("It binds the two neighbours to accept the award.", ["binds"]),
        ("The treaty says that no fort may be built near the line, and that tolls must fall.",
         ["says"]),
        ("The two republics are to run the dam together.", ["run"]),
        ("Under it, nine hamlets will stay with Peru, while Chile is to get six islets.",
         ["stay", "get"]),
        ("Under a separate deal, signed by their ministers, Peru must not dam the river.", ["dam"]),
    ],
)  # fmt: skip
def test_terms_told_in_a_row_and_of_both_sides(text: str, words: list[str]):
    found = terms(text)
    assert [trigger(c, text) for c in found] == words
    assert {c.voice.reality for c in found} <= {"ongoing", "planned"}


def test_what_both_are_to_do_next_or_is_done_to_them_is_no_term():
    assert terms("The two sides are to meet again in May.") == []
    assert terms("The two countries are to be praised for it.") == []


def test_a_deed_and_a_pledge_under_a_pact_oblige():
    text = "Under the deal, Chile will withdraw its troops. Peru undertakes to lower the dam."
    claims = read_all([SIGNED + text], Extractor())[0].claims
    owed = [(c.kind, c.obligation.bearers) for c in claims if c.obligation]
    assert owed == [("military.withdraw", ("CHL",)), ("statement.promise", ("PER",))]


def test_two_who_agreed_to_something_are_the_parties_of_the_pact_told_next():
    text = "Peru and Chile agreed to restore ties. Under the pact each side must open a port."
    claims = read_all([text], Extractor())[0].claims
    (term,) = [c for c in claims if c.kind == "agreement.provide"]
    assert [a.country for a in term.roles.actors] == ["PER", "CHL"]


def test_what_happens_under_a_pact_is_what_is_told():
    claims = read_all([SIGNED + "Under the deal, Chile will withdraw its troops."], Extractor())
    assert [c.kind for c in claims[0].claims] == ["agreement.sign", "military.withdraw"]
    assert terms("Under the 1995 accord, Peru gave up the islands.") == []


def test_a_constitution_is_no_pact():
    assert terms("Under the constitution, the president can order a raid.") == []


def test_a_pledge_within_a_pact_is_a_term_with_its_duty():
    text = "They signed a text in which their governments pledge to respect each other's borders."
    (term,) = terms(text)
    assert term.obligation is not None
    assert (term.obligation.kind, term.obligation.bearers) == ("non-aggression", ("PER", "CHL"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Neither side may build forts near the line.", "build"),
        ("Each country shall halve its fleet.", "halve"),
    ],
)
def test_what_neither_side_may_do_is_a_term_of_the_pact_just_made(text, word):
    assert [trigger(c, text) for c in terms(text)] == [word]


def test_what_sides_may_do_elsewhere_is_none():
    assert terms("Both sides are to blame.") == []
    assert terms("Both sides must now calm the markets, a banker said.") == []
    claims = read_all(["Peru beat Chile on Friday. Each side may make three changes."], Extractor())
    assert [c for c in claims[0].claims if c.kind == "agreement.provide"] == []
