"""What nouns and verbs told in a row share, and clauses hung on an occasion."""

import pytest

from foedera.extract.arguments import find_arguments
from tests.reading import claim_at, parse


@pytest.mark.parametrize(
    ("text", "trigger", "slot", "words"),
    [
        ("The bombardment and siege of Faya by Libyan forces continued.", "siege", "of", ["Faya"]),
        ("Chad condemned the use or transfer of the weapons.", "use", "of", ["weapons"]),
        ("Peru fears the use, and the transfer of weapons.", "use", "of", []),
        ("Chad regrets its shelling and siege.", "siege", "possessor", ["its"]),
        ("Peru will arm and, if asked, train the rebels.", "arm", "object", []),
        ("Peru wants to approve and possibly amend the treaty.", "approve", "object", ["treaty"]),
        ("Peru will not yield and will bomb the rebels.", "yield", "object", []),
        ("Peru vowed in a letter to Chile to leave the lake.", "vowed", "to_do", ["leave"]),
    ],
)  # fmt: skip
def test_what_is_said_of_all_is_said_of_each(text, trigger, slot, words):
    s = parse(text)
    found = find_arguments(s, s.words.index(trigger)).get(slot, ())
    assert [s.words[t] for t in found] == words


def test_no_past_tense_modifies_a_noun():
    s = parse("The banks targeted would be the largest in Peru.")
    targeted = s.words.index("targeted")
    if s.deps[targeted] == "acl":
        assert "object" in find_arguments(s, targeted)


def test_who_is_rescued_is_so_by_others_than_his_captors():
    s = parse("The reporter was kidnapped by rebels in Mali and rescued on Monday.")
    assert "subject" not in find_arguments(s, s.words.index("rescued"))
    s = parse("The reporter was kidnapped by rebels in Mali and killed on Monday.")
    (doer,) = find_arguments(s, s.words.index("killed"))["subject"]
    assert s.words[doer] == "rebels"


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("Peru denounced Chile, which shelled a town, and Bolivia.", "shelled", {"Chile"}),
        ("Algerian President Ali Badu, who brokered the deal, and Nigerian President Oba Eze left.",
         "brokered", {"Ali Badu"}),
        ("Kenya follows Togo, which joined the pact in May, and Mali, which did so in June.",
         "joined", {"Togo", "Mali"}),
        ("Chad and Mali, which signed the pact in May, praised Togo.", "signed", {"Chad", "Mali"}),
        ("Peru and Chile, backed by Mali, shelled a town in Chad.", "shelled", {"Peru", "Chile"}),
        ("Other powers that signed the pact – Chad, Togo and Mali – met.", "signed",
         {"Chad", "Togo", "Mali"}),
    ],
)  # fmt: skip
def test_who_stands_behind_a_clause_has_no_part_in_it(text, word, doers):
    assert doers >= {a.name for a in claim_at(text, word).roles.actors} - {"Other powers"}
    assert claim_at(text, word).roles.actors


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        ("Chad and Mali met. The leaders of both states thanked Togo.", "thanked", {"TCD", "MLI"}),
        ("Chad and Mali met. Both countries' troops shelled a town in Togo.", "shelled",
         {"TCD", "MLI"}),
        ("Chad and Mali met. The two countries' trade ministries signed a deal.", "signed",
         {"TCD", "MLI"}),
        ("Chad and Mali met. Their ambassadors signed a deal.", "signed", {"TCD", "MLI"}),
        ("Chad and Mali agreed on a declaration. The leaders are to meet again in Togo.", "meet",
         {"TCD", "MLI"}),
        ("Chad and Mali agreed on a declaration. The leaders met Lula in Togo.", "met ",
         {None, "BRA"}),
        ("Chad and Mali met. Allies of both states thanked Togo.", "thanked", {None}),
        ("Chad and Mali met. The leaders of the union thanked Togo.", "thanked", {None}),
    ],
)  # fmt: skip
def test_the_people_of_both_states_are_of_both(text, word, states):
    assert {a.country for a in claim_at(text, word).roles.actors} == states


@pytest.mark.parametrize(
    ("text", "word", "states"),
    [
        ("Chad's president visited London and Paris.", "visited", {"GBR", "FRA"}),
        ("Peru's minister flew to Quito and Bogota.", "flew", {"ECU", "COL"}),
        ("Peru's minister flew to Quito and Guayaquil.", "flew", {"ECU"}),
    ],
)
def test_a_journey_to_two_towns_is_one_to_both_states(text, word, states):
    assert {a.country for a in claim_at(text, word).roles.recipients} == states
