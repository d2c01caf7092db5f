import pytest

from foedera.extract.extractor import Extractor
from tests.extract.test_role_pronouns import sides
from tests.reading import read_all

EXTRACTOR = Extractor()


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("A small law firm, Clear Harbour, has asked a judge to release the men.",
         "request.action", "Clear Harbour"),
        ("Boko Haram, a group that has threatened Chad before, denied the report.",
         "statement.threaten", "Boko Haram"),
        ("Kenya, an ally that supports Peru, sent weapons to Lima.",
         "statement.support", "Kenya"),
    ],
)  # fmt: skip
def test_who_stands_beside_a_noun_by_name_is_the_doer(text, kind, doer):
    assert sides(text, kind)[0] == [doer]


def test_a_noun_beside_a_place_stays_itself():
    text = "In Peru, a group attacked the Chilean consulate."
    assert sides(text, "military.attack")[0] == ["group"]


def test_so_many_of_a_party_are_not_the_party():
    claims = read_all(
        ["Thirty-two Republicans voted against the bill. Republicans rejected the treaty."],
        EXTRACTOR,
    )[0].claims
    doers = [(a.name, a.country, a.kind) for c in claims for a in c.roles.actors]
    assert doers == [
        ("Thirty-two Republicans", "USA", "group"),
        ("Republican Party", "USA", "organisation"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("Hundreds of thousands of Chileans protested in Santiago.",
         "unrest.protest", ["Chileans"]),
        ("Many African leaders, including Kenya's William Ruto, have ruled out the deal.",
         "agreement.reject", ["African leaders", "William Ruto"]),
        ("Rivals including Chad condemned the attack.", "statement.criticise", ["Chad"]),
        ("Two men were wounded in a coalition airstrike against Islamic State.",
         "military.attack", ["coalition"]),
        ("The meeting of the Security Council condemned Libya.",
         "statement.criticise", ["UN Security Council"]),
        ("Sens. John McCain of Arizona and Lindsey Graham of South Carolina urged Peru to act.",
         "request.action", ["John McCain", "Lindsey Graham"]),
        ("The White House says U.S. sanctions could be levied by Monday.",
         "coercion.sanction", ["United States"]),
        ("A team of U.N. inspectors landed in Syria.", "diplomacy.visit", ["U.N. inspectors"]),
        ("Diallo, along with his brother, Sekou, attacked the police.",
         "military.attack", ["Diallo", "Sekou"]),
        ("Anna Berg, Carl Lund, Eva Dahl were among the leaders who signed the treaty.",
         "agreement.sign", ["Anna Berg", "Carl Lund", "Eva Dahl"]),
        ("Kerry was appointing his chief of staff, David Wade, to work with lawmakers.",
         "cooperation.cooperate", ["David Wade", "lawmakers"]),
        ("Dozens of shelters in Chad have been torched by arsonists.",
         "harm.destroy", ["arsonists"]),
    ],
)  # fmt: skip
def test_doers_are_named_in_their_own_words(text, kind, doers):
    assert sides(text, kind)[0] == doers


def test_whose_sanctions_are_told_by_a_bare_name_is_whom_they_hit():
    assert sides("The Iran sanctions were tightened.", "coercion.sanction") == ([], ["Iran"])


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("The deal was signed by Ana Kern and Tor Bek, lawmakers who had criticised Chad.",
         "statement.criticise", ["Ana Kern", "Tor Bek"]),
        ("Tomas Wilk, a general who attacked the capital, fled.",
         "military.attack", ["Tomas Wilk"]),
        ("Ana Kern, one of the ministers who criticised Chad, left.",
         "statement.criticise", ["Ana Kern"]),
        ("Mali and Peru, two of the countries that criticised Chad, left.",
         "statement.criticise", ["Mali", "Peru"]),
        ("Ana Kern and Tor Bek, two of the first lawmakers to criticise Chad, left.",
         "statement.criticise", ["Ana Kern", "Tor Bek"]),
        ("Two of the ministers who criticised Chad left.",
         "statement.criticise", ["ministers"]),
    ],
)  # fmt: skip
def test_who_is_said_to_be_one_of_those_is_the_doer(text, kind, doers):
    assert sides(text, kind)[0] == doers


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("The jet is that of Omar Bindi, a trader who was arrested in May.",
         "coercion.detain", ["Omar Bindi"]),
        ("The shop belongs to Kora Tools, a company that was sanctioned by Chile.",
         "coercion.sanction", ["Kora Tools"]),
    ],
)  # fmt: skip
def test_names_no_table_has_bear_what_is_said_of_them(text, kind, whom):
    assert sides(text, kind)[1] == whom
