import pytest

from foedera.data import Actor, Span
from foedera.extract.extractor import Extractor
from foedera.extract.obligations import read_obligation
from tests.reading import parse, read_all

PARTIES = [Actor(c, c, "state", None, Span(0, 1)) for c in ("CHL", "PER")]


def read(text: str, head: str):
    s = parse(text)
    return read_obligation(text, s, s.words.index(head), PARTIES)


def test_mutual_defence_in_a_conditional_clause():
    text = "The pact stipulates that if one is attacked, the other will immediately send help."
    found = read(text, "stipulates")
    assert found is not None
    assert (found.kind, found.immediacy) == ("defence", "immediately")
    assert found.trigger == "if one is attacked"
    assert found.duty == "send help"
    assert found.bearers == ("CHL", "PER")


def test_consultation():
    found = read("The treaty obliges both states to consult each other before any move.", "obliges")
    assert found is not None
    assert found.kind == "consultation"


def test_no_duty_no_obligation():
    assert read("The treaty provides hope.", "provides") is None


def test_a_leave_is_no_duty():
    leave = "The deal allows Chile to keep exporting gas while sanctions stand."
    assert read(leave, "allows") is None
    assert read("The deal gives Peru room, and lets it enrich uranium.", "lets") is None
    assert read("The deal permits Chile to continue work unseen by inspectors.", "permits") is None
    owed = read("The accord allows inspectors to visit every base.", "allows")
    assert owed is not None
    assert (owed.kind, owed.duty) == ("access", "visit every base")


def test_whom_a_treaty_binds_by_name_bears_the_duty():
    text = "The treaty, signed by Peru and Chile in May, requires Peru to consult Chile."
    claims = read_all([text], Extractor())[0].claims
    duties = [c.obligation for c in claims if c.obligation is not None]
    assert [d.bearers for d in duties] == [("PER",)]


@pytest.mark.parametrize(
    ("text", "head", "kind", "duty"),
    [
        ("The pact obliges Chile to respect the borders of Peru.", "obliges", "non-aggression",
         "respect the borders of Peru"),
        ("The pact bars Chile from stationing missiles.", "bars", "arms limits",
         "not stationing missiles"),
        ("The treaty requires Peru and Chile to cut their forces by half.", "requires",
         "arms limits", "cut their forces by half"),
        ("The deal requires troops to respect the laws of the host.", "requires", "other",
         "respect the laws of the host"),
        ("The pact bans the use of force.", "bans", "non-aggression", "bans the use of force"),
    ],
)  # fmt: skip
def test_kinds_of_duties(text: str, head: str, kind: str, duty: str):
    found = read(text, head)
    assert found is not None
    assert (found.kind, found.duty) == (kind, duty)


def test_an_attack_on_one_is_what_calls_for_defence():
    text = "Under the treaty, an attack on one will be considered an attack on all."
    found = read(text, "considered")
    assert found is not None
    assert (found.kind, found.trigger) == ("defence", "an attack on one")


def test_names_that_share_a_word_are_two_parties():
    names = (("South Korea", "KOR"), ("North Korea", "PRK"))
    parties = [Actor(name, code, "state", None, Span(0, 1)) for name, code in names]
    text = "Under the pact, South Korea is to be given access to the sea."
    s = parse(text)
    found = read_obligation(text, s, s.words.index("given"), parties)
    assert found is not None
    assert (found.bearers, found.beneficiaries) == (("PRK",), ("KOR",))


def test_who_is_given_something_owes_nothing():
    parties = [Actor("Peru", "PER", "state", None, Span(0, 1)), PARTIES[0]]
    text = "Under the accord, Peru is to be given access to the sea."
    s = parse(text)
    found = read_obligation(text, s, s.words.index("given"), parties)
    assert found is not None
    assert (found.bearers, found.beneficiaries) == (("CHL",), ("PER",))


def test_what_one_maker_of_a_pact_owes_it_owes_to_the_other():
    text = (
        "Peru and Chile signed a deal on Monday. Under the deal, Chile must scrap duties on "
        "copper within two years."
    )
    claims = read_all([text], Extractor())[0].claims
    (duty,) = [c.obligation for c in claims if c.obligation is not None]
    assert (duty.bearers, duty.beneficiaries) == (("CHL",), ("PER",))
    assert (duty.kind, duty.immediacy) == ("trade", "within two years")


def test_what_a_treaty_grants_is_owed():
    found = read("The pact grants the rebels an amnesty.", "grants")
    assert found is not None
    assert found.duty == "grants the rebels an amnesty"


def test_soon_is_told_in_two_words():
    found = read("The treaty requires both to halt the drills at once.", "requires")
    assert found is not None
    assert found.immediacy == "at once"


MADE = "Peru and Chile signed a pact on Monday. "


def duties(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    claims = read_all([MADE + text], Extractor())[0].claims
    found = [c.obligation for c in claims if c.obligation is not None]
    return [(d.kind, d.bearers, d.beneficiaries) for d in found]


@pytest.mark.parametrize(
    ("text", "kind", "owes", "owed"),
    [
        ("It requires Lima to open its archives.", "other", ("PER",), ("CHL",)),
        ("Under the pact, Peru is to get a port in the north.", "access", ("CHL",), ("PER",)),
        ("Under the pact, Chilean boats may use the port of Ilo.", "access", ("PER",), ("CHL",)),
        ("Under the pact, Chile returns the cape to Peru.", "other", ("CHL",), ("PER",)),
        ("Under the pact, Chile will build a bridge.", "other", ("CHL",), ("PER",)),
        ("It obliges Chile to buy 90 tonnes of wheat.", "trade", ("CHL",), ("PER",)),
        ("The pact abolishes tolls for lorries.", "trade", ("PER", "CHL"), ("PER", "CHL")),
        ("Under the pact, both shall halt hostilities.", "non-aggression", ("PER", "CHL"),
         ("PER", "CHL")),
    ],
)  # fmt: skip
def test_who_owes_is_told_by_the_clause(
    text: str, kind: str, owes: tuple[str, ...], owed: tuple[str, ...]
):
    assert duties(text) == [(kind, owes, owed)]


def test_one_more_thing_obliged_to_is_owed_by_the_same():
    text = "It binds the two neighbours to heed the ruling and to refrain from force."
    both = ("PER", "CHL")
    assert duties(text) == [("other", both, both), ("non-aggression", both, both)]


def test_a_deed_beside_a_term_shares_its_modal():
    found = duties("Under the pact, both shall end the war and free all prisoners.")
    assert [bearers for _, bearers, _ in found] == [("PER", "CHL")] * 2


def test_common_nouns_bear_what_a_treaty_of_many_lays_down():
    text = "The treaty obliges parties to share the river."
    claims = read_all([text], Extractor())[0].claims
    assert [c.obligation.bearers for c in claims if c.obligation] == [("parties",)]


def test_to_consult_when_attacked_is_to_consult():
    found = read("The pact obliges both to consult each other if one is attacked.", "obliges")
    assert found is not None
    assert (found.kind, found.trigger) == ("consultation", "if one is attacked")


def test_what_a_relative_clause_demands_is_told_elsewhere():
    text = "Chile and Peru have not made the cuts that the treaty demands."
    claims = read_all([text], Extractor())[0].claims
    assert [c.obligation for c in claims if c.obligation is not None] == []
